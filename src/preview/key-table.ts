import type { Block, Origin, Span } from '../document/index.js'
import { mm, pt, type Pt } from '../geometry/index.js'
import { lower, setNote, type Item, type Page } from '../layout/index.js'
import type { FontSet } from '../text/index.js'
import { SHEET } from './sheet.js'

/** What the table says of one number. */
export interface TableEntry {
  readonly number: number
  readonly lines: readonly TableLine[]
}
export interface TableLine {
  /** Or a file, of words that have no key. */
  readonly key: string
  readonly state: string
  readonly english: string
}

export interface KeyTable {
  /** Head and content of each page, in this order; nothing else stands on them. */
  readonly pages: readonly { readonly head: readonly Item[]; readonly content: readonly Item[] }[]
  /** What the document says more with the table in it. */
  readonly blocks: readonly Block[]
}

const SIZE = pt(9)
const MARGIN = mm(18)
const TOP = mm(22)
const WIDTH = pt(493)
const BOTTOM = pt(SHEET.height - mm(16))
/** Left edge and width of each column. */
const COLUMNS = { number: [0, 26], key: [32, 216], state: [254, 46], english: [306, 187] } as const
type ColumnName = keyof typeof COLUMNS
const GAP = 3

/** Number → key, state, English: so that a correction by hand finds its text. English, left to right, in any leaflet. */
export function setKeyTable(
  entries: readonly TableEntry[],
  { fonts, origin, intro }: { readonly fonts: FontSet; readonly origin: Origin; readonly intro: string },
): KeyTable {
  const desk: Desk = { fonts, origin }
  const title = setCell(
    { text: 'Key table', weight: 'bold', size: pt(16), element: TITLE },
    { x: 0, width: WIDTH },
    desk,
  )
  const saying = setCell({ text: intro, element: INTRO }, { x: 0, width: WIDTH }, desk)
  const heads = headOf(desk)
  const pages: { head: Item[]; content: Item[] }[] = []
  let y = 0
  const next = (above: number): void => {
    y = TOP + above
    pages.push({ head: heads.items.map((i) => lower(i, y)), content: [] })
    y += heads.height + GAP
  }
  next(title.height + saying.height + 3 * GAP)
  pages[0]!.content.push(
    ...title.items.map((i) => lower(i, TOP)),
    ...saying.items.map((i) => lower(i, TOP + title.height + GAP)),
  )
  for (const entry of entries) {
    const row = rowOf(entry, desk)
    if (y + row.height > BOTTOM) next(0)
    pages.at(-1)!.content.push(...row.items.map((i) => lower(i, y)))
    y += row.height
  }
  const said = (text: string) => [{ text, lang: 'en', weight: 'regular', origin }] as const
  const blocks: Block[] = [
    { kind: 'heading', id: TITLE, depth: 2, text: said('Key table') },
    { kind: 'paragraph', id: INTRO, style: 'small', text: said(intro) },
    ...entries.map((e): Block => ({
      kind: 'paragraph',
      id: idOf(e),
      style: 'small',
      text: said(cellsOf(e).join(' ')),
    })),
  ]
  return { pages, blocks }
}

const TITLE = 'key-table'
const INTRO = 'key-table.intro'
const idOf = ({ number }: TableEntry): string => `key-table.${number}`
const cellsOf = ({ number, lines }: TableEntry): string[] =>
  [String(number), ...lines.flatMap((l) => [l.key, l.state, l.english])] // prettier-ignore

interface Desk {
  readonly fonts: FontSet
  readonly origin: Origin
}
interface Cell {
  readonly text: string
  readonly weight?: Span['weight']
  readonly size?: Pt
  readonly element: string | null
}
interface Set {
  readonly items: readonly Item[]
  readonly height: number
}

function setCell(cell: Cell, { x, width }: { x: number; width: number }, { fonts, origin }: Desk): Set {
  const { text, weight = 'regular', size = SIZE, element } = cell
  const note = { spans: [{ text, weight, origin }], size, colour: '#111111', element }
  return setNote(note, fonts, { x: pt(MARGIN + x), y: pt(0), width: pt(width), align: 'left' })
}

function inColumn(name: ColumnName, cell: Cell, desk: Desk): Set {
  const [x, width] = COLUMNS[name]
  return setCell(cell, { x, width }, desk)
}

function headOf(desk: Desk): Set {
  const names = { number: 'No.', key: 'Key', state: 'State', english: 'English' } as const
  const cells = (Object.keys(names) as ColumnName[]).map((name) =>
    inColumn(name, { text: names[name], weight: 'bold', element: null }, desk),
  )
  const height = Math.max(...cells.map((c) => c.height)) + GAP
  return { items: [...cells.flatMap((c) => c.items), rule(height, 1)], height }
}

/** A line under a row, as wide as the table. */
const rule = (y: number, thickness: number): Item => ({
  kind: 'rule',
  element: null,
  rect: { x: MARGIN, y: pt(y), width: WIDTH, height: pt(thickness) },
  colour: '#777777',
})

function rowOf(entry: TableEntry, desk: Desk): Set {
  const element = idOf(entry)
  const items: Item[] = [...inColumn('number', { text: String(entry.number), weight: 'bold', element }, desk).items]
  let y = 0
  for (const line of entry.lines) {
    const cells = (['key', 'state', 'english'] as const).map((name) =>
      inColumn(name, { text: line[name], element }, desk),
    )
    items.push(...cells.flatMap((c) => c.items.map((i) => lower(i, y))))
    y += Math.max(...cells.map((c) => c.height))
  }
  const height = y + 2 * GAP
  return { items: [...items, rule(y + GAP, 0.5)], height }
}

/** Pages of the table after those of the leaflet. */
export const tablePages = (table: KeyTable, first: number, head: (page: number) => readonly Item[]): Page[] =>
  table.pages.map((page, i): Page => {
    const parts = [[...page.head, ...head(i + 1)], page.content, [], []] as const
    return { number: first + i, paper: SHEET, parts, items: parts.flat() }
  })
