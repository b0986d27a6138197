import { describe, expect, test } from 'vitest'
import { fileStart, placeAt } from '../../src/report/index.js'

const text = '{\n  "one": "a",\r\n  "two": "ab"\n}\n'

describe('a place is where a person can open the file', () => {
  test('lines and columns count from 1', () => {
    expect(placeAt('a.json', text, 0)).toEqual({ file: 'a.json', line: 1, column: 1, excerpt: '{' })
    expect(placeAt('a.json', text, text.indexOf('"one"'))).toMatchObject({ line: 2, column: 3 })
  })
  test('its line is shown without the line end', () => {
    expect(placeAt('a.json', text, text.indexOf('"one"')).excerpt).toBe('  "one": "a",')
    expect(placeAt('a.json', text, text.indexOf('ab')).excerpt).toBe('  "two": "ab"')
  })
  test('columns count UTF-16 units, as editors do', () => {
    expect(placeAt('a.json', '👩x', 2).column).toBe(3)
  })
  test('the end of the text is a place too', () => {
    expect(placeAt('a.json', 'ab', 2)).toMatchObject({ line: 1, column: 3, excerpt: 'ab' })
    expect(placeAt('a.json', text, text.length)).toMatchObject({ line: 5, column: 1, excerpt: '' })
  })
  test('a key is kept, and only if there is one', () => {
    expect(placeAt('a.json', text, 0, 'x:y').key).toBe('x:y')
    expect(placeAt('a.json', text, 0)).not.toHaveProperty('key')
  })
})

test('the start of a file is line 1, column 1, without an excerpt', () => {
  expect(fileStart('a.json')).toEqual({ file: 'a.json', line: 1, column: 1 })
})
