import { describe, expect, test } from 'vitest'
import { faceFor, type Face, type FontSet } from '../../src/text/index.js'

/** A face that has just these characters. */
const face = (id: string, has: string) => ({
  face: { id, covers: (grapheme: string) => [...grapheme].every((c) => has.includes(c)) } as unknown as Face,
  scale: 1,
})
const own = face('own', 'اب12a')
const latin = face('latin', 'abc123')
const last = face('last', 'cé')
const fonts: FontSet = { script: 'Arab', regular: [own, latin, last], bold: [last] }
const pick = (grapheme: string, script: string): string | undefined =>
  faceFor(fonts, 'regular', { grapheme, script })?.face.id

describe('which font sets a letter', () => {
  test('own script: the first of the list that has it', () => {
    expect(pick('ا', 'Arab')).toBe('own')
  })
  test('neutral characters: the first that has them', () => {
    expect(pick('1', 'Zyyy')).toBe('own')
    expect(pick('3', 'Zyyy')).toBe('latin')
  })
  test('another script: the last that has it, so that Latin is not taken from the Arabic font', () => {
    expect(pick('a', 'Latn')).toBe('latin')
    expect(pick('c', 'Latn')).toBe('last')
  })
  test('none, when no font has it', () => {
    expect(pick('ж', 'Cyrl')).toBeUndefined()
  })
  test('each weight has its own list', () => {
    expect(faceFor(fonts, 'bold', { grapheme: 'c', script: 'Latn' })).toBe(last)
    expect(faceFor(fonts, 'bold', { grapheme: 'a', script: 'Latn' })).toBeUndefined()
  })
  test.each([
    ['Hani', 'Hans'],
    ['Hani', 'Jpan'],
    ['Hira', 'Jpan'],
    ['Hang', 'Kore'],
    ['Arab', 'Aran'],
  ])('letters of %s are the own script of a language written in %s', (script, language) => {
    const set: FontSet = { script: language, regular: [face('first', '我'), face('second', '我')], bold: [] }
    expect(faceFor(set, 'regular', { grapheme: '我', script })?.face.id).toBe('first')
  })
})
