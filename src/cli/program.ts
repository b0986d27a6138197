// The one file that knows commander.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { ThreadEnded } from '../build/index.js'
import { buildCommand, type BuildFlags } from './build-command.js'
import { checkCommand, proofCommand, traceCommand, type TraceFlags } from './commands.js'
import { CommandLine } from './command-line.js'
import { queueCommand, type QueueCommandFlags } from './queue-command.js'
import { reviewCommand, type ReviewFlags } from './review-command.js'
import { statusCommand } from './status-command.js'
import { workerCommand, type WorkerFlags } from './worker-command.js'

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
    .exitOverride()
    .showHelpAfterError()
  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .exitOverride()
      .option('--workspace <folder>', 'folder with doorstep.json', '.')
      .option('--json', 'print one JSON document')

  const choices = (c: Command): Command =>
    c
      .option('--languages <tags>', 'such as tr,ar (default: all)')
      .option('--formats <formats>', 'such as standard,easy-read (default: all)')
      .option('--services <services>', 'whole or service ids (default: all)')
      .option('--notice <id>', 'one notice (default: all)')
      .option('--date <day>', 'day of printing, such as 2026-12-01 (default: today)')

  const QUEUE = 'redis://host:6379, or rediss:// for TLS; the password may be in REDISCLI_AUTH'
  const STORE = 'folder that all hosts see, or s3://bucket/prefix'

  choices(command('build', 'make leaflets and put the good ones in place'))
    .option('--jobs <n>', 'worker threads (default: as many as cores)', wholeNumber)
    .option('--out <folder>', 'output folder (default: what doorstep.json says)')
    .option('--release', 'only text that is approved')
    .option('--no-proof', 'do not re-read the PDFs (for trying things out, not for print)')
    .option('--queue <address>', `have workers make them: ${QUEUE}`)
    .option('--store <place>', `where workers leave them: ${STORE}`)
    .option('--patience <seconds>', 'how long a queue may stand still (default: 300)', wholeNumber)
    .action(async (flags: BuildFlags) => void (code = await buildCommand(flags, line)))
  choices(command('check', 'findings for notices, templates and locales; writes nothing')).action(
    async (flags: BuildFlags) => void (code = await checkCommand(flags, line)),
  )
  choices(
    command('status', 'language by language: missing, stale, draft, reviewed, approved; what waits for whom'),
  ).action((flags: BuildFlags) => void (code = statusCommand(flags, line)))
  command('proof', 'what a reader gets from a leaflet’s PDF, against the document it was made from')
    .argument('<file>', 'a PDF that Doorstep made')
    .action(async (file: string, flags: CommonFlags) => void (code = await proofCommand(file, flags)))
  command('trace', 'one key’s way through every stage')
    .argument('<key>', 'such as children-and-families:about.intro')
    .requiredOption('--language <tag>', 'such as ar')
    .option('--format <format>', 'standard or easy-read', 'standard')
    .option('--service <service>', 'whole or a service id', 'whole')
    .option('--notice <id>', 'the notice that says it (default: the first)')
    .option('--date <day>', 'day of printing')
    .action(async (key: string, flags: TraceFlags) => void (code = await traceCommand(key, flags, line)))
  command('review', 'what a person says of texts, into review.json; without --keys, notes every new text as a draft')
    .requiredOption('--by <name>', 'who says it')
    .option('--languages <tags>', 'such as tr,ar (default: all)')
    .option('--keys <keys>', 'such as rights.intro,leaflet:* (default: all that have no entry yet)')
    .addOption(
      new Option('--state <state>', 'what they are').choices(['draft', 'reviewed', 'approved']).default('draft'),
    )
    .option('--cosmetic <key>', 'the last change of this English text leaves its meaning: translations still stand')
    .option('--note <text>', 'what the next person should know', '')
    .option('--date <day>', 'day of the entry (default: today)')
    .action((flags: ReviewFlags) => void (code = reviewCommand(flags, line)))
  command('worker', 'make leaflets for builds with --queue, until it is told to stop')
    .requiredOption('--queue <address>', QUEUE)
    .requiredOption('--store <place>', STORE)
    .option('--jobs <n>', 'leaflets at the same time (default: as many as cores)', wholeNumber)
    .option('--verbose', 'one line a leaflet')
    .action(async (flags: WorkerFlags) => void (code = await workerCommand(flags, line)))
  command('queue', 'how a queue stands, and what was set aside since nobody could make it')
    .requiredOption('--queue <address>', QUEUE)
    .addOption(new Option('--again', 'put back what was set aside').conflicts('forget'))
    .option('--forget', 'forget what was set aside')
    .action(async (flags: QueueCommandFlags) => void (code = await queueCommand(flags, line)))

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

/** What a person should know when Doorstep itself fails, which no finding can say. */
function stopped(error: unknown): string {
  const lines = ['Doorstep stopped. Leaflets that were in place before are untouched, those that are new are whole.']
  if (error instanceof ThreadEnded) return [...lines, error.message].join('\n')
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [...lines, 'This is a fault of Doorstep, not of your files. Please report it with these lines:', fault].join(
    '\n',
  )
}
