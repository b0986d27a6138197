import type {
  Block,
  Box,
  Contents,
  ContentsEntry,
  Figure,
  Furniture,
  Heading,
  Paragraph,
  Row,
  Text,
  WordEntry,
  WordList,
} from '../document/index.js'
import { keptFor } from '../memory/index.js'
import { finding, type Finding, type Place } from '../report/index.js'
import { elementWithAttributes, inlineText, tagIn, type InlineDesk } from './inline.js'
import { asBefore, inputsIn, keptXml } from './kept-tree.js'
import { readXml, type XmlElement } from './xml.js'

/** What a filled template says: the blocks of the leaflet, and what stands on every page. */
export interface Tree {
  readonly blocks: readonly Block[]
  readonly furniture: Omit<Furniture, 'digits'>
}

export interface TreeDesk {
  /** The template, for findings and for words that it says itself. */
  readonly template: Place
  /** Nobody draws this leaflet again: nothing of it is kept for next time. */
  readonly once: boolean
  /** A message by its number. */
  text(number: number): Text | undefined
  /** A value that is no message, such as a date, by its number. */
  value(number: number): string | undefined
  /** A picture with its alternative text; undefined (and a finding made) when there is none. */
  figure(id: string): Omit<Figure, 'id' | 'kind'> | undefined
}

/** Reads the markup that a filled template gives. */
export function readTree(
  markup: string,
  desk: TreeDesk,
): { readonly tree?: Tree; readonly findings: readonly Finding[] } {
  const problems = new Set<string>()
  const { root, problem } = desk.once ? readXml(markup) : keptXml(markup)
  if (!root) problems.add(problem ?? 'it has no element')
  else if (elementWithAttributes(root) !== 'leaflet lang') problems.add(`<${elementWithAttributes(root)}> as the whole`)
  const findings = (): Finding[] => [...problems].map((p) => finding('template-markup', desk.template, { problem: p }))
  if (!root || problems.size > 0) return { findings: findings() }

  const reader: Reader = {
    lang: tagIn(root, { refuse: (problem) => problems.add(problem) }),
    origin: { place: desk.template },
    refuse(problem) {
      reader.count.refused++
      problems.add(problem)
    },
    count: { ids: 0, refused: 0 },
    id: () => `n${++reader.count.ids}`,
    ...desk,
  }
  const blocks = elementsIn(root, reader).flatMap((node) => keptBlock(node, reader))
  const furniture = furnitureOf(root, reader)
  const tree = { blocks: blocks.map((block) => listSections(block, blocks)), furniture }
  return { tree: asBefore(root, tree), findings: findings() }
}

interface Reader extends TreeDesk, InlineDesk {
  readonly count: { ids: number; refused: number }
  /** The next id, in reading order. */
  id(): string
}

interface ReadBlock {
  readonly inputs: readonly unknown[]
  readonly blocks: readonly Block[]
  /** The last id after it. */
  readonly last: number
}
const lastBlocks = keptFor<XmlElement, { read?: ReadBlock }>(() => ({}))

/** The block read last time if it is made of the same messages and values and its ids begin at the same number. */
function keptBlock(node: XmlElement, reader: Reader): readonly Block[] {
  // A picture is asked for each time: what its alternative text says counts among what the leaflet says.
  if (node.name === 'row') return blockOf(node, reader)
  const inputs = inputsOfText(node, reader)
  const { count } = reader
  inputs.push(count.ids)
  const last = lastBlocks(node)
  const { read } = last
  if (read && inputs.every((input, i) => input === read.inputs[i])) {
    count.ids = read.last
    return read.blocks
  }
  const { refused } = count
  const blocks = blockOf(node, reader)
  if (count.refused === refused) last.read = { inputs, blocks, last: count.ids }
  return blocks
}

/** What the text within an element is made of. */
function inputsOfText(node: XmlElement, reader: Reader): unknown[] {
  const inputs: unknown[] = [reader.template.file]
  for (const { kind, number } of inputsIn(node)) inputs.push(reader[kind](number))
  return inputs
}

const FURNITURE = ['draft', 'tab', 'foot', 'folio']
const P_STYLES = { 'p class=lead': 'lead', 'p class=draft': 'draft', 'p class=small': 'small' } as const

function blockOf(node: XmlElement, reader: Reader): Block[] {
  if (FURNITURE.includes(node.name)) return []
  switch (elementWithAttributes(node)) {
    case 'h1':
      return [heading(1, node, reader)]
    case 'h2':
      return [heading(2, node, reader)]
    case 'h3':
      return [heading(3, node, reader)]
    case 'organisation':
      return [paragraph('organisation', node, reader)]
    case 'p':
      return [paragraph('body', node, reader)]
    case 'p class':
      return [paragraph(styleOf(node, reader), node, reader)]
    case 'ul':
      return [list(node, reader)]
    case 'row picture':
      return row(node, reader)
    case 'words':
      return [wordList(node, reader)]
    case 'box':
      return [box(node, reader)]
    case 'contents':
      return [contents(node, reader)]
    default:
      reader.refuse(`<${elementWithAttributes(node)}>`)
      return []
  }
}

interface Read {
  readonly inputs: readonly unknown[]
  readonly text: Text
}
const lastTexts = keptFor<XmlElement, { read?: Read }>(() => ({}))

/** The text of an element; the one read last time if it is made of the same messages and values. */
function textOf(node: XmlElement, reader: Reader): Text {
  const inputs = inputsOfText(node, reader)
  const last = lastTexts(node)
  const { read } = last
  if (read && inputs.every((input, i) => input === read.inputs[i])) return read.text
  const { refused } = reader.count
  const text = inlineText(node, reader)
  if (reader.count.refused === refused) last.read = { inputs, text }
  return text
}

const heading = (depth: 1 | 2 | 3, node: XmlElement, reader: Reader): Block => ({
  id: reader.id(),
  kind: 'heading',
  depth,
  text: textOf(node, reader),
})

const paragraph = (style: Paragraph['style'], node: XmlElement, reader: Reader): Paragraph => ({
  id: reader.id(),
  kind: 'paragraph',
  style,
  text: textOf(node, reader),
})

function styleOf(node: XmlElement, reader: Reader): Paragraph['style'] {
  const known: Readonly<Record<string, Paragraph['style']>> = P_STYLES
  const style = known[`p class=${node.attributes['class'] ?? ''}`]
  if (!style) reader.refuse(`<p class="${node.attributes['class'] ?? ''}">`)
  return style ?? 'body'
}

function list(node: XmlElement, reader: Reader): Block {
  const id = reader.id()
  const items = elementsNamed('li', node, reader).map(
    (li) => ({ id: reader.id(), kind: 'item', text: textOf(li, reader) }) as const,
  )
  return { id, kind: 'list', items }
}

function row(node: XmlElement, reader: Reader): Row[] {
  const figure = reader.figure(node.attributes['picture'] ?? '')
  // No picture, no row: the finding holds the leaflet anyway.
  if (!figure) return []
  const id = reader.id()
  return [{ id, kind: 'row', figure: { id: reader.id(), kind: 'figure', ...figure }, text: textOf(node, reader) }]
}

function wordList(node: XmlElement, reader: Reader): WordList {
  const id = reader.id()
  const entries = elementsNamed('word', node, reader).map((word): WordEntry => {
    const [term, meaning, ...rest] = elementsIn(word, reader)
    if (term?.name !== 'term' || meaning?.name !== 'meaning' || rest.length > 0)
      reader.refuse('<word> without exactly <term> and <meaning>')
    const part = (e: XmlElement | undefined): Text => (e ? textOf(e, reader) : [])
    return { id: reader.id(), kind: 'word', term: part(term), meaning: part(meaning) }
  })
  return { id, kind: 'words', entries }
}

function box(node: XmlElement, reader: Reader): Box {
  const id = reader.id()
  const blocks = elementsIn(node, reader)
    .flatMap((child) => blockOf(child, reader))
    .filter((block): block is Box['blocks'][number] => {
      const fits = block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'list'
      if (!fits) reader.refuse(`<${block.kind}> within <box>`)
      return fits
    })
  return { id, kind: 'box', blocks }
}

/** `<contents>` holds its own heading; what it lists is known once the whole leaflet is read. */
function contents(node: XmlElement, reader: Reader): Contents {
  const id = reader.id()
  const heading: Heading = { id: reader.id(), kind: 'heading', depth: 2, text: textOf(node, reader) }
  return { id, kind: 'contents', heading, entries: [] }
}

function listSections(block: Block, blocks: readonly Block[]): Block {
  if (block.kind !== 'contents') return block
  const sections = blocks.filter((b): b is Heading => b.kind === 'heading' && b.depth === 2)
  const entries = sections.map((s, i): ContentsEntry => ({
    id: `${block.id}.${i + 1}`,
    kind: 'entry',
    target: s.id,
    text: s.text,
    page: [],
  }))
  return { ...block, entries }
}

function furnitureOf(root: XmlElement, reader: Reader): Tree['furniture'] {
  const texts = (name: string): Text[] =>
    root.children.flatMap((node) => {
      if (typeof node === 'string' || node.name !== name) return []
      if (elementWithAttributes(node) !== name) reader.refuse(`<${elementWithAttributes(node)}>`)
      return [textOf(node, reader)]
    })
  const [folio, ...more] = texts('folio')
  if (!folio || more.length > 0) reader.refuse('none or several <folio>; each page has one')
  return { draft: texts('draft'), tab: texts('tab'), foot: texts('foot'), folio: folio ?? [] }
}

/** The elements within one that holds blocks; words that stand between blocks are refused. */
function elementsIn(node: XmlElement, reader: Reader): XmlElement[] {
  return node.children.flatMap((child) => {
    if (typeof child !== 'string') return [child]
    if (child.trim() !== '')
      reader.refuse(`the words "${child.trim().slice(0, 40)}" in <${node.name}>, outside a paragraph`)
    return []
  })
}

function elementsNamed(name: string, node: XmlElement, reader: Reader): XmlElement[] {
  return elementsIn(node, reader).filter((child) => {
    const fits = elementWithAttributes(child) === name
    if (!fits) reader.refuse(`<${elementWithAttributes(child)}> within <${node.name}>`)
    return fits
  })
}
