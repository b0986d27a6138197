import { keptForPair } from '../../memory/index.js'
import { finding, type Finding } from '../../report/index.js'
import type { Message } from '../catalogue.js'
import type { Locale } from '../locale.js'
import { isPlural } from '../plural.js'
import { bareOf, placeOf, isEnglish, type Beside } from './beside.js'
import { takeContacts, type Contact } from './contacts.js'
import { lawReferencesIn, type LawReference } from './law-references.js'
import { takeMoments, type Moment } from './moments.js'
import { numbersIn, westernDigits, type NumberInText } from './numbers.js'

/** What of a text must be the same in every language. */
interface Units {
  readonly contacts: readonly Contact[]
  readonly moments: readonly Moment[]
  /** Those that stand in neither. */
  readonly numbers: readonly NumberInText[]
  /** Only of the English, whose words for laws are known. */
  readonly laws: readonly LawReference[]
}

/** Numbers, dates, times, phone numbers, addresses and law references that are others than in the English. */
export function checkUnits({ pair, message, source }: Beside): Finding[] {
  // "One family" is a good form of "{{count}} families", and "2 families" of the dual.
  if (isEnglish(pair) || isPlural(pair.source, source.key)) return []
  const english = unitsOf(pair.source.locale, source)
  const here = unitsOf(pair.target.locale, message)
  const spare = [...here.numbers]
  return [
    ...contactFindings(message, english.contacts, here.contacts),
    ...momentFindings(message, { english, here, spare }),
    ...numberFindings(message, english, spare),
  ]
}

/** By message; what a date looks like depends on the language. Not by catalogue: who keeps a text would keep them all. */
const unitsOf = keptForPair(({ date }: Locale, message: Message): Units => {
  const text = westernDigits(bareOf(message).whole)
  if (!/\d|@|www|\.\w/.test(text)) return NONE
  const { contacts, rest } = takeContacts(text)
  const { moments, rest: plain } = takeMoments(rest, date.months)
  return { contacts, moments, numbers: numbersIn(plain), laws: lawReferencesIn(plain) }
})
const NONE: Units = { contacts: [], moments: [], numbers: [], laws: [] }

function contactFindings(message: Message, english: readonly Contact[], here: readonly Contact[]): Finding[] {
  const spare = [...here]
  const lost = english.filter((c) => !take(spare, (s) => s.kind === c.kind && s.value === c.value))
  // What the English has may well be said twice.
  const added = spare.filter((s) => !english.some((c) => c.value === s.value))
  const changed = lost.map((c) => {
    const other = take(added, (s) => s.kind === c.kind)
    const facts = { what: c.kind, english: c.text, here: other?.text ?? '' }
    return finding('contact-changed', placeOf(message, other?.text ?? message.text), facts)
  })
  return [
    ...changed,
    ...added.map((c) =>
      finding('contact-changed', placeOf(message, c.text), { what: c.kind, english: '', here: c.text }),
    ),
  ]
}

interface Sides {
  readonly english: Units
  readonly here: Units
  /** Numbers here that nothing in the English accounts for yet. */
  readonly spare: NumberInText[]
}

function momentFindings(message: Message, { english, here, spare }: Sides): Finding[] {
  const moments = [...here.moments]
  const lost = english.moments.filter((m) => !take(moments, (s) => s.kind === m.kind && s.value === m.value))
  const changed = lost.flatMap((m) => {
    const other = take(moments, (s) => s.kind === m.kind)
    // A language may write dates and times in a way that is not known here: their numbers must be there.
    if (!other && m.numbers.every((n) => take(spare, (s) => isHour(s, n) || s.values.includes(n)))) return []
    const facts = { what: m.kind, english: m.text, here: other?.text ?? '' }
    return [finding('date-changed', placeOf(message, other?.text ?? message.text), facts)]
  })
  const said = new Set(english.moments.map((m) => m.value))
  const added = moments.filter((m) => {
    // "5点" may be a time here and a mere number in the English.
    const plain = m.numbers.every((n) => english.numbers.some((e) => e.values.includes(n)))
    if (plain) spare.push(...m.numbers.map((n) => ({ text: n, values: [n], at: -1 })))
    return !plain && !said.has(m.value)
  })
  return [
    ...changed,
    ...added.map((m) => finding('date-changed', placeOf(message, m.text), { what: m.kind, english: '', here: m.text })),
  ]
}

/** 17 is 5 pm. */
const isHour = ({ values }: NumberInText, hour: string): boolean => values.includes(String(Number(hour) + 12))

function numberFindings(message: Message, english: Units, spare: NumberInText[]): Finding[] {
  const lost = english.numbers.filter((n) => !take(spare, (s) => same(s, n)))
  if (lost.length === 0 && spare.length === 0) return []
  const all = [...english.numbers.flatMap((n) => n.values), ...english.moments.flatMap((m) => m.numbers)]
  const added = spare.filter((s) => !s.values.some((v) => all.includes(v)))
  const laws = english.laws.filter((law) => lost.some((n) => isIn(law, n)))
  const others = lost.filter((n) => !laws.some((law) => isIn(law, n)))
  const place = placeOf(message, added[0]?.text ?? message.text)
  const numbers = added.map((n) => n.text).join(', ')
  return [
    ...laws.map((law) => finding('law-changed', place, { law: law.text, here: numbers })),
    ...(others.length > 0 || (added.length > 0 && laws.length === 0)
      ? [finding('number-changed', place, { lost: others.map((n) => n.text).join(', '), added: numbers })]
      : []),
  ]
}

const isIn = (law: LawReference, n: NumberInText): boolean => n.at >= law.at && n.at < law.at + law.text.length
const same = (a: NumberInText, b: NumberInText): boolean => a.values.some((v) => b.values.includes(v))

/** Takes the first that fits out of the list. */
function take<T>(list: T[], fits: (t: T) => boolean): T | undefined {
  const at = list.findIndex(fits)
  return at < 0 ? undefined : list.splice(at, 1)[0]
}
