import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCatalogue } from '../../../src/locale/index.js'
import { catalogueOf, localeJson } from '../shop.js'
import { processorTime } from '../../helpers/processor-time.js'

const WRITING = [['tr', 'Latn'], ['fa', 'Arab'], ['yi', 'Hebr'], ['bn', 'Beng'], ['zh-Hans', 'Hans'], ['th', 'Thai'], ['am', 'Ethi'], ['xx', 'Zzzz']] as const // prettier-ignore

const check = (english: string, tag: string, script: string, text: string) =>
  checkCatalogue(
    catalogueOf('en', { a: english }),
    catalogueOf(tag, { a: text }, { [`locales/${tag}/locale.json`]: localeJson({ tag, script }) }),
  )

const piece = fc.oneof(
  fc.constantFrom('a', 'ب', 'ক', '中', '1', '९', '٤', ' ', '  ', '.', '۔', '?', ':', ',', '-', '/', '@', '+44', '(', ')'),
  fc.constantFrom('{{a}}', '{{', '<term>', '</term>', '<span lang="en">', '</span>', '&amp;', '&', 'May', 'Art. ', 'Act '),
  fc.constantFrom('\u200C', '\u200D', '\u0301', '\uD800', '\n', '\u0000', '\uFFFC', '\u{1D7CE}', 'www.', '.uk', 'E8 1EA'),
) // prettier-ignore
const text = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''))

test.each(WRITING)('whatever is written in %s (%s), findings have a place and nothing throws', (tag, script) => {
  fc.assert(
    fc.property(text, text, (english, here) => {
      for (const f of check(english, tag, script, here)) expect(f.place.line).toBeGreaterThan(0)
    }),
    { numRuns: 100 },
  )
})

describe('a hundred thousand characters are looked through in seconds', () => {
  const long: Readonly<Record<string, string>> = {
    'a word': 'a'.repeat(100_000),
    'words': 'ab '.repeat(33_333),
    'digits': '1'.repeat(100_000),
    'groups of digits': '020 '.repeat(25_000),
    'digits with points': '1.'.repeat(50_000),
    'an address without an end': 'a.'.repeat(50_000) + '@b',
    'dates': '1-1-1 '.repeat(16_000),
    'numbers of a law': `section ${'1, '.repeat(33_000)}`,
    'brackets of a law': `section 1${'(a)'.repeat(33_000)}`,
    'spaces': ' '.repeat(100_000),
    'a letter with marks': 'a' + '\u0301'.repeat(100_000),
    'joiners': '\u200D'.repeat(100_000),
    'marks at the end': '!'.repeat(100_000) + 'a',
    'closing brackets': ')'.repeat(100_000) + 'a',
    'months': '1 May '.repeat(16_000),
  } // prettier-ignore
  test.each(Object.keys(long))('%s', (name) => {
    // Half a second each; with time squared it is minutes.
    expect(processorTime(() => check(long[name]!, 'tr', 'Latn', long[name]!.slice(1)))).toBeLessThan(10)
  })
})
