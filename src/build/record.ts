import { createHash } from 'node:crypto'
import { copyFileSync, lstatSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { portionsOf, readText } from './read-file.js'
import { sha256 } from './seen.js'
import { hashed } from './write-file.js'

/** The files of record in an output folder: what is in place, and a folder for what was ever handed out. */
export const LEDGER = 'ledger.json'
export const EDITIONS = 'editions'
/** The one book of all languages that there used to be. */
export const FORMER = 'editions.json'
/** The book of editions of a language. */
export const bookOf = (language: string): string => `${EDITIONS}/${language}.json`

/** How a file of record is not what a build left there. */
export type Damage = 'changed' | 'gone'

const SEAL = '"seal": "'

/** Closes the text of a file of record, given in parts, with a seal: a cut or an edit by hand then shows. */
export function* sealed(body: Iterable<string>): Generator<string> {
  const hash = createHash('sha256')
  yield* hashed(body, hash)
  yield sealOf(hash.digest('hex'))
}

const sealOf = (print: string): string => `${SEAL}${print}"\n}\n`
/** In bytes, all of them ASCII; a SHA-256 is as long whatever it is of. */
const SEAL_LENGTH = sealOf(sha256('')).length

export function isSealed(text: string): boolean {
  const at = text.lastIndexOf(SEAL)
  return at >= 0 && text.slice(at) === sealOf(sha256(text.slice(0, at)))
}

/** SHA-256 of a file that is sealed, of which a portion is in memory at a time; undefined of one that is broken. */
export function sealedFilePrint(path: string): string | undefined {
  const [whole, body] = [createHash('sha256'), createHash('sha256')]
  let end = Buffer.alloc(0)
  for (const portion of portionsOf(path)) {
    whole.update(portion)
    const isLong = portion.length >= SEAL_LENGTH
    if (isLong) body.update(end)
    const rest = isLong ? portion : Buffer.concat([end, portion])
    const at = Math.max(0, rest.length - SEAL_LENGTH)
    body.update(rest.subarray(0, at))
    end = Buffer.from(rest.subarray(at))
  }
  return end.toString('utf8') === sealOf(body.digest('hex')) ? whole.digest('hex') : undefined
}

/** Objects and lists within each other: no record has ten. */
const DEEPEST = 100

/** What a record holds. Throws SyntaxError, also on brackets so deep within each other that nobody could write them again. */
export function parseRecord(text: string): unknown {
  const value = JSON.parse(text) as unknown
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '"') at = endOfString(text, at)
    else if (letter === '[' || letter === '{') depth++
    else if (letter === ']' || letter === '}') depth--
    if (depth > DEEPEST) throw new SyntaxError(`More than ${DEEPEST} brackets stand within each other`)
  }
  return value
}

/** Most of a record stands between quotation marks: from one to the next, in sound JSON, the engine looks quickest. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end - 1
    while (text[before] === '\\') before--
    if ((end - before) % 2 === 1) return end
  }
}

/** The text of a file of record; empty for what is there and cannot be read, undefined where nothing is. */
export function readRecord(path: string): string | undefined {
  try {
    return readText(path)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : ''
  }
}

/** Keeps a file of record that is broken where a person can look at it; gives its new name. Throws what the disk says. */
export function keepDamaged(out: string, file: string): string {
  const name = (n: number): string => file.replace('.json', n === 1 ? '.damaged.json' : `.damaged-${n}.json`)
  let n = 1
  while (lstatSync(join(out, name(n)), { throwIfNoEntry: false })) n++
  try {
    // A copy: a stop before the publication then leaves everything as it was.
    // Nobody can copy a pipe: it would be waited for.
    if (!statSync(join(out, file)).isFile()) throw new TypeError(`${file} is no file`)
    copyFileSync(join(out, file), join(out, name(n)))
  } catch {
    // No file, or one that nobody may read.
    renameSync(join(out, file), join(out, name(n)))
  }
  return name(n)
}
