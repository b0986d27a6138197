import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ISSUE_DATE } from './shop.js'

/** A measurement in a process of its own: its figures, and the most memory that the process held. */
export interface Run<T> {
  readonly figures: T
  /** Bytes. */
  readonly peak: number
}

export interface Task<T> {
  readonly name: string
  run(): Promise<Run<T>>
}

/**
 * Runs all tasks once, then all of them again: a machine that is busy for a while spoils one run of many figures and
 * not all runs of one. Gives the runs of each task, by its name.
 */
export async function runRounds<T>(tasks: readonly Task<T>[], rounds: number): Promise<ReadonlyMap<string, Run<T>[]>> {
  const runs = new Map<string, Run<T>[]>(tasks.map((task) => [task.name, []]))
  for (let round = 1; round <= rounds; round++) {
    for (const task of tasks) {
      process.stderr.write(`round ${round} of ${rounds}: ${task.name}\n`)
      runs.get(task.name)!.push(await task.run())
    }
  }
  return runs
}

/** A measurement of bench/task.ts. */
export const taskOf = <T>(...words: readonly string[]): Task<T> => ({
  name: words.join(' '),
  run: async () => JSON.parse(await node([fileURLToPath(new URL('./task.js', import.meta.url)), ...words])) as Run<T>,
})

/** Milliseconds of a whole `doorstep build` of one leaflet: from starting Node to its end. */
export const firstLeafletTask = (name: string, ...flags: readonly string[]): Task<number> => ({
  name,
  run: async () => {
    const out = mkdtempSync(join(tmpdir(), 'doorstep-bench-'))
    const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
    const choice = ['--languages', 'en', '--formats', 'standard', '--services', 'whole', '--date', ISSUE_DATE]
    try {
      const start = performance.now()
      await node([program, 'build', ...choice, '--out', out, ...flags])
      return { figures: performance.now() - start, peak: 0 }
    } finally {
      rmSync(out, { recursive: true })
    }
  },
})

/** Runs Node and gives what it prints. Throws, with all that it said, when it ends in any other way than well. */
export function node(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, errors] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) {
        // What a measurement has to say loudly (a reader is missing) must be seen.
        for (const line of errors.split('\n').filter((l) => l.startsWith('NOT MEASURED'))) {
          process.stderr.write(`${line}\n`)
        }
        resolve(out)
      } else reject(new Error(`node ${args.join(' ')} ended with ${code ?? 'a signal'}:\n${errors}${out}`))
    })
  })
}
