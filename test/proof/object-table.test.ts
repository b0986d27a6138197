import { PDFDocument } from '@cantoo/pdf-lib'
import { spawnSync } from 'node:child_process'
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkObjectTable } from '../../src/proof/object-table.js'
import { readBack, UnreadableError } from '../../src/proof/index.js'
import { rawPages } from './helpers/raw-page.js'

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const startOf = (pdf: Uint8Array): number => Number(/startxref\s+(\d+)/.exec(latin1(pdf).slice(-64))?.[1])
const check = (pdf: Uint8Array): void => {
  checkObjectTable(pdf, startOf(pdf))
}

let good: Uint8Array
let packed: Uint8Array
beforeAll(async () => {
  good = await rawPages(['One', 'Two', 'Three'].map((text) => [{ text, x: 20, y: 20 }]))
  const file = await PDFDocument.load(good, { updateMetadata: false })
  packed = await file.save({ useObjectStreams: true, addDefaultPage: false })
})

/** The file with the lines of the first two pages in the table one byte further than the pages. */
function shifted(pdf: Uint8Array): Uint8Array {
  const text = latin1(pdf)
  const [, ...pages] = /\/Kids \[(\d+) 0 R (\d+) 0 R/.exec(text) ?? []
  const lines = pages.map((id) => text.indexOf(`\n${id} 0 obj`) + 1)
  const ten = (n: number): string => String(n).padStart(10, '0')
  return bytesOf(lines.reduce((t, at) => t.replace(`${ten(at)} 00000 n`, `${ten(at + 1)} 00000 n`), text))
}

describe('a file is read only when each object is where its table says', () => {
  test('with a table of lines', () => {
    expect(() => {
      check(good)
    }).not.toThrow()
  })

  test('with a table and objects in streams', () => {
    expect(latin1(packed)).toContain('/ObjStm')
    expect(() => {
      check(packed)
    }).not.toThrow()
  })

  test('with a second table, of what was added later', () => {
    const text = latin1(good)
    const size = /\/Size (\d+)/.exec(text)?.[1] ?? ''
    const more = `${text}\n${size} 0 obj\n(more)\nendobj\n`
    const table = `xref\n${size} 1\n${String(text.length + 1).padStart(10, '0')} 00000 n \ntrailer\n<< /Size ${Number(size) + 1} /Prev ${startOf(good)} >>\n`
    const whole = `${more}${table}startxref\n${more.length}\n%%EOF`
    expect(() => {
      check(bytesOf(whole))
    }).not.toThrow()
    // The older table counts, too.
    expect(() => {
      check(bytesOf(whole.replace('\n1 0 obj', '\n9 0 obj')))
    }).toThrow(/^object 1 is not where/)
  })

  test('with a table that is filtered by rows before it is compressed', () => {
    // Objects 1 (at byte 9) and 2 (the table itself, at byte 25), each row written as difference to the one above.
    const head = '%PDF-1.7\n1 0 obj null endobj\n'
    expect([head.indexOf('1 0 obj'), head.length]).toEqual([9, 29])
    const rows = deflateSync(Uint8Array.from([2, 0, 0, 0, 2, 1, 9, 0, 2, 0, 20, 0]))
    const dictionary =
      '<< /Type /XRef /Size 3 /W [1 1 1] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 3 >> >>'
    const file = `${head}2 0 obj ${dictionary} stream\n${latin1(rows)}\nendstream endobj\nstartxref\n29\n%%EOF`
    expect(() => {
      check(bytesOf(file))
    }).not.toThrow()
  })

  test('not with an object elsewhere', () => {
    expect(() => {
      check(shifted(good))
    }).toThrow(/^object \d+ is not where the table of objects says: the file was damaged$/)
  })

  test('not with a compressed part that lost a byte', () => {
    const at = latin1(packed).indexOf('stream', latin1(packed).indexOf('/ObjStm')) + 40
    expect(() => {
      check(packed.map((byte, i) => (i === at ? byte ^ 255 : byte)))
    }).toThrow(/unpacked|not where/)
  })
})

test('a page that cannot be fetched is refused, and leaves no promise behind', async () => {
  await expect(readBack(shifted(good))).rejects.toThrow(UnreadableError)
})

test('oddity: pdf.js ends the whole program for a page that cannot be fetched', () => {
  const program = `
    import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
    const data = new Uint8Array(Buffer.from(process.env.PDF, 'base64'))
    const file = await getDocument({ data, verbosity: 0, stopAtErrors: true }).promise.catch(() => undefined)
    setTimeout(() => console.log('still here'), 50)`
  const run = (pdf: Uint8Array): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, PDF: Buffer.from(pdf).toString('base64') },
      encoding: 'utf8',
    })
  expect(run(good).stdout).toBe('still here\n')
  const damaged = run(shifted(good))
  expect([damaged.status, damaged.stdout]).toEqual([1, ''])
  expect(damaged.stderr).toContain('XRefEntryException: Bad (uncompressed) XRef entry')
})
