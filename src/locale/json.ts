import { getNodeValue, parseTree, visit } from 'jsonc-parser'
import type { Node, ParseError } from 'jsonc-parser'
import { Kept } from '../memory/index.js'
import { fileStart, finding, placeAt, placesIn, type Finding, type Place } from '../report/index.js'
import { slipOf, type Slip } from './json-slip.js'
import { unreadFile, type Shelf } from './shelf.js'

export type JsonPath = readonly (string | number)[]

/** Objects and lists within each other: no file needs ten, and each costs readers room on their stack. */
const DEEPEST = 100
/** What reading puts where bytes are none of UTF-8. */
export const LOST = '\uFFFD'
const STRICT = { disallowComments: true, allowTrailingComma: false }

/** A JSON file that remembers where each value stands. */
export interface Json {
  readonly file: string
  /** Undefined when the file is missing or broken. Objects have no prototype. */
  readonly value: unknown
  /** The first character of the value at a path; of its nearest existing parent when there is none. */
  place(path: JsonPath): Place
  readonly findings: readonly Finding[]
}

/** Reads strict JSON: no comments, no trailing commas. A byte order mark is tolerated, as Windows editors write one. */
export function readJson(shelf: Shelf, file: string): Json {
  const text = shelf.read(file)?.replace(/^\uFEFF/, '')
  if (text === undefined) return unreadable(file, unreadFile(shelf, file))

  const at = placesIn(file, text)
  const lost = text.indexOf(LOST)
  // As a file of another encoding is full of them: of its texts nothing is said but that.
  if (lost >= 0 && !text.includes('\0')) return unreadable(file, finding('letter-lost', at(lost), { count: text.split(LOST).length - 1 })) // prettier-ignore

  const place = (path: JsonPath): Place => at(nearest(offsetsOf(text), path))
  const plain = plainly(text)
  if (plain !== undefined) return { file, value: plain, place, findings: [] }

  const wrong = firstWrong(text)
  if (wrong) {
    const { offset, ...facts } = wrong
    return unreadable(file, finding('json-syntax', placeAt(file, text, offset), facts))
  }
  const root = parseTree(text, [], STRICT)
  if (!root) throw new Error(`${file} is sound and holds nothing`)

  return {
    file,
    value: getNodeValue(root) as unknown,
    place,
    findings: [...duplicateKeys(root)].map((node) =>
      finding('json-duplicate', at(node.offset), { name: String(node.value) }),
    ),
  }
}

/**
 * What a sound file holds, undefined for any other: most files are sound, and few are asked for places. The engine's own
 * parser takes a tenth of the time and memory, but says nothing of names that stand twice: they are missing in the count.
 */
function plainly(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const found = { names: 0, tooDeep: false }
  const bare = (part: unknown, depth: number): unknown => {
    if (typeof part !== 'object' || part === null) return part
    if (depth === DEEPEST) return void (found.tooDeep = true)
    if (Array.isArray(part)) return part.map((inner) => bare(inner, depth + 1))
    const copy = Object.create(null) as Record<string, unknown>
    for (const [name, inner] of Object.entries(part)) {
      found.names++
      copy[name] = bare(inner, depth + 1)
    }
    return copy
  }
  const copy = bare(value, 0)
  return !found.tooDeep && found.names === countNames(text) ? copy : undefined
}

/** Strings before a colon, in sound JSON. */
function countNames(text: string): number {
  let names = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++
    let next = at + 1
    while (' \t\r\n'.includes(text[next] ?? '-')) next++
    if (text[next] === ':') names++
  }
  return names
}

const unreadable = (file: string, problem: Finding): Json => ({
  file,
  value: undefined,
  place: () => fileStart(file),
  findings: [problem],
})

const idOf = (path: JsonPath): string => path.map((name) => `\0${name}`).join('')

/** Of the few files that a leaflet is made from: of all files of two languages they were 4 MB a thread. */
const offsets = new Kept<string, ReadonlyMap<string, number>>(8)
const offsetsOf = (text: string): ReadonlyMap<string, number> => offsets.get(text) ?? offsets.set(text, offsetsIn(text))

/**
 * Where the value at each path starts, in sound JSON; of a name that stands twice, the first. A tree of all values would
 * take ten times the memory, and a language has thousands of texts.
 */
function offsetsIn(text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>()
  const note = (offset: number, _length: number, _line: number, _column: number, pathOf: () => JsonPath): void => {
    const id = idOf(pathOf())
    if (!offsets.has(id)) offsets.set(id, offset)
  }
  const noteLiteral = (_value: unknown, ...where: Parameters<typeof note>): void => {
    note(...where)
  }
  visit(text, { onObjectBegin: note, onArrayBegin: note, onLiteralValue: noteLiteral })
  return offsets
}

function nearest(offsets: ReadonlyMap<string, number>, path: JsonPath): number {
  for (let length = path.length; length >= 0; length--) {
    const offset = offsets.get(idOf(path.slice(0, length)))
    if (offset !== undefined) return offset
  }
  return 0
}

/** Names that stand again in the same object; JSON.parse would silently take the last. */
function* duplicateKeys(node: Node): Generator<Node> {
  const seen = new Set<unknown>()
  for (const child of node.children ?? []) {
    const name = node.type === 'object' ? child.children?.[0] : undefined
    if (name && seen.has(name.value)) yield name
    seen.add(name?.value)
    yield* duplicateKeys(child)
  }
}

/** How the parser, which goes down into what it reads, is stopped. */
class Stop extends Error {}

/** Only the first thing that is wrong: what a parser says after it lost its way helps nobody. */
function firstWrong(text: string): Slip | undefined {
  let wrong: Slip | undefined
  const stop = (what: Slip): never => {
    wrong = what
    throw new Stop()
  }
  let depth = 0
  const down = (offset: number): void => {
    if (++depth > DEEPEST)
      stop({
        offset,
        problem: `more than ${DEEPEST} brackets stand within each other`,
        fix: 'Delete brackets: no file needs so many',
      })
  }
  const up = (): void => {
    depth--
  }
  const onError = (error: ParseError['error'], offset: number, length: number): void => {
    stop(slipOf({ error, offset, length }, text))
  }
  try {
    visit(text, { onObjectBegin: down, onArrayBegin: down, onObjectEnd: up, onArrayEnd: up, onError }, STRICT)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
  }
  return wrong
}
