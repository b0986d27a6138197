import { cpSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node } from '../rounds.js'
import { median } from '../statistics.js'
import { workspaceFiles } from './doorstep-files.js'
import type { PeerText } from './peer-text.js'
import { footOf, TEMPLATE, typstSource } from './typst-files.js'
import { fontFiles } from './typst-fonts.js'

/** Milliseconds of whole processes, from starting Node to its end. */
export interface ColdFigures {
  readonly runs: number
  /** Doorstep's own functions in a program of ten lines. */
  readonly doorstep: number
  /** `doorstep build … --no-proof`: the command line, the ledger and a file put in place besides. */
  readonly command: number
  readonly typst: number
  /** Node with an empty program. */
  readonly node: number
}

const DAY = '2026-11-23'

/** One English PDF in a fresh process, each program in turn. `folder`: where the workspace is laid out anew. */
export async function measureCold(texts: readonly PeerText[], runs: number, folder: string): Promise<ColdFigures> {
  const english = texts.filter((t) => t.language.tag === 'en')
  layOut(english, folder)
  const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
  const out = (name: string): string => join(folder, 'output', name)
  const build = ['build', '--workspace', folder, '--out', out('command'), '--date', DAY, '--no-proof', '--release', '--force'] // prettier-ignore
  const tasks = {
    doorstep: [program('./cold-doorstep.js'), folder, out('doorstep')],
    command: [program('../../../dist/cli/main.js'), ...build],
    typst: [program('./cold-typst.js'), folder, out('typst.pdf')],
    node: ['--eval', '0'],
  }
  const times: Record<keyof typeof tasks, number[]> = { doorstep: [], command: [], typst: [], node: [] }
  for (let run = 0; run < runs; run++) {
    for (const [name, args] of Object.entries(tasks) as [keyof typeof tasks, string[]][]) {
      const start = performance.now()
      await node(args)
      times[name].push(performance.now() - start)
    }
  }
  const leaflet = 'en/bench-en.whole.standard.pdf'
  for (const name of [`doorstep/${leaflet}`, `command/${leaflet}`, 'typst.pdf']) statSync(out(name)) // Throws where none was written.
  const middle = (name: keyof typeof tasks): number => median(times[name])
  return {
    runs,
    doorstep: middle('doorstep'),
    command: middle('command'),
    typst: middle('typst'),
    node: middle('node'),
  }
}

/** A workspace on disk for both programs: one notice, one language. */
function layOut(texts: readonly PeerText[], folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync('templates', join(folder, 'templates'), { recursive: true })
  const [english] = texts
  if (!english) throw new Error('There is no English text')
  mkdirSync(join(folder, 'output'))
  const files = new Map([
    ...workspaceFiles(texts),
    ['leaflet.typ', TEMPLATE],
    ['en.typ', typstSource(english, english)],
    ['typst.json', JSON.stringify({ fonts: fontFiles(texts), foot: footOf(english, DAY) })],
  ])
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}
