import { fillFields, type Text } from '../document/index.js'
import { mm, papers, pt, type Pt } from '../geometry/index.js'
import { framed, ownLook, type Setting } from './blocks.js'
import type { Item } from './page.js'
import { inBold, setText } from './set-text.js'
import { lower, type Column } from './slab.js'
import { stack, stackAll, textLines, type TextLook } from './text-block.js'

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
        ...folio.items.map((i) => lower(i, foot.folioTop)).map(down),
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
  return stackAll(
    texts.map((text) => {
      const set = setText(text, style.size, setting.composition)
      const look = ownLook(set, style, { setting, element: null })
      return { lines: textLines(set, column, look), leading: look.leading }
    }),
  )
}

/** Lines of the foot, the folio below them: beside them, Poppler reads it first in right-to-left leaflets. */
function setFoot(
  texts: readonly Text[],
  setting: Setting,
  column: Column,
): { items: Item[]; height: Pt; folioTop: Pt } {
  const { items, height } = setLines(texts, setting, { column, role: 'foot' })
  const folio = setFolio(fillFields(setting.document.furniture, 88, 88), setting, column).height
  return {
    items: items.map((i) => lower(i, ABOVE_FOOT)),
    height: pt(ABOVE_FOOT + height + folio),
    folioTop: pt(ABOVE_FOOT + height),
  }
}

const ABOVE_FOOT = 6

function setFolio(text: Text, setting: Setting, column: Column): { items: Item[]; height: Pt } {
  const style = setting.style.text.foot
  const set = setText(inBold(text), style.size, setting.composition)
  const look: TextLook = { ...ownLook(set, style, { setting, element: null }), align: 'end' }
  return stack(textLines(set, column, look), look.leading)
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
  const names = stackAll(
    document.furniture.tab.map((text) => {
      const set = setText(text, role.size, setting.composition)
      const look: TextLook = { ...ownLook(set, role, { setting, element: null }), align: 'end' }
      return { lines: textLines(set, column, look), leading: look.leading }
    }),
  ).items.map((i) => lower(i, mm(10)))
  return [mark, ...names]
}
