import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
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
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 }
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue
    const { outputText } = ts.transpileModule(readFileSync(join('src', name), 'utf8'), { compilerOptions })
    const file = join(folder, relative('.', name).replace(/\.ts$/, '.js'))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, outputText)
  }
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
