import { describe, expect, test } from 'vitest'
import { facesFor, type Face, type FontSet, type ScaledFace } from '../../src/text/index.js'

const face = (id: string, languages?: readonly string[]): ScaledFace => ({
  face: { id } as unknown as Face,
  scale: 1,
  ...(languages ? { languages } : {}),
})
const order = (fonts: FontSet, script: string, language: string): string =>
  facesFor(fonts, 'regular', { script, language }).map((f) => f.face.id).join(' ') // prettier-ignore

describe('which fonts may set a passage, the best first', () => {
  const urdu: FontSet = {
    script: 'Arab',
    regular: [face('nastaliq'), face('latin'), face('last')],
    bold: [face('last')],
  }
  test('own script: down the list', () => {
    expect(order(urdu, 'Arab', 'ur')).toBe('nastaliq latin last')
  })
  test('neutral characters: down the list', () => {
    expect(order(urdu, 'Zyyy', 'ur')).toBe('nastaliq latin last')
    expect(order(urdu, 'Zinh', 'en')).toBe('nastaliq latin last')
  })
  test('another script: up the list, so that Latin is not taken from the Arabic font', () => {
    expect(order(urdu, 'Latn', 'en')).toBe('last latin nastaliq')
  })
  test('each weight has its own list', () => {
    expect(facesFor(urdu, 'bold', { script: 'Arab', language: 'ur' }).map((f) => f.face.id)).toEqual(['last'])
  })
  test.each([
    ['Hani', 'Hans'],
    ['Hani', 'Jpan'],
    ['Hira', 'Jpan'],
    ['Hang', 'Kore'],
    ['Arab', 'Aran'],
  ])('letters of %s are the own script of a language written in %s', (script, own) => {
    expect(order({ script: own, regular: [face('first'), face('second')], bold: [] }, script, 'en')).toBe(
      'first second',
    )
  })
})

describe('fonts that are named for languages', () => {
  const chinese: FontSet = {
    script: 'Hans',
    regular: [face('sc'), face('tc', ['zh-Hant', 'yue']), face('jp', ['ja']), face('latin')],
    bold: [],
  }
  test('come first in a passage of such a language', () => {
    expect(order(chinese, 'Hani', 'zh-Hant')).toBe('tc sc latin jp')
    expect(order(chinese, 'Hani', 'ja')).toBe('jp sc latin tc')
    expect(order(chinese, 'Hira', 'ja')).toBe('jp latin sc tc')
  })
  test('and of its varieties, however the tag is spelt', () => {
    expect(order(chinese, 'Hani', 'zh-Hant-HK')).toBe('tc sc latin jp')
    expect(order(chinese, 'Hani', 'ZH-hant')).toBe('tc sc latin jp')
    expect(order(chinese, 'Hani', 'zh')).toBe('sc latin tc jp')
  })
  test('but not for a script that the language is not written in: its Latin letters come from the Latin font', () => {
    expect(order(chinese, 'Latn', 'zh-Hant')).toBe('latin sc tc jp')
  })
  test('and last in all others', () => {
    expect(order(chinese, 'Hani', 'zh-Hans')).toBe('sc latin tc jp')
    expect(order(chinese, 'Zyyy', 'en')).toBe('sc latin tc jp')
  })
  test('a tag that is none is no language', () => {
    expect(order(chinese, 'Hani', 'no tag!')).toBe('sc latin tc jp')
  })
})
