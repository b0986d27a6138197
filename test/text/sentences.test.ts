import { describe, expect, test } from 'vitest'
import { startsSentence } from '../../src/text/sentences.js'

/** A text with a bar where the offset stands. */
const starts = (marked: string): boolean => startsSentence(marked.replace('|', ''), marked.indexOf('|'))

describe('a sentence starts', () => {
  // UAX #29, SB11: after Sentence_Terminal, Close* and Sp*.
  test.each([
    ['We ask. |You say yes.'],
    ['Who are we? |We are'],
    ['Wir fragen! |Übrigens'],
    ['من نحن؟ |نحن'],
    ['ہم ہیں۔ |ہم'],
    ['हम हैं। |हम'],
    ['我们是谁？|我们'],
    ['我们帮助您。|您的'],
    ['መረጃ አለን። |ይህ'],
    ['Ո՞վ ենք։ |Մենք'],
    ['They say “yes.” |Then'],
    ['support (advocacy). |They help'],
    ['它叫做《条例》。」|我们'],
    ['from \u2068Hackney Council\u2069. |It is'],
    ['Called \u2068personal data\u2069.\u2069 |\u2068It\u2069 is'],
    ['¿Quiénes somos? |¿Qué'],
    ['Say it. |“Yes”'],
    ['In 2018. |12 people'],
  ])('%s', (marked) => {
    expect(starts(marked)).toBe(true)
  })
})
describe('no sentence starts', () => {
  test.each([
    ['|We ask.'],
    ['We |ask.'],
    ['We ask, |You'],
    ['Such as: |Your name'],
    // SB8: after a full stop a small letter goes on.
    ['bzw. |danach'],
    ['(name etc.) |and address'],
    ['For us; |They'],
  ])('%s', (marked) => {
    expect(starts(marked)).toBe(false)
  })
})
test('in Greek a semicolon asks', () => {
  expect(starts('Ποιοι είμαστε; |Είμαστε')).toBe(true)
  expect(starts('Ποιοι είμαστε; |είμαστε')).toBe(false)
  expect(starts('Ποιοι είμαστε\u037E |Είμαστε')).toBe(true)
})
