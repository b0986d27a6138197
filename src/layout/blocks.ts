import {
  BULLET,
  type Block,
  type Document,
  type Heading,
  type List,
  type Paragraph,
  type Row,
  type Text,
  type WordList,
} from '../document/index.js'
import { pt, type Pt } from '../geometry/index.js'
import { unreachable } from '../report/index.js'
import { setContents } from './contents.js'
import { headingInk } from './heading-ink.js'
import { keepsNext } from './keeps-next.js'
import type { Item } from './page.js'
import { forEnglish, inBold, lineInkOf, setText, type Composition, type Ink, type SetText } from './set-text.js'
import { CLOSE, fromStart, indented, LISTED, lower, type Column, type Slab } from './slab.js'
import { stack, stackAll, textLines, textSlabs, WHOLE_WORDS, type TextLook } from './text-block.js'
import { ownHyphens, type FormatStyle, type TextStyle, type Theme } from './theme.js'

/** All that blocks need to know of the leaflet they stand in. */
export interface Setting {
  readonly document: Document
  readonly style: FormatStyle
  readonly colours: Theme['colours']
  readonly composition: Composition
  /** Extent of the ink of all body text in em: no line of it touches the next, and all lines are equally far apart. */
  readonly ink: Ink
}

/** The document's blocks as slabs of one column, in reading order. */
export function setBlocks(setting: Setting, column: Column): Slab[] {
  const slabs: Slab[] = []
  const { blocks } = setting.document
  blocks.forEach((block, i) => {
    const set = isDraft(block) ? setDraft(blocks, i, { setting, column }) : setBlock(block, setting, column)
    const before = blocks[i - 1]
    const kept = before !== undefined && keepsNext(before, block, blocks[i - 2])
    const space = spaceBefore(before, block, setting)
    set.forEach((slab, k) => slabs.push(k === 0 ? { ...slab, ...space, kept } : slab))
  })
  return slabs
}

function setBlock(block: Block, setting: Setting, column: Column): Slab[] {
  switch (block.kind) {
    case 'heading':
      return setHeading(block, setting, column)
    case 'paragraph':
      return setParagraph(block, setting, column)
    case 'list':
      return setList(block, setting, column)
    case 'row':
      return [setRow(block, setting, column)]
    case 'words':
      return setWords(block, setting, column)
    case 'box':
      return setBox(block.blocks, setting, column)
    case 'contents':
      return setContents(block, setting, column)
    default:
      return unreachable(block)
  }
}

function spaceBefore(before: Block | undefined, block: Block, { style }: Setting): Pick<Slab, 'space' | 'elastic'> {
  const fixed = (space: number) => ({ space: pt(space), elastic: false })
  const elastic = (space: number) => ({ space: pt(space), elastic: true })
  if (before === undefined) return fixed(0)
  if (block.kind === 'contents') return elastic(style.headings[1].before)
  if (block.kind === 'heading') {
    const own = style.headings[block.depth - 1]!.before
    return before.kind === 'heading' ? fixed(Math.min(own, style.headings[before.depth - 1]!.after * 2)) : elastic(own)
  }
  if (before.kind === 'heading') return fixed(style.headings[before.depth - 1]!.after)
  if (block.kind === 'row') return elastic(style.row.gap)
  if (before.kind === 'paragraph' && before.style === 'lead') {
    const lead = block.kind === 'paragraph' && block.style === 'lead'
    return fixed(style.paragraphGap * (lead ? 0.2 : 1.8))
  }
  if (before.kind === 'paragraph' && block.kind === 'list') return fixed(style.paragraphGap * 0.6)
  return elastic(style.paragraphGap)
}

/** Leading of a style in this leaflet: what the theme says, or what the script's ink needs. */
export function leadingOf(style: TextStyle, ink: Ink): Pt {
  return pt(Math.max(style.leading, (ink.top - ink.bottom) * style.size * 1.02))
}

export function lookOf(
  style: TextStyle,
  { ink, colours }: Pick<Setting, 'ink' | 'colours'>,
  element: string | null,
): TextLook {
  return { element, colour: colours[style.colour], leading: leadingOf(style, ink), ink, ...WHOLE_WORDS }
}

/** Running text: the only words that a format may divide. */
function bodyLook(setting: Setting, element: string): TextLook {
  return {
    ...lookOf(setting.style.text.body, setting, element),
    hyphens: setting.style.hyphens ?? ownHyphens(setting.style),
  }
}

/** A look whose leading is for this text alone: English lines in an Urdu leaflet stand as close as in an English one. */
export function ownLook(
  set: SetText,
  style: TextStyle,
  { setting, element }: { setting: Pick<Setting, 'colours'>; element: string | null },
): TextLook {
  return lookOf(style, { ink: lineInkOf(set), colours: setting.colours }, element)
}

export function setHeading(block: Heading, setting: Setting, column: Column): Slab[] {
  const style = setting.style.headings[block.depth - 1]!
  const set = setText(inBold(block.text), style.size, setting.composition)
  const ink = headingInk(block, set, setting)
  const look = lookOf(style, { ink, colours: setting.colours }, block.id)
  const slabs = textSlabs(set, column, { ...look, rag: 'balanced', hyphens: ownHyphens(setting.style) })
  const together = slabs.map((slab, i) => ({ ...slab, kept: i > 0 }))
  if (style.rule === 0) return together
  const rule: Item = {
    kind: 'rule',
    element: null,
    rect: {
      x: fromStart(column, 0, column.width),
      y: pt(-RULE_GAP - style.rule),
      width: column.width,
      height: style.rule,
    },
    colour: setting.colours.accent,
  }
  const [first, ...rest] = together
  return first ? [{ divider: [rule], ...first }, ...rest] : []
}

/** Between the rule over a heading and the heading's line. */
const RULE_GAP = 4

function setParagraph(block: Paragraph, setting: Setting, column: Column): Slab[] {
  const style = setting.style.text[block.style]
  const text = block.style === 'organisation' ? inBold(block.text) : block.text
  const set = setText(text, style.size, setting.composition)
  const look =
    block.style === 'body' ? bodyLook(setting, block.id) : ownLook(set, style, { setting, element: block.id })
  return textSlabs(set, column, look)
}

const isDraft = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph' && block.style === 'draft'

/** Draft lines that follow each other share one frame; the first of them makes it, the others are in it. */
function setDraft(
  blocks: readonly Block[],
  at: number,
  { setting, column }: { setting: Setting; column: Column },
): Slab[] {
  if (isDraft(blocks[at - 1])) return []
  const style = setting.style.text.draft
  return [framed(setting, column, (inner) => {
    const paragraphs: Paragraph[] = []
    for (let i = at; ; i++) {
      const block = blocks[i]
      if (!isDraft(block)) break
      paragraphs.push(block)
    }
    return stackAll(
      paragraphs.map(({ id, text }) => {
        const set = setText(text, style.size, setting.composition)
        // As in furniture: no page has a line of one stray word at its head.
        const look: TextLook = { ...ownLook(set, style, { setting, element: id }), rag: 'balanced' }
        return { lines: textLines(set, inner, look), leading: look.leading }
      }),
    )
  })] // prettier-ignore
}

export function framed(
  { style, colours }: Pick<Setting, 'style' | 'colours'>,
  column: Column,
  fill: (inner: Column) => { items: readonly Item[]; height: number },
): Slab {
  const { padding, border } = style.box
  const inner: Column = { ...column, left: pt(column.left + padding), width: pt(column.width - 2 * padding) }
  const { items, height } = fill(inner)
  const total = pt(height + padding * 1.2)
  const frame: Item = {
    kind: 'frame',
    element: null,
    rect: {
      x: pt(column.left + border / 2),
      y: pt(border / 2),
      width: pt(column.width - border),
      height: pt(total - border),
    },
    colour: colours.accent,
    width: border,
  }
  return { height: total, kept: false, items: [frame, ...items.map((i) => lower(i, padding * 0.6))], ...CLOSE }
}

function setBox(blocks: readonly (Heading | Paragraph | List)[], setting: Setting, column: Column): Slab[] {
  return [framed(setting, column, (inner) => {
    const items: Item[] = []
    let y = 0
    for (const block of blocks) {
      for (const slab of setBlock(block, setting, inner)) {
        items.push(...slab.items.map((i) => lower(i, y)))
        y += slab.height
      }
    }
    return { items, height: y }
  })] // prettier-ignore
}

function setList(list: List, setting: Setting, column: Column): Slab[] {
  const { style } = setting
  const body = style.text.body
  const inner = indented(column, style.list.indent)
  const slabs: Slab[] = []
  list.items.forEach((item, i) => {
    const set = setText(item.text, body.size, setting.composition)
    const [first, ...rest] = textSlabs(set, inner, bodyLook(setting, `${item.id}.body`))
    if (!first) return
    const bullet = textLines(bulletText(item.text, setting), { ...column, width: style.list.indent, left: fromStart(column, 0, style.list.indent) }, {
      ...lookOf(body, setting, `${item.id}.label`),
      colour: setting.colours.accent,
    }) // prettier-ignore
    // The last two items stay together, as the last two lines of a paragraph do, and the first two where they can.
    const kept = i > 0 && i === list.items.length - 1
    slabs.push(
      {
        ...first,
        ...(i === 0 ? CLOSE : { space: style.list.gap, elastic: true }),
        kept,
        joins: i === 1 ? LISTED : 0,
        items: [...bullet, ...first.items],
      },
      ...rest.map((slab) => (i === 0 ? { ...slab, joins: LISTED } : slab)),
    )
  })
  return slabs
}

/** From the Latin font in all languages: other fonts have bullets of half its size, or in a square as wide as a letter. */
const bulletText = (beside: Text, { composition, style, document }: Setting) => {
  const text: Text = [{ text: BULLET, lang: document.lang, weight: 'regular', origin: beside[0]!.origin }]
  return setText(text, style.text.body.size, { ...composition, fonts: forEnglish(composition.fonts) })
}

/** Picture on the start side, its sentence beside it in the middle of the picture's height. */
function setRow(row: Row, setting: Setting, column: Column): Slab {
  const { picture: side, gutter } = setting.style.row
  const style = setting.style.text.body
  // Short texts beside large pictures: with lines of one length none of them ends in a lone word.
  const look: TextLook = { ...bodyLook(setting, `${row.id}.text`), rag: 'sentences' }
  const inner = indented(column, side + gutter)
  const text = stack(textLines(setText(row.text, style.size, setting.composition), inner, look), look.leading)
  const height = Math.max(side, text.height)
  const rect = { x: fromStart(column, 0, side), y: pt((height - side) / 2), width: side, height: side }
  return {
    height: pt(height),
    kept: false,
    items: [
      { kind: 'picture', element: row.figure.id, picture: row.figure.picture, rect },
      ...text.items.map((i) => lower(i, (height - text.height) / 2)),
    ],
    ...CLOSE,
  }
}

function setWords(words: WordList, setting: Setting, column: Column): Slab[] {
  const style = setting.style.text.body
  return words.entries.map((entry, i) => {
    const term = lookOf(style, setting, `${entry.id}.term`)
    const meaning = bodyLook(setting, `${entry.id}.meaning`)
    const head = stack(
      textLines(setText(inBold(entry.term), style.size, setting.composition), column, term),
      term.leading,
    )
    const set = setText(entry.meaning, style.size, setting.composition)
    const inner = indented(column, setting.style.list.indent)
    const running = textLines(set, inner, meaning)
    const apart = textLines(set, inner, { ...meaning, rag: 'sentences' })
    // Sentences on lines of their own where that takes no line more: a long list would take a page.
    const body = stack(apart.length > running.length ? running : apart, meaning.leading)
    return {
      height: pt(head.height + body.height),
      kept: false,
      items: [...head.items, ...body.items.map((item) => lower(item, head.height))],
      ...(i === 0 ? CLOSE : { space: setting.style.words.gap, elastic: true }),
    }
  })
}
