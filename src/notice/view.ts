import type { EasyRow, ForServices, Notice, NoticeBlock } from './notice-file.js'
import type { Order, Shop } from './order.js'
import { PRINT_MARKS } from './print-marks.js'

/**
 * What a template sees. Every name is always there, null where there is nothing: templates are strict, so that a
 * misspelt name is a finding and no gap. Texts are keys; the template says them with {{t}}.
 */
export interface View {
  readonly language: { readonly tag: string; readonly ownName: string; readonly englishName: string }
  /** The leaflet is in the language that texts are written in first. */
  readonly isSource: boolean
  /** Some text of this leaflet is not approved. */
  readonly draft: boolean
  readonly organisation: string
  readonly contacts: ContactView | null
  readonly title: string
  /** The notice's full title, for staff. */
  readonly noticeTitle: string
  readonly serviceName: string
  /** Key of the format's name. */
  readonly formatName: string
  /** ISO 8601, with time of day. */
  readonly updated: string
  /** ISO 8601 day. */
  readonly contentDate: string
  /** Day of printing and edition code: marks, which are filled when all else is known. */
  readonly issueDate: string
  readonly edition: string
  readonly sections: readonly SectionView[]
  readonly closing: string
  readonly easySections: readonly { readonly id: string; readonly heading: string; readonly rows: readonly RowView[] }[]
  readonly words: WordsView | null
  /** "Health Icons (MIT), OpenMoji (CC BY-SA 4.0)"; null when no picture needs a credit. */
  readonly pictureSources: string | null
}
interface ContactView {
  readonly phone: string | null
  readonly phoneLink: string | null
  readonly email: string | null
  readonly address: string | null
  readonly hours: string | null
  readonly web: string | null
  readonly dataProtectionOfficer: string | null
}
interface SectionView {
  readonly id: string
  readonly heading: string | null
  readonly blocks: readonly BlockView[]
}
interface BlockView {
  readonly heading: string | null
  readonly paragraph: string | null
  readonly list: readonly string[] | null
}
interface RowView {
  readonly picture: string
  readonly text: string
}
interface WordsView {
  readonly heading: string
  readonly entries: readonly { readonly term: string; readonly meaning: string }[]
}

/** Lays out for a template what belongs to one order: blocks and rows of other services are left out. */
export function viewOf(order: Order, shop: Shop, draft: boolean): View {
  const { notice, target, source, workspace } = shop
  const { tag, ownName, englishName } = target.locale
  const easy = isEasy(order)
  const rows = easyRows(notice, order)
  return {
    language: { tag, ownName, englishName },
    isSource: tag === source.locale.tag,
    draft,
    organisation: workspace.organisation.name,
    contacts: contactsView(shop),
    title: easy ? notice.easyRead.title : notice.title,
    noticeTitle: notice.title,
    serviceName: notice.services.find((s) => s.id === order.service)?.name ?? 'leaflet:whole',
    formatName: `leaflet:format.${order.format}`,
    updated: notice.updated,
    contentDate: contentDate(notice),
    issueDate: PRINT_MARKS.day,
    edition: PRINT_MARKS.edition,
    sections: notice.sections
      .map((s) => ({
        id: s.id,
        heading: s.heading ?? null,
        blocks: s.blocks.filter((b) => concerns(b, order)).map(blockView),
      }))
      .filter((s) => s.blocks.length > 0),
    closing: easy ? notice.easyRead.closing : notice.closing,
    easySections: notice.easyRead.sections
      .map(({ id, heading, rows }) => ({ id, heading, rows: rows.filter((r) => concerns(r, order)) }))
      .filter((s) => s.rows.length > 0),
    words: wordsView(notice, rows),
    pictureSources: easy ? pictureSources(shop, rows) : null,
  }
}

/** Easy read has its own text and keys. */
export const isEasy = (order: Pick<Order, 'format'>): boolean => order.format === 'easy-read'

/** The day of the council's text. */
export const contentDate = (notice: Notice): string => notice.updated.slice(0, '2018-05-25'.length)

const concerns = (part: ForServices, order: Order): boolean =>
  part.services === undefined || order.service === 'whole' || part.services.includes(order.service)

const easyRows = (notice: Notice, order: Order): EasyRow[] =>
  notice.easyRead.sections.flatMap((s) => s.rows).filter((r) => concerns(r, order))

const blockView = (block: NoticeBlock): BlockView => ({
  heading: 'heading' in block ? block.heading : null,
  paragraph: 'paragraph' in block ? block.paragraph : null,
  list: 'list' in block ? block.list : null,
})

/** Only the words of the rows that are left, in the notice's order. */
function wordsView(notice: Notice, rows: readonly EasyRow[]): WordsView | null {
  const used = new Set(rows.flatMap((r) => r.words ?? []))
  const { namespace, words } = notice.easyRead
  const entries = words.order
    .filter((id) => used.has(id))
    .map((id) => ({ term: `${namespace}:words.${id}.term`, meaning: `${namespace}:words.${id}.meaning` }))
  return entries.length > 0 ? { heading: words.heading, entries } : null
}

function pictureSources(shop: Shop, rows: readonly EasyRow[]): string | null {
  const credits = new Set(rows.flatMap((r) => shop.pictures(r.picture).credit ?? []))
  // Sorted: the line must not change when rows change places.
  return credits.size > 0 ? [...credits].sort().join(', ') : null
}

function contactsView({ workspace: { contacts } }: Shop): ContactView | null {
  const { phone, email, address, hours, web, dataProtectionOfficer } = contacts
  if (Object.values(contacts).every((c) => c === undefined)) return null
  return {
    phone: phone ?? null,
    phoneLink: phone === undefined ? null : `tel:${phone.replaceAll(' ', '')}`,
    email: email ?? null,
    address: address ?? null,
    hours: hours ?? null,
    web: web ?? null,
    dataProtectionOfficer: dataProtectionOfficer ?? null,
  }
}
