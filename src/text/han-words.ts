import { wordStarts } from './dictionary-breaks.js'
import { EAST_ASIAN } from './east-asian-spacing.js'
import type { Languages } from './keep-together.js'
import { HAN_BREAK, MAY_BREAK } from './line-break-rules.js'

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC]{2,}/gu

/**
 * Marks the breaks within words of Chinese and Japanese, by ICU's dictionary, which Node brings with it. UAX #14 knows no
 * words, and print fills its lines; where lines are short and their ends are free, "青 / 少年" (young people) reads badly.
 */
export function keepHanWords({ text, languages }: Languages, breaks: Uint8Array): void {
  let start = 0
  for (const { end, lang } of languages) {
    for (const { 0: written, index } of EAST_ASIAN.test(lang) ? text.slice(start, end).matchAll(HAN) : []) {
      const first = start + index
      const words = new Set(wordStarts(written))
      for (let at = 1; at < written.length; at++)
        if (breaks[first + at] === MAY_BREAK && !words.has(at)) breaks[first + at] = HAN_BREAK
    }
    start = end
  }
}
