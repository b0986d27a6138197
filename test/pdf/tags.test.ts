import { beforeAll, describe, expect, test } from 'vitest'
import type { Block, Document } from '../../src/document/index.js'
import { PDFDict, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { readBack } from '../../src/proof/index.js'
import { sampleDocument } from '../proof/helpers/sample-document.js'
import { say, span } from '../text/helpers/spans.js'
import { pdfOf } from './helpers/leaflet.js'
import { all, at, items, open, pagesIn, valueOf } from './helpers/open.js'

const leaflet = (blocks: readonly Block[]): Document => ({ ...sampleDocument(), blocks })
const paragraph = (text: Document['blocks'][number] & { kind: 'paragraph' }): Document => leaflet([text])

describe('a link', () => {
  const text = [
    span('Call us: '),
    span('020 8356 3000', { href: 'tel:+442083563000' }),
    span(' or write to '),
    span('children.and.families.privacy@hackney.gov.uk, or come to us at the town hall', {
      href: 'mailto:a@hackney.gov.uk',
    }),
  ]
  let file: PDFDocument
  let links: PDFObject[]
  beforeAll(async () => {
    file = await open(pdfOf(paragraph({ kind: 'paragraph', id: 'p', style: 'body', text })))
    links = all(file, 'S', 'Link')
  })
  const annotations = (): PDFObject[] => pagesIn(file).flatMap((page) => items(at(page, 'Annots')))

  test('leads where the span says', () => {
    expect(valueOf(at(annotations()[0], 'A', 'URI'))).toBe('tel:+442083563000')
    expect(annotations().every((a) => valueOf(at(a, 'Subtype')) === 'Link')).toBe(true)
  })

  test('has a description (ISO 14289-1 §7.18.5): what is printed', () => {
    expect(valueOf(at(annotations()[0], 'Contents'))).toBe('020\u00A08356\u00A03000')
  })

  test('is owned by its Link element, and the parent tree leads back to it', () => {
    const parents = new Map<number, PDFObject | undefined>()
    const nums = items(at(file.catalog, 'StructTreeRoot', 'ParentTree', 'Nums'))
    for (let i = 0; i < nums.length; i += 2) parents.set(valueOf(nums[i]) as number, nums[i + 1])
    for (const link of links) {
      const kids = items(at(link, 'K'))
      const references = kids.filter((k) => valueOf(at(k, 'Type')) === 'OBJR')
      expect(references.length).toBeGreaterThan(0)
      for (const reference of references) {
        const annotation = at(reference, 'Obj')
        expect(annotation).toBeInstanceOf(PDFDict)
        expect(parents.get(valueOf(at(annotation, 'StructParent')) as number)).toBe(link)
      }
      expect(kids.length).toBeGreaterThan(references.length)
    }
  })

  test('over two lines is one Link with an annotation for each (ISO 32000-1 §14.8.4.4.2), all described by all words', () => {
    const heights = annotations().map((a) => {
      const [, bottom, , top] = items(at(a, 'Rect')).map((n) => valueOf(n) as number)
      return top! - bottom!
    })
    expect(links).toHaveLength(2)
    const [, first, second] = annotations().map((a) => valueOf(at(a, 'Contents')))
    expect(first).toBe('children.and.families.privacy@hackney.gov.uk, or come to us at the town hall')
    expect(second).toBe(first)
    expect(heights).toHaveLength(3)
    for (const height of heights) expect(height).toBeCloseTo(14 * 1.3, 1)
  })
})

describe('tags as readers find them', () => {
  test('a list over two pages is one L, its item over two pages one LBody', async () => {
    const long = 'word '.repeat(260).trim()
    const list: Block = {
      kind: 'list',
      id: 'l',
      items: [1, 2, 3].map((i) => ({ kind: 'item', id: `l${i}`, text: say(`${i} ${long}`) })),
    }
    const { roots, pages } = await readBack(pdfOf(leaflet([list])))
    expect(pages.length).toBeGreaterThan(1)
    const tags = roots[0]!.kids.flatMap((k) => (k.kind === 'tag' ? [k] : []))
    expect(tags.map((t) => [t.role, t.kids.length])).toEqual([['L', 3]])
    const bodies = tags[0]!.kids.map((k) => (k.kind === 'tag' ? k.kids[1] : undefined))
    const where = bodies.map((b) => b?.kind === 'tag' && b.kids.map((k) => k.kind === 'piece' && k.page))
    expect(where).toContainEqual([1, 2])
  })

  test('a passage in another language is a Span with that language', async () => {
    const text = [span('In Turkish: '), span('bildirim', { lang: 'tr' }), span('.')]
    const { roots } = await readBack(pdfOf(paragraph({ kind: 'paragraph', id: 'p', style: 'body', text })))
    const [p] = roots[0]!.kids
    const inner = p?.kind === 'tag' ? p.kids.map((k) => (k.kind === 'tag' ? `${k.role} ${k.lang} ${k.kids.length}` : k.kind)) : [] // prettier-ignore
    expect(inner).toEqual(['piece', 'Span tr 1', 'piece'])
  })

  test('a paragraph all in another language has it on its own tag', async () => {
    const { roots } = await readBack(
      pdfOf(paragraph({ kind: 'paragraph', id: 'p', style: 'body', text: say('bildirim', 'tr') })),
    )
    expect(roots[0]!.kids).toMatchObject([{ role: 'P', lang: 'tr', kids: [{ kind: 'piece' }] }])
  })

  test('an element without text is there all the same', async () => {
    const { roots } = await readBack(pdfOf(paragraph({ kind: 'paragraph', id: 'p', style: 'body', text: say('') })))
    expect(roots[0]!.kids).toMatchObject([{ role: 'P', kids: [] }])
  })

  test('bullets are a list with disc labels (ISO 14289-1 §7.6)', async () => {
    const list: Block = { kind: 'list', id: 'l', items: [{ kind: 'item', id: 'i', text: say('one') }] }
    const file = await open(pdfOf(leaflet([list])))
    expect(all(file, 'S', 'L').map((l) => valueOf(at(l, 'A', 'ListNumbering')))).toEqual(['Disc'])
  })
})
