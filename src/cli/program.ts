// The one file that knows commander.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { CommandLine, listOf } from './command-line.js'
import { ownVersion } from './version.js'
import type { BuildFlags } from './build-command.js'
import type { TraceFlags } from './commands.js'
import type { EditionFlags } from './edition-command.js'
import type { ImpactFlags } from './impact-command.js'
import type { VerifyFlags } from './verify-command.js'
import type { ReviewFlags } from './review-command.js'
import type { ExportFlags, ImportFlags } from './exchange-command.js'
import type { PreviewFlags } from './preview-command.js'
import type { QueueCommandFlags } from './queue-command.js'
import type { WorkerFlags } from './worker-command.js'

export interface CommonFlags {
  readonly workspace: string
  readonly json?: boolean
}

/** Exit codes: 0 done, 1 findings of severity error, 2 wrong use. */
export type ExitCode = 0 | 1 | 2

/** Runs one command of `doorstep` and gives its exit code. */
export async function runDoorstep(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0
  const line = new CommandLine(args)
  const program = new Command('doorstep')
    .description('Leaflets that families can read, from a council’s notice.')
    .option('-V, --version', 'print the version of Doorstep')
    .exitOverride()
    .showHelpAfterError()
  // Not by commander's own option, which wants the version at every start.
  program.on('option:version', () => {
    process.stdout.write(`${ownVersion()}\n`)
    throw new CommanderError(0, 'commander.version', '')
  })
  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .exitOverride()
      .option('--workspace <folder>', 'folder with doorstep.json, seen from here', '.')
      .option('--json', 'print one JSON document')

  const choices = (c: Command): Command =>
    c
      .option('--languages <tags>', 'folders of locales/ with a locale.json, such as tr,ar (default: all)', names)
      .option('--formats <formats>', 'such as standard,easy-read (default: all)', names)
      .option('--services <services>', 'whole or service ids (default: all)', names)
      .option('--notice <id>', 'one notice (default: all)')
      .option('--date <day>', 'day of printing, such as 2026-12-01 (default: today)')

  const QUEUE = 'redis://host:6379, or rediss:// for TLS; the password may be in REDISCLI_AUTH'
  const STORE = 'folder that all hosts see, or s3://bucket/prefix'

  choices(command('build', 'make leaflets and put the good ones in place'))
    .option('--jobs <n>', 'worker threads (default: as many as cores)', wholeNumber)
    .option('--out <folder>', 'output folder, seen from the workspace (default: what doorstep.json says)')
    .option('--release', 'only text that is approved')
    .option('--no-proof', 'do not re-read the PDFs (for trying things out, not for print)')
    .option('--force', 'make every leaflet, also those that would be the same')
    .option('--no-ledger', 'the same as --force')
    .option('--wait', 'wait for another build that writes to the same folder')
    .option('--queue <address>', `have workers make them: ${QUEUE}`)
    .option('--store <place>', `where workers leave them: ${STORE}`)
    .option('--patience <seconds>', 'how long a queue may stand still (default: 300)', wholeNumber)
    .action(
      async (flags: BuildFlags) => void (code = await (await import('./build-command.js')).buildCommand(flags, line)),
    )
  choices(
    command('impact', 'what a build would make again and why, what waits for a translator, which paper to take back'),
  )
    .option('--out <folder>', 'output folder, seen from the workspace (default: what doorstep.json says)')
    .option('--release', 'as a build with --release would')
    .option('--page <file>', 'write it as an HTML page too, to print; seen from here')
    .action(
      async (flags: ImpactFlags) => void (code = (await import('./impact-command.js')).impactCommand(flags, line)),
    )
  choices(command('watch', 'build on every change, until it is interrupted'))
    .option('--jobs <n>', 'worker threads (default: as many as cores)', wholeNumber)
    .option('--out <folder>', 'output folder, seen from the workspace (default: what doorstep.json says)')
    .option('--release', 'only text that is approved')
    .option('--no-proof', 'do not re-read the PDFs (for trying things out, not for print)')
    .action(
      async (flags: BuildFlags) => void (code = await (await import('./watch-command.js')).watchCommand(flags, line)),
    )
  command('verify', 'make every leaflet of the ledger once more, with its own day, and compare the bytes')
    .option('--jobs <n>', 'worker threads (default: as many as cores)', wholeNumber)
    .option('--out <folder>', 'output folder, seen from the workspace (default: what doorstep.json says)')
    .action(
      async (flags: VerifyFlags) => void (code = await (await import('./verify-command.js')).verifyCommand(flags)),
    )
  choices(command('check', 'findings for notices, templates and locales; writes nothing')).action(
    async (flags: BuildFlags) => void (code = await (await import('./commands.js')).checkCommand(flags, line)),
  )
  choices(
    command('status', 'language by language: missing, stale, draft, reviewed, approved; what waits for whom'),
  ).action(async (flags: BuildFlags) => void (code = (await import('./status-command.js')).statusCommand(flags, line)))
  command('proof', 'what a reader gets from a leaflet’s PDF, against the document it was made from')
    .argument('<file>', 'a PDF that Doorstep made, seen from here')
    .action(
      async (file: string, flags: CommonFlags) =>
        void (code = await (await import('./commands.js')).proofCommand(file, flags, line)),
    )
  command('edition', 'what the code in a leaflet’s foot stands for: current, superseded or withdrawn')
    .argument('<code>', 'such as 3KTM7QX9')
    .option('--out <folder>', 'output folder, seen from the workspace (default: what doorstep.json says)')
    .action(
      async (code_: string, flags: EditionFlags) =>
        void (code = (await import('./edition-command.js')).editionCommand(code_, flags, line)),
    )
  command('trace', 'one key’s way through every stage')
    .argument('<key>', 'such as children-and-families:about.intro')
    .requiredOption('--language <tag>', 'such as ar')
    .option('--format <format>', 'standard or easy-read', 'standard')
    .option('--service <service>', 'whole or a service id', 'whole')
    .option('--notice <id>', 'the notice that says it (default: the first)')
    .option('--date <day>', 'day of printing')
    .action(
      async (key: string, flags: TraceFlags) =>
        void (code = await (await import('./commands.js')).traceCommand(key, flags, line)),
    )
  const previewing = command(
    'preview',
    'one text on the pages where it stands, marked; or a leaflet to correct on paper',
  )
    .requiredOption('--language <tag>', 'such as tr')
    .option('--key <key>', 'such as rights.intro, or intro, or rights.*')
    .option('--proof-copy', 'the whole leaflet, its texts numbered, with a table of their keys')
    .option('--format <format>', 'standard or easy-read (default: one that prints the text)', names)
    .option('--service <service>', 'whole or a service id (default: one that prints the text)', names)
    .option('--notice <id>', 'one notice (default: one that says it)')
    .option('--date <day>', 'day of printing (default: today)')
    .option('--out <file>', 'the PDF, seen from the workspace (default: a name in preview/)')
    .option('--watch', 'make it again on every change, with a page for the browser that renews itself')
    .action(async (flags: PreviewFlags & { readonly watch?: boolean }) => {
      if (listOf(flags.key ?? '').length === 0 && flags.proofCopy !== true)
        previewing.error('error: name a text with --key, or ask for a --proof-copy')
      if (flags.watch) code = await (await import('./watch-preview-command.js')).watchPreviewCommand(flags, line)
      else code = (await import('./preview-command.js')).previewCommand(flags, line)
    })
  command('review', 'what a person says of texts, into review.json; without --keys, notes every new text as a draft')
    .requiredOption('--by <name>', 'who says it', somebody)
    .option('--languages <tags>', 'such as tr,ar (default: all)', names)
    .option('--keys <keys>', 'such as rights.intro,leaflet:* (default: all that have no entry yet)', names)
    .addOption(
      new Option('--state <state>', 'what they are').choices(['draft', 'reviewed', 'approved']).default('draft'),
    )
    .option('--cosmetic <key>', 'the last change of this English text leaves its meaning: translations still stand')
    .option('--note <text>', 'what the next person should know', '')
    .option('--date <day>', 'day of the entry (default: today)')
    .action(
      async (flags: ReviewFlags) => void (code = (await import('./review-command.js')).reviewCommand(flags, line)),
    )
  command('export', 'a file for a translator: the texts of a language that need work')
    .requiredOption('--language <tag>', 'such as tr')
    .addOption(new Option('--format <format>', 'what kind of file').choices(['xliff', 'po', 'xlsx']).default('xliff'))
    .option('--all', 'texts that are reviewed or approved too')
    .option('--keys <keys>', 'such as rights.intro,leaflet:* (default: all)', names)
    .option(
      '--out <file>',
      'where to, seen from here, not from the workspace (default: doorstep.<tag>.xlf, .po or .xlsx)',
    )
    .action(
      async (flags: ExportFlags) =>
        void (code = await (await import('./exchange-command.js')).exportCommand(flags, line)),
    )
  const home = command('import', 'a translator’s file home: XLIFF 2.1 or 1.2, PO or XLSX; all of it or nothing')
    .argument('<file>', 'what the translator sent, seen from here')
    .option('--language <tag>', 'such as tr (default: what the file says)')
    .option('--dry-run', 'show what would change, write nothing')
    .option('--partial', 'bring home what is sound although something else is not')
    .option('--by <name>', 'who translated or reviewed it, for the ledger', somebody)
    .addOption(
      new Option('--state <state>', 'what all of it is (default: what the file says)').choices(['draft', 'reviewed']),
    )
    .option('--date <day>', 'day of the entries (default: today)')
  home.action(async (file: string, flags: ImportFlags) => {
    if (flags.state === 'reviewed' && flags.by === undefined)
      home.error('error: --state reviewed needs --by: who reviewed it?')
    code = await (await import('./exchange-command.js')).importCommand(file, flags, line)
  })
  command('worker', 'make leaflets for builds with --queue, until it is told to stop')
    .requiredOption('--queue <address>', QUEUE)
    .requiredOption('--store <place>', STORE)
    .option('--jobs <n>', 'leaflets at the same time (default: as many as cores)', wholeNumber)
    .option('--name <host>', 'what builds call this host (default: its own name)', hostName)
    .option('--silence <seconds>', 'after which others take the leaflets of a silent worker (default: 30)', wholeNumber)
    .option('--verbose', 'one line a leaflet')
    .action(
      async (flags: WorkerFlags) =>
        void (code = await (await import('./worker-command.js')).workerCommand(flags, line)),
    )
  command('queue', 'how a queue stands, and what was set aside since nobody could make it')
    .requiredOption('--queue <address>', QUEUE)
    .addOption(new Option('--again', 'put back what was set aside').conflicts('forget'))
    .option('--forget', 'forget what was set aside')
    .action(
      async (flags: QueueCommandFlags) =>
        void (code = await (await import('./queue-command.js')).queueCommand(flags, line)),
    )

  try {
    await program.parseAsync(['node', 'doorstep', ...args])
    return code
  } catch (error) {
    // Commander has printed its message; help and version are no wrong use.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    process.stderr.write(`${stopped(error)}\n`)
    return 1
  }
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It takes a whole number from 1.')
  return number
}

/** A variable of a script that is empty would ask for nothing, and get it. */
function names(text: string): string {
  if (listOf(text).length === 0) throw new InvalidArgumentError('It names nothing.')
  return text
}

function somebody(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It names nobody.')
  return text
}

/** It becomes part of a name in Redis, which has no spaces. */
function hostName(text: string): string {
  if (!/^[\w.-]+$/.test(text)) throw new InvalidArgumentError('It takes letters, digits, dots and hyphens.')
  return text
}

/** What a person should know when Doorstep itself fails, which no finding can say. */
function stopped(error: unknown): string {
  const lines = [
    'Doorstep stopped. Leaflets that were in place are untouched; the next build takes those that were ready.',
  ]
  // By name: what makes leaflets is loaded when it is needed.
  if (error instanceof Error && error.name === 'ThreadEnded') return [...lines, error.message].join('\n')
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [...lines, 'This is a fault of Doorstep, not of your files. Please report it with these lines:', fault].join(
    '\n',
  )
}
