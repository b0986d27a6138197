import { isEastAsian, lineBreakClass, type LineBreakClass } from './line-break-class.js'

/** What UAX #14 says of each UTF-16 offset of a text: whether a line may or must end before it. */
export const NO_BREAK = 0
export const MAY_BREAK = 1
export const MUST_BREAK = 2
/** Not of UAX #14: it may, but tears apart what belongs together (see keep-together.ts). */
export const KEPT_BREAK = 3
/** Not of UAX #14: it may, but stands within what readers take for one word (see compounds.ts). */
export const WORD_BREAK = 4
/** Not of UAX #14: it may, within a word of Chinese or Japanese (see han-words.ts). */
export const HAN_BREAK = 5
/** Not of UAX #14: it may, within what the text calls by one name (see keep-terms.ts). */
export const TERM_BREAK = 6

/**
 * Another class for a character than the property says, as a language asks for it (UAX #14 §8.1); undefined: none, or
 * for the whole text.
 */
export type Tailoring = ((own: LineBreakClass, offset: number) => LineBreakClass | undefined) | undefined

/**
 * The Unicode line breaking algorithm, UAX #14 revision 55 (Unicode 17.0): one value for each offset from 0 to the text's
 * length. Characters of class SA get no breaks between them (LB1); whoever has a dictionary adds them.
 *
 * The rules run on items: a character with the marks and joiners after it (LB9), so a cluster is never cut.
 */
export function lineBreaks(text: string, tailoring: Tailoring): Uint8Array {
  const breaks = new Uint8Array(text.length + 1)
  if (tailoring) applyRules(itemsOf(text, tailoring), { breaks, shift: 0 })
  else breakPlainWords(text, breaks)
  breaks[text.length] = MUST_BREAK // LB3; LB2: offset 0 stays 0
  return breaks
}

/**
 * Most words are letters, perhaps a comma or full stop, and a space; between two of them a line may end (LB18), within
 * them not (LB9, LB13, LB28). Only what lies between such words needs all rules: no rule looks over the space of one,
 * nor over the first letter of the next.
 */
function breakPlainWords(text: string, breaks: Uint8Array): void {
  let open = -1
  for (let start = 0; start < text.length;) {
    const end = endOfPlainWord(text, start)
    if (end < 0) {
      if (open < 0) open = Math.max(0, start - 1)
      const space = text.indexOf(' ', start)
      start = space < 0 ? text.length : space + 1
      while (text.charCodeAt(start) === 0x20) start++
      continue
    }
    if (open >= 0) {
      applyRules(itemsOf(text.slice(open, start + 1), undefined), { breaks, shift: open })
      open = -1
    } else if (start > 0) breaks[start] = MAY_BREAK
    start = end
  }
  if (open >= 0) applyRules(itemsOf(text.slice(open), undefined), { breaks, shift: open })
}

/** Offset after a plain word and its spaces that starts here; -1 if none does. */
function endOfPlainWord(text: string, start: number): number {
  if (!isLetter(lineBreakClass(text.charCodeAt(start)))) return -1
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x20) return afterSpaces(text, at)
    const cls = lineBreakClass(unit)
    if (isLetter(cls) || cls === 'CM') continue
    if ((cls === 'IS' || cls === 'EX') && text.charCodeAt(at + 1) === 0x20) return afterSpaces(text, at + 1)
    return -1
  }
  return -1
}

const isLetter = (cls: LineBreakClass): boolean => cls === 'AL' || cls === 'HL'

function afterSpaces(text: string, start: number): number {
  let at = start
  while (text.charCodeAt(at) === 0x20) at++
  // A mark on a space is a letter of its own (LB10).
  const next = at < text.length ? lineBreakClass(text.charCodeAt(at)) : 'AL'
  return next === 'CM' || next === 'ZJ' ? -1 : at
}

/** `shift`: offset of the items' text in the whole. */
function applyRules(items: readonly Item[], { breaks, shift }: { breaks: Uint8Array; shift: number }): void {
  const line = new Line(items)
  for (let i = 0; i + 1 < items.length; i++) breaks[shift + items[i + 1]!.start] = line.between(i)
}

interface Item {
  readonly cls: LineBreakClass
  /** Code point of its base. */
  readonly base: number
  /** UTF-16 offset. */
  readonly start: number
  /** Ends in U+200D. */
  joiner: boolean
}

const NO_BASE: ReadonlySet<LineBreakClass | undefined> = new Set([undefined, 'BK', 'CR', 'LF', 'NL', 'SP', 'ZW'])

/** LB1, LB9, LB10. */
function itemsOf(text: string, tailoring: Tailoring): Item[] {
  const items: Item[] = []
  for (let start = 0; start < text.length;) {
    const base = text.codePointAt(start)!
    const own = lineBreakClass(base)
    const cls = resolved(tailoring?.(own, start) ?? own, base)
    const last = items.at(-1)
    if (cls !== 'CM' && cls !== 'ZJ') items.push({ cls, base, start, joiner: false })
    else if (last && !NO_BASE.has(last.cls)) last.joiner = cls === 'ZJ'
    else items.push({ cls: 'AL', base: 0x41, start, joiner: cls === 'ZJ' })
    start += base > 0xffff ? 2 : 1
  }
  return items
}

/** LB1: classes that stand for a decision; small kana start no line (CSS: strict). */
function resolved(cls: LineBreakClass, codePoint: number): LineBreakClass {
  if (cls === 'SA') return /[\p{Mn}\p{Mc}]/u.test(String.fromCodePoint(codePoint)) ? 'CM' : 'AL'
  if (cls === 'AI' || cls === 'SG' || cls === 'XX') return 'AL'
  return cls === 'CJ' ? 'NS' : cls
}

type Classes = ReadonlySet<LineBreakClass | undefined>
const set = (names: string): Classes => new Set(names.split(' ') as LineBreakClass[])

const HARD = set('BK CR LF NL')
const BEFORE_QUOTE: Classes = new Set([undefined, ...set('BK CR LF NL OP QU GL SP ZW')])
const AFTER_QUOTE: Classes = new Set([undefined, ...set('SP GL WJ CL QU CP EX IS SY BK CR LF NL ZW')])
const BEFORE_HYPHEN: Classes = new Set([undefined, ...set('BK CR LF NL SP ZW CB GL')])
const LETTERS = set('AL HL')
const NEVER_FIRST = set('CL CP EX SY') // LB13
const HYPHENS = set('BA HH HY NS') // LB21
const IDEOGRAPHS = set('ID EB EM')
const SYLLABLES = set('JL JV JT H2 H3')
const AFTER_LEADING = set('JL JV H2 H3')
const SIGNS = set('PO PR')
const DOTTED_CIRCLE = 0x25cc

/** The rules between two items that stand beside each other, in the order of UAX #14. */
class Line {
  readonly #items: readonly Item[]
  /** Index of the last item up to here that is no space, -1 for none. */
  readonly #solid: Int32Array
  /** NU (SY | IS)* ends here (LB25). */
  readonly #number: Uint8Array
  /** Regional indicators up to here, in a row. */
  readonly #flags: Int32Array

  constructor(items: readonly Item[]) {
    this.#items = items
    this.#solid = new Int32Array(items.length)
    this.#number = new Uint8Array(items.length)
    this.#flags = new Int32Array(items.length)
    items.forEach(({ cls }, i) => {
      this.#solid[i] = cls === 'SP' ? (this.#solid[i - 1] ?? -1) : i
      this.#number[i] = cls === 'NU' || ((cls === 'SY' || cls === 'IS') && this.#number[i - 1] === 1) ? 1 : 0
      this.#flags[i] = cls === 'RI' ? (this.#flags[i - 1] ?? 0) + 1 : 0
    })
  }

  #cls(i: number): LineBreakClass | undefined {
    return this.#items[i]?.cls
  }

  /** Between item `i` and the next. */
  between(i: number): number {
    const a = this.#cls(i)
    const b = this.#cls(i + 1)
    if (a === 'AL' && (b === 'AL' || b === 'SP')) return NO_BREAK // the same as by the rules, and most of all pairs
    if (a === 'CR' && b === 'LF') return NO_BREAK // LB5
    if (HARD.has(a)) return MUST_BREAK // LB4, LB5
    if (HARD.has(b) || b === 'SP' || b === 'ZW') return NO_BREAK // LB6, LB7
    const solid = this.#solid[i]!
    if (this.#cls(solid) === 'ZW') return MAY_BREAK // LB8
    if (this.#items[i]!.joiner || a === 'WJ' || b === 'WJ' || a === 'GL') return NO_BREAK // LB8a, LB11, LB12
    if (b === 'GL' && a !== 'SP' && a !== 'BA' && a !== 'HH' && a !== 'HY') return NO_BREAK // LB12a
    if (NEVER_FIRST.has(b)) return NO_BREAK // LB13
    if (this.#cls(solid) === 'OP' || this.#opensQuote(solid) || this.#closesQuote(i + 1)) return NO_BREAK // LB14, LB15a, LB15b
    if (b === 'IS') return a === 'SP' && this.#cls(i + 2) === 'NU' ? MAY_BREAK : NO_BREAK // LB15c, LB15d
    if ((this.#cls(solid) === 'CL' || this.#cls(solid) === 'CP') && b === 'NS') return NO_BREAK // LB16
    if (this.#cls(solid) === 'B2' && b === 'B2') return NO_BREAK // LB17
    if (a === 'SP') return MAY_BREAK // LB18
    if (this.#keepsQuote(i)) return NO_BREAK // LB19, LB19a
    if (a === 'CB' || b === 'CB') return MAY_BREAK // LB20
    return this.#keepsWord(i) || this.#keepsNumber(i) || this.#keepsSyllable(i) ? NO_BREAK : MAY_BREAK // LB31
  }

  #is(i: number, category: RegExp): boolean {
    return this.#cls(i) === 'QU' && category.test(String.fromCodePoint(this.#items[i]!.base))
  }

  /** LB15a: an opening quotation mark, spaces or none after it. */
  #opensQuote(i: number): boolean {
    return BEFORE_QUOTE.has(this.#cls(i - 1)) && this.#is(i, /\p{Pi}/u)
  }

  /** LB15b: a closing quotation mark at the end of something. */
  #closesQuote(i: number): boolean {
    return AFTER_QUOTE.has(this.#cls(i + 1)) && this.#is(i, /\p{Pf}/u)
  }

  #eastAsian(i: number): boolean {
    const item = this.#items[i]
    return item !== undefined && isEastAsian(item.base)
  }

  /** LB19, LB19a: quotation marks hold to their words; between East Asian letters only on their inner side. */
  #keepsQuote(i: number): boolean {
    if (this.#cls(i + 1) === 'QU') {
      if (!this.#is(i + 1, /\p{Pi}/u)) return true
      if (!this.#eastAsian(i) || !this.#eastAsian(i + 2)) return true
    }
    if (this.#cls(i) !== 'QU') return false
    return !this.#is(i, /\p{Pf}/u) || !this.#eastAsian(i + 1) || !this.#eastAsian(i - 1)
  }

  /** LB20a to LB24. */
  #keepsWord(i: number): boolean {
    const a = this.#cls(i)
    const b = this.#cls(i + 1)
    const hyphen = a === 'HY' || a === 'HH'
    if (hyphen && LETTERS.has(b) && BEFORE_HYPHEN.has(this.#cls(i - 1))) return true // LB20a
    if (HYPHENS.has(b) || a === 'BB') return true // LB21
    if (hyphen && this.#cls(i - 1) === 'HL' && b !== 'HL') return true // LB21a
    if ((a === 'SY' && b === 'HL') || b === 'IN') return true // LB21b, LB22
    if ((LETTERS.has(a) && b === 'NU') || (a === 'NU' && LETTERS.has(b))) return true // LB23
    if ((a === 'PR' && IDEOGRAPHS.has(b)) || (IDEOGRAPHS.has(a) && b === 'PO')) return true // LB23a
    return (SIGNS.has(a) && LETTERS.has(b)) || (LETTERS.has(a) && SIGNS.has(b)) // LB24
  }

  /** LB25. */
  #keepsNumber(i: number): boolean {
    const a = this.#cls(i)
    const b = this.#cls(i + 1)
    const number = this.#number[i] === 1
    const closed = (a === 'CL' || a === 'CP') && this.#number[i - 1] === 1
    if ((number || closed) && SIGNS.has(b)) return true
    if (b === 'NU') return number || SIGNS.has(a) || a === 'HY' || a === 'IS'
    if (!SIGNS.has(a) || b !== 'OP') return false
    return this.#cls(i + 2) === 'NU' || (this.#cls(i + 2) === 'IS' && this.#cls(i + 3) === 'NU')
  }

  /** LB26 to LB30b. */
  #keepsSyllable(i: number): boolean {
    const a = this.#cls(i)
    const b = this.#cls(i + 1)
    if (a === 'JL' && AFTER_LEADING.has(b)) return true // LB26
    if ((a === 'JV' || a === 'H2') && (b === 'JV' || b === 'JT')) return true
    if ((a === 'JT' || a === 'H3') && b === 'JT') return true
    if ((SYLLABLES.has(a) && b === 'PO') || (a === 'PR' && SYLLABLES.has(b))) return true // LB27
    if ((LETTERS.has(a) || a === 'IS') && LETTERS.has(b)) return true // LB28, LB29
    if (this.#keepsAksara(i)) return true
    if ((LETTERS.has(a) || a === 'NU') && b === 'OP' && !this.#eastAsian(i + 1)) return true // LB30
    if (a === 'CP' && (LETTERS.has(b) || b === 'NU') && !this.#eastAsian(i)) return true
    if (a === 'RI' && b === 'RI') return this.#flags[i]! % 2 === 1 // LB30a
    if (b !== 'EM') return false // LB30b
    return a === 'EB' || /^(?=\p{Cn})\p{Extended_Pictographic}/u.test(String.fromCodePoint(this.#items[i]!.base))
  }

  /** LB28a: syllables of Brahmic scripts, such as Balinese and Javanese. */
  #keepsAksara(i: number): boolean {
    const circle = (k: number): boolean => this.#items[k]?.base === DOTTED_CIRCLE
    const letter = (k: number): boolean => this.#cls(k) === 'AK' || this.#cls(k) === 'AS' || circle(k)
    const b = this.#cls(i + 1)
    if (this.#cls(i) === 'AP') return letter(i + 1)
    if (letter(i)) return b === 'VF' || b === 'VI' || (letter(i + 1) && this.#cls(i + 2) === 'VF')
    return this.#cls(i) === 'VI' && letter(i - 1) && (b === 'AK' || circle(i + 1))
  }
}
