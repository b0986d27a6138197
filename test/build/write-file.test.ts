import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { textIn } from '../../src/build/read-file.js'
import { isSealed, sealed, sealedFilePrint } from '../../src/build/record.js'
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

// A seal has 77 bytes: with a body that ends around the end of a portion (32 kB) it stands in two of them.
test.each([0, 1, 40, 32_768 - 78, 32_768 - 77, 32_768 - 40, 32_768 - 1, 32_768, 2 * 32_768 - 3])(
  'the seal of a file is known a portion at a time, after %i bytes too',
  (length) => {
    const file = join(folder, 'sealed')
    const record = [...sealed(['x'.repeat(length)])].join('')
    writeFile(file, Buffer.from(record))
    expect(sealedFilePrint(file)).toBe(sha256(record))
    expect([...textIn(file)].join('')).toBe(record)
    writeFile(file, Buffer.from(record.slice(0, -1)))
    expect(sealedFilePrint(file)).toBeUndefined()
    writeFile(file, Buffer.from(`y${record}`))
    expect(sealedFilePrint(file)).toBeUndefined()
  },
)

test('a letter that stands in two portions of a file is one letter', () => {
  const said = `${'x'.repeat(32_766)}\u{1F4F0}`
  writeFile(join(folder, 'letter'), Buffer.from(said))
  expect([...textIn(join(folder, 'letter'))].join('')).toBe(said)
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
