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
      const slab = framed(setting, column, (inner) =>
        setLines(document.furniture.draft, setting, { column: inner, role: 'draft' }),
      )
      return {
        items: [...tab, ...slab.items.map((i) => lower(i, top))],
        bottom: pt(top + slab.height + style.paragraphGap),
      }
    },
    tail(page, pages) {
      const folio = setFolio(fillFields(document.furniture, page, pages), setting, column)
      const down = (item: Item): Item => lower(item, footTop)
      return [
        hairline(setting, column, footTop),
        ...foot.items.map(down),
        ...folio.map((i) => lower(i, foot.folioTop)).map(down),
      ]
    },
  }
}

function setLines(
  texts: readonly Text[],
  setting: Setting,
  { column, role }: { column: Column; role: 'draft' | 'foot' },
) {
  const style = setting.style.text[role]
  const look = lookOf(style, setting, null)
  const lines = texts.flatMap((text) => textLines(setText(text, style.size, setting.composition), column, look))
  return stack(lines, look.leading)
}

/** Lines of the foot, the folio below them: beside them, Poppler reads it first in right-to-left leaflets. */
function setFoot(
  texts: readonly Text[],
  setting: Setting,
  column: Column,
): { items: Item[]; height: Pt; folioTop: Pt } {
  const { items, height } = setLines(texts, setting, { column, role: 'foot' })
  const folio = leadingOf(setting.style.text.foot, setting.ink)
  return {
    items: items.map((i) => lower(i, ABOVE_FOOT)),
    height: pt(ABOVE_FOOT + height + folio),
    folioTop: pt(ABOVE_FOOT + height),
  }
}

const ABOVE_FOOT = 6

function setFolio(text: Text, setting: Setting, column: Column): Item[] {
  const style = setting.style.text.foot
  const bold: Text = text.map((s) => ({ ...s, weight: 'bold' }))
  return textLines(setText(bold, style.size, setting.composition), column, {
    ...lookOf(style, setting, null),
    align: 'end',
  })
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
    rect: {
      x: pt(column.direction === 'ltr' ? paper.width - thickness : 0),
      y: mm(9),
      width: thickness,
      height: mm(16),
    },
    colour: colours.accent,
  }
  const lines = document.furniture.tab.flatMap((text) =>
    textLines(setText(text, role.size, setting.composition), column, look),
  )
  const names = stack(lines, look.leading).items.map((i) => lower(i, mm(10)))
  return [mark, ...names]
}
