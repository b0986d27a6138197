import { finding, type Finding, type Place } from '../report/index.js'
import type { Locale } from './locale.js'

/**
 * `2018-05-25` as the language writes it: "25 Mayıs 2018". Undefined when there is no such day ({@link checkDate} says
 * so with a place). By the patterns of locale.json, never by Intl: its dates change with the version of Node, and the
 * bytes of a leaflet must not.
 */
export function longDate(locale: Locale, iso: string): string | undefined {
  return write(locale, locale.date.long, iso)
}

/** `2018-05-25T14:53:33` with its time: "25.05.2018 14:53:33". */
export function stamp(locale: Locale, iso: string): string | undefined {
  return write(locale, locale.date.stamp, iso)
}

/** A finding unless the text is a day of the calendar, with or without a time of day. */
export function checkDate(iso: string, place: Place): Finding[] {
  return readMoment(iso) ? [] : [finding('date-bad', place, { asked: iso })]
}

interface Moment {
  readonly year: string
  readonly month: string
  readonly day: string
  /** Midnight when only a day was given. */
  readonly time: string
}

const FORM = /^(\d{4})-(\d{2})-(\d{2})(?:T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d))?$/

function readMoment(iso: string): Moment | undefined {
  const [, year, month, day, time] = FORM.exec(iso) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return undefined
  return { year, month, day, time: time ?? '00:00:00' }
}

/** 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

function write(locale: Locale, pattern: string, iso: string): string | undefined {
  const moment = readMoment(iso)
  if (!moment) return undefined
  const parts: Readonly<Record<string, string>> = {
    day: localDigits(locale, String(Number(moment.day))),
    dd: localDigits(locale, moment.day),
    MM: localDigits(locale, moment.month),
    // Names of months keep their own digits: "5月" is a name.
    month: locale.date.months[Number(moment.month) - 1] ?? '',
    year: localDigits(locale, moment.year),
    time: localDigits(locale, moment.time),
  }
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole)
}

/** Western digits as the language's own. */
export function localDigits(locale: Locale, text: string): string {
  const digits = Array.from(locale.digits)
  return text.replace(/[0-9]/g, (d) => digits[Number(d)] ?? d)
}
