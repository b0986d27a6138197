/** Distance on paper, in points (1/72 inch). */
export type Pt = number & { readonly unit: 'pt' }
/** Distance in a font's own grid (units per em); only text/ turns it into Pt. */
export type FontUnit = number & { readonly unit: 'font' }

/** A spot on a page, from its top left corner; y grows downwards. */
export interface Point {
  readonly x: Pt
  readonly y: Pt
}
/** A rectangle on a page; x and y are its top left corner. */
export interface Rect extends Point {
  readonly width: Pt
  readonly height: Pt
}

export const pt = (n: number): Pt => n as Pt
/** Millimetres to points: 25.4 mm are one inch, one inch is 72 points. */
export const mm = (n: number): Pt => ((n * 72) / 25.4) as Pt
