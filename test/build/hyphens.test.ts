import { describe, expect, test } from 'vitest'
import { hyphens } from '../../src/build/hyphens.js'

/** The word with its hyphens. */
function divided(lang: string, word: string): string | undefined {
  const places = hyphens(lang)?.(word)
  return places && [...places, word.length].map((at, i) => word.slice(i === 0 ? 0 : places[i - 1], at)).join('-')
}

describe('words are divided as their languages do', () => {
  const cases: readonly (readonly [lang: string, word: string, divided: string | undefined])[] = [
    ['en-GB', 'children', 'chil-dren'],
    // Of or-gan-isa-tion the first hyphen leaves two letters: English keeps three on each side.
    ['en', 'organisation', 'organ-isa-tion'],
    ['pl', 'informacje', 'in-for-ma-cje'],
    ['pl', 'przetwarzanie', 'prze-twa-rza-nie'],
    ['tr', 'bilgilerinizi', 'bil-gi-le-ri-ni-zi'],
    ['es', 'información', 'in-for-ma-ción'],
    ['uk', 'інформація', 'ін-фор-ма-ція'],
    ['de', 'Datenschutz', 'Da-ten-schutz'],
    ['so', 'macluumaad', undefined],
    ['zh-Hans', 'families', undefined],
  ]
  test.each(cases)('%s: %s', (lang, word, expected) => {
    expect(divided(lang, word)).toBe(expected)
  })
})

test('every language of the list has patterns', () => {
  const list = 'af be bg ca cs cy da de el en es et eu fi fr ga gl hr hu is it ka kmr lt lv mk nb nl nn pl pt ro ru sk sl sq sr sv tk tr uk' // prettier-ignore
  for (const lang of list.split(' ')) expect(hyphens(lang)?.('abc'), lang).toBeDefined()
})
