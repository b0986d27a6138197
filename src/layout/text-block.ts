import { pt, type Pt } from '../geometry/index.js'
import type { Hyphens } from '../text/index.js'
import { breakLines, type Rag } from './break-lines.js'
import { setLine } from './line.js'
import type { TextItem } from './page.js'
import type { Ink, SetText } from './set-text.js'
import { CLOSE, fromStart, RUNNING, type Column, type Slab } from './slab.js'

export interface TextLook {
  readonly element: string | null
  readonly colour: string
  /** Distance between baselines, already wide enough for the script's ink. */
  readonly leading: Pt
  readonly ink: Ink
  readonly align: 'start' | 'end'
  readonly rag: Rag
  /** Undefined: no word is divided, but after a hyphen of its own; `whole`: not there either. */
  readonly hyphens: Hyphens | 'whole' | undefined
}

/** Lines from the start edge, each as full as the others, with whole words. */
export const WHOLE_WORDS = { align: 'start', rag: 'even', hyphens: undefined } as const

/** One text as a slab a line; the first has no space above, and lines keep company (no widow, no orphan). */
export function textSlabs(set: SetText, column: Column, look: TextLook): Slab[] {
  const lines = textLines(set, column, look)
  return lines.map((item, i) => ({
    height: look.leading,
    // The first two lines stay together and so do the last two.
    kept: i === 1 || (i > 0 && i === lines.length - 1),
    joins: i > 0 ? RUNNING : 0,
    items: [item],
    ...CLOSE,
  }))
}

/** The lines of a text, each with its baseline measured from the top of its own line. */
export function textLines(set: SetText, column: Column, look: TextLook): TextItem[] {
  return breakLines(set, column.width, look).map((range) => {
    const line = setLine(set, range)
    const left =
      look.align === 'start'
        ? fromStart(column, 0, line.width)
        : fromStart(column, column.width - line.width, line.width)
    // Spaces at the line's end hang outside: on the left where the line runs to the left.
    const origin = column.direction === 'rtl' ? left - line.hanging : left
    return {
      kind: 'text',
      element: look.element,
      baseline: baselineIn(look, set.size),
      size: set.size,
      colour: look.colour,
      runs: line.runs.map(({ shaped, span, x, width }) => ({ shaped, span, x: pt(origin + x), width })),
    }
  })
}

/** The line's ink stands in the middle of its leading. */
function baselineIn({ leading, ink }: TextLook, size: Pt): Pt {
  return pt((leading - (ink.top - ink.bottom) * size) / 2 + ink.top * size)
}

/** Sets lines under each other: one list of items and its height. */
export function stack(lines: readonly TextItem[], leading: Pt): { items: TextItem[]; height: Pt } {
  return stackAll([{ lines, leading }])
}

/** Texts under each other, each with a leading of its own. */
export function stackAll(texts: readonly { readonly lines: readonly TextItem[]; readonly leading: Pt }[]): {
  items: TextItem[]
  height: Pt
} {
  const items: TextItem[] = []
  let y = 0
  for (const { lines, leading } of texts) {
    for (const line of lines) {
      items.push({ ...line, baseline: pt(line.baseline + y) })
      y += leading
    }
  }
  return { items, height: pt(y) }
}
