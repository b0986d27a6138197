import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, writeFileSync } from 'node:fs'

/** What a file is to hold: bytes, or its text in parts, of which none but the next need be in memory. */
export type Content = Uint8Array | Iterable<string>

/** Fewer writes than lines, of texts so short that V8 makes them among young objects. */
const PORTION = 16_384

/** Writes a file. Throws what the disk says. */
export function writeFile(path: string, content: Content): void {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeFileSync(path, content)
    return
  }
  const file = openSync(path, 'w')
  try {
    for (const portion of portions(content)) writeFileSync(file, portion)
  } finally {
    closeSync(file)
  }
}

/** The same text, that a hash takes in on its way. */
export function* hashed(parts: Iterable<string>, hash: Hash): Generator<string> {
  for (const portion of portions(parts)) {
    hash.update(portion)
    yield portion
  }
}

/** SHA-256 of a text in parts. */
export function printOf(parts: Iterable<string>): string {
  const hash = createHash('sha256')
  for (const portion of portions(parts)) hash.update(portion)
  return hash.digest('hex')
}

/** Puts parts together to some that are worth writing. */
function* portions(parts: Iterable<string>): Generator<string> {
  let portion = ''
  for (const part of parts) {
    portion += part
    if (portion.length < PORTION) continue
    yield portion
    portion = ''
  }
  yield portion
}

/** Each in its form, and between two a comma and what else stands there. */
export function* listed<T>(things: Iterable<T>, comma: string, form: (thing: T) => string): Generator<string> {
  let between = ''
  for (const thing of things) {
    yield between + form(thing)
    between = comma
  }
}
