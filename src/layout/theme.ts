import type { PaperName, Pt } from '../geometry/index.js'
import type { Hyphens } from '../text/index.js'

/** The looks of a workspace: one style sheet a format. Lengths are points. */
export interface Theme {
  readonly colours: { readonly text: string; readonly accent: string; readonly hairline: string }
  readonly formats: Readonly<Record<string, FormatStyle>>
}

export interface FormatStyle {
  readonly paper: PaperName
  /** Body region's distance from the paper's edges; start is left in left-to-right leaflets. */
  readonly margins: { readonly top: Pt; readonly bottom: Pt; readonly start: Pt; readonly end: Pt }
  readonly text: Readonly<Record<TextRole, TextStyle>>
  readonly headings: readonly [HeadingStyle, HeadingStyle, HeadingStyle]
  /** Space after a paragraph. */
  readonly paragraphGap: Pt
  readonly list: { readonly indent: Pt; readonly gap: Pt }
  readonly row: { readonly picture: Pt; readonly gutter: Pt; readonly gap: Pt }
  readonly words: { readonly gap: Pt }
  readonly box: { readonly padding: Pt; readonly border: Pt }
  /** Words of running text are divided by these; never by default, never in easy read and large print. */
  readonly hyphens?: Hyphens
  /** Words are divided nowhere, not even after a hyphen of their own. */
  readonly wholeWords?: true
  /** Leaflets with more pages than this have contents, where the template asks for them. */
  readonly contentsAbove?: number
  /** Most pages that the format's readers manage; more is a finding. */
  readonly maxPages?: number
  /** Pages of a translation for each page of the original; more is a finding. */
  readonly growth?: number
  /** Most lines of each text of the furniture; more is a finding. */
  readonly lines?: { readonly [place in 'tab' | 'draft' | 'foot' | 'folio']?: number }
}

export type TextRole = 'organisation' | 'lead' | 'draft' | 'body' | 'small' | 'foot' | 'tab'

/** `leading` is for Latin; other scripts get at least what their ink needs. */
export interface TextStyle {
  readonly size: Pt
  readonly leading: Pt
  readonly colour: 'text' | 'accent'
}
export interface HeadingStyle extends TextStyle {
  readonly before: Pt
  readonly after: Pt
  /** Thickness of the accent rule above the heading, 0 for none. */
  readonly rule: Pt
}

/** Whether words are divided after hyphens of their own, as lines are broken (see Breaking). */
export const ownHyphens = ({ wholeWords }: FormatStyle): 'whole' | undefined => (wholeWords ? 'whole' : undefined)
