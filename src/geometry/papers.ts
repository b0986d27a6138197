import { mm, type Pt } from './units.js'

/** A paper by its ISO 216 name, portrait. */
export interface Paper {
  readonly name: string
  readonly width: Pt
  readonly height: Pt
}

export const papers = {
  A4: { name: 'A4', width: mm(210), height: mm(297) },
  A5: { name: 'A5', width: mm(148), height: mm(210) },
} as const satisfies Record<string, Paper>

export type PaperName = keyof typeof papers
