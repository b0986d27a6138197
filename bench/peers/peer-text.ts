import type { PeerLanguage } from './languages.js'

/** What one leaflet of the bench says, for every program alike: plain text, no marks. */
export interface PeerText {
  readonly language: PeerLanguage
  readonly title: string
  readonly sections: readonly PeerSection[]
  readonly closing: string
  readonly labels: PeerLabels
}
export interface PeerSection {
  readonly heading?: string
  readonly blocks: readonly PeerBlock[]
}
export type PeerBlock = { readonly heading: string } | { readonly paragraph: string } | { readonly list: readonly string[] } // prettier-ignore

/** Short texts of the head and the foot. */
export interface PeerLabels {
  readonly service: string
  readonly content: string
  readonly issue: string
  readonly page: string
  /** Twelve names of months. */
  readonly months: readonly string[]
}

export const ORGANISATION = 'Hackney Council'

/** What the staff's line in the foot calls the leaflet. */
export const englishTitleOf = (text: PeerText): string =>
  text.language.tag === 'en' ? text.title : 'Universal Declaration of Human Rights'

/** The same text with every title, heading, paragraph and list item passed through `edit`. */
export function edited(text: PeerText, edit: (part: string) => string): PeerText {
  const block = (b: PeerBlock): PeerBlock => {
    if ('list' in b) return { list: b.list.map(edit) }
    return 'heading' in b ? { heading: edit(b.heading) } : { paragraph: edit(b.paragraph) }
  }
  const sections = text.sections.map(({ heading, blocks }) => ({
    ...(heading === undefined ? {} : { heading: edit(heading) }),
    blocks: blocks.map(block),
  }))
  return { ...text, title: edit(text.title), sections, closing: edit(text.closing) }
}

/** All parts of the text that {@link edited} would edit, in order. */
export function partsOf(text: PeerText): string[] {
  const parts: string[] = []
  edited(text, (part) => {
    parts.push(part)
    return part
  })
  return parts
}

/** `2026-11-23` → "23 November 2026". */
export function longDay(labels: PeerLabels, iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${Number(day)} ${labels.months[Number(month) - 1] ?? ''} ${year ?? ''}`
}
