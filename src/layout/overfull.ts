import type { Text } from '../document/index.js'
import { finding, type Finding, type Place } from '../report/index.js'
import type { FormatStyle } from './theme.js'

/** Texts of the furniture, each of which has so many lines at most: `lines` of the theme. */
export type Spot = keyof NonNullable<FormatStyle['lines']>

/** A text that takes more lines than its place is meant to have: what is below it has moved. */
export interface Overfull {
  readonly text: Text
  readonly where: Spot
  readonly lines: number
  readonly limit: number
}

const WORDS: Readonly<Record<Spot, string>> = {
  tab: 'language tab',
  draft: 'draft line',
  foot: 'running foot',
  folio: 'page number',
}

export interface Room {
  readonly style: FormatStyle | undefined
  /** Where a leaflet with too many pages is planned. */
  readonly place: Place
  /** The language's English name. */
  readonly language: string
}

/** Too many pages, and texts with too many lines: each at the longest of its messages. */
export function lengthFindings(
  { pages, overfull }: { readonly pages: readonly unknown[]; readonly overfull: readonly Overfull[] },
  { style, place, language }: Room,
): Finding[] {
  const { maxPages: limit = Infinity } = style ?? {}
  return [
    ...(pages.length > limit ? [finding('leaflet-long', place, { pages: pages.length, limit })] : []),
    ...overfull.flatMap(({ text, where, lines, limit }) => {
      const [longest] = [...text].sort((a, b) => b.text.length - a.text.length)
      return longest
        ? [finding('place-overfull', longest.origin.place, { where: WORDS[where], lines, limit, language })]
        : []
    }),
  ]
}
