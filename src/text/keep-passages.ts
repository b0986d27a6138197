import { DIGIT, expression } from './letter-classes.js'
import { KEPT_BREAK, MAY_BREAK } from './line-break-rules.js'

/** UTF-16 offsets of what stands between U+2068 and U+2069: a value in its slot, or words of another language. */
export interface Passage {
  readonly start: number
  readonly end: number
}

/**
 * A date as the language writes it, and a name of two or three words in another language, stay on one line where one has
 * room for them. Both are known by their isolates and their form, so no language needs a list: the names of its months
 * and the order of its dates are in its locale.json. In a right-to-left text the halves of a name would stand at the
 * opposite ends of two lines.
 */
export function keepPassages(
  { text, passages }: { readonly text: string; readonly passages: readonly Passage[] },
  breaks: Uint8Array,
): void {
  for (const { start, end } of passages) {
    if (end - start > LONGEST) continue
    const passage = text.slice(start, end)
    const date = isDate(passage)
    if (!date && !SHORT_NAME.test(passage)) continue
    for (let at = start + 1; at < end; at++) {
      // A name in a script without spaces is as long as a sentence may be: only at its spaces is it known to be short.
      if (breaks[at] === MAY_BREAK && (date || text[at - 1] === ' ')) breaks[at] = KEPT_BREAK
    }
  }
}

/** UTF-16 units: "25 พฤศจิกายน ค.ศ. 2018 เวลา 14:53:33 น." and any other date is shorter. */
const LONGEST = 60

const SHORT_NAME = /^[^ ]+(?: [^ ]+){1,2}$/
const NUMBERS = expression('D+')
const YEAR = new RegExp(`^${DIGIT}{4}$`)

/** One year, and a day: "25 May 2018", "2018 m. gegužės 25 d.", "ngày 25 tháng 5 năm 2018", with a time or without. */
function isDate(passage: string): boolean {
  const numbers = passage.match(NUMBERS) ?? []
  const years = numbers.filter((n) => YEAR.test(n)).length
  return years === 1 && numbers.length > 1 && numbers.every((n) => n.length < 3 || YEAR.test(n))
}
