import { elementsOf, leafletName, outlineOf, plain, type Document } from '../document/index.js'
import { finding, type Finding, type Place } from '../report/index.js'
import { UNSEEN } from './compare-text.js'
import type { Metadata, ReadBack } from './read-back.js'
import { said } from './xmp.js'

/** What says something about the leaflet, and is not its text. */
interface Claim {
  readonly what: string
  readonly expected: string
  readonly found: string
}

/** Metadata, catalogue, outline, file name and every page's foot must agree with the document. */
export function checkMetadata(back: ReadBack, document: Document, at: { fileName: string; place: Place }): Finding[] {
  const claims = [
    ...infoOf(back.metadata, document),
    ...xmpOf(back.metadata, document),
    ...catalogueOf(back.metadata, document),
    ...outline(back, document),
  ]
  claims.push({ what: 'file name', expected: `${document.lang}/${leafletName(document)}.pdf`, found: at.fileName })
  return [...claims.filter((c) => c.expected !== c.found), ...feet(back, document)].map((c) =>
    finding('proof-metadata', at.place, c),
  )
}

function infoOf({ title, keywords, created }: Metadata, document: Document): Claim[] {
  const { lang, contentDate, issueDate, edition } = document
  const words = `${leafletName(document)}; ${lang}; text ${contentDate}; printed ${issueDate}; edition ${edition}`
  return [
    { what: 'title in the metadata', expected: document.title, found: title },
    { what: 'list of keywords', expected: words, found: keywords },
    { what: 'date of creation', expected: issueDate, found: utcDay(created) },
  ]
}

/** XMP says what the document says, and of all else what Info says (ISO 19005-2 §6.6.3). */
function xmpOf({ xmp, info }: Metadata, document: Document): Claim[] {
  if (!xmp || xmp.problem !== undefined) return [] // check-standards.ts says so
  const claims: readonly (readonly [name: string, expected: string])[] = [
    ['dc:title', document.title],
    ['dc:language', document.lang],
    ['dc:creator', info.get('Author') ?? ''],
    ['dc:description', info.get('Subject') ?? ''],
    ['pdf:Keywords', info.get('Keywords') ?? ''],
    ['pdf:Producer', info.get('Producer') ?? ''],
    ['xmp:CreatorTool', info.get('Creator') ?? ''],
    ['xmp:CreateDate', isoTime(info.get('CreationDate') ?? '')],
    ['xmp:ModifyDate', isoTime(info.get('ModDate') ?? '')],
  ]
  return claims.map(([name, expected]) => ({ what: name, expected, found: said(xmp.properties, name) }))
}

/** A PDF date (ISO 32000-1 §7.9.4) in UTC as XMP writes it; as it is if it is none. */
const isoTime = (date: string): string => timeOf(date)?.toISOString().replace('.000', '') ?? date

/** The UTC day of a PDF date such as `D:20261201003000+01'00'` (ISO 32000-1 §7.9.4); as it is if it is none. */
export const utcDay = (date: string): string => timeOf(date)?.toISOString().slice(0, 10) ?? date

function timeOf(date: string): Date | undefined {
  const found = /^D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?/.exec(date)
  if (found === null) return undefined
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((n) => Number(n || 0))
  const east = (found[7] === '-' ? -1 : 1) * (Number(found[8] ?? 0) * 60 + Number(found[9] ?? 0))
  return new Date(Date.UTC(year!, month! - 1, day, hour, minute! - east, second))
}

/** Matterhorn 07-002 (title), 11-006 (language), 06-001 and ISO 32000-1 §14.7.1 (Marked), table 150 (direction). */
function catalogueOf(catalogue: Metadata, document: Document): Claim[] {
  const direction = document.direction === 'rtl' ? 'R2L' : 'L2R'
  return [
    { what: 'language in the catalogue', expected: document.lang, found: catalogue.lang },
    { what: 'mark "tagged"', expected: 'yes', found: catalogue.marked ? 'yes' : 'no' },
    { what: 'wish to show the title', expected: 'yes', found: catalogue.displayDocTitle ? 'yes' : 'no' },
    // L2R is what a file means that does not say.
    { what: 'direction of reading', expected: direction, found: catalogue.direction || 'L2R' },
  ]
}

/** One bookmark for each heading of depth 1 and 2, in order; nesting is free. */
function outline(back: ReadBack, document: Document): Claim[] {
  const headings = [...elementsOf(outlineOf(document))].filter((e) => /^H[123]$/.test(e.role))
  const expected = headings.map((e) => oneLine(plain(e.text ?? [])))
  const found = back.metadata.outline.map(oneLine)
  const at = Array.from({ length: Math.max(expected.length, found.length) }).findIndex(
    (_, i) => expected[i] !== found[i],
  )
  if (at < 0) return []
  return [{ what: `bookmark ${at + 1}`, expected: expected[at] ?? 'nothing', found: found[at] ?? 'nothing' }]
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC')

/** A page that lost its leaflet must still say which text, which print, which edition and which language it is. */
function feet(back: ReadBack, document: Document): Claim[] {
  const { contentDate, issueDate, edition, lang } = document
  return back.pages.flatMap((page, i) => {
    const furniture = page.artifacts.join(' ')
    // Not a part of a longer word or number: "ar" is in "Arabic", too.
    const words = new Set(furniture.replace(UNSEEN, '').split(/[^\p{L}\p{N}-]+/u))
    return [contentDate, issueDate, edition, lang]
      .filter((word) => !words.has(word))
      .map((word) => ({ what: `foot of page ${i + 1}`, expected: word, found: oneLine(furniture) }))
  })
}
