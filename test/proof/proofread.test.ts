import { beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/document/index.js'
import { dumpReadBack, proofread, readBack, UnreadableError } from '../../src/proof/index.js'
import { sampleDocument, say, span } from './helpers/sample-document.js'
import { writeSample } from './helpers/write-sample.js'

const FILE = 'en/sample.whole.standard.pdf'
const document = sampleDocument()
let pdf: Uint8Array
beforeAll(async () => {
  pdf = await writeSample(document)
})

describe('proofreading', () => {
  test('a good leaflet gives no finding', async () => {
    expect(await proofread(pdf, document, FILE)).toEqual([])
  })

  test('leaves the bytes as they are', async () => {
    const before = pdf.slice()
    await proofread(pdf, document, FILE)
    expect(pdf.length).toBeGreaterThan(0)
    expect(Buffer.from(pdf).equals(before)).toBe(true)
  })

  test('bytes that are a view into something larger are read in their own bounds', async () => {
    const larger = new Uint8Array(pdf.length + 200)
    larger.set(pdf, 100)
    expect(await proofread(larger.subarray(100, 100 + pdf.length), document, FILE)).toEqual([])
  })

  test('one leaflet beside another', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => proofread(pdf, document, FILE)))
    expect(all.flat()).toEqual([])
  })

  test('leaves the native functions of the program in place', () => {
    expect(Function.prototype.toString.call(Array.prototype.push)).toContain('[native code]')
  })
})

describe('a file that says what its document says, and may not, is held', () => {
  const problemsOf = async (more: { readonly lang?: string; readonly href?: string }): Promise<string[]> => {
    const blocks = [...document.blocks, { kind: 'paragraph', id: 'n12', style: 'body', text: [span('Last', more)] }]
    const told = { ...document, blocks } as Document
    return (await proofread(await writeSample(told), told, FILE)).map((f) => f.title)
  }
  const held = (problem: string) => `The file is not what it claims to be, PDF/UA-1 and PDF/A-2a: ${problem}`

  test('a link whose target is no ASCII (ISO 32000-1 §12.6.4.7)', async () => {
    expect(await problemsOf({ href: 'https://example.org/gr%C3%BC' })).toEqual([])
    expect(await problemsOf({ href: 'https://example.org/grü' })).toEqual([
      held('a link to "https://example.org/grü", which is no URI in ASCII (ISO 32000-1 12.6.4.7)'),
    ])
  })

  test('a language that is no tag (BCP 47, ISO 19005-2 §6.7.4)', async () => {
    expect(await problemsOf({ lang: 'de-CH-1901' })).toEqual([])
    expect(await problemsOf({ lang: 'en_GB' })).toEqual([held('"en_GB" is no language tag (PDF/A-2 6.7.4)')])
  })
})

describe('a finding', () => {
  const other = (change: (d: Document) => Document): Promise<Awaited<ReturnType<typeof proofread>>> =>
    proofread(pdf, change(document), FILE)
  const withText = (id: string, text: string) => (d: Document) => ({
    ...d,
    blocks: d.blocks.map((b) =>
      b.id === id && b.kind === 'paragraph' ? { ...b, text: [{ ...b.text[0]!, text }] } : b,
    ),
  })

  test('leads to the sentence, and shows what each reader read', async () => {
    const findings = await other(withText('n2', 'Children and family service'))
    expect(findings.map((f) => [f.code, f.place.line, f.title])).toEqual([
      [
        'proof-text',
        2,
        'pdf-parse reads "…mily Children and families service What we coll…" ' +
          'where the source says "…mily Children and family service What we collec…"',
      ],
      [
        'proof-text',
        2,
        'pdf.js reads "Children and families service" where the source says "Children and family service"',
      ],
    ])
  })

  test('about spaces alone says so, too', async () => {
    const findings = await other(withText('n2', 'Child ren and families service'))
    expect(findings.map((f) => [f.code, f.place.line])).toEqual([
      ['proof-text', 2],
      ['proof-text', 2],
    ])
    expect(findings[1]?.title).toBe(
      'pdf.js reads "Children and families servic…" where the source says "Child ren and families servic…"',
    )
  })

  test('about a language names the passage', async () => {
    const findings = await other((d) => ({
      ...d,
      blocks: d.blocks.map((b) =>
        b.id === 'n4' && b.kind === 'paragraph'
          ? { ...b, text: b.text.map((s) => (s.lang === 'tr' ? { ...s, lang: 'az' } : s)) }
          : b,
      ),
    }))
    expect(findings.map((f) => f.title)).toEqual(['"gizlilik bildirimi" is marked as language "tr", it is "az"'])
  })

  test('about a link names its words', async () => {
    const findings = await other((d) => ({
      ...d,
      blocks: d.blocks.map((b) =>
        b.id === 'n4' && b.kind === 'paragraph'
          ? { ...b, text: b.text.map((s) => (s.href ? { ...s, href: 'https://hackney.gov.uk/' } : s)) }
          : b,
      ),
    }))
    expect(findings.map((f) => f.title)).toEqual([
      'The tags say a link to https://hackney.gov.uk/privacy where the document has ' +
        'a link to https://hackney.gov.uk/ on "hackney.gov.uk/privacy"',
    ])
  })

  test('about a missing element names it once, not every element after it', async () => {
    const more = { kind: 'paragraph', id: 'n99', style: 'body', text: say('We never sell it.') } as const
    const findings = await other((d) => ({ ...d, blocks: [...d.blocks.slice(0, 2), more, ...d.blocks.slice(2)] }))
    expect(findings.filter((f) => f.code === 'proof-structure').map((f) => f.title)).toEqual([
      'The tags say H2 "What we collect" where the document has P "We never sell it."',
    ])
  })

  test('about a right-to-left leaflet that does not say so', async () => {
    const findings = await other((d) => ({ ...d, direction: 'rtl' }))
    expect(findings.map((f) => f.title)).toEqual(['The direction of reading says "L2R", it should say "R2L"'])
  })

  test('about the foot of each page that lacks the day of issue', async () => {
    const later = { ...document, issueDate: '2026-12-02' }
    const findings = await proofread(await writeSample(later), later, FILE)
    expect(findings.map((f) => f.title)).toEqual([
      expect.stringMatching(/^The foot of page 1 says ".*2026-12-01.*", it should say "2026-12-02"$/),
      expect.stringMatching(/^The foot of page 2 says ".*2026-12-01.*", it should say "2026-12-02"$/),
    ])
  })

  test('about an edition that the feet or the metadata do not say', async () => {
    const later = { ...document, edition: '0000011F' }
    const inFeet = await proofread(await writeSample(later), later, FILE)
    expect(inFeet.map((f) => f.title)).toEqual([
      expect.stringMatching(/^The foot of page 1 says ".*3KTM7QX9.*", it should say "0000011F"$/),
      expect.stringMatching(/^The foot of page 2 says ".*3KTM7QX9.*", it should say "0000011F"$/),
    ])
    const inMetadata = await proofread(await writeSample(later), document, FILE)
    expect(inMetadata.map((f) => f.title)).toEqual([
      expect.stringMatching(/^The list of keywords says ".*; edition 0000011F", it should say ".*; edition 3KTM7QX9"$/),
    ])
  })

  test('a document without any text has a place, too', async () => {
    const findings = await proofread(new Uint8Array(), { ...document, blocks: [] }, FILE)
    expect(findings.map((f) => [f.code, f.place.file])).toEqual([['proof-unreadable', FILE]])
  })
})

test('a mark in bold is no element: it needs no tag', async () => {
  const bold = {
    ...document,
    blocks: [{ ...document.blocks[0]!, text: [...say('What '), span('we'), ...say(' know')] }],
  }
  expect(await proofread(await writeSample(bold as Document), bold as Document, FILE)).toEqual([])
})

test('bytes that no reader takes are refused by name', async () => {
  await expect(readBack(new TextEncoder().encode('hello'))).rejects.toThrow(UnreadableError)
})

test('the dump shows tags, artifacts and metadata', async () => {
  await expect(dumpReadBack(await readBack(pdf))).toMatchFileSnapshot('sample.tags.txt')
})
