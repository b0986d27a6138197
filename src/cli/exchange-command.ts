import { relative, resolve } from 'node:path'
import { Counter, exportTexts, importTexts, putNamed } from '../build/index.js'
import { isError } from '../report/index.js'
import { listOf, type CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { CommonFlags, ExitCode } from './program.js'
import { today } from './today.js'

export interface ExportFlags extends CommonFlags {
  readonly language: string
  readonly format: 'xliff' | 'po' | 'xlsx'
  readonly all?: boolean
  readonly keys?: string
  readonly out?: string
}
export interface ImportFlags extends CommonFlags {
  readonly language?: string
  readonly dryRun?: boolean
  readonly partial?: boolean
  readonly by?: string
  readonly state?: 'draft' | 'reviewed'
  readonly date?: string
}

const ENDINGS = { xliff: 'xlf', po: 'po', xlsx: 'xlsx' } as const

/** `doorstep export`: what a translator gets. */
export async function exportCommand(flags: ExportFlags, line: CommandLine): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const { language, format, all = false } = flags
  const exported = await exportTexts(new Counter(resolve(flags.workspace)), {
    language,
    format,
    all,
    ...(flags.keys === undefined ? {} : { keys: listOf(flags.keys) }),
    placeOf: (asked) => line.placeOf(asked),
  })
  const { bytes, keys } = exported
  const findings = [...exported.findings]
  if (!bytes) {
    if (!findings.some(isError)) out.say('Nothing needs work: no file was written. --all exports what is done, too')
    return out.end(findings, { language, format, keys })
  }
  const file = flags.out ?? `doorstep.${language}.${ENDINGS[format]}`
  const refused = putNamed(resolve(file), bytes, { folder: resolve(''), what: 'file' })
  if (refused) findings.push(refused)
  else out.say(`${file}: ${keys.length} text${keys.length === 1 ? '' : 's'}`)
  return out.end(findings, { file, language, format, keys })
}

/** `doorstep import`: what a translator sent, home. */
export async function importCommand(file: string, flags: ImportFlags, line: CommandLine): Promise<ExitCode> {
  const out = new Out(flags.json ?? false)
  const { language, dryRun = false, partial = false, by, state, date = today() } = flags
  const imported = await importTexts(new Counter(resolve(flags.workspace)), {
    file: relative('', resolve(file)).startsWith('..') ? resolve(file) : relative('', resolve(file)),
    date,
    dryRun,
    partial,
    ...(language === undefined ? {} : { language }),
    ...(by === undefined ? {} : { by }),
    ...(state === undefined ? {} : { state }),
    placeOf: (asked) => line.placeOf(asked),
  })
  const { findings, changes, said, files, written, untranslated } = imported
  for (const { key, shown } of changes) out.say(`${key}${said[key] ? ` (${said[key]})` : ''}\n  ${shown}`)
  const changed = new Set(changes.map((c) => c.key))
  for (const [key, verdict] of Object.entries(said))
    if (!changed.has(key)) out.say(`${key} (${verdict}): the text stays`)
  if (untranslated > 0) out.say(`Not translated yet: ${untranslated}`)
  if (written) for (const path of files) out.say(`written: ${path}`)
  else out.say(findings.some(isError) ? 'Nothing was written' : dryRun && files.length > 0 ? `Nothing was written; without --dry-run: ${files.join(', ')}` : 'Nothing to change') // prettier-ignore
  return out.end(findings, { file, ...imported })
}
