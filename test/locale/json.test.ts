import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { readJson, readShape } from '../../src/locale/index.js'
import { memoryShelf } from '../helpers/shelf.js'
import { short } from './shop.js'

const read = (text: string) => readJson(memoryShelf({ 'a.json': text }), 'a.json')

describe('reading JSON', () => {
  test('a place is the first character of the value', () => {
    const json = read('{\n  "a": { "b": ["x", "y"] }\n}')
    expect(json.place(['a', 'b', 1])).toMatchObject({ file: 'a.json', line: 2, column: 21 })
  })

  test('a path that is not there has the place of its nearest parent', () => {
    expect(read('{\n  "a": { "b": "x" }\n}').place(['a', 'c', 'd'])).toMatchObject({ line: 2, column: 8 })
  })

  test('a byte order mark is tolerated and counts as no column', () => {
    const json = read('\uFEFF{"a":1}')
    expect(json.value).toEqual({ a: 1 })
    expect(json.place(['a'])).toMatchObject({ line: 1, column: 6 })
  })

  test('a name like __proto__ is a name like any other', () => {
    expect(Object.keys(read('{"__proto__": {"x": "y"}}').value as object)).toEqual(['__proto__'])
  })

  test('a file that is not there is a finding', () => {
    const json = readJson(memoryShelf({}), 'locales/tr/locale.json')
    expect(json.findings.map(short)).toEqual(['error[file-missing] locales/tr/locale.json:1:1 There is no file here'])
  })

  test.each([
    ['{"a":1,}', '1:8', 'a name in double quotation marks should stand here, not "}"'],
    ['{"a" 1}', '1:6', 'a colon is missing after the name'],
    ['{"a":1\n "b":2}', '2:2', 'a comma is missing before this'],
    ['{"a":1', '1:7', 'a closing brace } is missing'],
    ['[1', '1:3', 'a closing bracket ] is missing'],
    ['{"a":}', '1:6', 'a value should stand here, not "}"'],
    ['', '1:1', 'a value should stand here'],
    ['{}}', '1:3', 'the file should end here'],
    ['// c\n{}', '1:1', 'JSON has no comments'],
    ['{"a":"x\n"}', '1:6', 'a quotation mark is missing at the end of this line'],
    ['{"a":"\\q"}', '1:6', 'a backslash \\ is followed by something that JSON does not know'],
    ['{"a":"\t"}', '1:6', 'a control character stands in the text'],
    ['{a:1}', '1:2', '"a" is not understood'],
  ])('%j is refused in plain words', (text, at, problem) => {
    expect(read(text).value).toBeUndefined()
    expect(read(text).findings.map(short)).toEqual([
      `error[json-syntax] a.json:${at} This file is not JSON: ${problem}`,
    ])
  })

  const DEEP = 99_999
  test.each([
    ['lists', '['.repeat(DEEP) + ']'.repeat(DEEP), '1:101'],
    ['lists that nobody closes', '['.repeat(DEEP), '1:101'],
    ['lists after something', `{\n"a": ${'['.repeat(DEEP)}`, '2:105'],
    ['objects', '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP), '1:501'],
    ['objects that nobody closes', '{"a":'.repeat(DEEP), '1:501'],
    ['both', '[{"a":'.repeat(DEEP) + '1' + '}]'.repeat(DEEP), '1:301'],
  ])('%s that stand 99,999 deep within each other are refused in plain words', (_, text, at) => {
    expect(read(text).value).toBeUndefined()
    expect(read(text).findings.map(short)).toEqual([
      `error[json-syntax] a.json:${at} This file is not JSON: more than 100 brackets stand within each other`,
    ])
  })

  test.each([
    ['[}'.repeat(DEEP), '1:2', 'a value should stand here, not "}"'],
    [`/* " */ ${'['.repeat(DEEP)}`, '1:1', 'JSON has no comments'],
    [`"\n${'['.repeat(DEEP)}`, '1:1', 'a quotation mark is missing at the end of this line'],
  ])('what is wrong before brackets go too deep is said first', (text, at, problem) => {
    expect(read(text).findings.map(short)).toEqual([
      `error[json-syntax] a.json:${at} This file is not JSON: ${problem}`,
    ])
  })

  test('brackets 100 deep, and any number in a text or beside each other, are sound', () => {
    const text = `[${'['.repeat(99) + ']'.repeat(99)}, "${'['.repeat(DEEP)}", ${'[],'.repeat(DEEP)} 1]`
    expect(read(text).findings).toEqual([])
    // Seen by the slower way, too.
    expect(read(text.replace('1]', '{ "a": 1, "a": 1 }]')).findings.map((f) => f.code)).toEqual(['json-duplicate'])
  })

  test('a name that stands twice in one object is a finding at its second place', () => {
    expect(read('{\n "a": {"b": 1},\n "c": {"b": 2, "b": 3}\n}').findings.map(short)).toEqual([
      'error[json-duplicate] a.json:3:16 "b" stands twice in the same object',
    ])
  })
})

describe('the form of a file', () => {
  const schema = v.strictObject({ name: v.string(), list: v.array(v.number()) })
  const problems = (text: string) => readShape(schema, read(text)).findings.map(short)

  test('a file of the right form gives its value and no findings', () => {
    expect(readShape(schema, read('{"name":"x","list":[1]}'))).toEqual({
      value: { name: 'x', list: [1] },
      findings: [],
    })
  })

  test('each problem stands at the value that has it, in plain words', () => {
    expect(problems('{\n "name": 1,\n "list": [2, "x"],\n "more": true\n}')).toEqual([
      'error[json-shape] a.json:2:10 "name" has a value that Doorstep cannot use: it should be a text, not 1',
      'error[json-shape] a.json:3:14 "list.1" has a value that Doorstep cannot use: it should be a number, not "x"',
      'error[json-shape] a.json:4:10 "more" has a value that Doorstep cannot use: Doorstep knows no such name here',
    ])
  })

  test('what is missing is said at its parent', () => {
    expect(problems('{\n "list": []\n}')).toEqual([
      'error[json-shape] a.json:1:1 "name" has a value that Doorstep cannot use: it is missing',
    ])
  })

  test('a file that is no object at all is said at its start', () => {
    expect(problems('1')).toEqual([
      'error[json-shape] a.json:1:1 "the whole file" has a value that Doorstep cannot use: it should be an object, not 1',
    ])
  })
})
