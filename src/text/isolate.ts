import type { Span, Text } from '../document/index.js'

const LRI = '\u2066'
const RLI = '\u2067'
const PDI = '\u2069'

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/**
 * Things that keep their own left-to-right order in any text. A run of Latin in brackets is one of them: with its
 * brackets outside, readers disagree which way the brackets face.
 */
const LEFT_TO_RIGHT = new RegExp(
  [
    String.raw`(?:https?://|www\.)[^\s\u2066-\u2069]*[^\s\u2066-\u2069.,;:!?)\]»”’]`, // web address
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`, // e-mail
    String.raw`\p{Nd}{1,4}(?:[-/.]\p{Nd}{1,4}){2}(?:[ T\u00A0]\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?)?`, // date, with or without time
    String.raw`\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?(?:\s?[–-]\s?\p{Nd}{1,2}:\p{Nd}{2})?`, // time, range of times
    String.raw`\+?\(?\p{Nd}[\p{Nd}()]*(?:[ \u00A0-][\p{Nd}()]+)+`, // phone: groups of digits
    String.raw`\([\p{Script=Latin}\p{Nd}][^()\p{Script=Arabic}\p{Script=Hebrew}]*\)`, // bracketed Latin
  ].join('|'),
  'gu',
)

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
  const mixed = direction === 'rtl' || text.some((s) => RTL_LETTER.test(s.text))
  if (!mixed) return text.map((span) => ({ ...span, text: joinPhones(span.text) }))
  const texts = text.map((span) => span.text.replace(LEFT_TO_RIGHT, (found) => LRI + joinPhones(found) + PDI))
  text.forEach((span, i) => {
    if (!runsOtherWay(span.text, direction)) return
    // Brackets belong to the passage: outside its isolate, Poppler and PDFium return both before the words.
    const bracketed = /[(\[（]$/.test(texts[i - 1] ?? '') && /^[)\]）]/.test(texts[i + 1] ?? '')
    if (bracketed) {
      texts[i - 1] = texts[i - 1]!.replace(/.$/u, (bracket) => FSI_OF[direction] + bracket)
      texts[i + 1] = texts[i + 1]!.replace(/^./u, (bracket) => bracket + PDI)
    } else texts[i] = FSI_OF[direction] + texts[i]! + PDI
  })
  return text.map((span, i) => ({ ...span, text: texts[i]! }))
}

/** The isolate that a passage of the other direction gets: as `<bdi>` in HTML, but its direction is known. */
const FSI_OF = { rtl: LRI, ltr: RLI } as const

function runsOtherWay(text: string, direction: 'ltr' | 'rtl'): boolean {
  return direction === 'rtl' ? !RTL_LETTER.test(text) && /\p{L}/u.test(text) : RTL_LETTER.test(text)
}

function joinPhones(text: string): string {
  return text.replace(/\+?\p{Nd}{2,}(?: \p{Nd}{3,})+/gu, (phone) => phone.replaceAll(' ', '\u00A0'))
}
