import { relative, resolve } from 'node:path'
import { Counter, preview, stateName, type Preview, type PreviewText } from '../build/index.js'
import { isError } from '../report/index.js'
import { listOf, type CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { CommonFlags, ExitCode } from './program.js'
import { today } from './today.js'

export interface PreviewFlags extends CommonFlags {
  readonly language: string
  readonly key?: string
  readonly proofCopy?: boolean
  readonly format?: string
  readonly service?: string
  readonly notice?: string
  readonly date?: string
  readonly out?: string
}

/** `doorstep preview`: one text on the real page, or a leaflet to correct on paper. */
export function previewCommand(flags: PreviewFlags, line: CommandLine): ExitCode {
  const out = new Out(flags.json ?? false)
  const started = performance.now()
  const made = preview(new Counter(resolve(flags.workspace)), requestOf(flags, line))
  const { findings, ...rest } = made
  if (made.file !== undefined) out.say(said(made, performance.now() - started))
  return out.end(findings, rest)
}

export const requestOf = ({ language, key, format, service, notice, ...flags }: PreviewFlags, line: CommandLine) => ({
  language,
  keys: listOf(key ?? ''),
  proofCopy: flags.proofCopy ?? false,
  ...(format === undefined ? {} : { formats: listOf(format) }),
  ...(service === undefined ? {} : { services: listOf(service) }),
  ...(notice === undefined ? {} : { notice }),
  ...(flags.out === undefined ? {} : { out: resolve(flags.workspace, flags.out) }),
  issueDate: flags.date ?? today(),
  placeOf: (asked: string) => line.placeOf(asked),
})

/** The texts that were asked for, and the preview in a line. */
export function said(made: Preview, ms: number): string {
  const held = made.findings.some(isError) ? '; the leaflet itself is held' : ''
  const line = `${summary(made)}${held}; made in ${(ms / 1000).toFixed(1)} s, not proven: ${relative('', made.file ?? '')}`
  return [...made.texts.map((text) => `${saidOf(text)}\n`), line].join('\n')
}

/** A text beside its English, and where it stands. */
function saidOf({ key, state, text, english, sightings }: PreviewText): string {
  return [
    `${key}  ${stateName(state)}`,
    ...(english === text ? [] : [`  English  ${english}`]),
    `  text     ${text === '' ? '(none)' : text}`,
    `  printed  ${placesOf(sightings)}`,
  ].join('\n')
}

/** "page 5: 2 lines of 14 pt; page 6: a picture": alike on several pages is said once. */
function placesOf(sightings: PreviewText['sightings']): string {
  const pages = new Map<string, number[]>()
  for (const { page, kind, lines, size } of sightings) {
    const what = kind === 'picture' ? 'its picture' : `${lines === 1 ? '1 line' : `${lines} lines`} of ${size} pt`
    pages.set(what, [...new Set([...(pages.get(what) ?? []), page])])
  }
  const said = [...pages].map(([what, numbers]) => `${pagesSaid(numbers)}: ${what}`)
  return said.length > 0 ? said.join('; ') : 'not in this leaflet'
}

function summary({ leaflet = '', pages, of, bytes, numbers }: Preview): string {
  const size = `${(bytes / 1000).toFixed(1)} kB`
  if (numbers.length === 0) return `${leaflet}, ${pagesSaid(pages)} of ${of}, ${size}`
  return `Proof copy of ${leaflet}, ${of} pages with ${numbers.length} numbers and a table of keys, ${size}`
}

/** Ascending numbers as people say them: "page 4", "pages 1 to 3, 5". */
function pagesSaid(pages: readonly number[]): string {
  const runs: [first: number, last: number][] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last?.[1] === page - 1) last[1] = page
    else runs.push([page, page])
  }
  const words = runs.map(([first, last]) => (first === last ? String(first) : `${first} to ${last}`)).join(', ')
  return `${pages.length === 1 ? 'page' : 'pages'} ${words}`
}
