import { spanOf, type Origin, type Span, type Text } from '../document/index.js'
import { isTag } from '../locale/index.js'
import { FIELD_MARKS } from './helpers.js'
import { isolated } from './isolate.js'
import { linkTarget } from './link-target.js'
import type { XmlElement, XmlNode } from './xml.js'

/** What inline content needs to know. */
export interface InlineDesk {
  readonly lang: string
  /** For words that a template itself says. */
  readonly origin: Origin
  text(number: number): Text | undefined
  /** A value that a helper set aside by its number. */
  value(number: number): string | undefined
  refuse(problem: string): void
}

interface Marks {
  readonly lang: string | undefined
  readonly bold: boolean
  readonly href: string | undefined
}
const UNMARKED: Marks = { lang: undefined, bold: false, href: undefined }

/** Inline elements as text: m, v, b, span lang, a href. White space is folded, as in HTML. */
export function inlineText({ children }: XmlElement, desk: InlineDesk): Text {
  return folded(joined(children.flatMap((node) => spansOf(node, UNMARKED, desk))).flatMap(splitFields))
}

function spansOf(node: XmlNode, marks: Marks, desk: InlineDesk): Text {
  if (typeof node === 'string') return [wordsOf(node, marks, desk)]
  const { lang, bold, href } = marks
  const inside = (inner: Marks): Text => node.children.flatMap((child) => spansOf(child, inner, desk))
  switch (elementWithAttributes(node)) {
    case 'm n':
      return messageSpans(node, marks, desk)
    case 'v n':
      return [wordsOf(valueOf(node, desk), marks, desk)]
    case 'b':
      return inside({ lang, bold: true, href })
    case 'span lang': {
      const own = tagIn(node, desk)
      return foreign(own, inside({ lang: own, bold, href }), desk)
    }
    case 'a href':
      return inside({ lang, bold, href: linkTarget(hrefIn(node, desk)) })
    default:
      desk.refuse(`<${elementWithAttributes(node)}> within a line of text`)
      return []
  }
}

/** Viewers know a language by its BCP 47 tag (ISO 19005-2 §6.7.4; Matterhorn 11-001): "en_GB" is none. */
export function tagIn(node: XmlElement, desk: Pick<InlineDesk, 'refuse'>): string {
  const lang = node.attributes['lang'] ?? ''
  if (!isTag(lang)) desk.refuse(`<${node.name} lang="${lang}">, which is no BCP 47 language tag`)
  return lang
}

/** A leaflet runs nothing (ISO 19005-2 §6.5.1), and has no folder that an address could go on from. */
function hrefIn(node: XmlElement, desk: InlineDesk): string {
  const href = node.attributes['href'] ?? ''
  if (!/^(?:https?:\/\/|mailto:|tel:)[^\s]/i.test(href))
    desk.refuse(`<a href="${href}">, which is no web address, e-mail address or phone number`)
  return href
}

function valueOf(node: XmlElement, desk: InlineDesk): string {
  const value = desk.value(Number(node.attributes['n']))
  if (value === undefined) desk.refuse('<v> that no helper has made')
  return value ?? ''
}

/** The template's own words and the values among them are one text. */
function joined(text: Text): Text {
  const out: Span[] = []
  for (const span of text) {
    const open = out.at(-1)
    const alike =
      open?.origin === span.origin && open.lang === span.lang && open.weight === span.weight && open.href === span.href
    if (alike) out.splice(-1, 1, spanOf(open.text + span.text, open))
    else out.push(span)
  }
  return out
}

/** Words that the template itself says. */
const wordsOf = (text: string, marks: Marks, { lang, origin }: InlineDesk): Span =>
  linked({ text, lang: marks.lang ?? lang, weight: marks.bold ? 'bold' : 'regular', origin }, marks)

const linked = (span: Span, { href }: Marks): Span => (href === undefined ? span : spanOf(span.text, span, { href }))

const foreign = (lang: string, text: Text, desk: InlineDesk): Text => (lang === desk.lang ? text : isolated(text))

function messageSpans(node: XmlElement, marks: Marks, desk: InlineDesk): Text {
  const text = desk.text(Number(node.attributes['n']))
  if (!text) desk.refuse('<m> that no {{t}} has made')
  if (!text || (!marks.bold && marks.href === undefined)) return text ?? []
  return text.map((span) => linked(marks.bold ? spanOf(span.text, span, { weight: 'bold' }) : span, marks))
}

/** `span lang`: an element is known together with its attributes, in their order. */
export const elementWithAttributes = (node: XmlElement): string =>
  [node.name, ...Object.keys(node.attributes)].join(' ')

const FIELDS = new RegExp(`([${FIELD_MARKS.page}${FIELD_MARKS.pages}])`)

/** A page number is a span of its own. */
function splitFields(span: Span): Span[] {
  if (!FIELDS.test(span.text)) return span.text === '' ? [] : [span]
  return span.text.split(FIELDS).flatMap((text): Span[] => {
    if (text === FIELD_MARKS.page) return [spanOf('', span, { field: 'page' })]
    if (text === FIELD_MARKS.pages) return [spanOf('', span, { field: 'pages' })]
    return text === '' ? [] : [spanOf(text, span)]
  })
}

/** Spaces that folding might change, or look through. */
const UNFOLDED = /[\t\r\n\u2066-\u2069]|^ | $| {2}/

/**
 * White space of XML becomes one space, none at the ends. Spaces that typography needs (U+00A0, U+202F) stay; isolates
 * are looked through, so that no space hides behind one.
 */
function folded(text: Text): Text {
  if (text.length === 1 && !UNFOLDED.test(text[0]!.text) && text[0]!.text !== '') return text
  const out: Span[] = []
  let afterSpace = true
  for (const span of text) {
    let inner = ''
    for (const character of span.text) {
      const isSpace = /[ \t\r\n]/.test(character)
      if (!isSpace || !afterSpace) inner += isSpace ? ' ' : character
      if (!/[\u2066-\u2069]/.test(character)) afterSpace = isSpace
    }
    if (span.field !== undefined) afterSpace = false
    const before = out.at(-1)
    // An isolate that lost its space belongs to what stands before it: nobody can set a span of controls alone.
    if (before && before.field === undefined && span.field === undefined && /^[\u2066-\u2069]*$/.test(inner))
      out.splice(-1, 1, spanOf(before.text + inner, before))
    else out.push(inner === span.text ? span : spanOf(inner, span))
  }
  const trailing = afterSpace ? out.findLastIndex((span) => span.text.includes(' ')) : -1
  return out
    .map((span, i) => (i === trailing ? spanOf(span.text.replace(/ ([^ ]*)$/, '$1'), span) : span))
    .filter((span) => span.text !== '' || span.field !== undefined)
}
