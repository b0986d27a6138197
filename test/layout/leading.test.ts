import { expect, test } from 'vitest'
import type { Contents } from '../../src/document/index.js'
import { pt } from '../../src/geometry/index.js'
import { paginate, type TextItem } from '../../src/layout/index.js'
import type { FontSet } from '../../src/text/index.js'
import { fontsOf } from '../text/helpers/fonts.js'
import { packageFace } from '../text/helpers/packages.js'
import { documentOf, heading, paragraph, plainTheme, say, textItems } from './helpers/print-shop.js'

const set = (script: string, name: string): FontSet => ({
  script,
  regular: [name, 'noto-sans'].map((n) => ({ face: packageFace(n), scale: 1 })),
  bold: [name, 'noto-sans'].map((n) => ({ face: packageFace(n, '700Bold'), scale: 1 })),
})

/** Words with marks above marks, letters under letters, and sloping words, of which each line has some. */
const tall: readonly (readonly [language: string, fonts: () => FontSet, words: string])[] = [
  ['km', () => set('Khmr', 'noto-sans-khmer'), 'ស្ត្រី ព្រឹត្តិការណ៍ ក្រុមគ្រួសារ ប្រុស្សិ៍ ភ្នំពេញ ស្ត្រីខ្មែរ'],
  ['my', () => set('Mymr', 'noto-sans-myanmar'), 'ကျွန်ုပ်တို့ ဥက္ကဋ္ဌ ဗုဒ္ဓဘာသာ ဣန္ဒြေ ကြွယ်ဝမှု သမ္မတ'],
  ['th', () => set('Thai', 'noto-sans-thai-looped'), 'ปู่ย่า ญี่ปุ่น น้ำ ปั๊ม กตัญญู ที่นี่ ฎีกา'],
  ['vi', () => fontsOf('vi'), 'Hội đồng Ậ Ễ Ộ Nguyễn phường cỡ chữ quỵ lụy'],
  ['ur', () => fontsOf('ur'), 'نستعلیق پٹھّے مُحَمَّد چیچہ وطنی معلومات ہیں کے'],
  ['bn', () => fontsOf('bn'), 'ক্ষেত্র তথ্য সংগ্রহ র‍্যাব স্ত্রী উৎস কর্তৃপক্ষ'],
]

test.each(tall)(
  'no line’s ink touches the next line’s, whatever stands above and below the letters: %s',
  (lang, fonts, words) => {
    const rtl = lang === 'ur'
    const text = say(Array.from({ length: 12 }, () => words).join(' '), lang)
    const blocks = [{ ...heading('h'), text }, paragraph('p', text), paragraph('q', text)]
    const document = documentOf(blocks, { lang, direction: rtl ? 'rtl' : 'ltr' })
    const { pages, missing } = paginate({ document, theme: plainTheme(50), fonts: fonts() })
    expect(missing).toEqual([])
    let lines = 0
    for (const page of pages) {
      const extents = textItems(page).map(inkOf).sort((a, b) => a.top - b.top) // prettier-ignore
      extents.slice(1).forEach((line, i) => {
        expect(line.top).toBeGreaterThanOrEqual(extents[i]!.bottom)
      })
      lines += extents.length
    }
    expect(lines).toBeGreaterThan(20)
  },
)

test('the first lines of headings stand as far below their rules as each other, with marks on them or without', () => {
  const bare = plainTheme(50)
  const { plain } = bare.formats
  const h2 = { ...plain!.headings[1], before: pt(20), rule: pt(1) }
  const theme = { ...bare, formats: { plain: { ...plain!, headings: [h2, h2, h2] as const } } }
  const titles = ['กา', 'ที่นี่ ปั๊ม น้ำ', 'ที่นี่ ปั๊ม น้ำ '.repeat(5)]
  const blocks = titles.flatMap((t, i) => [paragraph(`p${i}`, 1), { ...heading(`h${i}`), text: say(t, 'th') }])
  const { pages } = paginate({
    document: documentOf(blocks, { lang: 'th' }),
    theme,
    fonts: set('Thai', 'noto-sans-thai-looped'),
  })
  const items = pages[0]!.parts[1]
  const distances = items.flatMap((rule, i) => {
    const line = items[i + 1]
    return rule.kind === 'rule' && line?.kind === 'text' ? [line.baseline - rule.rect.y] : []
  })
  expect(distances).toHaveLength(3)
  expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(0.1)
})

test('lines of contents stand as far apart as their own ink asks, not as that of all text', () => {
  const words = 'پٹھّے مُحَمَّد'
  const entries = [1, 2, 3].map((n): Contents['entries'][number] => ({
    kind: 'entry', id: `c.${n}`, target: 'h', text: say('اردو', 'ur'), page: [],
  })) // prettier-ignore
  const contents: Contents = { kind: 'contents', id: 'c', heading: heading('c.h'), entries }
  const text = say(Array.from({ length: 60 }, () => words).join(' '), 'ur')
  const blocks = [contents, heading('h'), paragraph('p', text)]
  const theme = plainTheme(20, { contentsAbove: 0 })
  const { pages } = paginate({ document: documentOf(blocks, { lang: 'ur', direction: 'rtl' }), theme, fonts: fontsOf('ur') }) // prettier-ignore
  const gaps = (owner: RegExp): number[] => {
    const lines = textItems(pages[0]!).filter((i) => owner.test(i.element ?? '')).map((i) => i.baseline) // prettier-ignore
    return lines.slice(1).map((y, i) => y - lines[i]!)
  }
  const [ofEntries, ofText] = [Math.max(...gaps(/^c\.\d\.title/)), Math.min(...gaps(/^p$/))]
  expect(ofEntries).toBeGreaterThan(0)
  expect(ofEntries).toBeLessThan(ofText - 1)
})

/** Highest and lowest ink of a line on its page; y grows downwards. */
function inkOf({ baseline, size, runs }: TextItem): { top: number; bottom: number } {
  const inks = runs.flatMap(({ shaped: { run, clusters } }) =>
    clusters.map(({ glyph }) => {
      const scale = (size * run.font.scale) / run.font.face.trueType.unitsPerEm
      return { top: baseline - glyph.inkTop * scale, bottom: baseline - glyph.inkBottom * scale }
    }),
  )
  return { top: Math.min(...inks.map((i) => i.top)), bottom: Math.max(...inks.map((i) => i.bottom)) }
}
