import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/document/index.js'
import { sampleDocument } from '../proof/helpers/sample-document.js'
import { fontsOf } from '../text/helpers/fonts.js'
import { say } from '../text/helpers/spans.js'
import { pdfOf } from './helpers/leaflet.js'
import { all, at, items, open, pagesIn, textOf, valueOf } from './helpers/open.js'

const sample = sampleDocument()
let pdf: Uint8Array
let file: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  pdf = pdfOf(sample)
  file = await open(pdf)
})

const installed = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('the file is whole', () => {
  test('a version, an object stream and a cross-reference stream (ISO 32000-1 §7.5)', () => {
    const text = Buffer.from(pdf).toString('latin1')
    expect(text).toMatch(/^%PDF-1\.7\n/)
    expect(text).toContain('/Type /ObjStm')
    expect(text).toContain('/Type /XRef')
    const start = Number(/startxref\n(\d+)\n%%EOF/.exec(text)![1])
    expect(text.slice(start, start + 20)).toMatch(/^\d+ 0 obj/)
  })
  test('every page is there', () => {
    expect(pagesIn(file).length).toBeGreaterThanOrEqual(1)
  })
  test.skipIf(!installed('qpdf'))('qpdf finds nothing wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-'))
    try {
      writeFileSync(join(folder, 'a.pdf'), pdf)
      expect(execFileSync('qpdf', ['--check', join(folder, 'a.pdf')], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('what the file says of itself', () => {
  test('title, author, dates and keywords', () => {
    expect(file.getTitle()).toBe('What we know about your family')
    expect(file.getAuthor()).toBe('Hackney Council')
    expect(file.getSubject()).toBe('sample.whole.standard')
    expect(file.getKeywords()).toBe('sample.whole.standard; en; text 2018-05-25; printed 2026-12-01; edition 3KTM7QX9')
    expect(file.getCreationDate()).toEqual(new Date('2026-12-01T00:00:00Z'))
    expect(file.getModificationDate()).toEqual(new Date('2026-12-01T00:00:00Z'))
  })
  test('language and tags', () => {
    expect(valueOf(at(file.catalog, 'Lang'))).toBe('en')
    expect(at(file.catalog, 'MarkInfo', 'Marked')?.toString()).toBe('true')
    expect(pagesIn(file).map((p) => valueOf(at(p, 'Tabs')))).toEqual(pagesIn(file).map(() => 'S'))
  })
  test('the XMP packet is not compressed (ISO 32000-1 §14.3.2)', () => {
    const stream = at(file.catalog, 'Metadata')
    expect(at(stream, 'Subtype')?.toString()).toBe('/XML')
    expect(at(stream, 'Filter')).toBeUndefined()
    expect(Buffer.from(pdf).toString('utf8')).toContain('<pdf:Keywords>sample.whole.standard; en; text 2018-05-25')
  })
  test('colours are sRGB, by an ICC profile of a monitor with three channels (ISO 19005-2 §6.2.3)', () => {
    const [intent, ...more] = items(at(file.catalog, 'OutputIntents'))
    expect(more).toEqual([])
    expect(at(intent, 'S')?.toString()).toBe('/GTS_PDFA1')
    const profile = Buffer.from(textOf(at(intent, 'DestOutputProfile')), 'latin1')
    // ICC.1:2010 §7.2: size, class, space, signature.
    expect(profile.readUInt32BE(0)).toBe(profile.length)
    expect([12, 16, 36].map((i) => profile.toString('latin1', i, i + 4))).toEqual(['mntr', 'RGB ', 'acsp'])
  })
  test('viewers show the title, print at 100 % and turn pages from the left', () => {
    const preferences = at(file.catalog, 'ViewerPreferences')
    expect(at(preferences, 'DisplayDocTitle')?.toString()).toBe('true')
    expect(valueOf(at(preferences, 'PrintScaling'))).toBe('None')
    expect(valueOf(at(preferences, 'Direction'))).toBe('L2R')
  })
  test('viewers turn the pages of a right-to-left leaflet from the right', async () => {
    const arabic = { ...sample, lang: 'ar', direction: 'rtl', blocks: [{ kind: 'paragraph', id: 'p', style: 'body', text: say('سلام', 'ar') }] } satisfies Document // prettier-ignore
    const back = await open(pdfOf(arabic))
    expect(valueOf(at(back.catalog, 'ViewerPreferences', 'Direction'))).toBe('R2L')
    expect(valueOf(at(back.catalog, 'Lang'))).toBe('ar')
  })
})

test('bookmarks nest as headings do', async () => {
  const heading = (id: string, depth: 1 | 2 | 3) => ({ kind: 'heading', id, depth, text: say(id) }) as const
  const blocks = [heading('A', 1), heading('B', 2), heading('C', 3), heading('D', 3), heading('E', 2), heading('F', 3)]
  const back = await open(pdfOf({ ...sample, blocks }))
  const tree = (item: ReturnType<typeof at>): string => {
    let out = ''
    for (let next = at(item, 'First'); next; next = at(next, 'Next')) {
      const inner = tree(next)
      out += `${valueOf(at(next, 'Title'))}${inner && `(${inner})`}`
    }
    return out
  }
  expect(tree(at(back.catalog, 'Outlines'))).toBe('A(B(CD)E(F))')
})

describe('a picture', () => {
  const row = sample.blocks.find((b) => b.kind === 'row')!
  const rows = Array.from({ length: 12 }, (_, i) => ({ ...row, id: `r${i}`, figure: { ...row.figure, id: `f${i}` } }))

  test('is in the file once, however often it is painted', async () => {
    const back = await open(pdfOf({ ...sample, blocks: rows }))
    expect(all(back, 'Subtype', 'Form')).toHaveLength(1)
    const painted = pagesIn(back).map((p) => items(p.Contents()).map(textOf).join('\n').match(/\/P1 Do/g)?.length ?? 0) // prettier-ignore
    expect(painted.length).toBeGreaterThan(1)
    expect(painted.reduce((a, b) => a + b)).toBe(12)
  })

  test('has an alternative text and bounds within its page', async () => {
    const back = await open(pdfOf({ ...sample, blocks: rows }))
    const figures = all(back, 'S', 'Figure')
    expect(figures.map((f) => valueOf(at(f, 'Alt')))).toEqual(rows.map(() => 'A worker stands at a door'))
    for (const figure of figures) {
      const [left, bottom, right, top] = items(at(figure, 'A', 'BBox')).map((n) => valueOf(n) as number)
      expect([left! > 0, bottom! > 0, right! < 596, top! < 842, right! - left!]).toEqual([true, true, true, true, expect.closeTo(127.56, 1)]) // prettier-ignore
    }
  })
})

test('what no reader sees is left out: a blank leaflet has no fonts', async () => {
  const furniture = { draft: [], tab: [], foot: [], folio: [], digits: '0123456789' }
  const back = await open(pdfOf({ ...sample, blocks: [], furniture }, fontsOf('en')))
  expect(all(back, 'Type', 'Font')).toEqual([])
  expect(pagesIn(back)).toHaveLength(1)
})
