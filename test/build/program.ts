import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { inject } from 'vitest'
import type { Ran } from '../cli/run.js'

/** The program as it is installed: compiled and bundled, for what needs processes and threads. */
export interface Program {
  /** As `dist` is. */
  readonly folder: string
  run(args: readonly string[], environment?: Readonly<Record<string, string>>): Ran
}

/** Code by module, such as `leaflet.js`, before whose own it is put. */
type Faults = Readonly<Record<string, string>>

/** The program of src/, with faults or without; compiled once, whichever test file asks first. */
export function openProgram(faults: Faults = {}): Program {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src', name))
  const code = createHash('sha256').update(JSON.stringify(faults))
  for (const file of ['scripts/bundle.js', ...sources]) code.update(readFileSync(file))
  const home = join(inject('programs'), code.digest('hex').slice(0, 16))
  if (!existsSync(home)) compile(sources, faults, home)
  const folder = join(home, 'dist')
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
  }
}

/** File by file, without looking at types: `npm run types` does that, and takes longer. */
function compile(sources: string[], faults: Faults, home: string): void {
  const begun = mkdtempSync(`${home}-`)
  const [folder, modules] = [join(begun, 'dist'), join(begun, 'dist', 'modules')]
  buildSync({ entryPoints: sources, outbase: 'src', outdir: modules, format: 'esm', target: 'node20.19' })
  for (const [name, fault] of Object.entries(faults)) {
    const module = join(modules, name)
    writeFileSync(module, `${fault}\n${readFileSync(module, 'utf8')}`)
  }
  copyFileSync('package.json', join(begun, 'package.json'))
  symlinkSync(resolve('node_modules'), join(begun, 'node_modules'))
  const bundled = spawnSync(process.execPath, ['scripts/bundle.js', folder], { encoding: 'utf8' })
  if (bundled.status !== 0) throw new Error(`The program could not be bundled:\n${bundled.stderr}`)
  try {
    renameSync(begun, home)
  } catch (error) {
    // Another test file was quicker.
    if (!existsSync(home)) throw error
  }
}
