import { hash } from 'node:crypto'
import { keptFor } from '../memory/index.js'
import type { Document, Span } from './tree.js'

/** All that a leaflet says, whenever it is printed: marks stand for its day and its edition. */
export type Content = Omit<Document, 'title' | 'issueDate' | 'edition'>

/** SHA-256 of what a leaflet says. Where its texts stand in files is no part of it. */
export function contentPrint({ blocks, furniture, ...facts }: Content): string {
  return hash('sha256', JSON.stringify(saidBy([facts, blocks.map((b) => printOf(b).sha256), furniture])), 'hex')
}

/** Blocks stand in many leaflets, and pictures are long. */
const printOf = keptFor((block: object) => ({ sha256: hash('sha256', JSON.stringify(saidBy(block)), 'hex') }))

/** Without the places in files. A copy is several times quicker than a replacer in JSON.stringify. */
function saidBy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(saidBy)
  if ('origin' in value) return spanSaid(value as Span)
  const said: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(value)) said[name] = saidBy(part)
  return said
}

/** Codes are on paper: words of a message, and those of a template, keep the order of fields that they always had. */
function spanSaid({ text, lang, weight, href, field, origin }: Span): Record<string, string> {
  const said: Record<string, string> = origin.key === undefined ? { text, lang, weight } : { text, weight, lang }
  if (href !== undefined) said['href'] = href
  if (field !== undefined) said['field'] = field
  return said
}

/**
 * Digits and consonants that nobody takes for another: no I, L, O, U, Z, and no vowels, so that no code is a word. 29 is
 * prime, as the check character needs.
 */
const SIGNS = '0123456789BCDFGHJKMNPQRSTVWXY'
const [BASE, LENGTH] = [SIGNS.length, 7]

/** Seven characters and a check character: some 17,000 million codes. */
export function editionCode(print: string): string {
  let rest = BigInt(`0x${print.slice(0, 16)}`) % BigInt(BASE ** LENGTH)
  let code = ''
  for (let i = 0; i < LENGTH; i++) {
    code = SIGNS[Number(rest % BigInt(BASE))]! + code
    rest /= BigInt(BASE)
  }
  return code + SIGNS[checkOf(code)]!
}

/**
 * Sum of all characters, each times its place, modulo a prime: another check for each single character that is misread
 * and for any two that change places.
 */
const checkOf = (code: string): number => [...code].reduce((sum, c, i) => sum + (i + 1) * SIGNS.indexOf(c), 0) % BASE

/** A code as a person types it: small letters, spaces and hyphens, O for 0, I and L for 1, Z for 2. */
export const readEdition = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/Z/g, '2')

/** Whether a code can be one: all its characters are known, and the last agrees with the others. */
export const isEdition = (code: string): boolean =>
  code.length === LENGTH + 1 && [...code].every((c) => SIGNS.includes(c)) && SIGNS[checkOf(code.slice(0, -1))] === code.at(-1) // prettier-ignore
