import { describe, expect, test } from 'vitest'
import { dumpDocument, elementsOf, outlineOf, plain, spansOf } from '../../src/document/index.js'
import { sampleDocument } from '../proof/helpers/sample-document.js'
import { documentOf } from '../layout/helpers/print-shop.js'
import { say, span } from '../text/helpers/spans.js'

const document = sampleDocument()
const elements = [...elementsOf(outlineOf(document))]

describe('the tag tree of a document', () => {
  test('has parents before children, in reading order', () => {
    expect(elements.slice(0, 9).map((e) => `${e.role} ${e.id}`)).toEqual([
      'Document document',
      'H1 n1',
      'P n2',
      'H2 n3',
      'P n4',
      'L n5',
      'LI n5.0',
      'Lbl n5.0.label',
      'LBody n5.0.body',
    ])
  })
  test('has every id once', () => {
    expect(new Set(elements.map((e) => e.id)).size).toBe(elements.length)
  })
  test('gives a row its picture first, then its sentence', () => {
    const row = elements.find((e) => e.id === 'n8')
    expect(row?.role).toBe('Div')
    expect(row?.children.map((e) => [e.role, plain(e.alt ?? e.text ?? [])])).toEqual([
      ['Figure', 'A worker stands at a door'],
      ['P', 'A worker visits you at home.'],
    ])
  })
  test('makes hard words a list: the word is its label', () => {
    const words = elements.find((e) => e.id === 'n7')
    expect(words?.children[0]?.children.map((e) => [e.role, plain(e.text ?? [])])).toEqual([
      ['Lbl', 'Consent'],
      ['LBody', 'You say yes to something.'],
    ])
  })
  test('marks bullets as generated: no source says them', () => {
    expect(elements.filter((e) => e.generated).map((e) => [e.role, e.generated])).toEqual(
      Array.from({ length: 7 }, () => ['Lbl', '•']),
    )
  })
  test('keeps what is in a box together', () => {
    expect(elements.find((e) => e.id === 'n9')?.children.map((e) => e.role)).toEqual(['H3', 'P'])
  })
})

test('every span of text, alternative text and furniture is walked once', () => {
  const texts = [...spansOf(document)].map((s) => s.text)
  expect(texts).toContain('A worker stands at a door')
  expect(texts).toContain('English')
  expect(texts.filter((t) => t === 'Consent')).toHaveLength(1)
})

test('a dump shows roles, languages, bold, links, fields and furniture', () => {
  const text = [
    span('plain '),
    span('bold', { weight: 'bold' }),
    span(' türkçe', { lang: 'tr' }),
    span(' link', { href: 'tel:1' }),
  ]
  const folio = [span('Page '), span('', { field: 'page' })]
  const furniture = { draft: [], tab: [say('English')], foot: [], folio, digits: '0123456789' }
  const { blocks } = sampleDocument()
  const made = documentOf([{ kind: 'paragraph', id: 'p', style: 'body', text }, blocks[7]!], { furniture })
  expect(dumpDocument(made)).toBe(
    [
      'Document lang=en ltr "Test"',
      '  P "plain *bold*[tr: türkçe]< link tel:1>"',
      '  Div',
      '    Figure alt="A worker stands at a door"',
      '    P "A worker visits you at home."',
      'every page',
      '  "English"',
      '  "Page {page}"',
    ].join('\n'),
  )
})
