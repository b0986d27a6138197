import { entry } from './entry.js'
import { tagsNamed } from './language-name.js'

/** What can be wrong with what a person asked for: part of the table in catalogue.ts. */
export const askedFindings = {
  // — what was asked for —
  'file-unknown': entry<{ asked: string; isFolder: boolean; near: string; here: string; folder: string }>({
    severity: 'error',
    title: (f) => (f.isFolder ? `"${f.asked}" is a folder, not a file` : `There is no file "${f.asked}"`),
    fix: (f) => {
      if (f.near !== '') return `Perhaps you mean ${f.near}`
      return f.here === ''
        ? 'Correct the path; it starts from the folder that you are in'
        : `In ${f.folder} there are: ${f.here}`
    },
  }),
  'language-unknown': entry<{ asked: string; have: string; named: readonly string[]; isSource: boolean }>({
    severity: 'error',
    title: (f) =>
      f.isSource
        ? `"${f.asked}" is the language that is written first: nothing is translated into it`
        : `There is no language "${f.asked}"`,
    fix: (f) => {
      if (f.isSource) return `Ask for one of: ${f.have}`
      const named = f.named.length > 0 ? f.named : tagsNamed(f.asked, f.have.split(', '))
      return named.length > 0
        ? `Ask for ${named.join(' or ')}`
        : `Ask for one of: ${f.have}; or add a folder locales/<tag> with a locale.json`
    },
  }),
  'format-unknown': entry<{ asked: string; have: string }>({
    severity: 'error',
    title: (f) => `There is no format "${f.asked}"`,
    fix: (f) => `Ask for one of: ${f.have}`,
  }),
  'service-unknown': entry<{ asked: string; have: string }>({
    severity: 'error',
    title: (f) => `There is no service "${f.asked}"`,
    fix: (f) => `Ask for one of: ${f.have}`,
  }),
  'notice-unknown': entry<{ asked: string; have: string }>({
    severity: 'error',
    title: (f) => `There is no notice "${f.asked}"`,
    fix: (f) => `Ask for one of: ${f.have}`,
  }),
  'date-bad': entry<{ asked: string }>({
    severity: 'error',
    title: (f) => `"${f.asked}" is not a date`,
    fix: (f) =>
      f.asked.includes('=')
        ? 'Make it a number of seconds, such as 1796083200, or unset it'
        : 'Write the date as year-month-day, such as 2026-12-01',
  }),
  'key-not-found': entry<{ asked: string; near: string }>({
    severity: 'error',
    title: (f) => `There is no text with the key "${f.asked}"`,
    fix: (f) => (f.near === '' ? 'The files in locales/en have all keys' : `Perhaps one of: ${f.near}`),
  }),
  'key-ambiguous': entry<{ asked: string; have: string }>({
    severity: 'error',
    title: (f) => `"${f.asked}" may be one of several keys`,
    fix: (f) => `Ask for one of: ${f.have}; or for all of them, with * in place of what differs`,
  }),
  'key-not-printed': entry<{ key: string; have: string }>({
    severity: 'error',
    title: (f) => `The leaflet does not print "${f.key}"`,
    fix: (f) =>
      f.have === '' ? 'No leaflet prints it: a notice or a template must name it first' : `Ask for one of: ${f.have}`,
  }),
} as const
