import { expect, test } from 'vitest'
import type { Text } from '../../src/document/index.js'
import { paginate } from '../../src/layout/index.js'
import { numberAll } from '../../src/preview/numbering.js'
import { documentOf, paragraph, plainTheme } from '../layout/helpers/print-shop.js'
import { typewriter } from '../layout/helpers/typewriter.js'

const says = (key: string, text: string): Text => [
  { text, lang: 'en', weight: 'regular', origin: { key, place: { file: 'locales/en/leaflet.json', line: 1, column: 1 } } },
] // prettier-ignore

/** Keys by number of a leaflet of one paragraph with such a foot, 40 columns wide. */
function numbersOf(foot: string): (string | undefined)[][] {
  const furniture = {
    draft: [],
    tab: [],
    foot: [says('foot', foot)],
    folio: says('folio', 'Page'),
    digits: '0123456789',
  }
  const document = documentOf([paragraph('p', says('text', 'Text'))], { furniture })
  const { pages } = paginate({ document, theme: plainTheme(10), fonts: typewriter('Latn') })
  return numberAll({ document, pages }, () => true).numbered.map(({ texts }) => texts.map(({ key }) => key))
}

test('each line of the foot has a number, and the page number that of the line which it stands beside', () => {
  expect(numbersOf('Foot')).toEqual([['text'], ['foot', 'folio']])
  expect(numbersOf('Foot '.repeat(8).trim())).toEqual([['text'], ['foot'], ['folio']])
})
