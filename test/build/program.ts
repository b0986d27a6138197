import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import type { Ran } from '../cli/run.js'

/** The program as it is installed: compiled, for what needs processes and threads. */
export interface Program {
  readonly folder: string
  run(args: readonly string[], environment?: Readonly<Record<string, string>>): Ran
  remove(): void
}

/** Compiles src/ file by file, without looking at types: `npm run types` does that, and takes longer. */
export function compileProgram(): Program {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-program-'))
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  buildSync({
    entryPoints: sources.map((name) => join('src', name)),
    outbase: 'src',
    outdir: folder,
    format: 'esm',
    target: 'node20.19',
  })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return {
    folder,
    run(args, environment = {}) {
      const done = spawnSync(process.execPath, [join(folder, 'cli', 'main.js'), ...args], {
        env: { ...process.env, ...environment },
        encoding: 'utf8',
        timeout: 60_000,
      })
      return { code: (done.status ?? 2) as Ran['code'], out: done.stdout, err: done.stderr }
    },
    remove() {
      rmSync(folder, { recursive: true })
    },
  }
}
