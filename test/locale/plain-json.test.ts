import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from '../../src/locale/index.js'
import { memoryShelf } from '../helpers/shelf.js'

const read = (text: string) => readJson(memoryShelf({ 'a.json': text }), 'a.json')

test('a sound file is read as it stands, whatever its strings hold', () => {
  const texts = fc.oneof(fc.string(), fc.constantFrom('": ', '\\": "', '{"a":1}', '\\', '\\\\"', '\u2028', '"'))
  const values = fc.letrec((tie) => ({
    value: fc.oneof(texts, fc.integer(), fc.boolean(), fc.constant(null), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.dictionary(texts, tie('value'), { maxKeys: 5 }),
  })).value // prettier-ignore
  fc.assert(fc.property(values, fc.constantFrom(undefined, 2, '\t'), (value, space) => {
    const { value: found, findings } = read(JSON.stringify(value, undefined, space))
    expect(JSON.stringify(found)).toBe(JSON.stringify(value))
    expect(findings).toEqual([])
  })) // prettier-ignore
})

test('a name that stands twice is seen, at any depth, and beside strings that look like names', () => {
  const twice = '{ "x": "\\"a\\": 1", "b": [{ "a": 1, "c": { "a": 2 }, "a": 3 }] }'
  const { findings } = read(twice)
  expect(findings.map((f) => f.code)).toEqual(['json-duplicate'])
  expect(findings[0]!.place.column).toBe(twice.lastIndexOf('"a"') + 1)
})

test('objects have no prototype: "constructor" is a name like any other, and nobody’s if the file has none', () => {
  const { value } = read('{ "a": {}, "__proto__": { "b": 1 } }')
  expect((value as Record<string, unknown>)['constructor']).toBeUndefined()
  expect(Object.keys(value as object)).toEqual(['a', '__proto__'])
})
