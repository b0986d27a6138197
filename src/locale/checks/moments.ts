import { Kept, keptFor } from '../../memory/index.js'
import { literally } from '../../report/index.js'

/** A day or a time of day, as it stands in a text. */
export interface Moment {
  readonly kind: 'date' | 'time'
  /** As written. */
  readonly text: string
  /** `2018-05-25`, `05-25`; minutes of a half day: "5 pm" and "17:00" are the same. */
  readonly value: string
  /** The numbers of it, for a text that writes them in a way that is not known here. */
  readonly numbers: readonly string[]
}

const ENGLISH_MONTHS = [
  'January|Jan', 'February|Feb', 'March|Mar', 'April|Apr', 'May', 'June|Jun',
  'July|Jul', 'August|Aug', 'September|Sept|Sep', 'October|Oct', 'November|Nov', 'December|Dec',
] // prettier-ignore

type Read = (groups: readonly (string | undefined)[]) => Moment | undefined
type Take = readonly [form: RegExp, read: Read]

/** Takes dates and times out of a text with western digits. `months`: the language's twelve, as in a full date. */
export function takeMoments(
  text: string,
  months: readonly string[],
): { readonly moments: Moment[]; readonly rest: string } {
  const moments: Moment[] = []
  let rest = text
  const plain = PLAIN.flatMap(([sign, ...take]) => (sign.test(text) ? [take] : []))
  for (const [form, read] of [...(namesMonth(text, months) ? datesWith(months) : []), ...plain])
    rest = rest.replace(form, (...groups: (string | undefined)[]) => {
      const moment = read(groups)
      if (!moment) return groups[0]!
      moments.push(moment)
      return '\uFFFC'.repeat(groups[0]!.length)
    })
  return { moments, rest }
}

/** Most texts with numbers have no dates, and the forms of dates take longer to make than to ask. */
function namesMonth(text: string, months: readonly string[]): boolean {
  const small = text.toLowerCase()
  return smallNames(months).some((name) => small.includes(name))
}

const smallNames = keptFor((months: readonly string[]): string[] =>
  [...months, ...ENGLISH_MONTHS.flatMap((m) => m.split('|'))].map((name) => name.toLowerCase()),
)

/** By the names of months: to make a form takes thirty times as long as to ask it of a text. */
const forms = new Kept<string, Take[]>(60)

/** Days with the name of a month: in the language's own words, and in English ones. */
function datesWith(months: readonly string[]): Take[] {
  const id = months.join('\n')
  return forms.get(id) ?? forms.set(id, formsWith(months))
}

function formsWith(months: readonly string[]): Take[] {
  const names = ENGLISH_MONTHS.flatMap((english, i) =>
    [months[i] ?? [], ...english.split('|')].flat().map((name) => [name, i + 1] as const),
  )
  // "tháng 12" before "tháng 1".
  const longest = names.map(([name]) => name).sort((a, b) => b.length - a.length)
  const month = `(?<![\\p{L}\\p{M}])(${longest.map(literally).join('|')})(?![\\p{L}\\p{M}\\d])`
  const number = (name: string | undefined): number =>
    names.find(([n]) => n.toLowerCase() === name?.toLowerCase())?.[1] ?? 0
  const gap = String.raw`[^\p{N}\uFFFC]`
  return [
    [new RegExp(`(?<!\\d)(\\d{1,2})${gap}{0,6}?${month}(?:${gap}{1,8}?(\\d{4}))?(?!\\d)`, 'giu'), ([text, d, m, y]) => day(text!, [y, number(m), d])], // prettier-ignore
    [new RegExp(`(\\d{4})${gap}{1,8}?${month}${gap}{0,6}?(\\d{1,2})(?!\\d)`, 'giu'), ([text, y, m, d]) => day(text!, [y, number(m), d])], // prettier-ignore
    [new RegExp(`${month}\\P{N}{1,3}?(\\d{1,2})(?!\\d)(?:\\P{N}{1,3}(\\d{4}))?(?!\\d)`, 'giu'), ([text, m, d, y]) => day(text!, [y, number(m), d])], // prettier-ignore
  ]
}

/** Each with a sign that a text has if it has one: to look for it takes a fraction of the time. */
const PLAIN: readonly (readonly [sign: RegExp, ...Take])[] = [
  [/-/, /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g, ([text, y, m, d]) => day(text!, [y, Number(m), d])],
  [/[年년]/, /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/g, ([text, y, m, d]) => day(text!, [y, Number(m), d])],
  [/[./-]/, /(?<!\d)(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})(?!\d)/g, ([text, d, , m, y]) => day(text!, [y, Number(m), d])],
  [/:/, /(\d{1,2}):(\d{2})(?::\d{2})?(?: ?([ap])\.?m\b\.?)?/gi, ([text, h, min, half]) => time(text!, [h, min, half])],
  [/m\b/i, /(?<![\d.])(\d{1,2})(?:\.(\d{2}))? ?([ap])\.?m\b\.?/gi, ([text, h, min, half]) => time(text!, [h, min, half])],
  [/h/i, /(?<!\d)(\d{1,2}) ?h ?(\d{2})?(?![\p{L}\d])/giu, ([text, h, min]) => time(text!, [h, min, undefined])],
  [/[点點时時]/, /(?<!\d)(\d{1,2}) ?[点點时時](?:(\d{1,2})分?)?/g, ([text, h, min]) => time(text!, [h, min, undefined])],
] // prettier-ignore

function day(text: string, [y, m, d]: readonly [string | undefined, number, string | undefined]): Moment | undefined {
  if (m < 1 || m > 12 || Number(d) < 1 || Number(d) > 31) return undefined
  const value = `${y === undefined ? '' : `${y}-`}${String(m).padStart(2, '0')}-${String(Number(d)).padStart(2, '0')}`
  return { kind: 'date', text, value, numbers: [String(Number(d)), ...(y === undefined ? [] : [y])] }
}

function time(text: string, [h, min = '00']: readonly (string | undefined)[]): Moment | undefined {
  if (Number(h) > 24 || Number(min) > 59) return undefined
  const minutes = (Number(h) % 12) * 60 + Number(min)
  return { kind: 'time', text, value: String(minutes), numbers: min === '00' ? [String(Number(h))] : [] }
}
