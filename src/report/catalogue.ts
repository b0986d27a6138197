import type { Severity } from './finding.js'

/** How one kind of finding reads. Codes are permanent: scripts and people remember them. */
interface Entry<F> {
  readonly severity: Severity
  /** What is wrong: one sentence, no final period. */
  readonly title: (f: F) => string
  /** What would have been printed. */
  readonly printed?: (f: F) => string
  readonly fix: (f: F) => string
}
const entry = <F>(e: Entry<F>): Entry<F> => e

/** All words that a finding can say. docs/findings.md is generated from this table. */
export const catalogue = {
  // — files —
  'file-missing': entry<{ what: string }>({
    severity: 'error',
    title: (f) => `There is no ${f.what} here`,
    fix: () => 'Add the file, or correct the path that names it',
  }),
  'json-syntax': entry<{ problem: string }>({
    severity: 'error',
    title: (f) => `This file is not JSON: ${f.problem}`,
    printed: () => 'reading stops here',
    fix: () => 'Look just before this place for a lost bracket, comma or quotation mark',
  }),
  'json-shape': entry<{ path: string; problem: string }>({
    severity: 'error',
    title: (f) => `"${f.path}" has a value that Doorstep cannot use: ${f.problem}`,
    fix: () => 'Correct the value; docs/architecture.md shows the form of each file',
  }),
  'json-duplicate': entry<{ name: string }>({
    severity: 'error',
    title: (f) => `"${f.name}" stands twice in the same object`,
    printed: () => 'only one of the two could be printed',
    fix: () => 'Keep the right one and delete the other',
  }),
  'output-unwritable': entry<{ problem: string }>({
    severity: 'error',
    title: (f) => `The leaflet could not be put in place: ${f.problem}`,
    fix: () => 'Make the output folder writable, or name another with --out',
  }),

  // — what was asked for —
  'language-unknown': entry<{ asked: string; have: string }>({
    severity: 'error',
    title: (f) => `There is no language "${f.asked}"`,
    fix: (f) => `Ask for one of: ${f.have}; or add a folder locales/<tag> with a locale.json`,
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
    fix: () => 'Write the date as year-month-day, such as 2026-12-01',
  }),

  // — messages —
  'key-missing': entry<{ key: string; language: string }>({
    severity: 'error',
    title: (f) => `${f.language} has no text for "${f.key}"`,
    printed: () => 'nothing: Doorstep never prints English in its place',
    fix: (f) => `Add "${f.key}" to this file`,
  }),
  'key-unknown': entry<{ key: string }>({
    severity: 'error',
    title: (f) => `The English has no text for "${f.key}"`,
    printed: () => 'nothing',
    fix: () => 'Correct the key, or add its English text to locales/en',
  }),
  'key-orphan': entry<{ key: string }>({
    severity: 'warning',
    title: (f) => `"${f.key}" is not in the English, so it is never printed`,
    fix: () => 'Delete it, or correct its key',
  }),
  'slot-unknown': entry<{ slot: string; have: string }>({
    severity: 'error',
    title: (f) => `The slot {{${f.slot}}} does not exist in this message`,
    printed: (f) => `{{${f.slot}}} would print as nothing`,
    fix: (f) => (f.have === '' ? 'Delete it: this message has no slots' : `Use the slots of the English: ${f.have}`),
  }),
  'slot-lost': entry<{ slot: string }>({
    severity: 'error',
    title: (f) => `The slot {{${f.slot}}} of the English is missing here`,
    printed: () => 'the sentence without its value',
    fix: (f) => `Put {{${f.slot}}} where its value belongs in the sentence`,
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
  'marks-piled': entry<{ count: number }>({
    severity: 'error',
    title: (f) => `A letter has ${f.count} marks on it`,
    printed: () => 'a tower over the lines above',
    fix: () => 'Delete the marks that the word does not need; no language puts 30 of them on a letter',
  }),
  'translation-stale': entry<{ key: string; change: string }>({
    severity: 'warning',
    title: (f) => `"${f.key}" was translated from an older English sentence: ${f.change}`,
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

  // — letters and pictures —
  'glyph-missing': entry<{ character: string; codePoint: string; fonts: string; language: string }>({
    severity: 'error',
    title: (f) => `No glyph for "${f.character}" (${f.codePoint}) in ${f.fonts}`,
    printed: () => 'would print as an empty box',
    fix: (f) =>
      `Correct the letter, or install a font package that has it and name it under "fonts" in the locale.json of ${f.language}`,
  }),
  'glyph-unusable': entry<{ character: string; codePoint: string; fonts: string }>({
    severity: 'error',
    title: (f) =>
      `"${f.character}" (${f.codePoint}) cannot be printed by ${f.fonts}: it stands where its script has no place for it, or its outline is damaged`,
    printed: () => 'a dotted circle or a gap',
    fix: () => 'Type the word again, marks after the letter they belong to; if it is right, install the font anew',
  }),
  'font-missing': entry<{ package: string }>({
    severity: 'error',
    title: (f) => `The font package "${f.package}" is not installed`,
    printed: () => 'nothing: every letter of this language needs it',
    fix: (f) => `Run: npm install ${f.package}`,
  }),
  'font-unusable': entry<{ file: string; problem: string }>({
    severity: 'error',
    title: (f) => `The font ${f.file} cannot be used: ${f.problem}`,
    printed: () => 'nothing in this font',
    fix: () =>
      'Install the package anew, or name another in locale.json: one with .ttf or .otf files, regular and bold, such as @expo-google-fonts/noto-sans',
  }),
  'picture-unknown': entry<{ id: string }>({
    severity: 'error',
    title: (f) => `There is no picture "${f.id}"`,
    printed: () => 'a row without a picture',
    fix: (f) => `Put pictures/${f.id}.svg in the workspace, or name the picture in templates/pictures.json`,
  }),
  'picture-unusable': entry<{ id: string; problem: string }>({
    severity: 'error',
    title: (f) => `The picture "${f.id}" cannot be drawn: ${f.problem}`,
    printed: () => 'a row without a picture',
    fix: () => 'Save the picture as plain SVG: paths and basic shapes only, no text, no images, no scripts',
  }),

  // — templates —
  'template-missing': entry<{ format: string }>({
    severity: 'error',
    title: (f) => `The format "${f.format}" has no template`,
    printed: () => 'nothing in this format',
    fix: (f) => `Add templates/${f.format}.hbs`,
  }),
  'template-broken': entry<{ problem: string }>({
    severity: 'error',
    title: (f) => `The template cannot be used: ${f.problem}`,
    printed: () => 'nothing in this format',
    fix: () => 'Correct the template at this place',
  }),
  'template-markup': entry<{ problem: string }>({
    severity: 'error',
    title: (f) => `The template gives markup that Doorstep does not know: ${f.problem}`,
    printed: () => 'nothing in this format',
    fix: () => 'Use the elements listed in docs/architecture.md under "notice"',
  }),
  'contact-missing': entry<{ slot: string }>({
    severity: 'note',
    title: (f) => `The council has not supplied ${f.slot}: the box "Who to ask" does without`,
    fix: () => 'Add to doorstep.json under "contacts" what the council supplies',
  }),

  'law-slot-open': entry<{ law: string; article: string; asks: string; contact: string }>({
    severity: 'note',
    title: (f) => `The notice does not say ${f.asks} (${f.law}: ${f.article})`,
    printed: () => 'nothing about it: Doorstep makes up no law, contact or person',
    fix: (f) =>
      f.contact === ''
        ? 'Ask the council; put its words into locales/en, where they stand into the notice, and their key here in place of "supply"'
        : `Add to doorstep.json under "contacts" what the council supplies: ${f.contact}`,
  }),

  // — proof —
  'proof-unreadable': entry<{ problem: string }>({
    severity: 'error',
    title: (f) => `The PDF cannot be read back: ${f.problem}`,
    fix: () => 'Do not print this file; build the leaflet again, and report it if that does not help',
  }),
  'proof-text': entry<{ reader: string; expected: string; found: string }>({
    severity: 'error',
    title: (f) => `${f.reader} reads "${f.found}" where the source says "${f.expected}"`,
    fix: () => 'Do not print this leaflet; report this text, so that the writer of the PDF is corrected',
  }),
  'proof-structure': entry<{ expected: string; found: string }>({
    severity: 'error',
    title: (f) => `The tags say ${f.found} where the document has ${f.expected}`,
    fix: () => 'Do not publish this leaflet: a screen reader would read it wrongly',
  }),
  'proof-language': entry<{ expected: string; found: string; text: string }>({
    severity: 'error',
    title: (f) => `"${f.text}" is marked as language "${f.found}", it is "${f.expected}"`,
    fix: () => 'Do not publish this leaflet: a screen reader would speak it with the wrong voice',
  }),
  'proof-alt': entry<{ expected: string; found: string }>({
    severity: 'error',
    title: (f) => `A picture is described as "${f.found}", it should say "${f.expected}"`,
    fix: () => 'Do not publish this leaflet: blind readers would miss the picture',
  }),
  'proof-glyph': entry<{ page: number; problem: string }>({
    severity: 'error',
    title: (f) => `Page ${f.page} paints text that has no letter: ${f.problem}`,
    printed: () => 'an empty box',
    fix: () => 'Do not print this leaflet; report it',
  }),
  'proof-metadata': entry<{ what: string; expected: string; found: string }>({
    severity: 'error',
    title: (f) => `The ${f.what} says "${f.found}", it should say "${f.expected}"`,
    fix: () => 'Do not hand out this leaflet: page, metadata and file name must agree',
  }),
  'proof-standard': entry<{ rule: string; problem: string }>({
    severity: 'error',
    title: (f) => `The file is not what it claims to be, PDF/UA-1 and PDF/A-2a: ${f.problem} (${f.rule})`,
    fix: () => 'Do not publish this leaflet: a validator would refuse it; report it',
  }),
} as const

export type FindingCode = keyof typeof catalogue
export type FactsOf<C extends FindingCode> = (typeof catalogue)[C] extends Entry<infer F> ? F : never
