import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Node, ParseError } from 'jsonc-parser'
import { fileStart, finding, placeAt, placesIn, type Finding, type Place } from '../report/index.js'
import type { Shelf } from './shelf.js'

export type JsonPath = readonly (string | number)[]

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
  if (text === undefined) return unreadable(file, finding('file-missing', fileStart(file), { what: 'file' }))

  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const first = errors[0]
  // Only the first: what a parser says after it lost its way helps nobody.
  if (first) {
    const facts = { problem: problemOf(first, text) }
    return unreadable(file, finding('json-syntax', placeAt(file, text, first.offset), facts))
  }
  if (!root) return unreadable(file, finding('json-syntax', fileStart(file), { problem: 'it is empty' }))

  const at = placesIn(file, text)
  return {
    file,
    value: getNodeValue(root) as unknown,
    place: (path) => at(nearestNode(root, path).offset),
    findings: [...duplicateKeys(root)].map((node) =>
      finding('json-duplicate', at(node.offset), { name: String(node.value) }),
    ),
  }
}

const unreadable = (file: string, problem: Finding): Json => ({
  file,
  value: undefined,
  place: () => fileStart(file),
  findings: [problem],
})

function nearestNode(root: Node, path: JsonPath): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    if (node) return node
  }
  return root
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

/** jsonc-parser names its errors by an enum that TypeScript cannot import here; their printed names are stable. */
function problemOf(error: ParseError, text: string): string {
  const found = text.slice(error.offset, error.offset + error.length)
  switch (printParseErrorCode(error.error)) {
    case 'PropertyNameExpected':
      return `a name in double quotation marks should stand here, not "${found}"`
    case 'ValueExpected':
      return found === '' ? 'a value should stand here' : `a value should stand here, not "${found}"`
    case 'ColonExpected':
      return 'a colon is missing after the name'
    case 'CommaExpected':
      return 'a comma is missing before this'
    case 'CloseBraceExpected':
      return 'a closing brace } is missing'
    case 'CloseBracketExpected':
      return 'a closing bracket ] is missing'
    case 'EndOfFileExpected':
      return 'the file should end here'
    case 'InvalidCommentToken':
      return 'JSON has no comments'
    case 'UnexpectedEndOfString':
      return 'a quotation mark is missing at the end of this line'
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return 'a backslash \\ is followed by something that JSON does not know'
    case 'InvalidCharacter':
      return 'a control character stands in the text'
    default:
      return `"${found}" is not understood`
  }
}
