import { checkDate, isPseudo, isTag, localeMissing, readLocale, type Shelf } from '../locale/index.js'
import { fileStart, finding, type Finding, type Place } from '../report/index.js'
import type { Workspace } from '../notice/index.js'
import type { Counter } from './counter.js'

/** What a person asked for; nothing named means all. */
export interface Request {
  readonly languages?: readonly string[]
  readonly formats?: readonly string[]
  readonly services?: readonly string[]
  readonly notice?: string
  /** ISO 8601 day of printing. */
  readonly issueDate: string
  /** Where a person can correct the request: the command line, or a form's field. */
  placeOf(asked: string): Place
}

/** One leaflet to make. */
export interface LeafletOrder {
  readonly notice: string
  readonly language: string
  readonly service: string
  readonly format: string
  readonly issueDate: string
}

export interface Orders {
  readonly orders: readonly LeafletOrder[]
  /** What is wrong with the request, or with files without which nobody can tell what it means. */
  readonly findings: readonly Finding[]
}

/**
 * All leaflets that a request means, in a fixed order: notice, language, format, service; none of a wrong request, and
 * none without the source language: what is gone with it may be gone for a moment only.
 */
export function takeOrders(counter: Counter, request: Request): Orders {
  const { workspace } = counter
  const findings: Finding[] = []
  const reading: Finding[] = []
  if (!workspace) return { orders: [], findings: counter.findings }
  if (!counter.languages().includes(workspace.source))
    return { orders: [], findings: [sourceMissing(counter, workspace.source)] }
  findings.push(...checkDay(request.issueDate, request.placeOf(request.issueDate)))
  const pick = (code: ChoiceCode, asked: readonly string[] | undefined, have: readonly string[]): readonly string[] => {
    if (asked === undefined || asked.includes('all')) return have
    for (const name of asked.filter((a) => !have.includes(a))) {
      if (code === 'language-unknown')
        findings.push(languageUnknown(counter, { asked: name, have }, request.placeOf(name)))
      else findings.push(finding(code, request.placeOf(name), { asked: name, have: have.join(', ') }))
    }
    return have.filter((name) => asked.includes(name))
  }
  // Pseudo-locales are made when they are asked for by name, never as part of "all".
  const real = request.languages?.filter((tag) => !isPseudo(tag))
  const pseudo = request.languages?.filter(isPseudo) ?? []
  const languages = [...new Set([...pick('language-unknown', real, counter.languages()), ...pseudo])]
  const formats = pick('format-unknown', request.formats, workspace.formats)
  const notices = pick('notice-unknown', request.notice === undefined ? undefined : [request.notice], workspace.notices)
  const usual = (format: string, service: string): boolean =>
    request.services !== undefined || (workspace.usualServices[format]?.includes(service) ?? true)
  const orders: LeafletOrder[] = []
  const everywhere = new Set(['whole'])
  for (const id of notices) {
    const notice = counter.notice(id)
    reading.push(...(notice.value ? [] : notice.findings))
    const have = ['whole', ...(notice.value?.services.map((s) => s.id) ?? [])]
    for (const service of have) everywhere.add(service)
    const services = notice.value ? pick('service-unknown', request.services, have) : []
    for (const language of languages)
      for (const format of formats)
        for (const service of services.filter((s) => usual(format, s)))
          orders.push({ notice: id, language, service, format, issueDate: request.issueDate })
  }
  // Of some notices only, or with one that cannot be read, nobody can tell which services there are.
  if (request.notice === undefined && reading.length === 0) reading.push(...strangeServices(workspace, everywhere))
  if (
    orders.length === 0 &&
    findings.length === 0 &&
    reading.length === 0 &&
    notices.length > 0 &&
    languages.length > 0
  )
    reading.push(nothingUsual(workspace, formats))
  // Of a wrong request nothing is made: half of what was asked for would look like all of it.
  return { orders: findings.length > 0 ? [] : orders, findings: [...findings, ...reading] }
}

/** Services that doorstep.json calls usual and no notice has: a leaflet of them would be missed by nobody. */
function strangeServices({ usualServices, usualPlace }: Workspace, known: ReadonlySet<string>): Finding[] {
  return Object.entries(usualServices).flatMap(
    ([format, services]) =>
    services
      .filter((service) => !known.has(service))
      .map((service) => finding('json-shape', usualPlace, { path: `usualServices.${format}`, problem: `no notice has the service "${service}"` })), // prettier-ignore
  )
}

/** Nothing was asked for by name but formats of which doorstep.json has a build make nothing. */
function nothingUsual({ usualPlace }: Workspace, formats: readonly string[]): Finding {
  const problem = `of ${formats.join(', ')} it names no service that a build makes; name one, such as "whole", or ask for some with --services`
  return finding('json-shape', usualPlace, { path: 'usualServices', problem })
}

/** A day that was asked for: without a time, and one that there is. */
export const checkDay = (day: string, place: Place): Finding[] =>
  day.includes('T') ? [finding('date-bad', place, { asked: day })] : checkDate(day, place)

/** There is no such language; or it has a folder that is empty; or it is the source, where others are asked for. */
export function languageUnknown({ shelf, workspace }: Counter, { asked, have }: Unknown, place: Place): Finding {
  const isSource = asked === workspace?.source
  if (!isSource && isTag(asked) && shelf.list('locales').includes(asked)) return localeMissing(shelf, asked)
  return finding('language-unknown', place, {
    asked,
    have: have.join(', '),
    named: tagsCalled(shelf, asked, have),
    isSource,
  })
}

/** Languages whose tag differs in its letters' case or a region only, or that call themselves so. */
function tagsCalled(shelf: Shelf, asked: string, have: readonly string[]): string[] {
  const typed = asked.trim().toLowerCase()
  const tag = typed.replaceAll('_', '-')
  const alike = have.filter((t) => t.toLowerCase() === tag || t.toLowerCase() === tag.replace(/-[a-z]{2}$/, ''))
  if (alike.length > 0) return alike
  return have.filter((t) => {
    const locale = readLocale(shelf, t).value
    return locale && [locale.ownName, locale.englishName, ...locale.otherNames].some((n) => n.toLowerCase() === typed)
  })
}

interface Unknown {
  readonly asked: string
  readonly have: readonly string[]
}

/** At the outermost of what is gone: all languages may be, when a drive is not connected. */
function sourceMissing({ shelf }: Counter, source: string): Finding {
  const folders = ['locales', `locales/${source}`]
  const what = folders.find((folder) => shelf.list(folder).length === 0) ?? `locales/${source}/locale.json`
  const why = shelf.why?.(what)
  const problem = why === undefined ? 'is missing or empty' : `cannot be read (${why})`
  return finding('source-missing', fileStart(what), { what, problem, source })
}

type ChoiceCode = 'language-unknown' | 'format-unknown' | 'service-unknown' | 'notice-unknown'
