import { spanOf, type Text } from '../document/index.js'

/**
 * Text in another language, set between U+2068 and U+2069. Capitals are right-to-left letters:
 *
 *   stored    SHARE WITH hmrc, dwp.
 *   isolated  .dwp ,hmrc HTIW ERAHS     each name stands where an Arabic reader looks for it
 *   without   .hmrc, dwp HTIW ERAHS     both names run the other way as one
 *
 * and a full stop at the end of an English line stays at its end.
 */
export function isolated(text: Text): Text {
  const first = text.findIndex((span) => span.field === undefined)
  const last = text.findLastIndex((span) => span.field === undefined)
  return text.map((span, i) => spanOf(`${i === first ? '\u2068' : ''}${span.text}${i === last ? '\u2069' : ''}`, span))
}
