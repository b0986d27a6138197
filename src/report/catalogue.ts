import { askedFindings } from './catalogue-asked.js'
import { buildFindings } from './catalogue-build.js'
import { checkFindings } from './catalogue-checks.js'
import { exchangeFindings } from './catalogue-exchange.js'
import { messageFindings } from './catalogue-messages.js'
import { queueFindings } from './catalogue-queue.js'
import { entry, type Entry } from './entry.js'

/** All words that a finding can say. docs/findings.md is generated from this table. */
export const catalogue = {
  // — files —
  'file-missing': entry<{ named: string }>({
    severity: 'error',
    title: () => 'There is no file here',
    fix: (f) =>
      f.named === '--workspace'
        ? 'Run this in the folder of the workspace, or name that folder with --workspace'
        : `Add the file, or correct ${f.named}`,
  }),
  'file-unreadable': entry<{ problem: string }>({
    severity: 'error',
    title: (f) => `This is here and cannot be read: ${f.problem}`,
    fix: () => 'Put the file back as one that this account may read',
  }),
  'locale-missing': entry<{ tag: string; form: string }>({
    severity: 'error',
    title: (f) => `The folder locales/${f.tag} is no language yet: it has no locale.json`,
    printed: () => 'nothing in this language',
    fix: (f) =>
      `Write one, such as ${f.form}, and fill what is empty; docs/architecture.md says what each name means, docs/fonts.md which font to name`,
  }),
  'json-syntax': entry<{ problem: string; fix: string }>({
    severity: 'error',
    title: (f) => `This file is not JSON: ${f.problem}`,
    printed: () => 'reading stops here',
    fix: (f) => f.fix,
  }),
  'letter-lost': entry<{ count: number }>({
    severity: 'error',
    title: ({ count }) =>
      `"\uFFFD" (U+FFFD) stands in place of a letter that was lost${count > 1 ? `, here and in ${count - 1} more places` : ''}`,
    printed: () => '"\uFFFD" in place of the letter',
    fix: () => 'Save the file again as UTF-8, from a program that shows it right; or type what was lost again',
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
  'output-unwritable': entry<{ problem: string; what?: 'preview' | 'file' | 'page' | undefined }>({
    severity: 'error',
    title: (f) => `The ${f.what ?? 'leaflet'} could not be put in place: ${f.problem}`,
    fix: (f) =>
      f.what === undefined
        ? 'Make the output folder writable, or name another with --out'
        : `Name another file with ${f.what === 'page' ? '--page' : '--out'}, in a folder that may be written to`,
  }),

  ...askedFindings,
  ...messageFindings,
  ...checkFindings,

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

  ...exchangeFindings,
  // — builds —
  ...buildFindings,
  ...queueFindings,
} as const

export type FindingCode = keyof typeof catalogue
export type FactsOf<C extends FindingCode> = (typeof catalogue)[C] extends Entry<infer F> ? F : never
