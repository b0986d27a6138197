import { longDate, stamp, type Pair, type Slots } from '../locale/index.js'
import type { Place } from '../report/index.js'
import { HelperRefusal, rawMarkup, type Helper, type HelperCall } from './handlebars.js'
import { wholeKey } from './notice-file.js'
import { PRINT_MARKS } from './print-marks.js'
import type { Spoken } from './spoken.js'

/** Noncharacters that hold the place of a page number until pages are made; no text of a person has them. */
export const FIELD_MARKS = { page: '\uFDD0', pages: '\uFDD1' } as const

export interface HelperDesk extends Pair {
  /** Of keys without one. */
  readonly namespace: string
  readonly spoken: Spoken
  /** Where a notice names a key, if it does. */
  placeOfKey(key: string): Place | undefined
}

/** The helpers of templates. What they throw becomes a finding at their place in the template. */
export function helpersOf(desk: HelperDesk): Readonly<Record<string, Helper>> {
  const { source, target } = desk
  const english = { source, target: source }
  return {
    /** {{t key slot=value …}}: a message in the leaflet's language. */
    t: (call) => sayIn(desk, desk, call),
    /** {{en key slot=value …}}: the same in English, for staff. */
    en: (call) => sayIn(desk, english, call),
    /** {{longDate iso}}: 25 May 2018, as the language writes it. */
    longDate: (call) => (isIssue(call) ? PRINT_MARKS.longDay : written(longDate(target.locale, textOf(call)), call)),
    /** {{stamp iso}}: 25/05/2018 14:53:33, as the language writes it. */
    stamp: (call) => (isIssue(call) ? PRINT_MARKS.stampedDay : written(stamp(target.locale, textOf(call)), call)),
    /** {{iso date}}: 2018-05-25, isolated: in an Arabic line it would read 25-05-2018 backwards. */
    iso: (call) => valueMarkup(desk.spoken.keep(`\u2068${textOf(call)}\u2069`)),
    /** {{field "page"}}, {{field "pages"}}: filled when pages are made. */
    field: (call) => {
      const name = textOf(call)
      if (name !== 'page' && name !== 'pages') throw new HelperRefusal(`there is no field "${name}"`)
      return FIELD_MARKS[name]
    },
  }
}

const isIssue = (call: HelperCall): boolean => call.values[0] === PRINT_MARKS.day

function sayIn(desk: HelperDesk, pair: Pair, call: HelperCall): unknown {
  const key = wholeKey(desk.namespace, textOf(call))
  const number = desk.spoken.say(pair, {
    key,
    slots: slotsOf(call),
    origin: () => desk.placeOfKey(key) ?? call.place,
    foreign: pair.target.locale.tag !== desk.target.locale.tag,
  })
  return rawMarkup(`<m n="${number}"/>`)
}

/** A number in place of what differs from day to day: the markup stays the same, and what was read from it. */
const valueMarkup = (number: number): unknown => rawMarkup(`<v n="${number}"/>`)

function textOf(call: HelperCall): string {
  const [value] = call.values
  // Handlebars is strict about what a template prints, not about what it hands to a helper.
  if (value === undefined && call.values.length > 0)
    throw new HelperRefusal(`{{${call.name}}} is given something that does not exist`)
  if (typeof value !== 'string') throw new HelperRefusal(`{{${call.name}}} needs a text`)
  return value
}

function slotsOf(call: HelperCall): Slots {
  const slots: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(call.named)) {
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new HelperRefusal(`the slot "${name}" of {{${call.name}}} needs a text or a number`)
    slots[name] = value
  }
  return slots
}

function written(date: string | undefined, call: HelperCall): string {
  if (date === undefined) throw new HelperRefusal(`"${textOf(call)}" is not a date`)
  return date
}
