import { expect, test } from 'vitest'
import { paginate } from '../../src/layout/index.js'
import { fontsOf } from '../text/helpers/fonts.js'
import { say } from '../text/helpers/spans.js'
import { documentOf, plainTheme } from './helpers/print-shop.js'

const SENTENCES = { en: 'We help', he: 'אנחנו', yi: 'מיר', ar: 'نحن', ur: 'ہم', 'zh-Hans': '我们', 'zh-Hant': '我們' }

// Noto Sans: a bullet is 376 of 1000 wide. In Noto Sans SC it is a square of 1000.
test.each(Object.entries(SENTENCES))('a bullet is as large in all languages, and at the edge: %s', (lang, sentence) => {
  const fonts = fontsOf(lang)
  const direction = ['Hebr', 'Arab'].includes(fonts.script) ? 'rtl' : 'ltr'
  const items = [{ kind: 'item' as const, id: 'l.0', text: say(sentence, lang) }]
  const document = documentOf([{ kind: 'list', id: 'l', items }], { lang, direction })
  const [page] = paginate({ document, theme: plainTheme(20), fonts }).pages
  const bullet = page!.items.find((item) => item.element === 'l.0.label')
  const run = bullet?.kind === 'text' ? bullet.runs[0]! : undefined
  expect([run?.shaped.run.font.face.id, run?.width]).toEqual(['NotoSans_400Regular', 3.76])
  // Margins of 50 at the start; 595.28 wide.
  expect(direction === 'ltr' ? run?.x : 595.28 - run!.x - 3.76).toBeCloseTo(50, 1)
})
