import type { Span, Text } from '../../../src/document/index.js'

const origin = { place: { file: 'locales/xx/test.json', line: 1, column: 1 } }

export function span(text: string, more: Partial<Omit<Span, 'text'>> = {}): Span {
  return { text, lang: 'en', weight: 'regular', origin, ...more }
}

/** A text of one span. */
export const say = (text: string, lang = 'en'): Text => [span(text, { lang })]

/** All spans joined, bidi controls as U+2066 and the like written out: what a person can read in a failed test. */
export const shown = (text: Text): string =>
  text
    .map((s) => s.text)
    .join('|')
    .replace(/[\u2066-\u2069]/g, (c) => ({ '\u2066': '<L ', '\u2067': '<R ', '\u2068': '<F ', '\u2069': '>' })[c] ?? c)
    .replaceAll('\u00A0', '_')
