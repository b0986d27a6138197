import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { messageText, tokensOf, type Token } from '../../src/exchange/inline.js'
import { anyText } from './texts.js'

const shown = (message: string): string =>
  tokensOf(message)
    .map((t) => (t.kind === 'text' ? t.text : t.kind === 'code' ? `[${t.raw}]` : `[${t.kind} ${t.pair} ${t.raw}]`))
    .join('')
const written = (tokens: readonly Token[]): string =>
  tokens.map((t) => (t.kind === 'text' ? messageText(t.text) : t.raw)).join('')

describe('what a tool shows', () => {
  test.each([
    ['Call {{phone}} now', 'Call [{{phone}}] now'],
    ['<strong>a <term>b</term></strong>', '[open 0 <strong>]a [open 1 <term>]b[close 1 </term>][close 0 </strong>]'],
    ['A &amp; B &lt; C', 'A & B < C'],
    ['A &gt; B > C', 'A [&gt;] B > C'],
    ['&lt;strong> is a mark', '[&lt;]strong> is a mark'],
    ['one & two < three', 'one [&] two [<] three'],
    ['<strong>not closed', '[<strong>]not closed'],
    ['<strong><term></strong></term>', '[<strong>][open 1 <term>][</strong>][close 1 </term>]'],
    ['<b>none of ours</b>', '[<]b>none of ours[<]/b>'],
  ])('%s', (message, tokens) => {
    expect(shown(message)).toBe(tokens)
  })

  test('is what the message is made of again, to the character', () => {
    fc.assert(
      fc.property(anyText, (text) => written(tokensOf(text)) === text),
      { numRuns: 3000 },
    )
  })

  test('marks and slots that a person types in a tool are marks and slots', () => {
    expect(messageText('A & B < C <strong>{{date}}</strong>')).toBe('A &amp; B &lt; C <strong>{{date}}</strong>')
  })
})
