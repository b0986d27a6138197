import { join } from 'node:path'
import { build, findEdition, verify, type BuildOptions, type BuildReport } from '../../src/build/index.js'
import { ledgerText, readLedgerIn } from '../../src/build/ledger.js'
import { fileStart, type Finding } from '../../src/report/index.js'
import { openSmallWorkshop } from '../build/small-workshop.js'
import type { Workshop } from '../build/workspace.js'
import type { Case } from './cases.js'

const REQUEST = { issueDate: '2026-12-01', languages: ['en'], formats: ['standard'], services: ['whole'] }
type Make = (more?: Partial<BuildOptions>) => Promise<BuildReport>

/** What a small workspace says after something was done to it or to its output: English, standard, whole. */
async function after(act: (shop: Workshop, make: Make) => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  const shop = openSmallWorkshop()
  const { folder } = shop
  const out = join(folder, 'output')
  const make: Make = (more = {}) =>
    build({ folder, out, jobs: 1, proof: false, release: false, request: { ...REQUEST, placeOf: fileStart }, ...more })
  try {
    return await act(shop, make)
  } finally {
    shop.close()
  }
}
const place = { file: 'command line', line: 1, column: 18, excerpt: 'doorstep edition 0000011F' }

export const buildCases = {
  'ledger-damaged': {
    cause: 'Somebody edited output/ledger.json, or it was copied in part.',
    input: () =>
      after(async (shop, make) => {
        await make()
        shop.write('output/ledger.json', shop.read('output/ledger.json').slice(0, 100))
        return (await make()).findings
      }),
    said: `warning[ledger-damaged]  output/ledger.json:1:1
  The ledger was changed by hand or cut short: nothing in it can be relied on
  fix: A build makes every leaflet again; it keeps the old ledger as "output/ledger.damaged.json"`,
  },
  'editions-damaged': {
    cause: 'Somebody edited or deleted a file of output/editions, or it was copied in part.',
    input: () =>
      after(async (shop, make) => {
        await make()
        shop.write('output/editions/en.json', shop.read('output/editions/en.json').slice(0, 100))
        return (await make()).findings
      }),
    said: `warning[editions-damaged]  output/editions/en.json:1:1
  The book of editions was changed by hand or cut short
  fix: Nothing: the copy that the last build kept is in its place; the broken one is kept as "output/editions/en.damaged.json"`,
  },
  'output-changed': {
    cause: 'Somebody saved, deleted or replaced a file in the output folder.',
    input: () =>
      after(async (shop, make) => {
        await make()
        shop.write('output/en/visit.whole.standard.pdf', 'mine')
        return (await make()).findings
      }),
    said: `warning[output-changed]  output/en/visit.whole.standard.pdf:1:1
  A leaflet is not what was built
  Concerns: en/visit.whole.standard
  fix: A build makes it again; keep files of your own in another folder`,
  },
  'output-among-inputs': {
    cause:
      'The output folder that doorstep.json or --out names is one of texts, templates or pictures, or holds them all.',
    input: () =>
      after(async (shop, make) => {
        shop.change('doorstep.json', '"output": "output"', '"output": "locales"')
        return (await make({ out: join(shop.folder, 'locales') })).findings
      }),
    said: `error[output-among-inputs]  doorstep.json:21:13
  Leaflets cannot be put into "locales": they are made from the files there
  21 │   "output": "locales"
     │             ^
  fix: Name a folder that is for leaflets alone, such as "output", with --out or under "output" in doorstep.json`,
  },
  'publication-finished': {
    cause: 'The machine was switched off, or the program was ended, while leaflets were moved into place.',
    input: () =>
      after(async (shop, make) => {
        await make()
        shop.write('output/.doorstep/journal.json', '[]')
        return (await make()).findings
      }),
    said: `note[publication-finished]  output/ledger.json:1:1
  The last build was stopped while it published; the leaflets that it had made are in place now
  fix: Nothing`,
  },
  'publication-unfinished': {
    cause: 'Leaflets were verified while a build put others in their place, or after one was stopped at that.',
    input: () =>
      after(async (shop, make) => {
        await make()
        shop.write('output/.doorstep/journal.json', '[]')
        return (await verify({ folder: shop.folder, out: join(shop.folder, 'output'), jobs: 1 })).findings
      }),
    said: `error[publication-unfinished]  output/.doorstep/journal.json:1:1
  A build publishes here, or was stopped while it did: some leaflets are of the new edition, some of the one before
  fix: Wait until it ends; if none runs, run "doorstep build", which finishes it; then ask again`,
  },
  'input-moved': {
    cause: 'Somebody saved a file while a build ran.',
    input: () =>
      after(async (shop, make) => {
        const progress = (): void => {
          shop.write('locales/en/visit.json', shop.read('locales/en/visit.json').replace('visit', 'call'))
        }
        let said = false
        const once = (): void => {
          if (!said) progress()
          said = true
        }
        return (await make({ progress: once })).findings
      }),
    said: `note[input-moved]  locales/en/visit.json:1:1
  This file changed while leaflets were made from it
  fix: Nothing: what it touches was made again`,
  },
  'build-busy': {
    cause: 'Two builds write to the same folder at once.',
    input: () =>
      after(async (shop, make) => {
        shop.write('output/.doorstep/lock', '{"pid":4711,"started":"1","host":"the-other-desk"}')
        return (await make()).findings
      }),
    said: `error[build-busy]  output/.doorstep/lock:1:1
  Another build is writing to this folder: process 4711 on the-other-desk
  fix: Wait until it ends, or build with --wait; if that machine is gone, delete this file`,
  },
  'source-missing': {
    cause:
      'The folder with all languages, or that of the source language, was renamed, or lies on a drive that is not connected.',
    input: () =>
      after(async (shop, make) => {
        await make()
        shop.remove('locales/en')
        return (await make()).findings
      }),
    said: `error[source-missing]  locales/en:1:1
  "locales/en" is missing or empty: without the source language "en" no leaflet is made or withdrawn, the last good ones stay
  fix: Put it back (was it renamed, or is a drive not connected?), or correct "source" in doorstep.json; then build again`,
  },
  'leaflet-withdrawn': {
    cause: 'A language, a notice, a service or a format was deleted.',
    input: () =>
      after(async (shop, make) => {
        const request = { issueDate: '2026-12-01', formats: ['standard'], services: ['whole'], placeOf: fileStart }
        await make({ request })
        shop.remove('locales/tr')
        return (await make({ request })).findings
      }),
    said: `note[leaflet-withdrawn]  output/tr/visit.whole.standard.pdf:1:1
  "tr/visit.whole.standard" is withdrawn: its language is gone
  Concerns: tr/visit.whole.standard
  fix: Take back printed copies; the file is kept as "output/withdrawn/tr/visit.whole.standard.DN04MBMS.pdf"`,
  },
  'edition-mistyped': {
    cause: 'A code was copied from a page with a character wrong.',
    input: () => findEdition('/nowhere', '0000012F', place).findings,
    said: `error[edition-mistyped]  command line:1:18
  "0000012F" is no edition code: its check character does not agree
  1 │ doorstep edition 0000011F
    │                  ^
  fix: Read it once more from the foot of the page`,
  },
  'edition-unknown': {
    cause: 'The leaflet was printed elsewhere, or so long ago that its edition is forgotten.',
    input: () => findEdition('/nowhere', '0000011F', place).findings,
    said: `error[edition-unknown]  command line:1:18
  No leaflet of this ledger has the edition code "0000011F"
  1 │ doorstep edition 0000011F
    │                  ^
  fix: Ask in the office that printed it: it has a ledger of its own`,
  },
  'verify-nothing': {
    cause: 'The name of the output folder was mistyped, or nothing was built yet.',
    input: () =>
      after(async (shop) => (await verify({ folder: shop.folder, out: join(shop.folder, 'otput'), jobs: 1 })).findings),
    said: `error[verify-nothing]  otput/ledger.json:1:1
  There is no ledger here: no build put leaflets into this folder
  fix: Name the output folder with --out, seen from the workspace; or run doorstep build first`,
  },
  'verify-differs': {
    cause: 'A fault of the program or of the machine: the same inputs gave other bytes.',
    input: () =>
      after(async (shop, make) => {
        await make()
        const out = join(shop.folder, 'output')
        const { ledger } = readLedgerIn(out)
        const other = [...ledger.leaflets].map(([id, entry]) => [id, { ...entry, sha256: '0' }] as const)
        shop.write('output/ledger.json', [...ledgerText({ ...ledger, leaflets: new Map(other) })].join(''))
        return (await verify({ folder: shop.folder, out, jobs: 1 })).findings.filter((f) => f.code === 'verify-differs')
      }),
    said: `error[verify-differs]  output/en/visit.whole.standard.pdf:1:1
  "en/visit.whole.standard" comes out otherwise, although nothing that it is made from changed
  fix: Do not rely on this machine for leaflets; report it`,
  },
  'verify-outdated': {
    cause: 'Something was edited after the last build.',
    input: () =>
      after(async (shop, make) => {
        await make()
        shop.change('locales/en/visit.json', 'English visit', 'A visit')
        return (await verify({ folder: shop.folder, out: join(shop.folder, 'output'), jobs: 1 })).findings
      }),
    said: `warning[verify-outdated]  output/en/visit.whole.standard.pdf:1:1
  "en/visit.whole.standard" is out of date: what it is made from changed since it was built
  fix: Run "doorstep impact" to see what changed, then "doorstep build"`,
  },
} as const satisfies Readonly<Record<string, Case>>
