import { entry } from './entry.js'

/** What a build says of its output folder, and what it answers about editions. */
export const buildFindings = {
  'ledger-damaged': entry<{ what: 'changed' | 'gone'; kept: string }>({
    severity: 'warning',
    title: (f) => f.what === 'gone' ? 'The ledger is gone' : 'The ledger was changed by hand or cut short: nothing in it can be relied on', // prettier-ignore
    fix: (f) => `A build makes every leaflet again${f.kept === '' ? '' : `; it keeps the old ledger as "${f.kept}"`}`,
  }),
  'editions-damaged': entry<{ what: 'changed' | 'gone'; kept: string; whole: boolean; known: number }>({
    severity: 'warning',
    title: (f) => f.what === 'gone' ? 'The book of editions is gone' : 'The book of editions was changed by hand or cut short', // prettier-ignore
    fix: (f) =>
      `${f.whole ? 'Nothing: the copy that the last build kept is in its place' : `Put back this file from a backup copy; until then only ${f.known} edition codes are known`}${f.kept === '' ? '' : `; the broken one is kept as "${f.kept}"`}`, // prettier-ignore
  }),
  'output-changed': entry<{ what: 'changed' | 'gone' }>({
    severity: 'warning',
    title: (f) => (f.what === 'gone' ? 'A leaflet is gone that was built' : 'A leaflet is not what was built'),
    fix: () => 'A build makes it again; keep files of your own in another folder',
  }),
  'output-among-inputs': entry<{ how: 'is' | 'holds' | 'in'; input: string }>({
    severity: 'error',
    title: ({ how, input }) =>
      how === 'in'
        ? `Leaflets cannot be put into "${input}": they are made from the files there`
        : `Leaflets cannot be put into this folder: it ${how === 'is' ? 'is the workspace itself' : 'holds the workspace'}`,
    fix: () =>
      'Name a folder that is for leaflets alone, such as "output", with --out or under "output" in doorstep.json',
  }),
  'publication-finished': entry<object>({
    severity: 'note',
    title: () => 'The last build was stopped while it published; the leaflets that it had made are in place now',
    fix: () => 'Nothing',
  }),
  'publication-unfinished': entry<object>({
    severity: 'error',
    title: () => 'A build publishes here, or was stopped while it did: some leaflets are of the new edition, some of the one before', // prettier-ignore
    fix: () => 'Wait until it ends; if none runs, run "doorstep build", which finishes it; then ask again',
  }),
  'input-moved': entry<object>({
    severity: 'note',
    title: () => 'This file changed while leaflets were made from it',
    fix: () => 'Nothing: what it touches was made again',
  }),
  'build-busy': entry<{ pid: number; host: string }>({
    severity: 'error',
    title: (f) => `Another build is writing to this folder: process ${f.pid} on ${f.host}`,
    fix: () => 'Wait until it ends, or build with --wait; if that machine is gone, delete this file',
  }),
  'source-missing': entry<{ what: string; problem: string; source: string }>({
    severity: 'error',
    title: (f) => `"${f.what}" ${f.problem}: without the source language "${f.source}" no leaflet is made or withdrawn, the last good ones stay`, // prettier-ignore
    fix: () => 'Put it back (was it renamed, or is a drive not connected?), or correct "source" in doorstep.json; then build again', // prettier-ignore
  }),
  'leaflet-withdrawn': entry<{ id: string; gone: string; kept: string }>({
    severity: 'note',
    title: (f) => `"${f.id}" is withdrawn: its ${f.gone} is gone`,
    fix: (f) => `Take back printed copies; the file is kept as "${f.kept}"`,
  }),
  'edition-mistyped': entry<{ typed: string; near: string }>({
    severity: 'error',
    title: (f) => {
      const length = [...f.typed.replace(/[\s\p{Pd}]/gu, '')].length
      const wrong = length === 8 ? 'its check character does not agree' : `it has ${length} characters, a code has 8`
      return `"${f.typed}" is no edition code: ${wrong}`
    },
    fix: (f) =>
      f.near === '' ? 'Read it once more from the foot of the page' : `Read it once more; near it are: ${f.near}`,
  }),
  'edition-unknown': entry<{ code: string; near: string }>({
    severity: 'error',
    title: (f) => `No leaflet of this ledger has the edition code "${f.code}"`,
    fix: (f) =>
      f.near === ''
        ? 'Ask in the office that printed it: it has a ledger of its own'
        : `Read it once more; near it are: ${f.near}`,
  }),
  'verify-nothing': entry<object>({
    severity: 'error',
    title: () => 'There is no ledger here: no build put leaflets into this folder',
    fix: () => 'Name the output folder with --out, seen from the workspace; or run doorstep build first',
  }),
  'verify-differs': entry<{ id: string }>({
    severity: 'error',
    title: (f) => `"${f.id}" comes out otherwise, although nothing that it is made from changed`,
    fix: () => 'Do not rely on this machine for leaflets; report it',
  }),
  'verify-outdated': entry<{ id: string }>({
    severity: 'warning',
    title: (f) => `"${f.id}" is out of date: what it is made from changed since it was built`,
    fix: () => 'Run "doorstep impact" to see what changed, then "doorstep build"',
  }),
} as const
