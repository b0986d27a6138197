import { entry } from './entry.js'

/** What can be wrong with translators' files: part of the table in catalogue.ts. */
export const exchangeFindings = {
  // — translators' files —
  'exchange-large': entry<{ what: string; limit: string }>({
    severity: 'error',
    title: (f) => `${f.what}, and no translator's file needs more than ${f.limit}`,
    printed: () => 'nothing: it was not read any further',
    fix: () =>
      'Send the file that doorstep export made, with the translations in it; or export fewer texts with --keys',
  }),
  'exchange-broken': entry<{ problem: string; fix?: string | undefined }>({
    severity: 'error',
    title: (f) => `This file cannot be read: ${f.problem}`,
    fix: (f) =>
      f.fix ?? "Save it once more from the translator's tool, as XLIFF 2.1 or 1.2, PO or XLSX; or export it anew",
  }),
  'exchange-cut': entry<{ sent: number; here: number }>({
    severity: 'error',
    title: (f) =>
      `This file was exported with ${f.sent} entries and has ${f.here}: it was cut on its way, or some were deleted`,
    printed: () => 'perhaps a text without its end: the last entry may be cut, too',
    fix: (f) => `Ask for the whole file; if entries were deleted on purpose, write ${f.here} in this line`,
  }),
  'exchange-encoding': entry<{ found: string }>({
    severity: 'error',
    title: (f) => `This file is not in plain UTF-8: ${f.found}`,
    fix: () => 'Save it as UTF-8 without a byte order mark',
  }),
  'exchange-language': entry<{ found: string; wanted: string }>({
    severity: 'error',
    title: (f) => `This file is for ${f.found}, not for ${f.wanted}`,
    fix: () => 'Import the file of the right language; what its languages are stands at its start',
  }),
  'exchange-relabelled': entry<{ says: string; sentFor: string }>({
    severity: 'error',
    title: (f) => `This file says that it is for ${f.says}, and was exported for ${f.sentFor}`,
    fix: (f) =>
      `If its translations are ${f.sentFor}, write "${f.sentFor}" where it says "${f.says}"; if they are ${f.says}, put them into a file of their own: doorstep export --language ${f.says}`,
  }),
  'exchange-unit-unknown': entry<{ key: string }>({
    severity: 'error',
    title: (f) => `There is no text "${f.key}"`,
    printed: () => 'nothing: no leaflet asks for it',
    fix: () => 'Leave keys and ids as they were exported; if the text is gone from the English, delete the unit',
  }),
  'exchange-unit-twice': entry<{ key: string }>({
    severity: 'error',
    title: (f) => `"${f.key}" stands in this file twice`,
    printed: () => 'only one of the two could be printed',
    fix: () => 'Keep the right one and delete the other',
  }),
  'exchange-locked': entry<{ key: string; by: string; date: string }>({
    severity: 'error',
    title: (f) => `"${f.key}" is approved by ${f.by} since ${f.date}, and the file has another text`,
    fix: (f) =>
      `Leave it as it is; if it must change, first run: doorstep review --keys ${f.key} --state draft --by "Your Name"`,
  }),
  'exchange-source-changed': entry<{ key: string; change: string }>({
    severity: 'error',
    title: (f) => `The English of "${f.key}" was changed in this file: ${f.change}`,
    fix: () => 'Put the English back as it was exported; if it is wrong, tell those who look after it',
  }),
  'exchange-english-moved': entry<{ key: string; language: string; change: string }>({
    severity: 'error',
    title: (f) => `The English of "${f.key}" has changed since this file was exported: ${f.change}`,
    printed: () => 'the translation of a sentence that no longer stands there',
    fix: (f) =>
      `Export the text anew (doorstep export --language ${f.language} --keys ${f.key}) and translate it from that; --partial brings home the others`,
  }),
  'exchange-english-old': entry<{ key: string; language: string; change: string }>({
    severity: 'warning',
    title: (f) =>
      `The English of "${f.key}" has changed since this file was exported, and nobody translated it here: ${f.change}`,
    fix: (f) => `Export the text anew: doorstep export --language ${f.language} --keys ${f.key}`,
  }),
  'exchange-both-changed': entry<{ key: string; language: string; here: string; there: string }>({
    severity: 'error',
    title: (f) =>
      `"${f.key}" was changed here since this file was exported, to "${f.here}"; the file says "${f.there}"`,
    fix: (f) =>
      `Put the better one into the file or the JSON, then export the text anew: doorstep export --language ${f.language} --keys ${f.key}`,
  }),
  'exchange-letter': entry<{ codePoint: string }>({
    severity: 'error',
    title: (f) => `The text holds ${f.codePoint}, which no translator's file can hold and no leaflet can print`,
    fix: () => 'Delete it: it is invisible, and has come in by some accident',
  }),
  'exchange-cell': entry<{ cell: string; found: string }>({
    severity: 'error',
    title: (f) => `The cell ${f.cell} holds ${f.found}, where only text may stand`,
    fix: () => 'Write the text itself into the cell; cells of the column are formatted as text',
  }),
  'exchange-nobody': entry<{ key: string }>({
    severity: 'note',
    title: (f) => `The file says that "${f.key}" is reviewed, and not by whom: it counts as a draft`,
    fix: () => 'Name who reviewed it: doorstep import … --by "A. Name"',
  }),
} as const
