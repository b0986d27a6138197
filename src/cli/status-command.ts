import { resolve } from 'node:path'
import { Counter, languageOf, stateName, workspaceStatus, type LanguageStatus, type Waiting } from '../build/index.js'
import { requestOf, type ChoiceFlags } from './build-command.js'
import type { CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { ExitCode } from './program.js'
import { table } from './table.js'

/** `doorstep status`: a table of all languages, or each text of those that were asked for; and what waits for whom. */
export function statusCommand(flags: ChoiceFlags, line: CommandLine): ExitCode {
  const out = new Out(flags.json ?? false)
  const { languages, waiting, findings } = workspaceStatus(
    new Counter(resolve(flags.workspace)),
    requestOf(flags, line),
  )
  const rows = languages.map((l) => [l.englishName, l.tag, ...[l.missing, l['needs-editing'], l.draft, l.reviewed, l.approved].map(String)]) // prettier-ignore
  if (rows.length > 0) out.say(table(['language', 'tag', 'missing', 'stale', 'draft', 'reviewed', 'approved'], rows))
  if (flags.languages !== undefined) for (const language of languages) out.say(`\n${textsOf(language)}`)
  const begun = new Map(languages.filter((l) => l.missing > MANY).map((l) => [l.tag, l]))
  for (const { englishName, tag, missing } of begun.values())
    out.say(`\n${englishName} (${tag}) lacks ${missing} texts; for a translator: doorstep export --language ${tag}`)
  for (const text of waiting) {
    const rest = without(text, begun)
    if (rest.missing.length + rest.stale.length > 0) out.say(`\n${waitingText(rest)}`)
  }
  return out.end(findings, { languages, waiting })
}

const textsOf = ({ englishName, tag, texts }: LanguageStatus): string => {
  const rows = texts.map(({ key, state, review }) => [
    key,
    stateName(state),
    review ? `${review.by}, ${review.date}` : '',
    review?.note ?? '',
  ])
  return table([`${englishName} (${tag})`, 'state', 'by', 'note'], rows, 4)
}

/** A language that somebody has only begun is named once, not at each of its texts. */
const MANY = 20

const without = (text: Waiting, begun: ReadonlyMap<string, unknown>): Waiting => ({
  ...text,
  missing: text.missing.filter((tag) => !begun.has(tag)),
  leaflets: text.leaflets.filter((id) => text.stale.includes(languageOf(id)) || !begun.has(languageOf(id))),
})

function waitingText({ key, english, change, missing, stale, leaflets }: Waiting): string {
  return [
    key,
    `  ${change ?? english}`,
    ...(stale.length > 0 ? [`  stale: ${stale.join(', ')}`] : []),
    ...(missing.length > 0 ? [`  missing: ${missing.join(', ')}`] : []),
    `  leaflets: ${leaflets.length > 0 ? leaflets.join(', ') : 'none prints it'}`,
  ].join('\n')
}
