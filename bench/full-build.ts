import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../src/build/index.js'
import { fileStart } from '../src/report/index.js'
import { ISSUE_DATE } from './shop.js'

export interface BuildFigures {
  readonly seconds: number
  readonly built: number
  readonly held: number
}

/** Every leaflet of the workspace, proven, into an empty folder. Needs a fresh process. */
export async function measureBuild(jobs: number): Promise<BuildFigures> {
  const out = mkdtempSync(join(tmpdir(), 'doorstep-bench-'))
  try {
    const start = performance.now()
    const { leaflets } = await build({
      folder: process.cwd(),
      request: { issueDate: ISSUE_DATE, placeOf: () => fileStart('bench') },
      out,
      jobs,
      proof: true,
      release: false,
    })
    const built = leaflets.filter((l) => l.state === 'built').length
    return { seconds: (performance.now() - start) / 1000, built, held: leaflets.length - built }
  } finally {
    rmSync(out, { recursive: true })
  }
}
