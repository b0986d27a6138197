import { fillFields, type Furniture, type Text } from '../document/index.js'
import { mm, papers, pt, type Pt } from '../geometry/index.js'
import { Kept, keptFor } from '../memory/index.js'
import type { MissingLetter } from '../text/index.js'
import { framed, ownLook, type Setting } from './blocks.js'
import type { Spot } from './overfull.js'
import type { Item, Part, TextItem } from './page.js'
import { inBold, setText, type Composition, type SetText } from './set-text.js'
import { lower, type Column } from './slab.js'
import { stack, stackAll, textLines, type TextLook } from './text-block.js'

/** What furniture is set with. */
type Desk = Pick<Setting, 'style' | 'colours' | 'composition'>

/** Items before a page's content, and the y where content may start. All of it is artifact. */
export interface Head {
  readonly items: readonly Item[]
  readonly bottom: Pt
}
export interface Heads {
  readonly first: Head
  /** Of the second page and all after it. */
  readonly next: Head
  readonly missing: readonly MissingLetter[]
  readonly overfull: Composition['overfull']
}

/** The edge that office printers leave white. */
const PRINTABLE = mm(6)

/** Language tab and, from the second page on, the draft line: page 1 has it as content. */
export function setHeads({ tab, draft }: Pick<Furniture, 'tab' | 'draft'>, desk: Desk, column: Column): Heads {
  const { style, composition } = desk
  const { top } = style.margins
  const items = setTab(tab, desk, column)
  const first: Head = { items, bottom: top }
  if (draft.length === 0) return { first, next: first, missing: composition.missing, overfull: composition.overfull }
  const slab = framed(desk, column, (inner) => setLines(draft, desk, { column: inner, role: 'draft' }))
  const next: Head = {
    items: [...items, ...slab.items.map((i) => lower(i, top))],
    bottom: pt(top + slab.height + style.paragraphGap),
  }
  return { first, next, missing: composition.missing, overfull: composition.overfull }
}

function setLines(texts: readonly Text[], desk: Desk, { column, role }: { column: Column; role: 'draft' | 'foot' }) {
  const style = desk.style.text[role]
  return stackAll(
    texts.map((text) => {
      const set = setText(text, style.size, desk.composition)
      const rag = role === 'draft' ? 'balanced' : 'parts'
      const look: TextLook = { ...ownLook(set, style, { setting: desk, element: null }), rag }
      return { lines: within(keptLines(set, column, look), { text, where: role }, desk), leading: look.leading }
    }),
  )
}

/** Most lines of a foot say the same on another day. By the text, then by all else that they are made from. */
const linesOf = keptFor<SetText, Kept<string, TextItem[]>>(() => new Kept(4))

function keptLines(set: SetText, column: Column, look: TextLook): TextItem[] {
  const lines = linesOf(set)
  const id = JSON.stringify([column, look])
  return lines.get(id) ?? lines.set(id, textLines(set, column, look))
}

/** The lines as they are; notes the text that takes more of them than the theme has for it. */
function within(lines: TextItem[], { text, where }: { text: Text; where: Spot }, { style, composition }: Desk) {
  const limit = style.lines?.[where] ?? Infinity
  if (lines.length > limit) composition.overfull.push({ text, where, lines: lines.length, limit })
  return lines
}

/** What stands after a page's content. */
export interface Foot {
  /** Its upper edge; content ends above it. */
  readonly top: Pt
  /** The same on every page. */
  readonly items: Part
  folio(page: number, pages: number): Part
}

/** Hairline, lines of the foot, the folio at the end of the last of them, or below it where there is no room. */
export function setFoot(
  furniture: Furniture,
  desk: Desk & { readonly folios: Map<string, Part> },
  column: Column,
): Foot {
  const { style } = desk
  const lines = setLines(furniture.foot, desk, { column, role: 'foot' })
  const folioOf = (page: number, pages: number) => setFolio(fillFields(furniture, page, pages), desk, column)
  // Two digits for page and pages: room for any leaflet that people will read.
  const widest = folioOf(88, 88)
  const down = besideLast(lines.items, widest.items, column) ?? lines.height
  const folioTop = ABOVE_FOOT + down
  const height = ABOVE_FOOT + Math.max(lines.height, down + widest.height)
  const top = pt(papers[style.paper].height - style.margins.bottom - height)
  return {
    top,
    items: [hairline(desk, column, top), ...lines.items.map((i) => lower(i, top + ABOVE_FOOT))],
    folio(page, pages) {
      const id = `${page} ${pages} ${top + folioTop}`
      const known = desk.folios.get(id)
      if (known) return known
      const folio = folioOf(page, pages).items.map((i) => lower(i, top + folioTop))
      // A letter that no font has, or a line too many, must be found again in the next leaflet.
      if (desk.composition.missing.length + desk.composition.overfull.length === 0) desk.folios.set(id, folio)
      return folio
    },
  }
}

/** Where the folio's line starts if it ends the last line; undefined if a line that it reaches up to is too long for it. */
function besideLast(lines: readonly TextItem[], folio: readonly TextItem[], column: Column): number | undefined {
  const [last, own] = [lines.at(-1), folio[0]]
  if (!last || !own || folio.length > 1) return undefined
  const top = last.baseline - own.baseline + AFTER_LINE
  const longest = column.width - widthOf(own) - BESIDE
  const reached = lines.filter(({ baseline, size }) => baseline + size / 4 > top)
  return reached.every((line) => widthOf(line) <= longest) ? top : undefined
}

const widthOf = ({ runs }: TextItem): number => runs.reduce((sum, { width }) => sum + width, 0)

/** White that keeps the folio apart from the line beside it. */
const BESIDE = 16
/** On one baseline Poppler reads what stands further left first, in right-to-left leaflets too. Nobody sees this. */
const AFTER_LINE = 0.1
const ABOVE_FOOT = 6

function setFolio(text: Text, desk: Desk, column: Column): { items: TextItem[]; height: Pt } {
  const style = desk.style.text.foot
  const set = setText(inBold(text), style.size, desk.composition)
  const look: TextLook = { ...ownLook(set, style, { setting: desk, element: null }), align: 'end' }
  return stack(within(textLines(set, column, look), { text, where: 'folio' }, desk), look.leading)
}

const hairline = ({ colours }: Desk, column: Column, y: Pt): Item => ({
  kind: 'rule',
  element: null,
  rect: { x: column.left, y, width: column.width, height: pt(0.75) },
  colour: colours.hairline,
})

/** Language at the outer edge: own name, English name, and a mark that shows at the side of a pile. */
function setTab(tab: readonly Text[], desk: Desk, column: Column): Item[] {
  const { style, colours } = desk
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
    tab.map((text) => {
      const set = setText(text, role.size, desk.composition)
      const look: TextLook = { ...ownLook(set, role, { setting: desk, element: null }), align: 'end' }
      return { lines: within(textLines(set, column, look), { text, where: 'tab' }, desk), leading: look.leading }
    }),
  ).items.map((i) => lower(i, mm(10)))
  return [mark, ...names]
}
