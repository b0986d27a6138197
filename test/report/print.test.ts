import { describe, expect, test } from 'vitest'
import { countFindings, finding, isError, mergeFindings, printFinding, unreachable } from '../../src/report/index.js'

const place = { file: 'locales/zgh/clinic.json', line: 14, column: 12, key: 'clinic:when', excerpt: '  "when": "ⴰⵙⵙ"' }
const glyph = finding('glyph-missing', place, {
  character: 'ⴰ',
  codePoint: 'U+2D30',
  fonts: 'NotoSans_400Regular',
  language: 'Tamazight',
})
const note = { ...glyph, severity: 'note' as const }
const warning = { ...glyph, severity: 'warning' as const }

describe('a finding for a terminal', () => {
  const lines = printFinding({ ...glyph, leaflets: ['zgh/clinic.whole.standard'] }).split('\n')
  test('begins with severity, code, place and key', () => {
    expect(lines[0]).toBe('error[glyph-missing]  locales/zgh/clinic.json:14:12  clinic:when')
  })
  test('says what is wrong', () => {
    expect(lines[1]).toContain('"ⴰ" (U+2D30)')
  })
  test('shows the line, with a mark under the spot', () => {
    expect(lines[2]).toBe('  14 │   "when": "ⴰⵙⵙ"')
    expect(lines[3]!.indexOf('^')).toBe(lines[2]!.indexOf('ⴰ'))
  })
  test('names the leaflets that are held, then what to do', () => {
    expect(lines[4]).toBe('  Held, the last good edition stays: zgh/clinic.whole.standard')
    expect(lines[5]).toMatch(/^ {2}fix: ./)
    expect(lines).toHaveLength(6)
  })
  test('keeps its lines, whatever a folder is called', () => {
    const odd = printFinding({ ...glyph, place: { ...place, file: 'locales/a\nb/x.json' }, leaflets: ['a\nb/clinic'] })
    expect(odd.split('\n')).toHaveLength(6)
    expect(odd).toContain('locales/a▯b/x.json:14:12')
  })
})

test('of many leaflets three are named', () => {
  const held = printFinding({ ...glyph, leaflets: ['a', 'b', 'c', 'd', 'e'] })
  expect(held).toContain('Held, the last good edition stays: a, b, c and 2 more')
})

test('what is no error holds nothing', () => {
  expect(printFinding({ ...warning, leaflets: ['a'] })).toContain('Concerns: a')
})

test('a long line is cut to 90 characters around the spot, the mark stays under it', () => {
  const excerpt = `${'x'.repeat(120)}ⴰ${'y'.repeat(120)}`
  const [, , shown, mark] = printFinding({ ...glyph, place: { ...place, column: 121, excerpt } }).split('\n')
  expect(shown).toBe(`  14 │ …${'x'.repeat(40)}ⴰ${'y'.repeat(49)}…`)
  expect(mark!.indexOf('^')).toBe(shown!.indexOf('ⴰ'))
})

test('without an excerpt there is neither line nor mark', () => {
  const text = printFinding({ ...glyph, place: { file: 'a', line: 1, column: 1 } })
  expect(text).not.toContain('│')
})

describe('counting', () => {
  test('names each severity that occurs, in order of weight', () => {
    expect(countFindings([note, glyph, warning, glyph])).toBe('2 errors, 1 warning, 1 note')
  })
  test('none is said in words', () => {
    expect(countFindings([])).toBe('no findings')
  })
})

describe('merging', () => {
  const of = (leaflet: string) => ({ ...glyph, leaflets: [leaflet] })
  test('the same finding from several leaflets is one, with all names, each once', () => {
    expect(mergeFindings([of('a'), of('b'), of('a')])).toEqual([{ ...glyph, leaflets: ['a', 'b'] }])
  })
  test('findings at other places or with other words stay apart, in order of first sight', () => {
    const other = { ...glyph, place: { ...place, line: 15 } }
    const worded = { ...glyph, title: 'Another' }
    expect(mergeFindings([other, glyph, worded, glyph])).toEqual([other, glyph, worded])
  })
  test('a finding without leaflets gets none', () => {
    expect(mergeFindings([glyph])[0]).not.toHaveProperty('leaflets')
  })
})

test('only errors are errors', () => {
  expect([glyph, warning, note].map(isError)).toEqual([true, false, false])
})

test('what the compiler calls unreachable throws when it is reached', () => {
  expect(() => unreachable('x' as never)).toThrow(new TypeError('Unreachable: "x"'))
})
