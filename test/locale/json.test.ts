import fc from 'fast-check'
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

  const WITHIN = 'Write \\" for a quotation mark within a text, or the marks of the language, such as “ and ”'
  const ENDS = 'the quotation mark that ends this is missing'
  const BEGINS = 'the quotation mark that begins this is missing'
  const MORE = 'this quotation mark ends the text, and more follows'
  const INSTEAD = 'Write " instead, before and after each name and each text'
  const CUT = 'Put back what stood here, or write the rest and the closing brackets'
  const ESCAPE = 'Delete the backslash; if it is to be printed, write two'
  const SIDES = 'Keep the right lines, and delete the others and those with <<<<<<<, ======= and >>>>>>>'
  const TOO_MUCH = 'Delete the bracket before this, if what follows belongs to the file; if not, delete what follows'
  const NO_TEXT = 'Write a colon and the text after it; or, if it is a text, the name and a colon before it'
  test.each([
    // Commas.
    ['{"a":1,}', '1:7', 'a comma stands before the closing }', 'Delete the comma before }'],
    ['{\n  "a": {\n    "b": "x",\n  },\n  "c": "y"\n}', '3:13', 'a comma stands before the closing }', 'Delete the comma before }'],
    ['[1,]', '1:3', 'a comma stands before the closing ]', 'Delete the comma before ]'],
    ['{"a":1,,"b":2}', '1:8', 'there is one comma too many', 'Delete this comma'],
    ['{,"a":1}', '1:2', 'there is one comma too many', 'Delete this comma'],
    ['{"a":1},\n', '1:8', 'a comma stands after the last bracket', 'Delete the comma'],
    ['{"a":1\n "b":2}', '1:7', 'a comma is missing here', 'Write a comma here'],
    ['{"a":"x"\n\n "b":"y"}', '1:9', 'a comma is missing here', 'Write a comma here'],
    ['["a" "b"]', '1:5', 'a comma is missing here', 'Write a comma here'],
    ['{\n"a": "x"\n"b": "y"\n}', '2:9', 'a comma is missing here', 'Write a comma here'],
    ['{\n  "a": {\n    "b": "x"\n    "c": "y"\n  }\n}', '3:13', 'a comma is missing here', 'Write a comma here'],
    // Brackets.
    ['{\n  "a": {\n    "b": "x"\n\n  "c": "y"\n}\n', '3:13', '} is missing here', 'Write } and a comma here: the { of line 2 is not closed'],
    ['{\n  "a": [\n    "x"\n  "c": "y"\n}\n', '3:8', '] is missing here', 'Write ] and a comma here: the [ of line 2 is not closed'],
    ['{"a":1', '1:7', 'a closing brace } is missing', 'Write } where it belongs: the { of line 1 is not closed'],
    ['{\n  "a": {\n    "b": "x",\n  "c": "y"\n}\n', '6:1', 'a closing brace } is missing', 'Write } where it belongs: the { of line 2 is not closed'],
    ['[1', '1:3', 'a closing bracket ] is missing', 'Write ] where it belongs: the [ of line 1 is not closed'],
    ['{"a":[1,2}', '1:10', '} stands where ] should', 'Write ] here, since it ends the [ of line 1'],
    ['{"a":1]', '1:7', '] stands where } should', 'Write } here, since it ends the { of line 1'],
    ['{}}', '1:3', 'there is one } too many', 'Delete it, or an earlier one where the file should go on'],
    ['{} {}', '1:4', 'the file should end here', TOO_MUCH],
    ['{"a":1}, "b":2}', '1:8', 'the file should end here', TOO_MUCH],
    ['{"a":1,', '1:8', 'it ends in the middle', CUT],
    // Names and values.
    ['{"a":}', '1:6', 'a value should stand after the colon', 'Write the text, in double quotation marks, or delete the name too'],
    ['{"a" 1}', '1:5', 'a colon is missing after the name', 'Write a colon here'],
    ['{"a"}', '1:2', 'a name without a text', NO_TEXT],
    ['{"a":"x" "y"}', '1:10', 'a second text stands after the first', `Make one text of the two. ${WITHIN}`],
    ['{1:"x"}', '1:2', 'a name in double quotation marks should stand here, not "1"', 'Write the name, a colon and the text'],
    ['{"a":True}', '1:6', '"True" is not understood', 'Write true'],
    ['{"a":01}', '1:7', '"1" is not understood', 'Write a text in double quotation marks, a number, true, false or null'],
    ['', '1:1', 'it is empty', 'Write {} into it, or put back what stood here'],
    [' \n', '2:1', 'it is empty', 'Write {} into it, or put back what stood here'],
    // Quotation marks.
    ['{"a":"x,\n "b":"y"}', '1:8', ENDS, 'Write " here'],
    ['{"a":"x\n}', '1:8', ENDS, 'Write " here'],
    ['{"a":"x, "b":"y"}', '1:8', ENDS, 'Write " here'],
    ['{"a: "x"}', '1:4', ENDS, 'Write " here'],
    ['{\n"a":some text",\n"b":1}', '2:5', BEGINS, 'Write " here'],
    ['{a":"x"}', '1:2', BEGINS, 'Write " here'],
    ['{a:1}', '1:2', 'the name "a" has no quotation marks', 'Write "a", in double quotation marks'],
    ['{"a":some text}', '1:6', '"some" is not understood', 'Write " before and after the text'],
    ['{"a":"He said "yes" to us"}', '1:15', MORE, WITHIN],
    ['{"a":""Yes", he said"}', '1:7', MORE, WITHIN],
    ['{"a":"x\\",\n"b":1}', '1:8', 'after a backslash, a quotation mark is part of the text', 'Delete the backslash'],
    ["{'a':'x'}", '1:2', '\' stands where JSON has "', INSTEAD],
    ['{"a":“x”}', '1:6', '“ stands where JSON has "', INSTEAD],
    ['{"a":"x”,\n"b":1}', '1:8', '” stands where JSON has "', INSTEAD],
    ['{"a":"“x”,\n"b":1}', '1:10', ENDS, 'Write " here'],
    ['{"a":«x»}', '1:6', '« stands where JSON has "', INSTEAD],
    // Within texts.
    ['{"a":"x\ny"}', '1:8', 'the line ends within a text', 'Write the text on one line, however long it is'],
    ['{"a":"x\ty"}', '1:8', 'a tab stands in a text', 'Write a space instead'],
    ['{"a":"x\u0007"}', '1:8', 'a control character (U+0007) stands in a text', 'Delete it'],
    ['{"a":"\\\\ \\q"}', '1:10', '"\\q" is nothing that JSON knows', ESCAPE],
    ['{"a":"C:\\users"}', '1:9', '"\\u" is nothing that JSON knows', ESCAPE],
    // What JSON has not.
    ['// c\n{}', '1:1', 'JSON has no comments', 'Delete the comment'],
    ['{"a":1, # c\n"b":2}', '1:9', 'JSON has no comments', 'Delete the comment'],
    ['{"a"：1}', '1:5', '： stands where JSON has :', 'Write : instead'],
    ['{"a";1}', '1:5', '; stands where JSON has :', 'Write : instead'],
    ['{"a":1،"b":2}', '1:7', '، stands where JSON has ,', 'Write , instead'],
    ['{"a":"x"，"b":"y"}', '1:9', '， stands where JSON has ,', 'Write , instead'],
    ['{\u00A0"a":1}', '1:2', 'an invisible character (U+00A0) stands here', 'Delete it, or write a usual space instead'],
    ['{\n<<<<<<< HEAD\n"a":1\n', '2:1', 'two versions of the file were not put together', SIDES],
    ['<!DOCTYPE html>', '1:1', 'it does not begin with {', 'Delete what stands before the first {, or put back the file as it was'],
    // As it comes from UTF-16.
    ['\uFFFD\uFFFD{\0}\0', '1:1', 'it is not in UTF-8', 'Save the file again, as UTF-8'],
  ])('%j is refused in plain words, with what to do', (text, at, problem, fix) => {
    expect(read(text).value).toBeUndefined()
    expect(read(text).findings.map(short)).toEqual([
      `error[json-syntax] a.json:${at} This file is not JSON: ${problem}`,
    ])
    expect(read(text).findings[0]?.fix).toBe(fix)
  }) // prettier-ignore

  test('whatever is lost of a file, what is said has a place in it', () => {
    const sound = '{\n  "a": { "b": "x, \\"y\\" “z”", "c": [1, true] },\n  "d": "e: f"\n}\n'
    const cuts = fc.record({
      at: fc.nat(sound.length),
      length: fc.nat(3),
      instead: fc.constantFrom('', '"', ',', '}', '\n', '\\', '“', ':', '#', '\u00A0', 'x'),
    })
    fc.assert(fc.property(cuts, ({ at, length, instead }) => {
      const text = sound.slice(0, at) + instead + sound.slice(at + length)
      for (const { place } of read(text).findings) {
        const line = text.split('\n')[place.line - 1]
        expect(line).toBeDefined()
        expect(place.column).toBeLessThanOrEqual(line!.length + 1)
      }
    })) // prettier-ignore
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
    [`"\n${'['.repeat(DEEP)}`, '1:2', 'the line ends within a text'],
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

  test('letters that were lost with an encoding are said once a file, and nothing of it is used', () => {
    const json = read('{\n "a": "x",\n "b": "\uFFFD\uFFFD, \uFFFD"\n}')
    expect(json.value).toBeUndefined()
    expect(json.findings.map(short)).toEqual([
      'error[letter-lost] a.json:3:8 "\uFFFD" (U+FFFD) stands in place of a letter that was lost, here and in 2 more places',
    ])
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
      'error[json-shape] a.json:4:10 "more" has a value that Doorstep cannot use: Doorstep knows no such name here, only name, list',
    ])
  })

  test('of a name that is misspelt it is said which was perhaps meant, wherever it stands', () => {
    const deep = v.strictObject({
      rows: v.optional(v.array(v.strictObject({ picture: v.string(), text: v.string() }))),
      byTag: v.record(v.string(), v.strictObject({ colour: v.string() })),
    })
    const text = '{"rows":[{"picture":"a","txet":"b","text":"c"},{"pictrue":"a","text":"c"}],"byTag":{"en":{"color":"x"},"tr":{"Colour":"y"}}}' // prettier-ignore
    const said = readShape(deep, read(text)).findings.map((f) => f.title.slice(f.title.indexOf(': ') + 2))
    // "text" is there already: who wrote "txet" besides meant something else.
    expect(said.filter((s) => s !== 'it is missing')).toEqual([
      'Doorstep knows no such name here, only picture, text',
      'Doorstep knows no such name here; "picture" was perhaps meant',
      'Doorstep knows no such name here; "colour" was perhaps meant',
      'Doorstep knows no such name here; "colour" was perhaps meant',
    ])
  })

  test('of several unknown names each is said, at its place, with the name that it is nearest to', () => {
    const forms = v.strictObject({
      rows: v.array(v.strictObject({ text: v.string() })),
      name: v.string(),
      colour: v.optional(v.string()),
    })
    const said = (text: string) => readShape(forms, read(text)).findings.map(short)
    const cannot = 'has a value that Doorstep cannot use: Doorstep knows no such name here'
    expect(
      said(
        '{\n "rows": [{ "text": "x", "a": 1, "txt": 2 }],\n "nmae": 1,\n "name": "x",\n "color": "y",\n "constructor": 1\n}',
      ),
    ).toEqual([
      `error[json-shape] a.json:2:31 "rows.0.a" ${cannot}, only text`,
      `error[json-shape] a.json:2:41 "rows.0.txt" ${cannot}, only text`,
      `error[json-shape] a.json:3:10 "nmae" ${cannot}, only rows, name, colour`,
      `error[json-shape] a.json:5:11 "color" ${cannot}; "colour" was perhaps meant`,
      `error[json-shape] a.json:6:17 "constructor" ${cannot}, only rows, name, colour`,
    ])
  })

  test('of an object that has one of several forms it is said by the form that it has', () => {
    const forms = v.array(
      v.union(
        [
          v.strictObject({ list: v.array(v.string()), note: v.optional(v.string()) }),
          v.strictObject({ paragraph: v.string(), note: v.optional(v.string()) }),
        ],
        'a row is a list or a paragraph',
      ),
    )
    const said = (text: string) => readShape(forms, read(text)).findings.map(short)
    const [cannot, name] = ['has a value that Doorstep cannot use:', 'Doorstep knows no such name here']
    expect(said('[{"paragraph": "p", "nots": "", "x": ""},\n {"list": ["", 1], "note": ""}]')).toEqual([
      `error[json-shape] a.json:1:29 "0.nots" ${cannot} ${name}; "note" was perhaps meant`,
      `error[json-shape] a.json:1:38 "0.x" ${cannot} ${name}, only paragraph, note`,
      `error[json-shape] a.json:2:16 "1.list.1" ${cannot} it should be a text, not 1`,
    ])
    const neither = (at: number) => [`error[json-shape] a.json:1:${at} "0" ${cannot} a row is a list or a paragraph`]
    for (const text of ['[{"paragraph": "p", "list": []}]', '[{"note": ""}]', '[{"x": ""}]', '[1]', '[null]', '[[]]'])
      expect(said(text), text).toEqual(neither(2))
  })

  test('a list in place of an object is said as such, and is not a file that holds nothing', () => {
    const said = (form: v.GenericSchema, text: string) => readShape(form, read(text)).findings.map(short)
    const list = 'has a value that Doorstep cannot use: it should be an object, not a list'
    const record = v.record(v.string(), v.strictObject({ state: v.optional(v.string()) }))
    expect(said(schema, '[]')).toEqual([`error[json-shape] a.json:1:1 "the whole file" ${list}`])
    expect(said(record, '[]')).toEqual([`error[json-shape] a.json:1:1 "the whole file" ${list}`])
    expect(said(record, '{"a": {},\n "b": [],\n "c": []}')).toEqual([
      `error[json-shape] a.json:2:7 "b" ${list}`,
      `error[json-shape] a.json:3:7 "c" ${list}`,
    ])
    const deep = v.strictObject({ rows: v.array(v.strictObject({ text: v.optional(record) })) })
    expect(said(deep, '{"rows": [{}, {"text": []}, []]}')).toEqual([
      `error[json-shape] a.json:1:24 "rows.1.text" ${list}`,
      `error[json-shape] a.json:1:29 "rows.2" ${list}`,
    ])
    expect(said(deep, '{"rows": []}')).toEqual([])
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
