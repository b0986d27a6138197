import { finding, type Finding } from '../../report/index.js'
import { bareOf, placeOf, type Beside } from './beside.js'

/** Digits of a numbering system that is neither the language's own nor the western one: ٤ is no Persian ۴. */
export function checkDigits({ pair, message }: Beside): Finding[] {
  const { digits, numerals } = pair.target.locale
  const other = (bareOf(message).own.match(/\p{Nd}/gu) ?? []).find((d) => d > '9' && !digits.includes(d))
  return other === undefined ? [] : [finding('digits-other', placeOf(message, other), { digit: other, numerals })]
}
