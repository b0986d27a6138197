import type { Contents } from '../document/index.js'
import { pt } from '../geometry/index.js'
import { toPt } from '../text/index.js'
import { lookOf, setHeading, type Setting } from './blocks.js'
import type { Item, TextItem } from './page.js'
import { lineInkOfAll, setText } from './set-text.js'
import { fromStart, LISTED, lower, type Column, type Slab } from './slab.js'
import { stack, textLines } from './text-block.js'

/** Room for the page number at the end of each line, in em: the same for any number, so that lines break alike. */
const NUMBER = 2.5
/** Least white between the boxes of two page numbers, in points. */
const APART = 0.1

/**
 * Contents: a heading and a line for each section, its page at the end. They stand on one page where they can; else the
 * heading has two lines below it, and no line starts a page alone.
 */
export function setContents({ heading, entries }: Contents, setting: Setting, column: Column): Slab[] {
  const { style, composition, colours } = setting
  const body = style.text.body
  const number = NUMBER * body.size
  const titles: Column = {
    ...column,
    left: fromStart(column, 0, column.width - number),
    width: pt(column.width - number),
  }
  // Lines that have a rule between them need not stand as far apart as running text, whose ink may be higher.
  const ink = lineInkOfAll(
    entries.map((entry) => entry.text),
    composition,
  )
  const lines = entries.map((entry, i): Slab => {
    const look = lookOf(body, { colours, ink }, `${entry.id}.title`)
    const title = stack(textLines(setText(entry.text, body.size, composition), titles, look), look.leading)
    const page = textLines(setText(entry.page, body.size, composition), column, {
      ...lookOf(body, { colours, ink }, `${entry.id}.page`),
      align: 'end',
    })
    const space = Math.max(style.list.gap, heightOf(page) + APART - title.height)
    const rule: Item = {
      kind: 'rule',
      element: null,
      rect: { x: column.left, y: pt(space / -2), width: column.width, height: pt(0.5) },
      colour: colours.hairline,
    }
    const onLastLine = page.map((item) => lower(item, title.height - look.leading))
    return {
      space: pt(i === 0 ? style.headings[1].after : space),
      elastic: false,
      height: title.height,
      kept: i < 2 || i === entries.length - 1,
      joins: LISTED,
      // Between two lines of one page: below the last it would stand in nobody's room, and beside the foot's hairline.
      ...(i > 0 ? { divider: [rule] } : {}),
      items: [...title.items, ...onLastLine],
    }
  })
  return [...setHeading(heading, setting, column), ...lines]
}

/**
 * Height of the boxes in which readers see a line: from its fonts' ascenders to their descenders (ISO 32000-1 §9.8.1),
 * whatever ink there is. Poppler takes page numbers whose boxes touch for a column of their own, and reads it last.
 */
const heightOf = (lines: readonly TextItem[]): number =>
  Math.max(
    ...lines.flatMap(({ runs, size }) =>
      runs.map(({ shaped: { run } }) => {
        const { ascender, descender } = run.font.face.trueType
        return toPt(ascender - descender, run, size)
      }),
    ),
  )
