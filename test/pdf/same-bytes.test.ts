import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { sampleDocument } from '../proof/helpers/sample-document.js'
import { fingerprints } from './helpers/fingerprint.js'
import { pdfOf } from './helpers/leaflet.js'

/** Runs the same module in a process of its own; TypeScript is translated by the runner of the tests. */
const script = `
import { createViteServer } from 'vitest/node'
const server = await createViteServer({
  configFile: false, logLevel: 'error', appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null }, optimizeDeps: { noDiscovery: true },
})
const { fingerprints } = await server.ssrLoadModule('/test/pdf/helpers/fingerprint.ts')
console.log(new Date(2026, 6, 1).getTimezoneOffset(), fingerprints())
await server.close()
`
async function elsewhere(TZ: string, LANG: string): Promise<string[]> {
  const env = { ...process.env, TZ, LANG, LC_ALL: LANG }
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env })
  const [offset, ...prints] = stdout.trim().split(' ')
  return [offset!, prints.join(' ')]
}

test('the same document gives the same bytes in another process, time zone and language of the system', async () => {
  const [east, west] = await Promise.all([elsewhere('Pacific/Auckland', 'tr_TR.UTF-8'), elsewhere('America/Lima', 'C')])
  expect([east[0], west[0]]).toEqual(['-720', '300'])
  const here = fingerprints()
  expect(east[1]).toBe(here)
  expect(west[1]).toBe(here)
})

test('what was made before does not show in the bytes', () => {
  const first = fingerprints()
  const other = sampleDocument()
  pdfOf({ ...other, blocks: [...other.blocks].reverse() })
  expect(fingerprints()).toBe(first)
})

test('another date gives other bytes', () => {
  const sample = sampleDocument()
  const [one, two] = [pdfOf(sample), pdfOf({ ...sample, issueDate: '2026-12-02' })]
  expect(Buffer.compare(one, two)).not.toBe(0)
})
