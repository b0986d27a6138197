import { fillFields, type Text } from '../document/index.js'
import { mm, papers, pt, type Pt } from '../geometry/index.js'
import { framed, leadingOf, lookOf, type Setting } from './blocks.js'
import type { Item } from './page.js'
import { setText } from './set-text.js'
import { lower, type Column } from './slab.js'
import { stack, textLines } from './text-block.js'

/** What stands on every page besides content, and how much room it takes. All of it is artifact. */
export interface Furniture {
  /** Items before the page's content, and the y where content may start. */
  head(page: number): { items: Item[]; bottom: Pt }
  /** Items after the page's content. */
  tail(page: number, pages: number): Item[]
  /** Height of the foot, so that content ends above it. */
  readonly footTop: Pt
}

/** The edge that office printers leave white. */
const PRINTABLE = mm(6)

export function setFurniture(setting: Setting, column: Column): Furniture {
  const { style, document } = setting
  const paper = papers[style.paper]
  const foot = setFoot(document.furniture.foot, setting, column)
  const footTop = pt(paper.height - style.margins.bottom - foot.height)
  return {
    footTop,
    head(page) {
      const top = style.margins.top
      const tab = setTab(setting, column)
      if (page === 1 || document.furniture.draft.length === 0) return { items: tab, bottom: top }
      const slab = framed(setting, column, (inner) => setLines(document.furniture.draft, setting, { column: inner, role: 'draft' }))
      return { items: [...tab, ...slab.items.map((i) => lower(i, top))], bottom: pt(top + slab.height + style.paragraphGap) }
    },
    tail(page, pages) {
      const folio = setFolio(fillFields(document.furniture, page, pages), setting, column)
      const down = (item: Item): Item => lower(item, footTop)
      return [hairline(setting, column, footTop), ...foot.items.map(down), ...folio.map((i) => lower(i, foot.folioTop)).map(down)]
    },
  }
}

function setLines(texts: readonly Text[], setting: Setting, { column, role }: { column: Column; role: 'draft' | 'foot' }) {
  const style = setting.style.text[role]
  const look = lookOf(style, setting, null)
  const lines = texts.flatMap((text) => textLines(setText(text, style.size, setting.composition), column, look))
  return stack(lines, look.leading)
}

/** Lines of the foot. The folio stands at the end of the last line, or below it where there is no room. */
function setFoot(texts: readonly Text[], setting: Setting, column: Column): { items: Item[]; height: Pt; folioTop: Pt } {
  const { leading } = setting.style.text.foot
  const { items, height } = setLines(texts, setting, { column, role: 'foot' })
  const down = items.map((i) => lower(i, ABOVE_FOOT))
  // Two digits for page and pages: room for any leaflet that people will read.
  const widest = widthOf(setFolio(fillFields(setting.document.furniture, 88, 88), setting, column))
  const own = leadingOf(setting.style.text.foot, setting.ink)
  const fits = widthOf(down.slice(-1)) + widest + 16 <= column.width
  const total = height + ABOVE_FOOT + (fits ? 0 : Math.max(leading, own))
  return { items: down, height: pt(total), folioTop: pt(total - own) }
}

const ABOVE_FOOT = 6

const widthOf = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + (item.kind === 'text' ? item.runs.reduce((n, r) => n + r.width, 0) : 0), 0)

function setFolio(text: Text, setting: Setting, column: Column): Item[] {
  const style = setting.style.text.foot
  const bold: Text = text.map((s) => ({ ...s, weight: 'bold' }))
  return textLines(setText(bold, style.size, setting.composition), column, { ...lookOf(style, setting, null), align: 'end' })
}

const hairline = ({ colours }: Setting, column: Column, y: Pt): Item => ({
  kind: 'rule',
  element: null,
  rect: { x: column.left, y, width: column.width, height: pt(0.75) },
  colour: colours.hairline,
})

/** Language at the outer edge: own name, English name, and a mark that shows at the side of a pile. */
function setTab(setting: Setting, column: Column): Item[] {
  const { style, document, colours } = setting
  const role = style.text.tab
  const look = { ...lookOf(role, setting, null), align: 'end' as const }
  const paper = papers[style.paper]
  const thickness = pt(PRINTABLE + 4)
  const mark: Item = {
    kind: 'rule',
    element: null,
    rect: { x: pt(column.direction === 'ltr' ? paper.width - thickness : 0), y: mm(9), width: thickness, height: mm(16) },
    colour: colours.accent,
  }
  let end = 0
  const names: Item[] = []
  for (const text of [...document.furniture.tab].reverse()) {
    const inner: Column = column.direction === 'ltr' ? { ...column, width: pt(column.width - end) } : { ...column, left: pt(column.left + end), width: pt(column.width - end) }
    const lines = textLines(setText(text, role.size, setting.composition), inner, look)
    const width = lines[0]?.runs.reduce((sum, r) => sum + r.width, 0) ?? 0
    names.unshift(...lines.map((i) => lower(i, mm(10))))
    end += width + 8
  }
  return [mark, ...names]
}
