import { entry } from './entry.js'
import { someOf } from './some-of.js'

/** What can be wrong with texts: part of the table in catalogue.ts. */
export const messageFindings = {
  // — messages —
  'key-missing': entry<{ key: string; language: string }>({
    severity: 'error',
    title: (f) => `${f.language} has no text for "${f.key}"`,
    printed: () => 'nothing: Doorstep never prints English in its place',
    fix: (f) => `Add "${f.key}" to this file`,
  }),
  'texts-missing': entry<{ keys: readonly string[]; all: number; language: string; tag: string }>({
    severity: 'error',
    title: ({ keys, all, language }) => {
      const names = keys.map((key) => key.slice(key.indexOf(':') + 1))
      return `${language} lacks ${keys.length === all ? `all ${all}` : `${keys.length} of the ${all}`} texts of this file: ${someOf(names, 3)}`
    },
    printed: () => 'nothing: Doorstep never prints English in their place',
    fix: ({ tag }) =>
      `Run "doorstep export --language ${tag}": it writes a file with all that is missing, for the translator; "doorstep import" brings it home`,
    keys: (f) => f.keys,
  }),
  'key-unknown': entry<{ key: string; near: string }>({
    severity: 'error',
    title: (f) => `The English has no text for "${f.key}"`,
    printed: () => 'nothing',
    fix: ({ near }) =>
      near === ''
        ? 'Correct the key, or add its English text to locales/en'
        : `Perhaps it is "${near}"; else add its English text to locales/en`,
  }),
  'key-orphan': entry<{ key: string; near: string }>({
    severity: 'warning',
    title: (f) => `"${f.key}" is not in the English, so it is never printed`,
    fix: (f) =>
      f.near === ''
        ? 'Delete it, or correct its key'
        : `Perhaps it is "${f.near}", which is missing here: call it so; or delete it`,
  }),
  'file-orphan': entry<{ why: 'name' | 'english'; near: string }>({
    severity: 'warning',
    title: (f) =>
      f.why === 'name'
        ? 'No key can name a file that is called so: none of its texts is ever printed'
        : 'The English has no file of this name: none of its texts is ever printed',
    fix: ({ why, near }) => {
      if (near === '')
        return why === 'name'
          ? 'Delete it, or call it by letters, digits and hyphens'
          : 'Delete it, or call it as the English file'
      return why === 'name'
        ? `Delete it, if it is a copy of "${near}.json"; what it has that is newer belongs in that file`
        : `Perhaps it is "${near}.json", which is missing here: call it so; or delete it`
    },
  }),
  'slot-unknown': entry<{ slot: string; have: string }>({
    severity: 'error',
    title: (f) => `The slot {{${f.slot}}} does not exist in this message`,
    printed: (f) => `{{${f.slot}}} would print as nothing`,
    fix: (f) => (f.have === '' ? 'Delete it: this message has no slots' : `Use the slots of the English: ${f.have}`),
  }),
  'slot-lost': entry<{ slot: string; written: string }>({
    severity: 'error',
    title: (f) => `The slot {{${f.slot}}} of the English is missing here`,
    printed: () => 'the sentence without its value',
    fix: (f) =>
      f.written === ''
        ? `Put {{${f.slot}}} where its value belongs in the sentence`
        : `Write {{${f.slot}}} in place of ${f.written}`,
  }),
  'slot-half': entry<{ braces: '{{' | '}}'; have: string }>({
    severity: 'error',
    title: (f) => (f.braces === '{{' ? 'The braces {{ open a slot that is not closed' : 'The braces }} close no slot'),
    printed: () => 'the braces as they stand',
    fix: (f) =>
      f.have === ''
        ? 'Delete the braces: this message has no slots'
        : `Write the slot whole, ${f.have}; or delete the braces`,
  }),
  'markup-forbidden': entry<{ markup: string }>({
    severity: 'error',
    title: (f) => `A message may not hold ${f.markup}`,
    printed: () => 'nothing of this message',
    fix: () => 'Use only <strong>, <term> and <span lang="…">; write & as &amp; and < as &lt;',
  }),
  'markup-broken': entry<{ problem: string }>({
    severity: 'error',
    title: (f) => `The markup of this message does not close: ${f.problem}`,
    printed: () => 'nothing of this message',
    fix: () => 'Close each element that is opened; write & as &amp; and < as &lt;',
  }),
  'message-empty': entry<{ key: string }>({
    severity: 'error',
    title: (f) => `The text of "${f.key}" is empty`,
    printed: () => 'nothing',
    fix: () => 'Write the text, or delete the key so that it counts as missing',
  }),
  'bidi-control': entry<{ codePoint: string }>({
    severity: 'error',
    title: (f) => `A message may not hold the invisible control ${f.codePoint}`,
    printed: () => 'words in another order than they are stored',
    fix: () => 'Delete it: Doorstep keeps numbers, dates and names in order by itself',
  }),
  'letter-reserved': entry<{ codePoint: string }>({
    severity: 'error',
    title: (f) => `${f.codePoint} is no letter: Unicode leaves it to programs, and no text may hold it`,
    printed: () => 'a page number, a date or an empty box in its place',
    fix: () => 'Delete it, or type the letter that belongs here',
  }),
  'marks-piled': entry<{ count: number }>({
    severity: 'error',
    title: (f) => `A letter has ${f.count} marks on it`,
    printed: () => 'a tower over the lines above',
    fix: () => 'Delete the marks that the word does not need; no language puts 30 of them on a letter',
  }),
  'translation-stale': entry<{ key: string; change: string; of: 'source' | 'translation' }>({
    severity: 'warning',
    title: (f) =>
      f.of === 'source'
        ? `The English of "${f.key}" was changed since it was reviewed: ${f.change}`
        : `"${f.key}" was translated from an older English sentence: ${f.change}`,
    fix: (f) =>
      `Correct it, then run: doorstep review --keys ${f.key} --by "Your Name"; or, if the meaning is the same in every language, doorstep review --cosmetic ${f.key} --by "Your Name"`,
  }),
  'review-void': entry<{ key: string; state: string; by: string; date: string }>({
    severity: 'warning',
    title: (f) => `"${f.key}" was changed after ${f.by} said "${f.state}" on ${f.date}: it counts as a draft`,
    fix: (f) => `Have it read again, then run: doorstep review --keys ${f.key} --state ${f.state} --by "Your Name"`,
  }),
  'change-unknown': entry<{ key: string }>({
    severity: 'error',
    title: (f) => `The English of "${f.key}" has no earlier wording on record`,
    fix: () =>
      'Only a change of a text that was recorded before can be cosmetic: run doorstep review after each change',
  }),
  'not-approved': entry<{ language: string; count: number }>({
    severity: 'error',
    title: (f) => `${f.language} has ${f.count} texts that nobody approved`,
    fix: () => 'Have them approved, or build without --release',
  }),

  // — easy read —
  'word-unexplained': entry<{ marked: number; listed: number }>({
    severity: 'error',
    title: (f) => `This row marks ${f.marked} hard words, the notice lists ${f.listed} for it`,
    printed: () => 'a word in bold that the word list does not explain',
    fix: () => 'Mark the same words as the English with <term>, and list each under "words" in the notice',
  }),
  'sentence-long': entry<{ words: number; limit: number }>({
    severity: 'warning',
    title: (f) => `A sentence of easy read has ${f.words} words, the limit is ${f.limit}`,
    fix: () => 'Make two sentences of it',
  }),
  'sentence-long-letters': entry<{ letters: number; limit: number }>({
    severity: 'warning',
    title: (f) => `A sentence of easy read has ${f.letters} characters, the limit is ${f.limit}`,
    fix: () => 'Make two sentences of it',
  }),
  'leaflet-long': entry<{ pages: number; limit: number }>({
    severity: 'warning',
    title: (f) => `This leaflet has ${f.pages} pages, the limit for easy read is ${f.limit}`,
    fix: () => 'Say less, or make two leaflets',
  }),
} as const
