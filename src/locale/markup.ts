import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Kept } from '../memory/index.js'
import { finding, type Finding } from '../report/index.js'
import type { Message } from './catalogue.js'
import { placeInMessage } from './place-in-message.js'

/** A stretch of a message with the same marks. */
export interface Piece {
  readonly text: string
  readonly weight: 'regular' | 'bold'
  /** Of a stretch in another language than the message. */
  readonly lang?: string
  /** Number of the <term> it stands in, from 0. */
  readonly term?: number
}

/** The marks of a message: <strong>, <term> and <span lang="…">, nested as one likes. Empty when the markup is wrong. */
export function readMarkup(text: string): Piece[] {
  const { pieces, problems } = parse(text)
  return problems.length > 0 ? [] : pieces
}

/** What is wrong with the marks of a message. */
export function checkMarkup(message: Message): Finding[] {
  const [first] = parse(message.text).problems
  // Only the first: one lost bracket makes a parser find many.
  if (!first) return []
  const place = placeInMessage(message, first.at)
  return [
    first.code === 'markup-forbidden'
      ? finding('markup-forbidden', place, { markup: first.what })
      : finding('markup-broken', place, { problem: first.what }),
  ]
}

/** How many hard words a message marks. */
export const countTerms = (text: string): number =>
  new Set(readMarkup(text).flatMap((p) => (p.term === undefined ? [] : [p.term]))).size

/** The text without its marks. */
export const plainMessage = (text: string): string =>
  readMarkup(text)
    .map((p) => p.text)
    .join('')

interface Problem {
  readonly code: 'markup-forbidden' | 'markup-broken'
  readonly what: string
  /** Offset in the text. */
  readonly at: number
}
interface Open {
  readonly name: string
  readonly lang: string | undefined
  readonly term: number | undefined
  readonly at: number
}

interface Parsed {
  readonly pieces: Piece[]
  readonly problems: Problem[]
}

/** Several checks ask for the marks of the same text, one after the other. */
const parsed = new Kept<string, Parsed>(50)
const parse = (text: string): Parsed => parsed.get(text) ?? parsed.set(text, parseOnce(text))

function parseOnce(text: string): Parsed {
  // Most messages have no marks; parsing each of them nonetheless took about a quarter of the time of composing.
  if (!/[<&]/.test(text)) return { pieces: text === '' ? [] : [{ text, weight: 'regular' }], problems: [] }
  // Looked for first: saxes loses its way after an "&" that stands alone, and says where it ended.
  const problems: Problem[] = [...entityProblems(text)]
  if (problems.length > 0) return { pieces: [], problems }
  const pieces: Piece[] = []
  const open: Open[] = []
  let terms = 0
  const parser = new SaxesParser({ fragment: true, xmlns: false })
  /** Start of the mark that the parser has just read. */
  const markStart = (): number => Math.max(0, text.lastIndexOf('<', parser.position - 1))
  const forbid = (what: string): unknown => problems.push({ code: 'markup-forbidden', what, at: markStart() })

  parser.on('text', (piece) => pieces.push({ text: piece, ...marksOf(open) }))
  parser.on('opentag', (tag) => {
    const problem = problemOfTag(tag)
    if (problem) forbid(problem)
    const term = tag.name === 'term' ? terms++ : undefined
    open.push({ name: tag.name, lang: tag.attributes['lang'], term, at: markStart() })
  })
  let closed: Open | undefined
  parser.on('closetag', () => {
    closed = open.pop()
  })
  parser.on('comment', () => forbid('comments'))
  parser.on('processinginstruction', () => forbid('<? ?>'))
  parser.on('doctype', () => forbid('<!DOCTYPE>'))
  parser.on('cdata', () => forbid('<![CDATA[ ]]>'))
  parser.on('error', (error) => problems.push(brokenProblem(error.message, markStart(), { last: open.at(-1), closed })))
  parser.write(text).close()
  return { pieces, problems: problems.sort(bySpot) }
}

/** Of a close that fits nothing, saxes complains about all that is open first, and only then says so. */
const bySpot = (a: Problem, b: Problem): number =>
  a.at - b.at || Number(b.what.endsWith('closes nothing')) - Number(a.what.endsWith('closes nothing'))

function marksOf(open: readonly Open[]): Omit<Piece, 'text'> {
  const lang = open.findLast((o) => o.lang !== undefined)?.lang
  const term = open.findLast((o) => o.term !== undefined)?.term
  return {
    weight: open.some((o) => o.name === 'strong' || o.name === 'term') ? 'bold' : 'regular',
    ...(lang === undefined ? {} : { lang }),
    ...(term === undefined ? {} : { term }),
  }
}

function problemOfTag(tag: SaxesTagPlain): string | undefined {
  const attributes = Object.entries(tag.attributes)
  const [only] = attributes
  if (tag.name === 'span') {
    const fine = attributes.length === 1 && only?.[0] === 'lang' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(only[1])
    return fine ? undefined : '<span> without exactly one attribute, lang="…"'
  }
  if (tag.name !== 'strong' && tag.name !== 'term') return `<${tag.name}>`
  return only ? `the attribute ${only[0]}="${only[1]}"` : undefined
}

/** "&amp;", "&lt;" and "&gt;" stand for what cannot be written plainly; all else can, and readably. */
function* entityProblems(text: string): Generator<Problem> {
  for (const match of text.matchAll(/&(#?\w*;)?/g)) {
    const [entity, name] = match
    if (['amp;', 'lt;', 'gt;'].includes(name ?? '')) continue
    if (name === undefined) yield { code: 'markup-broken', what: '& stands alone', at: match.index }
    else yield { code: 'markup-forbidden', what: `the entity ${entity}`, at: match.index }
  }
}

interface Nearby {
  /** The innermost mark that is open. */
  readonly last: Open | undefined
  /** The mark that was closed last. */
  readonly closed: Open | undefined
}

/** saxes' words (6.0) in plain ones. */
function brokenProblem(words: string, at: number, { last, closed }: Nearby): Problem {
  const closing = /unmatched closing tag: (\S+?)\.?$/.exec(words)?.[1]
  if (words.includes('unclosed tag') && last) return broken(`<${last.name}> is opened and not closed`, last.at)
  // saxes closes the inner mark first and complains afterwards.
  if (words.includes('unexpected close tag') && closed) return broken(`<${closed.name}> is not closed before this`, at)
  if (closing !== undefined) return broken(`</${closing}> closes nothing`, at)
  return broken('< starts no mark that is known', at)
}
const broken = (what: string, at: number): Problem => ({ code: 'markup-broken', what, at })
