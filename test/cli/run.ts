import { runDoorstep, type ExitCode } from '../../src/cli/index.js'

export interface Ran {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

/** Runs the command in this process and takes down what it says. */
export async function run(...args: readonly string[]): Promise<Ran> {
  const said = { out: '', err: '' }
  const [stdout, stderr] = [process.stdout, process.stderr]
  const [writeOut, writeErr] = [stdout.write.bind(stdout), stderr.write.bind(stderr)]
  stdout.write = (text: string | Uint8Array) => ((said.out += String(text)), true)
  stderr.write = (text: string | Uint8Array) => ((said.err += String(text)), true)
  try {
    return { code: await runDoorstep(args), ...said }
  } finally {
    stdout.write = writeOut
    stderr.write = writeErr
  }
}
