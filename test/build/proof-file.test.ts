import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileStart } from '../../src/report/index.js'
import { Counter, makeOrder, proofFile } from '../../src/build/index.js'

test('a leaflet with contents is equal to its document when it is proven again', async () => {
  const counter = new Counter(process.cwd())
  const order = {
    notice: 'children-and-families',
    language: 'yi',
    service: 'whole',
    format: 'easy-read',
    issueDate: '2026-12-01',
  }
  const { pdf } = await makeOrder(order, counter, { proof: false, release: false })
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-proof-'))
  try {
    const file = join(folder, 'leaflet.pdf')
    writeFileSync(file, pdf!)
    expect(await proofFile({ file, out: folder, place: fileStart('command line') }, counter)).toMatchObject({
      leaflet: 'yi/children-and-families.whole.easy-read',
      findings: [],
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
