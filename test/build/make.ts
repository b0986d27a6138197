import { join } from 'node:path'
import { build, type BuildOptions, type BuildReport, type Request } from '../../src/build/index.js'
import { fileStart } from '../../src/report/index.js'
import type { Workshop } from './workspace.js'

/** Builds a workshop in this process, without proof, into its folder `output`. */
export const makeIn = (
  { folder }: Workshop,
  more: Partial<BuildOptions> = {},
  request: Partial<Request> = {},
): Promise<BuildReport> =>
  build({
    folder,
    out: join(folder, 'output'),
    jobs: 1,
    proof: false,
    release: false,
    request: { issueDate: '2026-12-01', placeOf: (asked) => ({ ...fileStart('command line'), excerpt: asked }), ...request }, // prettier-ignore
    ...more,
  })

export const built = ({ leaflets }: BuildReport): string[] => leaflets.filter((l) => l.state === 'built').map((l) => l.id) // prettier-ignore
export const states = ({ leaflets }: BuildReport): string[] => [...new Set(leaflets.map((l) => l.state))]
export const codes = ({ findings }: BuildReport): string[] => findings.map((f) => f.code)
