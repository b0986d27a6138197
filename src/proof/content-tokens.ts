/** An operand of a content stream. Dictionaries are kept only as far as the proof asks: names to operands. */
export type Operand =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'string'; readonly bytes: string }
  | { readonly kind: 'array'; readonly items: readonly Operand[] }
  | { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, Operand> }
  | { readonly kind: 'word'; readonly value: string }

/** An operator with the operands before it (ISO 32000-1 §7.8.2). */
export interface Instruction {
  readonly operator: string
  readonly operands: readonly Operand[]
}

/** Reads a content stream. The stream is a string of bytes: one UTF-16 unit for each byte (latin1). */
export function* instructionsOf(stream: string): Generator<Instruction> {
  const cursor: Cursor = { stream, at: 0 }
  let operands: Operand[] = []
  for (let token = next(cursor); token !== undefined; token = next(cursor)) {
    if (token.kind !== 'word' || CONSTANTS.has(token.value)) {
      operands.push(token)
      continue
    }
    // The bytes of an inline image are no tokens; Doorstep writes none, so finding its end by "EI" is enough.
    if (token.value === 'ID') cursor.at = endOfImage(cursor)
    yield { operator: token.value, operands }
    operands = []
  }
}

interface Cursor {
  readonly stream: string
  at: number
}

const CONSTANTS = new Set(['true', 'false', 'null'])
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]+/y
const SPACE_OR_COMMENT = /(?:[\0\t\n\f\r ]|%[^\n\r]*)+/y

function next(cursor: Cursor): Operand | undefined {
  skip(cursor, SPACE_OR_COMMENT)
  const { stream } = cursor
  const char = stream[cursor.at]
  if (char === undefined) return undefined
  if (char === '/') {
    cursor.at++
    return { kind: 'name', value: skip(cursor, REGULAR).replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => byte(hex)) }
  }
  if (char === '(') return { kind: 'string', bytes: literal(cursor) }
  if (stream.startsWith('<<', cursor.at)) return dictionary(cursor)
  if (char === '<') return { kind: 'string', bytes: hexadecimal(cursor) }
  if (char === '[') return { kind: 'array', items: itemsUntil(cursor, ']') }
  const word = skip(cursor, REGULAR)
  if (word === '') {
    // A closing bracket that nothing opened.
    cursor.at += stream.startsWith('>>', cursor.at) ? 2 : 1
    return { kind: 'word', value: stream.slice(cursor.at - 1, cursor.at) }
  }
  const value = Number(word)
  return Number.isNaN(value) ? { kind: 'word', value: word } : { kind: 'number', value }
}

function skip(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.stream)?.[0] ?? ''
  cursor.at += found.length
  return found
}

function itemsUntil(cursor: Cursor, end: string): Operand[] {
  cursor.at += end.length
  const items: Operand[] = []
  for (;;) {
    skip(cursor, SPACE_OR_COMMENT)
    if (cursor.at >= cursor.stream.length) return items
    if (cursor.stream.startsWith(end, cursor.at)) {
      cursor.at += end.length
      return items
    }
    const item = next(cursor)
    if (item) items.push(item)
  }
}

function dictionary(cursor: Cursor): Operand {
  const items = itemsUntil(cursor, '>>')
  const entries = new Map<string, Operand>()
  for (let i = 0; i + 1 < items.length; i += 2) {
    const name = items[i]!
    if (name.kind === 'name') entries.set(name.value, items[i + 1]!)
  }
  return { kind: 'dict', entries }
}

const byte = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16))

function hexadecimal(cursor: Cursor): string {
  const end = cursor.stream.indexOf('>', cursor.at)
  const digits = cursor.stream.slice(cursor.at + 1, end < 0 ? undefined : end).replace(NO_DIGITS, '')
  cursor.at = end < 0 ? cursor.stream.length : end + 1
  // An odd last digit stands for digit and zero (§7.3.4.3).
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1')
}

const NO_DIGITS = /[^0-9a-fA-F]+/g
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A string in parentheses, with its escapes (§7.3.4.2). */
function literal(cursor: Cursor): string {
  const { stream } = cursor
  let out = ''
  let depth = 0
  for (; cursor.at < stream.length; cursor.at++) {
    const char = stream[cursor.at]!
    if (char === '\\') {
      const escaped = /^(?:[0-7]{1,3}|\r\n|[^])/.exec(stream.slice(cursor.at + 1, cursor.at + 4))?.[0] ?? ''
      cursor.at += escaped.length
      if (/^[0-7]/.test(escaped)) out += String.fromCharCode(Number.parseInt(escaped, 8) & 0xff)
      else if (!/^[\r\n]/.test(escaped)) out += ESCAPES[escaped] ?? escaped
      continue
    }
    if (char === '(' && depth++ === 0) continue
    if (char === ')' && --depth === 0) break
    out += char
  }
  cursor.at++
  return out
}

function endOfImage(cursor: Cursor): number {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g
  end.lastIndex = cursor.at
  return end.exec(cursor.stream) ? end.lastIndex : cursor.stream.length
}
