import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isSealed, sealed } from '../../src/build/record.js'
import { sha256 } from '../../src/build/seen.js'
import { listed, printOf, writeFile } from '../../src/build/write-file.js'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-write-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const lines = Array.from({ length: 9000 }, (_, i) => `${'\u{1F4F0}\u0635'.repeat(i % 7)} ${i}`)
const text = lines.join(',\n')

test('a text in parts is the same file as the whole text, and has its print', () => {
  writeFile(join(folder, 'parts'), listed(lines, ',\n', (line) => line)) // prettier-ignore
  expect(readFileSync(join(folder, 'parts'), 'utf8')).toBe(text)
  expect(printOf(listed(lines, ',\n', (line) => line))).toBe(sha256(text))
})

test('a record in parts is sealed; any letter that is another breaks the seal', () => {
  const record = [...sealed([text, ',\n'])].join('')
  expect(record.startsWith(`${text},\n"seal": "`)).toBe(true)
  expect(isSealed(record)).toBe(true)
  expect(isSealed(record.replace('8999', '8998'))).toBe(false)
  expect(isSealed(record.slice(0, -1))).toBe(false)
})

test('what fails while parts are made ends the writing, and is thrown', () => {
  function* failing(): Generator<string> {
    yield text
    throw new RangeError('no more')
  }
  expect(() => {
    writeFile(join(folder, 'failing'), failing())
  }).toThrow('no more')
})
