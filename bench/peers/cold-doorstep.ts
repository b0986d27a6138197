import { resolve } from 'node:path'

/** The least program that makes one PDF with Doorstep's package, as it is shipped: a workspace, a request, a folder. */
const [folder = '', out = ''] = process.argv.slice(2)
const shipped = new URL('../../../dist/index.js', import.meta.url)
const { build } = (await import(shipped.href)) as typeof import('../../src/index.js')
const { leaflets } = await build({
  folder: resolve(folder),
  request: { issueDate: '2026-11-23', placeOf: () => ({ file: 'bench', line: 1, column: 1 }) },
  out: resolve(out),
  jobs: 1,
  proof: false,
  release: true,
  force: true,
})
if (leaflets.length !== 1 || leaflets[0]?.state !== 'built') throw new Error('No leaflet was made')
