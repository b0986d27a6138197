import { describe, expect, test } from 'vitest'
import { dumpDocument, plain, spansOf, type Document } from '../../src/document/index.js'
import { composeNotice, type Composed, type Order } from '../../src/notice/index.js'
import { changedShelf, diskShelf } from '../helpers/shelf.js'
import { short } from '../locale/shop.js'
import { openShop } from './shop.js'

const order = (changes: Partial<Order> = {}): Order => ({
  service: 'whole',
  format: 'standard',
  issueDate: '2026-11-23',
  ...changes,
})
const compose = (tag: string, changes: Partial<Order> = {}, files: Files = {}): Composed =>
  composeNotice(order(changes), openShop(tag, changedShelf(diskShelf, files)))
type Files = Readonly<Record<string, string | undefined>>

/** A file of the workspace with one text changed. */
function changed(file: string, from: string, to: string): Files {
  const text = diskShelf.read(file) ?? ''
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  return { [file]: text.replace(from, to) }
}

test('a leaflet that is asked for once says the same, and nothing of it is kept', () => {
  const shop = openShop('tr', diskShelf)
  const blocksOf = (once: boolean) => composeNotice(order(), { ...shop, once }).document!.blocks
  const kept = blocksOf(false)
  expect(blocksOf(false)).toBe(kept)
  const once = blocksOf(true)
  expect(once).toEqual(kept)
  expect(once).not.toBe(kept)
  expect(blocksOf(true)).not.toBe(once)
})

/** Turkish words that stay, whatever translators write meanwhile. */
const turkishLeaflet = JSON.stringify({
  whole: 'Tümü',
  draft: { translation: 'Taslak çeviri.', source: 'Taslak.' },
  'who-to-ask': 'Kime sorabilirsiniz?',
  phone: 'Telefon: {{phone}}',
  email: 'E-posta: {{email}}',
  'content-date': 'Metin: {{date}}',
  'issue-date': 'Baskı: {{date}}',
  folio: 'Sayfa {{page}} / {{pages}}',
  'picture-credit': 'Resimler: {{sources}}',
})
const turkishTitle = (
  JSON.parse(diskShelf.read('locales/tr/children-and-families.json') ?? '{}') as { readonly title: string }
).title
const fixedTurkish: Files = {
  'locales/tr/leaflet.json': turkishLeaflet,
  'locales/tr/review.json': undefined,
  ...changed('locales/tr/children-and-families.json', turkishTitle, 'Gizlilik bildirimi'),
}

function documentOf(composed: Composed): Document {
  if (!composed.document) throw new Error(composed.findings.map(short).join('\n'))
  return composed.document
}
const problems = (composed: Composed): string[] => composed.findings.filter((f) => f.severity === 'error').map(short)
const headings = (document: Document): string[] =>
  document.blocks.flatMap((b) => (b.kind === 'heading' ? [plain(b.text)] : []))

describe('a leaflet of one service', () => {
  const document = documentOf(compose('en', { service: 'early-help' }))

  test('has the lawful basis of this service only', () => {
    expect(headings(document)).toEqual([
      'Children and families service privacy notice',
      'What personal data do we collect and handle?',
      'What legally allows us to collect and handle information about you?',
      'Early help and prevention',
      'Who do we share your data with?',
      'What rights do you have?',
    ])
  })

  test('names the service under the title', () => {
    const leads = document.blocks.flatMap((b) => (b.kind === 'paragraph' && b.style === 'lead' ? [plain(b.text)] : []))
    expect(leads).toEqual(['Early help and prevention', 'Text of 25 May 2018'])
  })

  test('a service that the notice does not have is a finding', () => {
    expect(problems(compose('en', { service: 'housing' }))).toEqual([
      'error[service-unknown] templates/notices/children-and-families.json:6:15 There is no service "housing"',
    ])
  })
})

describe('easy read', () => {
  const easy = (service: string): Document => documentOf(compose('en', { service, format: 'easy-read' }))
  const words = (document: Document): string[] =>
    document.blocks.flatMap((b) => (b.kind === 'words' ? b.entries.map((e) => plain(e.term)) : []))

  test('a row is a picture with its alternative text, and a sentence', () => {
    const row = easy('whole').blocks.find((b) => b.kind === 'row')
    expect(row?.kind === 'row' && [row.figure.picture.id, plain(row.figure.alt), plain(row.text)]).toEqual([
      'council',
      'A public building with a flag',
      'This leaflet is from Hackney Council. It is from our services for children and families.',
    ])
  })

  test('the word list explains the words of the rows that are left, in the order of the notice', () => {
    expect(words(easy('whole'))).toHaveLength(19)
    expect(words(easy('social-care'))).toEqual([
      'Personal data',
      "Children's social care",
      'General Data Protection Regulation',
      'Legal obligation',
      'Special category data',
      'Mental health',
      'HMRC',
      'DWP',
      'Cabinet Office',
      'Fraud',
      'Advocacy',
      'Probation',
      'Rehabilitation',
    ])
  })

  test('every hard word that is marked is explained, in the leaflet of every service', () => {
    for (const service of ['whole', 'social-care', 'early-help', 'clinical', 'fostering-adoption']) {
      const document = easy(service)
      const marked = document.blocks.flatMap((b) => (b.kind === 'row' ? b.text.filter((s) => s.weight === 'bold') : []))
      const explained = words(document).map((w) => w.toLowerCase())
      expect(marked.map((s) => s.text.toLowerCase()).filter((w) => !explained.includes(w))).toEqual([])
    }
  })

  test('is not approved, so that it says "draft" once in English', () => {
    const drafts = easy('whole').blocks.filter((b) => b.kind === 'paragraph' && b.style === 'draft')
    expect(drafts.map((b) => b.kind === 'paragraph' && plain(b.text))).toEqual([
      'Draft. The council has not checked this text yet.',
    ])
  })

  test('credits the sets whose pictures it prints, sorted', () => {
    const shop = openShop('en', diskShelf, (id) => ({
      picture: { id, size: { width: 1, height: 1 }, shapes: [] },
      credit: id === 'law' ? 'OpenMoji (CC BY-SA 4.0)' : 'Health Icons (MIT)',
      findings: [],
    }))
    const last = documentOf(composeNotice(order({ format: 'easy-read' }), shop)).blocks.at(-1)
    expect(last?.kind === 'paragraph' && [last.style, plain(last.text)]).toEqual([
      'small',
      'Pictures: Health Icons (MIT), OpenMoji (CC BY-SA 4.0)',
    ])
  })

  test('a picture that nobody knows is a finding where the notice names it', () => {
    const shop = openShop('en', diskShelf, () => ({ findings: [] }))
    const [first] = problems(composeNotice(order({ format: 'easy-read' }), shop))
    expect(first).toMatch(
      /^error\[picture-unknown\] templates\/notices\/children-and-families\.json:\d+:\d+ There is no picture "council"$/,
    )
  })
})

describe('the edition', () => {
  const edition = (more: Parameters<typeof compose>[1], shelf = fixedTurkish): string =>
    documentOf(compose('tr', more, shelf)).edition

  test('is the same on every day, also on the day of the text itself', () => {
    const days = ['2026-12-01', '2026-12-11', '2018-05-25']
    expect(new Set(days.map((issueDate) => edition({ issueDate }))).size).toBe(1)
  })

  test('is another for another service or format', () => {
    const all = [{}, { service: 'clinical' }, { format: 'easy-read' }].map((more) => edition(more))
    expect(new Set(all).size).toBe(3)
  })

  test('stands once in the foot and nowhere else', () => {
    const document = documentOf(compose('tr', {}, fixedTurkish))
    expect(JSON.stringify(document.furniture.foot).split(document.edition)).toHaveLength(2)
    expect(JSON.stringify(document.blocks)).not.toContain(document.edition)
    expect(JSON.stringify(document)).not.toMatch(/[\uFDD2-\uFDD5]/)
  })
})

describe('a translation', () => {
  const turkish = documentOf(compose('tr', {}, fixedTurkish))

  test('that is a draft says so in its language and in English: on page 1 as content, then on every page', () => {
    const lines = ['Taslak çeviri.', 'Draft translation. A qualified translator has not checked it yet.']
    const content = turkish.blocks.filter((b) => b.kind === 'paragraph' && b.style === 'draft')
    expect(content.map((b) => b.kind === 'paragraph' && plain(b.text))).toEqual(lines)
    expect(turkish.furniture.draft.map(plain)).toEqual(lines)
  })

  test('has in the foot of every page what families and staff need', () => {
    expect(turkish.furniture.foot.map(plain)).toEqual([
      'Gizlilik bildirimi · Tümü · Metin: 25 Mayıs 2018 (2018-05-25) · Baskı: 23 Kasım 2026 (2026-11-23)',
      `Turkish (tr) · Children and families service privacy notice · All children and families services · Standard · ${turkish.edition}`,
    ])
    expect(turkish.furniture.tab.map(plain)).toEqual(['Türkçe · Turkish'])
  })

  test('leaves room for the numbers of pages', () => {
    expect(turkish.furniture.folio.map((s) => s.field ?? s.text)).toEqual([
      'Sayfa \u2068',
      'page',
      '\u2069 / \u2068',
      'pages',
      '\u2069',
    ])
  })

  test('marks what is in another language', () => {
    const spans = turkish.furniture.foot[1] ?? []
    expect(new Set(spans.map((s) => s.lang))).toEqual(new Set(['en']))
  })

  test('never prints English in place of a missing text', () => {
    const files = changed('locales/tr/children-and-families.json', '"police":', '"polis":')
    const composed = compose('tr', {}, files)
    // Placed at the list that should hold it: "with" stands four spaces in, its value in column 13.
    expect(problems(composed).join('\n')).toMatch(
      /^error\[key-missing\] locales\/tr\/children-and-families\.json:\d+:13 Turkish has no text for "children-and-families:share\.with\.police"$/,
    )
    expect(composed.findings[0]?.leaflets).toEqual(['tr/children-and-families.whole.standard'])
    expect(dumpDocument(documentOf(composed))).not.toContain('"police"')
  })

  test('is held only by findings of texts that it prints', () => {
    const files = changed('locales/tr/children-and-families-easy-read.json', '"title":', '"baslik":')
    expect(problems(compose('tr', {}, files))).toEqual([])
    expect(problems(compose('tr', { format: 'easy-read' }, files))).toHaveLength(1)
  })

  test('with a broken file of texts is held by that file', () => {
    const files = { 'locales/tr/leaflet.json': '{' }
    expect(problems(compose('tr', {}, files))[0]).toBe(
      'error[json-syntax] locales/tr/leaflet.json:1:2 This file is not JSON: a closing brace } is missing',
    )
  })

  test('writes dates in its digits, with the ISO date beside', () => {
    expect(plain(documentOf(compose('bn')).furniture.foot[0] ?? [])).toMatch(
      /২৫.*২০১৮ \(2018-05-25\).*২৩.*২০২৬ \(2026-11-23\)$/,
    )
  })
})

describe('right to left', () => {
  const arabic = documentOf(compose('ar'))

  test('the direction is that of the script', () => {
    expect(arabic.direction).toBe('rtl')
  })

  test('each stretch of English is isolated, so that names keep their places', () => {
    const item = arabic.blocks
      .flatMap((b) => (b.kind === 'list' ? b.items : []))
      .find((i) => plain(i.text).includes('HMRC'))
    expect(item?.text.filter((s) => s.lang === 'en').map((s) => s.text)).toEqual(
      ['HMRC', 'DWP', 'Cabinet Office', 'National Fraud Initiative'].map((n) => `\u2068${n}\u2069`),
    )
  })

  test('the line for staff is one isolate, so that it runs from left to right as a whole', () => {
    const line = (arabic.furniture.foot[1] ?? []).map((s) => s.text).join('')
    expect(line).toBe(
      '\u2068Arabic (ar) · \u2068Children and families service privacy notice\u2069 · ' +
        '\u2068All children and families services\u2069 · \u2068Standard\u2069 · ' +
        `${arabic.edition}\u2069`,
    )
  })

  test('ISO dates are isolated', () => {
    expect((arabic.furniture.foot[0] ?? []).map((s) => s.text).join('')).toContain('(\u20682018-05-25\u2069)')
  })
})

describe('who to ask', () => {
  const contacts = '{ "phone": "020 8356 0000", "email": "a@b.example", "web": "https://b.example" }'
  const composed = compose(
    'tr',
    {},
    { ...fixedTurkish, ...changed('doorstep.json', '"contacts": {}', `"contacts": ${contacts}`) },
  )
  const box = documentOf(composed).blocks.find((b) => b.kind === 'box')

  test('has what the council has supplied; phone, email and web are links', () => {
    const texts = box?.kind === 'box' ? box.blocks.flatMap((b) => (b.kind === 'list' ? [] : [b.text])) : []
    expect(texts.map((t) => [plain(t), t[0]?.href])).toEqual([
      ['Kime sorabilirsiniz?', undefined],
      ['Telefon: 020 8356 0000', 'tel:02083560000'],
      ['E-posta: a@b.example', 'mailto:a@b.example'],
      ['https://b.example', 'https://b.example'],
    ])
  })

  test('addresses are printed as they are written, and lead to a URI in ASCII (ISO 32000-1 table 206)', () => {
    const written = '{ "email": "jürgen@b.example", "web": "https://münchen.example/grüße?x=ä#ö" }'
    const inGerman = compose(
      'tr',
      {},
      { ...fixedTurkish, ...changed('doorstep.json', '"contacts": {}', `"contacts": ${written}`) },
    )
    const lines = documentOf(inGerman).blocks.flatMap((b) => (b.kind === 'box' ? b.blocks : []))
    const links = lines.flatMap((b) => (b.kind === 'list' ? [] : b.text)).filter((s) => s.href !== undefined)
    // ü is C3 BC in UTF-8, ß C3 9F, ä C3 A4, ö C3 B6; the host is what RFC 3492 makes of it.
    expect(new Set(links.map((s) => s.href))).toEqual(
      new Set(['mailto:j%C3%BCrgen@b.example', 'https://xn--mnchen-3ya.example/gr%C3%BC%C3%9Fe?x=%C3%A4#%C3%B6']),
    )
    expect(plain(links)).toContain('https://münchen.example/grüße?x=ä#ö')
  })

  test('what is not supplied is a note, not an empty line', () => {
    expect(composed.findings.map((f) => f.title)).toEqual([
      'The council has not supplied a postal address and opening hours: the box "Who to ask" does without',
    ])
  })
})

describe('a composed leaflet', () => {
  test('numbers its blocks in reading order', () => {
    const ids = documentOf(compose('en')).blocks.flatMap((b) => [
      b.id,
      ...(b.kind === 'list' ? b.items.map((i) => i.id) : []),
    ])
    expect(ids).toEqual(ids.map((_, i) => `n${i + 1}`))
  })

  test('knows the texts that it prints and those that nobody approved', () => {
    const { keys, drafts } = compose('en', { format: 'easy-read' })
    expect(keys).toContain('pictures:council')
    expect(keys).toContain('leaflet:folio')
    expect(drafts).not.toContain('leaflet:folio')
    expect(drafts).toHaveLength(keys.filter((k) => !k.startsWith('leaflet:')).length)
  })

  test('keeps the place of every word', () => {
    for (const span of spansOf(documentOf(compose('tr'))))
      expect(span.origin.place.file).toMatch(/^(locales|templates)\//)
  })

  test('is the same each time', () => {
    expect(documentOf(compose('ar', { format: 'easy-read' }))).toEqual(
      documentOf(compose('ar', { format: 'easy-read' })),
    )
  })

  test('of a day that does not exist is a bug of whoever took the order', () => {
    expect(() => compose('en', { issueDate: '2026-02-30' })).toThrow(RangeError)
  })
})
