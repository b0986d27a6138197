import { spanOf, type Text } from '../document/index.js'

const LRI = '\u2066'
const RLI = '\u2067'
const PDI = '\u2069'

const RTL_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
/** The same, but none of their signs: an Arabic full stop turns no English name around. */
const TURNED = new RegExp(`(?=\\p{L})${RTL_LETTER.source}`, 'u')

/**
 * Things that keep their own left-to-right order in any text. A run of Latin in brackets is one of them: with its
 * brackets outside, readers disagree which way the brackets face.
 *
 * Each pattern stops after a few characters, or cannot start again within what it has looked at: the time grows with
 * the text, not with its square.
 */
const LEFT_TO_RIGHT = new RegExp(
  [
    String.raw`(?:https?://|www\.)[!-~]*[\w/#&=%+~@$*-]`, // web address (RFC 3986: ASCII), without the full stop after it
    String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`, // e-mail
    String.raw`\p{Nd}{1,4}(?:[-/.]\p{Nd}{1,4}){2}(?:[ T\u00A0]\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?)?`, // date, with or without time
    String.raw`\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?(?:\s?[–-]\s?\p{Nd}{1,2}:\p{Nd}{2})?`, // time, range of times
    String.raw`(?<![\p{Script=Latin}\p{N}])\+?\(?\p{Nd}[\p{Nd}()]{0,20}(?:[ \u00A0-][\p{Nd}()]{1,20})+(?![\p{Script=Latin}\p{N}])`, // phone: groups of digits
    String.raw`\([\u2066-\u2069]*[\p{Script=Latin}\p{Nd}][^()\p{Script=Arabic}\p{Script=Hebrew}]*\)`, // bracketed Latin
  ].join('|'),
  'gu',
)

/** What the patterns start with, or soon have. */
const STARTS = /[0-9A-Za-z]|\p{Nd}|\([\u2066-\u2069]*\p{Script=Latin}/u

/**
 * Puts what must keep its order into isolates (UAX #9 §2.3): numbers, addresses and names in a text that runs the
 * other way. They steer the bidi algorithm only: never shaped, never painted, never extracted.
 *
 *   stored   CALL 020 8356 3000 TODAY       capitals: right-to-left letters
 *   printed  YADOT 020 8356 3000 LLAC       without isolates: YADOT 3000 8356 020 LLAC
 *
 * Digits of one phone number are joined by U+00A0 in every text: it never breaks over lines.
 */
export function isolate(text: Text, direction: 'ltr' | 'rtl'): Text {
  const joined = text.map((span) => span.text).join('')
  if (direction === 'ltr' && !RTL_LETTER.test(joined)) return text.map((span) => spanOf(joinPhones(span.text), span))
  const patterns = [...(STARTS.test(joined) ? joined.matchAll(LEFT_TO_RIGHT) : [])].map((m) => ({ start: m.index, end: m.index + m[0].length, open: LRI })) // prettier-ignore
  const passages: Isolate[] = []
  let pattern = 0
  let start = 0
  for (const span of text) {
    const end = start + span.text.length
    while (pattern < patterns.length && patterns[pattern]!.end < end) pattern++
    // Brackets belong to the passage: with them outside its isolate, Poppler and PDFium return both before the words.
    const inside = pattern < patterns.length && patterns[pattern]!.start <= start
    if (!inside && runsOtherWay(span.text, direction))
      passages.push({ start, end, open: direction === 'rtl' ? LRI : RLI })
    start = end
  }
  return insert(text, [...patterns, ...passages])
}

interface Isolate {
  readonly start: number
  readonly end: number
  readonly open: string
}

/** Puts controls into the spans; offsets are UTF-16, into the joined text. A closing one belongs to the span it ends. */
function insert(text: Text, isolates: readonly Isolate[]): Text {
  const opening = new Map<number, string>()
  const closing = new Map<number, string>()
  for (const { start, end, open } of isolates) {
    opening.set(start, (opening.get(start) ?? '') + open)
    closing.set(end, (closing.get(end) ?? '') + PDI)
  }
  let at = 0
  return text.map((span) => {
    let out = ''
    for (let i = 0; i < span.text.length; i++, at++) {
      // What ends where the span starts was closed in the span before.
      if (i > 0) out += closing.get(at) ?? ''
      out += opening.get(at) ?? ''
      out += span.text[i]!
    }
    if (span.text !== '') out += closing.get(at) ?? ''
    return spanOf(joinPhones(out), span)
  })
}

/**
 * In a left-to-right text the first letter decides (UAX #9, P2), but only of a passage whose letters are mostly
 * right-to-left: a Hebrew name doesn't turn its sentence around, not even at its start.
 */
function runsOtherWay(text: string, direction: 'ltr' | 'rtl'): boolean {
  if (direction === 'rtl') return /\p{L}/u.test(text) && !TURNED.test(text)
  if (!TURNED.test(text)) return false
  const letters = text.match(/\p{L}/gu) ?? []
  const turned = letters.filter((letter) => RTL_LETTER.test(letter)).length
  return turned > letters.length / 2 && RTL_LETTER.test(letters[0]!)
}

function joinPhones(text: string): string {
  if (!/\p{Nd} \p{Nd}/u.test(text)) return text
  return text.replace(/(?:\+\p{Nd}{1,3} )?\+?(?<!\p{Nd})\p{Nd}{2,}(?: \p{Nd}{3,})+/gu, (phone) =>
    phone.replaceAll(' ', '\u00A0'),
  )
}
