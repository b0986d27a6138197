import type { Span } from '../document/index.js'
import { keepCompounds } from './compounds.js'
import { dictionaryBreaks } from './dictionary-breaks.js'
import { EAST_ASIAN } from './east-asian-spacing.js'
import { graphemesOf } from './graphemes.js'
import { keepHanWords } from './han-words.js'
import { keepTogether, type Languages } from './keep-together.js'
import { keepPassages, type Passage } from './keep-passages.js'
import { keepTerms } from './keep-terms.js'
import { lineBreakClass } from './line-break-class.js'
import {
  HAN_BREAK,
  KEPT_BREAK,
  lineBreaks,
  MAY_BREAK,
  MUST_BREAK,
  TERM_BREAK,
  WORD_BREAK,
  type Tailoring,
} from './line-break-rules.js'

/** A place where a line may end. */
export interface BreakOpportunity {
  /** UTF-16 offset into the paragraph's text: the start of the next line. */
  readonly at: number
  /**
   * `always`: a line must end here; `free`: it may; `word`: it may, but elsewhere is better, since it stands within a
   * word; `han`: it may, within a word of Chinese or Japanese, where print fills its lines and easy reading does not;
   * `term`: it may, within a name in bold; `kept`: only where nothing else fits, since it tears something.
   */
  readonly kind: 'always' | 'free' | 'word' | 'han' | 'term' | 'kept'
}

class Opportunity implements BreakOpportunity {
  constructor(
    readonly at: number,
    readonly kind: BreakOpportunity['kind'],
  ) {}
}

/** What breaking needs to know of a span. */
export type Breakable = Pick<Span, 'text' | 'lang' | 'weight'>

const CONTROL = /\p{Bidi_Control}/u

/**
 * Where the lines of a paragraph may end (UAX #14, tailored to the language of each span), ascending; the text's end is
 * the last. Bidi controls are invisible to the rules: with them, "(GDPR)" in an isolate could be cut off its word's
 * punctuation.
 */
export function breakOpportunities(spans: readonly Breakable[]): BreakOpportunity[] {
  const bare = bareText(spans)
  const breaks = lineBreaks(bare.text, tailoringOf(bare))
  addWords(bare.text, breaks)
  keepKoreanWords(bare, breaks)
  keepTogether(bare, breaks)
  keepPassages(bare, breaks)
  keepCompounds(bare, breaks)
  keepHanWords(bare, breaks)
  keepTerms(spans, bare, breaks)
  // Not a literal, nor are its objects: V8 would take them for long-lived (decision 018).
  const opportunities = Array.of<BreakOpportunity>()
  for (let at = 1; at < breaks.length - 1; at++) {
    if (breaks[at] === 0) continue
    opportunities.push(new Opportunity(bare.offset(at), KINDS[breaks[at]!]!))
  }
  opportunities.push(new Opportunity(bare.length, 'always'))
  return opportunities
}

const KINDS: Readonly<Record<number, BreakOpportunity['kind']>> = {
  [MAY_BREAK]: 'free',
  [MUST_BREAK]: 'always',
  [KEPT_BREAK]: 'kept',
  [WORD_BREAK]: 'word',
  [HAN_BREAK]: 'han',
  [TERM_BREAK]: 'term',
}

/** Breaks between words of scripts without spaces; there some letters count as one that UAX #14 takes for several. */
function addWords(text: string, breaks: Uint8Array): void {
  const found = dictionaryBreaks(text)
  if (found.length === 0 && !REPETITION.test(text)) return
  for (const at of found)
    breaks[at] ||= opensClause(text, at) ? KEPT_BREAK : endsClause(text, at) ? WORD_BREAK : MAY_BREAK
  for (const { index, segment } of graphemesOf(text)) {
    // A mark after a space has lost its letter: lines break between the two (LB10, LB18).
    breaks.fill(0, index + (/^\s/u.test(segment) ? 2 : 1), index + segment.length)
  }
}

/** In these scripts a space stands between clauses: a line ends at it, not after the first short word that follows. */
const opensClause = (text: string, at: number): boolean => /\s\S{1,4}$/u.test(text.slice(Math.max(0, at - 5), at))
/** Nor does a line begin with the last word or two of a clause, such as ของคุณ (of yours), where the line above has room. */
const endsClause = (text: string, at: number): boolean => /^\S{1,6}\s/u.test(text.slice(at, at + 7))

interface BareText extends Languages {
  /** Length with them. */
  readonly length: number
  /** What a document isolates: values, and words of other languages. */
  readonly passages: readonly Passage[]
  /** From an offset without them to one with them. */
  offset(at: number): number
}

function bareText(spans: readonly Breakable[]): BareText {
  const whole = spans.map((s) => s.text).join('')
  if (!CONTROL.test(whole)) {
    let end = 0
    const languages = spans.map((s) => ({ lang: s.lang, end: (end += s.text.length) }))
    return { text: whole, length: whole.length, offset: (at) => at, languages, passages: [] }
  }
  const offsets: number[] = []
  const languages: { end: number; lang: string }[] = []
  const passages: Passage[] = []
  const open: { start: number; first: boolean }[] = []
  let text = ''
  let start = 0
  for (const span of spans) {
    for (let i = 0; i < span.text.length; i++) {
      const unit = span.text[i]!
      if (CONTROL.test(unit)) {
        if (/[\u2066-\u2068]/.test(unit)) open.push({ start: text.length, first: unit === '\u2068' })
        const closed = unit === '\u2069' ? open.pop() : undefined
        if (closed?.first) passages.push({ start: closed.start, end: text.length })
        continue
      }
      offsets.push(start + i)
      text += span.text[i]!
    }
    start += span.text.length
    languages.push({ end: text.length, lang: span.lang })
  }
  return { text, length: whole.length, offset: (at) => offsets[at]!, languages, passages }
}

const KOREAN = /^ko(?:-|$)/i
/** Thai, Lao and Khmer: the word before is said twice. No line starts with it, even after a space. */
const REPETITION = /[\u0E46\u0EC6\u17D7]/

/** In Chinese and Japanese what is wide or narrow by its context is wide (LB1). */
function tailoringOf({ text, languages }: BareText): Tailoring {
  const wide = languages.some(({ lang }) => EAST_ASIAN.test(lang))
  if (!wide && !REPETITION.test(text)) return undefined
  let index = 0
  return (own, offset) => {
    if (own === 'SA') return REPETITION.test(text[offset]!) ? 'EX' : undefined
    if (own !== 'AI') return undefined
    while (offset >= languages[index]!.end) index++
    return EAST_ASIAN.test(languages[index]!.lang) ? 'ID' : undefined
  }
}

const ENDS_KOREAN_WORD: ReadonlySet<string> = new Set(['SP', 'ZW', 'BA', 'HH', 'HY', 'SY', 'B2', 'IN'])

/** Korean breaks between words, as is the custom in print, not between syllables (CSS: `word-break: keep-all`). */
function keepKoreanWords({ text, languages }: BareText, breaks: Uint8Array): void {
  let start = 0
  for (const { end, lang } of languages) {
    for (let at = start + 1; at <= end && KOREAN.test(lang); at++) {
      if (breaks[at] === MAY_BREAK && !ENDS_KOREAN_WORD.has(lineBreakClass(text.charCodeAt(at - 1)))) breaks[at] = 0
    }
    start = end
  }
}
