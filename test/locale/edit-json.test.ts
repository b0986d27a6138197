import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editMessages } from '../../src/locale/index.js'

const edit = (
  json: string | undefined,
  texts: Readonly<Record<string, string>>,
  order: readonly string[] = Object.keys(texts),
) => editMessages(json, { texts: new Map(Object.entries(texts)), order })
const ORDER = ['title', 'about.intro', 'about.more', 'about.deep.end', 'rights', 'closing']

describe('a text that is there', () => {
  test('is changed in its place; escapes, spaces and line ends of all else stay', () => {
    const json = '\uFEFF{\r\n\t"a" :  "\\u00e9 \\/",\r\n\t"b": { "c": "old", "d": "\\"" }\r\n}'
    expect(edit(json, { 'b.c': 'new "é"\n' })).toEqual({ text: json.replace('"old"', '"new \\"é\\"\\n"') })
  })
  test('is the only thing that changes, whatever the file looks like', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        names,
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(0, 2, 4, '\t'),
        fc.nat(),
        (keys, text, indent, pick) => {
          const json = JSON.stringify(
            Object.fromEntries(keys.map((k, i) => [k, i % 2 ? { [k]: 'text' } : 'text'])),
            undefined,
            indent,
          )
          const at = pick % keys.length
          const path = at % 2 ? `${keys[at]}.${keys[at]}` : keys[at]!
          const edited = edit(json, { [path]: text })
          const value = JSON.parse(json) as Record<string, unknown>
          if (at % 2) (value[keys[at]!] as Record<string, string>)[keys[at]!] = text
          else value[keys[at]!] = text
          expect(edited).toEqual({ text: JSON.stringify(value, undefined, indent) })
        },
      ),
    )
  })
})

describe('a text that is new', () => {
  const file = `{
    "title": "A",
    "about": {
        "more": "B"
    },
    "closing": "C"
}
`
  test.each([
    [
      'after its neighbour in the English',
      'rights',
      'x',
      '        "more": "B"\n    },\n    "rights": "x",\n    "closing"',
    ],
    [
      'before all others, if it comes first',
      'about.intro',
      'x',
      '"about": {\n        "intro": "x",\n        "more": "B"',
    ],
    [
      'with the objects that it needs',
      'about.deep.end',
      'x',
      '"more": "B",\n        "deep": {\n            "end": "x"\n        }\n    },',
    ],
  ])('stands %s', (_, path, text, expected) => {
    const edited = edit(file, { [path]: text }, ORDER)
    expect('text' in edited && edited.text).toContain(expected)
  })
  test('makes the file, if there is none', () => {
    expect(edit(undefined, { closing: 'C', 'about.intro': 'A', 'about.more': 'B' }, ORDER)).toEqual({
      text: '{\n  "about": {\n    "intro": "A",\n    "more": "B"\n  },\n  "closing": "C"\n}\n',
    })
  })
  test('has no place where a text stands in the way of its object', () => {
    expect(edit('{ "about": "text" }', { 'about.intro': 'x' }, ORDER)).toEqual({ blocked: 'about.intro' })
    expect(edit('{ "about": { "intro": "x" } }', { about: 'x' }, ORDER)).toEqual({ blocked: 'about' })
  })
  test('in a file of one line stays a file that can be read', () => {
    const edited = edit('{ "title": "A" }', { rights: 'x', 'about.intro': 'y' }, ORDER)
    expect('text' in edited && JSON.parse(edited.text)).toEqual({ title: 'A', about: { intro: 'y' }, rights: 'x' })
  })
})
