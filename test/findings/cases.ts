import { fileProblem } from '../../src/build/file-unknown.js'
import { FontShop } from '../../src/build/fonts.js'
import { unwritable } from '../../src/build/index.js'
import { languageProblem } from '../../src/exchange/index.js'
import { letterFinding } from '../../src/layout/index.js'
import { checkCatalogue, readJson, readLocale, type Pair } from '../../src/locale/index.js'
import { readWorkspace } from '../../src/notice/index.js'
import { proofread } from '../../src/proof/index.js'
import { fileStart, finding, type Finding, type FindingCode } from '../../src/report/index.js'
import { itemise, lostLetters, shapeRun } from '../../src/text/index.js'
import { changed, edit, editContent, fontOf, info, name, setText, tag } from '../damage/tools.js'
import { memoryShelf } from '../helpers/shelf.js'
import { catalogueOf, localeJson, pairOf } from '../locale/shop.js'
import { sampleDocument } from '../proof/helpers/sample-document.js'
import { writeSample } from '../proof/helpers/write-sample.js'
import { queueCases } from './queue-cases.js'
import { buildCases } from './cases-build.js'
import { casesOfChecks } from './cases-of-checks.js'
import { askTiny, checkTiny, noticeWith, reviewTiny, seekTiny, settingsWith } from './tiny.js'
import { bring, decode, encode, parcelOf, readBack, sent } from '../exchange/shop.js'
import { withCell } from '../exchange/workbook.js'

/** One smallest input that gives one finding of the code. */
export interface Case {
  /** How it comes about, for docs/findings.md. */
  readonly cause: string
  readonly input: () => readonly Finding[] | Promise<readonly Finding[]>
  /** The finding as a terminal shows it, word for word. */
  readonly said: string
}

// printf 'We visit' | sha256sum; printf Geliyoruz | sha256sum
const WE_VISIT = '22fb7cb1aaa7'
const GELIYORUZ = '96d6cca48264'

type Texts = Readonly<Record<string, string>>
const check = (english: Texts, turkish: Texts): Finding[] => {
  const { source, target } = pairOf(english, turkish)
  return checkCatalogue(source, target)
}
const easy = (english: string, other: string, tag = 'tr'): Finding[] => {
  const file = (text: string): string => JSON.stringify({ say: text })
  const locale = (t: string): string => localeJson({ tag: t, script: t.startsWith('zh') ? 'Hans' : 'Latn' })
  const read = (t: string, text: string) =>
    catalogueOf(t, {}, { [`locales/${t}/locale.json`]: locale(t), [`locales/${t}/visit-easy-read.json`]: file(text) })
  return checkCatalogue(read('en', english), read(tag, other))
}
const json = (text: string): readonly Finding[] =>
  readJson(memoryShelf({ 'doorstep.json': text }), 'doorstep.json').findings
const svg = (body: string) => checkTiny({ ...withPicture, 'pictures/door.svg': body })
const withPicture: Texts = {
  'templates/standard.hbs':
    '<leaflet lang="en"><h1>{{t title}}</h1><row picture="door">{{t title}}</row><folio>{{t title}}</folio></leaflet>',
  'locales/en/pictures.json': '{ "door": "A door" }',
}
const fontsFor = (name: string) =>
  new FontShop(process.cwd()).fontsFor(
    { script: 'Latn', fonts: [{ package: name }] },
    fileStart('locales/tr/locale.json'),
  )

/** The first that the proof says of the sample leaflet after a damage, or the first of a code. */
async function proof(damage: Parameters<typeof edit>[1], code?: FindingCode): Promise<Finding[]> {
  const document = sampleDocument()
  const pdf = await edit(await writeSample(document), damage)
  const findings = await proofread(pdf, document, 'en/sample.whole.standard.pdf')
  return findings.filter((f) => code === undefined || f.code === code).slice(0, 1)
}

const VISIT = pairOf({ say: 'We visit' }, { say: 'Geliyoruz' })
const MOVED = pairOf({ say: 'We visit you' }, { say: 'Geliyoruz' })
const APPROVED: Pair = {
  ...VISIT,
  target: {
    ...VISIT.target,
    review: new Map([
      [
        'visit:say',
        { source: WE_VISIT, text: GELIYORUZ, state: 'approved', by: 'A. Reader', date: '2026-12-01', note: '' },
      ],
    ]),
  },
}
const XLIFF = (units: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="tr"><file id="f1">
${units}</file></xliff>`
const UNIT = (english: string, turkish: string): string =>
  `<unit id="visit:say"><segment><source>${english}</source><target>${turkish}</target></segment></unit>
`
const home = (file: string | Uint8Array, pair: Pair = VISIT): readonly Finding[] => bring(pair, file).findings

export const cases: Readonly<Record<FindingCode, Case>> = {
  'file-missing': {
    cause: 'A file that every workspace has is not there.',
    input: () => readWorkspace(memoryShelf({})).findings,
    said: `error[file-missing]  doorstep.json:1:1
  There is no file here
  fix: Run this in the folder of the workspace, or name that folder with --workspace`,
  },
  'file-unreadable': {
    cause: 'A file may be read by another account only, or a folder, a pipe or a broken link stands in its place.',
    input: () => readLocale({ ...memoryShelf({}), why: () => 'this account may not read it' }, 'tr').findings,
    said: `error[file-unreadable]  locales/tr/locale.json:1:1
  This is here and cannot be read: this account may not read it
  fix: Put the file back as one that this account may read`,
  },
  'locale-missing': {
    cause: 'Somebody began a language with its texts, or its locale.json was deleted or renamed.',
    input: () =>
      checkTiny({ 'locales/tr/visit.json': '{}' }, { languages: ['tr'] }).filter((f) => f.severity === 'error'),
    said: `error[locale-missing]  locales/tr/locale.json:1:1
  The folder locales/tr is no language yet: it has no locale.json
  nothing in this language
  Held, the last good edition stays: tr/visit.whole.standard
  fix: Write one, such as {"tag":"tr","ownName":"","englishName":"Turkish","otherNames":[],"script":"Latn","numerals":"latn","calendar":"gregory","date":{"long":"{day} {month} {year}","stamp":"{dd}/{MM}/{year} {time}","months":[]},"fonts":[{"package":"@expo-google-fonts/noto-sans"}]}, and fill what is empty; docs/architecture.md says what each name means, docs/fonts.md which font to name`,
  },
  'json-syntax': {
    cause: 'A comma, a bracket or a quotation mark was lost or is one too many since the file was edited.',
    input: () => json('{ "source": "en" "theme": "plain" }'),
    said: `error[json-syntax]  doorstep.json:1:17
  This file is not JSON: a comma is missing here
  1 │ { "source": "en" "theme": "plain" }
    │                 ^ reading stops here
  fix: Write a comma here`,
  },
  'letter-lost': {
    cause:
      'The file was saved in another encoding than UTF-8, or came through a program that did not know its letters.',
    input: () => json('{ "theme": "sch\uFFFDn" }'),
    said: `error[letter-lost]  doorstep.json:1:16
  "\uFFFD" (U+FFFD) stands in place of a letter that was lost
  1 │ { "theme": "sch\uFFFDn" }
    │                ^ "\uFFFD" in place of the letter
  fix: Save the file again as UTF-8, from a program that shows it right; or type what was lost again`,
  },
  'json-shape': {
    cause: 'A value is of another kind than Doorstep expects, a name is misspelt, or something is missing.',
    input: () => readLocale(memoryShelf({ 'locales/tr/locale.json': localeJson({ script: 'Latin' }) }), 'tr').findings,
    said: `error[json-shape]  locales/tr/locale.json:1:89
  "script" has a value that Doorstep cannot use: it is no ISO 15924 script, such as "Latn"
  1 │ …rkish","otherNames":["Turkce"],"script":"Latin","numerals":"latn","calendar":"gregory","da…
    │                                          ^
  fix: Correct the value; docs/architecture.md shows the form of each file`,
  },
  'json-duplicate': {
    cause: 'The same name was written twice, often when two versions of a file were put together.',
    input: () => json('{ "theme": "plain", "theme": "bright" }'),
    said: `error[json-duplicate]  doorstep.json:1:21
  "theme" stands twice in the same object
  1 │ { "theme": "plain", "theme": "bright" }
    │                     ^ only one of the two could be printed
  fix: Keep the right one and delete the other`,
  },
  'output-unwritable': {
    cause: 'The disk is full, or the output folder belongs to somebody else.',
    input: () => [
      unwritable(Object.assign(new Error(), { code: 'EROFS' }), {
        folder: '/visit',
        out: '/visit/output',
        file: 'a.pdf',
      }),
    ],
    said: `error[output-unwritable]  output:1:1
  The leaflet could not be put in place: the disk is read-only
  fix: Make the output folder writable, or name another with --out`,
  },
  'file-unknown': {
    cause: 'The path of a file that was named on the command line leads nowhere, or to a folder.',
    input: () => {
      const place = { file: 'command line', line: 1, column: 16, excerpt: 'doorstep proof test/sed/english.test.ts' }
      const error = Object.assign(new Error(), { code: 'ENOENT' })
      return [fileProblem(error, { file: 'test/sed/english.test.ts', ending: /\.ts$/, folders: ['test/seed'] }, place)]
    },
    said: `error[file-unknown]  command line:1:16
  There is no file "test/sed/english.test.ts"
  1 │ doorstep proof test/sed/english.test.ts
    │                ^
  fix: Perhaps you mean test/seed/english.test.ts`,
  },
  'language-unknown': {
    cause: 'A language was asked for that has no folder in locales/.',
    input: () => askTiny({ languages: ['tlh'] }),
    said: `error[language-unknown]  command line:1:1
  There is no language "tlh"
  1 │ tlh
    │ ^
  fix: Ask for one of: en; or add a folder locales/<tag> with a locale.json`,
  },
  'format-unknown': {
    cause: 'A format was asked for that doorstep.json does not name.',
    input: () => askTiny({ formats: ['braille'] }),
    said: `error[format-unknown]  command line:1:1
  There is no format "braille"
  1 │ braille
    │ ^
  fix: Ask for one of: standard`,
  },
  'service-unknown': {
    cause: 'A service was asked for that the notice does not have.',
    input: () => askTiny({ services: ['parking'] }),
    said: `error[service-unknown]  command line:1:1
  There is no service "parking"
  1 │ parking
    │ ^
  fix: Ask for one of: whole`,
  },
  'notice-unknown': {
    cause: 'A notice was asked for that doorstep.json does not name.',
    input: () => askTiny({ notice: 'parking' }),
    said: `error[notice-unknown]  command line:1:1
  There is no notice "parking"
  1 │ parking
    │ ^
  fix: Ask for one of: visit`,
  },
  'date-bad': {
    cause: 'The date has another form, or the calendar has no such day.',
    input: () => askTiny({ issueDate: '2026-02-30' }),
    said: `error[date-bad]  command line:1:1
  "2026-02-30" is not a date
  1 │ 2026-02-30
    │ ^
  fix: Write the date as year-month-day, such as 2026-12-01`,
  },
  'key-not-found': {
    cause: 'A preview was asked for of a text that no file has.',
    input: () => seekTiny({ keys: ['titel'] }),
    said: `error[key-not-found]  command line:1:1
  There is no text with the key "titel"
  1 │ titel
    │ ^
  fix: Perhaps one of: visit-easy-read:title, visit:title`,
  },
  'key-ambiguous': {
    cause: 'The last part of a key was asked for, and several keys end so.',
    input: () => seekTiny({ keys: ['title'] }),
    said: `error[key-ambiguous]  command line:1:1
  "title" may be one of several keys
  1 │ title
    │ ^
  fix: Ask for one of: visit-easy-read:title, visit:title; or for all of them, with * in place of what differs`,
  },
  'key-not-printed': {
    cause: 'A preview was asked for of a text that stands in other leaflets only, or in none.',
    input: () => seekTiny({ keys: ['visit-easy-read:title'], formats: ['standard'] }),
    said: `error[key-not-printed]  command line:1:1
  The leaflet does not print "visit-easy-read:title"
  1 │ visit-easy-read:title
    │ ^
  fix: No leaflet prints it: a notice or a template must name it first`,
  },
  'key-missing': {
    cause: 'The English has a text that the language has no translation of.',
    input: () => check({ when: 'We visit' }, {}),
    said: `error[key-missing]  locales/tr/visit.json:1:1  visit:when
  Turkish has no text for "visit:when"
  1 │ {}
    │ ^ nothing: Doorstep never prints English in its place
  fix: Add "visit:when" to this file`,
  },
  'texts-missing': {
    cause:
      'The language has none or few of the texts of a file: somebody has only begun it. Up to five are said one by one.',
    input: () => check({ a: 'A', b: 'B', c: 'C', d: 'D', e: 'E', f: 'F', g: 'G' }, { a: 'A' }),
    said: `error[texts-missing]  locales/tr/visit.json:1:1
  Turkish lacks 6 of the 7 texts of this file: b, c, d and 3 more
  nothing: Doorstep never prints English in their place
  fix: Run "doorstep export --language tr": it writes a file with all that is missing, for the translator; "doorstep import" brings it home`,
  },
  'key-unknown': {
    cause: 'A notice or a template names a text that the English does not have.',
    input: () => checkTiny(noticeWith({ closing: 'clsoing' })),
    said: `error[key-unknown]  templates/notices/visit.json:1:121  visit:clsoing
  The English has no text for "visit:clsoing"
  1 │ …","services":[],"sections":[],"closing":"clsoing","easyRead":{"namespace":"visit-easy-read…
    │                                          ^ nothing
  fix: Correct the key, or add its English text to locales/en`,
  },
  'key-orphan': {
    cause: 'The English text was deleted or renamed, and the translation stayed.',
    input: () => check({}, { when: 'Geliyoruz' }),
    said: `warning[key-orphan]  locales/tr/visit.json:2:11  visit:when
  "visit:when" is not in the English, so it is never printed
  2 │   "when": "Geliyoruz"
    │           ^
  fix: Delete it, or correct its key`,
  },
  'file-orphan': {
    cause: 'A file manager or a mail program made a copy of a file, or the English file was deleted or renamed.',
    input: () => {
      const texts = { when: 'Geliyoruz' }
      const copy = { 'locales/tr/visit (1).json': JSON.stringify(texts) }
      return checkCatalogue(catalogueOf('en', { when: 'We visit' }), catalogueOf('tr', texts, copy))
    },
    said: `warning[file-orphan]  locales/tr/visit (1).json:1:1
  No key can name a file that is called so: none of its texts is ever printed
  fix: Delete it, if it is a copy of "visit.json"; what it has that is newer belongs in that file`,
  },
  'slot-unknown': {
    cause: 'The name in double braces was translated or misspelt.',
    input: () => check({ when: 'We visit' }, { when: 'Geliyoruz {{saat}}' }),
    said: `error[slot-unknown]  locales/tr/visit.json:2:22  visit:when
  The slot {{saat}} does not exist in this message
  2 │   "when": "Geliyoruz {{saat}}"
    │                      ^ {{saat}} would print as nothing
  fix: Delete it: this message has no slots`,
  },
  'slot-lost': {
    cause: 'The name in double braces was left out of the translation.',
    input: () => check({ when: 'We visit at {{time}}' }, { when: 'Geliyoruz' }),
    said: `error[slot-lost]  locales/tr/visit.json:2:11  visit:when
  The slot {{time}} of the English is missing here
  2 │   "when": "Geliyoruz"
    │           ^ the sentence without its value
  fix: Put {{time}} where its value belongs in the sentence`,
  },
  'slot-half': {
    cause: 'One of the two pairs of braces around a slot was lost, or braces were typed that no slot needs.',
    input: () => check({ when: 'We visit' }, { when: 'Geliyoruz {{saat' }),
    said: `error[slot-half]  locales/tr/visit.json:2:22  visit:when
  The braces {{ open a slot that is not closed
  2 │   "when": "Geliyoruz {{saat"
    │                      ^ the braces as they stand
  fix: Delete the braces: this message has no slots`,
  },
  'markup-forbidden': {
    cause: 'Text was pasted from a web page or an office program.',
    input: () => check({ when: 'We visit' }, { when: '<b>Geliyoruz</b>' }),
    said: `error[markup-forbidden]  locales/tr/visit.json:2:12  visit:when
  A message may not hold <b>
  2 │   "when": "<b>Geliyoruz</b>"
    │            ^ nothing of this message
  fix: Use only <strong>, <term> and <span lang="…">; write & as &amp; and < as &lt;`,
  },
  'markup-broken': {
    cause: 'A mark was opened and not closed, or a plain "&" or "<" was written.',
    input: () => check({ when: 'We visit' }, { when: '<strong>Geliyoruz' }),
    said: `error[markup-broken]  locales/tr/visit.json:2:12  visit:when
  The markup of this message does not close: <strong> is opened and not closed
  2 │   "when": "<strong>Geliyoruz"
    │            ^ nothing of this message
  fix: Close each element that is opened; write & as &amp; and < as &lt;`,
  },
  'message-empty': {
    cause: 'A place was kept for a translation that never came.',
    input: () => check({ when: 'We visit' }, { when: ' ' }),
    said: `error[message-empty]  locales/tr/visit.json:2:11  visit:when
  The text of "visit:when" is empty
  2 │   "when": " "
    │           ^ nothing
  fix: Write the text, or delete the key so that it counts as missing`,
  },
  'bidi-control': {
    cause: 'Text was pasted from a program that puts invisible controls around numbers.',
    input: () => check({ when: 'We visit 12' }, { when: 'Geliyoruz \u202A12' }),
    said: `error[bidi-control]  locales/tr/visit.json:2:22  visit:when
  A message may not hold the invisible control U+202A
  2 │   "when": "Geliyoruz ▯12"
    │                      ^ words in another order than they are stored
  fix: Delete it: Doorstep keeps numbers, dates and names in order by itself`,
  },
  'letter-reserved': {
    cause: 'A program that makes or moves texts left a mark of its own in one.',
    input: () => check({ when: 'We visit' }, { when: 'Geliyoruz \uFDD1' }),
    said: `error[letter-reserved]  locales/tr/visit.json:2:22  visit:when
  U+FDD1 is no letter: Unicode leaves it to programs, and no text may hold it
  2 │   "when": "Geliyoruz \uFDD1"
    │                      ^ a page number, a date or an empty box in its place
  fix: Delete it, or type the letter that belongs here`,
  },
  'marks-piled': {
    cause: 'Text was pasted that somebody decorated (“zalgo”), or a key was held down.',
    input: () => check({ when: 'We visit' }, { when: `Geliyoruz${'\u0301'.repeat(40)}` }),
    said: `error[marks-piled]  locales/tr/visit.json:2:21  visit:when
  A letter has 40 marks on it
  2 │   "when": "Geliyoruz${'\u0301'.repeat(40)}"
    │                     ^ a tower over the lines above
  fix: Delete the marks that the word does not need; no language puts 30 of them on a letter`,
  },
  'translation-stale': {
    cause: 'The English sentence changed after it was translated.',
    input: () => {
      const old = { source: '539813437d87', text: 'We come', date: '2026-11-01' } // printf 'We come' | sha256sum
      const review = { source: old.source, text: GELIYORUZ, state: 'approved', by: 'A', date: '2026-12-01', note: '' }
      return checkCatalogue(
        catalogueOf('en', { when: 'We visit' }, { 'locales/en/history.json': JSON.stringify({ 'visit:when': [old] }) }),
        catalogueOf(
          'tr',
          { when: 'Geliyoruz' },
          { 'locales/tr/review.json': JSON.stringify({ 'visit:when': review }) },
        ),
      )
    },
    said: `warning[translation-stale]  locales/tr/visit.json:2:11  visit:when
  "visit:when" was translated from an older English sentence: We [-come-]{+visit+}
  2 │   "when": "Geliyoruz"
    │           ^
  fix: Correct it, then run: doorstep review --keys visit:when --by "Your Name"; or, if the meaning is the same in every language, doorstep review --cosmetic visit:when --by "Your Name"`,
  },
  'review-void': {
    cause: 'A text was changed after somebody reviewed or approved it.',
    input: () => {
      const review = { source: WE_VISIT, text: GELIYORUZ, state: 'approved', by: 'A', date: '2026-12-01', note: '' }
      const files = { 'locales/tr/review.json': JSON.stringify({ 'visit:when': review }) }
      return checkCatalogue(catalogueOf('en', { when: 'We visit' }), catalogueOf('tr', { when: 'Gelmiyoruz' }, files))
    },
    said: `warning[review-void]  locales/tr/visit.json:2:11  visit:when
  "visit:when" was changed after A said "approved" on 2026-12-01: it counts as a draft
  2 │   "when": "Gelmiyoruz"
    │           ^
  fix: Have it read again, then run: doorstep review --keys visit:when --state approved --by "Your Name"`,
  },
  'change-unknown': {
    cause: 'A change was declared cosmetic, and no earlier wording of that text was ever recorded.',
    input: () => reviewTiny({ cosmetic: 'visit:title' }),
    said: `error[change-unknown]  command line:1:1
  The English of "visit:title" has no earlier wording on record
  1 │ visit:title
    │ ^
  fix: Only a change of a text that was recorded before can be cosmetic: run doorstep review after each change`,
  },
  'not-approved': {
    cause: 'The build was asked for approved text only (--release).',
    input: () => [finding('not-approved', fileStart('locales/tr/visit.json'), { language: 'Turkish', count: 183 })],
    said: `error[not-approved]  locales/tr/visit.json:1:1
  Turkish has 183 texts that nobody approved
  fix: Have them approved, or build without --release`,
  },
  'word-unexplained': {
    cause: 'A hard word is marked in one language and not in the other, or not listed in the notice.',
    input: () => easy('We keep <term>data</term>.', 'Veri tutuyoruz.'),
    said: `error[word-unexplained]  locales/tr/visit-easy-read.json:1:8  visit-easy-read:say
  This row marks 0 hard words, the notice lists 1 for it
  1 │ {"say":"Veri tutuyoruz."}
    │        ^ a word in bold that the word list does not explain
  fix: Mark the same words as the English with <term>, and list each under "words" in the notice`,
  },
  'sentence-long': {
    cause: 'A sentence of easy read is hard to keep in mind.',
    input: () => easy('One.', 'bir iki üç dört beş altı yedi sekiz dokuz on bir iki üç dört beş altı.'),
    said: `warning[sentence-long]  locales/tr/visit-easy-read.json:1:8  visit-easy-read:say
  A sentence of easy read has 16 words, the limit is 15
  1 │ {"say":"bir iki üç dört beş altı yedi sekiz dokuz on bir iki üç dört beş altı."}
    │        ^
  fix: Make two sentences of it`,
  },
  'sentence-long-letters': {
    cause: 'The same, in a language that writes no spaces between words.',
    input: () => easy('One', '我'.repeat(36), 'zh-Hans'),
    said: `warning[sentence-long-letters]  locales/zh-Hans/visit-easy-read.json:1:8  visit-easy-read:say
  A sentence of easy read has 36 characters, the limit is 35
  1 │ {"say":"我我我我我我我我我我我我我我我我我我我我我我我我我我我我我我我我我我我我"}
    │        ^
  fix: Make two sentences of it`,
  },
  'leaflet-long': {
    cause: 'An easy read leaflet has more pages than anybody reads.',
    input: () => [finding('leaflet-long', fileStart('templates/notices/visit.json'), { pages: 23, limit: 20 })],
    said: `warning[leaflet-long]  templates/notices/visit.json:1:1
  This leaflet has 23 pages, the limit for easy read is 20
  fix: Say less, or make two leaflets`,
  },
  ...casesOfChecks,
  'glyph-missing': {
    cause: 'A letter is wrong, often from another keyboard, or its script needs one more font.',
    input: () => {
      const { fonts } = fontsFor('@expo-google-fonts/noto-sans')
      const origin = { place: { ...fileStart('locales/tr/visit.json'), excerpt: '"when": "ⴰ"' } }
      const span = { text: 'ⴰ', lang: 'tr', weight: 'regular', origin } as const
      return [letterFinding({ grapheme: 'ⴰ', span, offset: 0 }, fonts!, 'Turkish')]
    },
    said: `error[glyph-missing]  locales/tr/visit.json:1:10
  No glyph for "ⴰ" (U+2D30) in NotoSans
  1 │ "when": "ⴰ"
    │          ^ would print as an empty box
  fix: Correct the letter, or install a font package that has it and name it under "fonts" in the locale.json of Turkish`,
  },
  'glyph-unusable': {
    cause: 'Letters and marks were typed in an order that the script does not have, or the font is damaged.',
    input: () => {
      const { fonts } = fontsFor('@expo-google-fonts/noto-sans-bengali')
      const origin = { place: { ...fileStart('locales/bn/visit.json'), excerpt: '"when": "াক"' } }
      const text = [{ text: 'াক', lang: 'bn', weight: 'regular', origin }] as const
      const lost = itemise(text, fonts!, 'ltr').runs.map(shapeRun).flatMap(lostLetters)
      return lost.map((letter) => letterFinding(letter, fonts!, 'Bengali'))
    },
    said: `error[glyph-unusable]  locales/bn/visit.json:1:10
  "া" (U+09BE) cannot be printed by NotoSansBengali: it stands where its script has no place for it, or its outline is damaged
  1 │ "when": "াক"
    │          ^ a dotted circle or a gap
  fix: Type the word again, marks after the letter they belong to; if it is right, install the font anew`,
  },
  'font-missing': {
    cause: 'locale.json names a font package that nobody installed.',
    input: () => fontsFor('@expo-google-fonts/noto-sans-tifinagh').findings,
    said: `error[font-missing]  locales/tr/locale.json:1:1
  The font package "@expo-google-fonts/noto-sans-tifinagh" is not installed
  nothing: every letter of this language needs it
  fix: Run: npm install @expo-google-fonts/noto-sans-tifinagh`,
  },
  'font-unusable': {
    cause: 'The package has no fonts of this weight, they are damaged, or their licence forbids embedding.',
    input: () => fontsFor('openmoji').findings.slice(0, 1),
    said: `error[font-unusable]  locales/tr/locale.json:1:1
  The font openmoji cannot be used: it has no file for regular
  nothing in this font
  fix: Install the package anew, or name another in locale.json: one with .ttf or .otf files, regular and bold, such as @expo-google-fonts/noto-sans`,
  },
  'picture-unknown': {
    cause: 'A notice names a picture that is neither in pictures/ nor in templates/pictures.json.',
    input: () => checkTiny({ ...withPicture, 'templates/pictures.json': '{}' }),
    said: `error[picture-unknown]  templates/standard.hbs:1:1
  There is no picture "door"
  a row without a picture
  Held, the last good edition stays: en/visit.whole.standard
  fix: Put pictures/door.svg in the workspace, or name the picture in templates/pictures.json`,
  },
  'picture-unusable': {
    cause: 'The picture has parts that Doorstep does not draw, such as text or a photograph.',
    input: () => svg('<svg viewBox="0 0 8 8"><text>Door</text></svg>'),
    said: `error[picture-unusable]  pictures/door.svg:1:24
  The picture "door" cannot be drawn: it has a <text>
  1 │ <svg viewBox="0 0 8 8"><text>Door</text></svg>
    │                        ^ a row without a picture
  Held, the last good edition stays: en/visit.whole.standard
  fix: Save the picture as plain SVG: paths and basic shapes only, no text, no images, no scripts`,
  },
  'template-missing': {
    cause: 'doorstep.json names a format that has no template.',
    input: () => checkTiny({}, { formats: ['standard'] }, ['templates/standard.hbs']),
    said: `error[template-missing]  templates/standard.hbs:1:1
  The format "standard" has no template
  nothing in this format
  Held, the last good edition stays: en/visit.whole.standard
  fix: Add templates/standard.hbs`,
  },
  'template-broken': {
    cause: 'A name is misspelt, braces do not close, or a partial is not there.',
    input: () => checkTiny({ 'templates/standard.hbs': '<leaflet lang="en">{{> head}}</leaflet>' }),
    said: `error[template-broken]  templates/standard.hbs:1:20
  The template cannot be used: there is no partial "head"
  1 │ <leaflet lang="en">{{> head}}</leaflet>
    │                    ^ nothing in this format
  Held, the last good edition stays: en/visit.whole.standard
  fix: Correct the template at this place`,
  },
  'template-markup': {
    cause: 'The template uses an element that leaflets do not have.',
    input: () =>
      checkTiny({ 'templates/standard.hbs': '<leaflet lang="en"><img/><folio>{{t title}}</folio></leaflet>' }),
    said: `error[template-markup]  templates/standard.hbs:1:1
  The template gives markup that Doorstep does not know: <img>
  nothing in this format
  Held, the last good edition stays: en/visit.whole.standard
  fix: Use the elements listed in docs/architecture.md under "notice"`,
  },
  'contact-missing': {
    cause: 'doorstep.json leaves a contact out. Doorstep makes none up.',
    input: () =>
      checkTiny(
        settingsWith({
          contacts: { email: 'a@example.org', address: '1 Street', hours: '9 to 5', web: 'https://example.org' },
        }),
      ),
    said: `note[contact-missing]  doorstep.json:1:61
  The council has not supplied a phone number: the box "Who to ask" does without
  1 │ …me":"Council"},"source":"en","contacts":{"email":"a@example.org","address":"1 Street","hou…
    │                                          ^
  Concerns: en/visit.whole.standard
  fix: Add to doorstep.json under "contacts" what the council supplies`,
  },
  'law-slot-open': {
    cause: 'The law asks something of a notice that the council has not supplied (templates/notices/<id>.law.json).',
    input: () =>
      checkTiny({
        'templates/notices/visit.law.json':
          '{ "law": "UK GDPR", "slots": [{ "id": "retention", "article": "13(2)(a)", "asks": "how long data is kept", "supply": "council" }] }',
      }),
    said: `note[law-slot-open]  templates/notices/visit.law.json:1:118
  The notice does not say how long data is kept (UK GDPR: 13(2)(a))
  1 │ …tention", "article": "13(2)(a)", "asks": "how long data is kept", "supply": "council" }] }
    │                                                                              ^ nothing about it: Doorstep makes up no law, contact or person
  fix: Ask the council; put its words into locales/en, where they stand into the notice, and their key here in place of "supply"`,
  },
  'proof-unreadable': {
    cause: 'The file is no PDF, was cut short, or was damaged.',
    input: () => proofread(new TextEncoder().encode('A letter'), { ...sampleDocument(), blocks: [] }, 'en/a.pdf'),
    said: `error[proof-unreadable]  en/a.pdf:1:1
  The PDF cannot be read back: the file does not begin as a PDF
  fix: Do not print this file; build the leaflet again, and report it if that does not help`,
  },
  'proof-text': {
    cause: 'A reader gets other words than the source has, so that copying, searching or reading aloud fails.',
    input: () =>
      proof((file) => {
        const font = fontOf(file)
        font.set(
          name('ToUnicode'),
          changed(file, font.get(name('ToUnicode')), (map) => map.replace('<0068>', '<0069>')),
        )
      }),
    said: `error[proof-text]  locales/en/sample.json:24:3
  pdf-parse reads "Englisi" where the source says "English"
  fix: Do not print this leaflet; report this text, so that the writer of the PDF is corrected`,
  },
  'proof-structure': {
    cause: 'A tag is missing, wrong, or in the wrong order.',
    input: () =>
      proof((file) => {
        tag(file, 'H2').set(name('S'), name('P'))
      }),
    said: `error[proof-structure]  locales/en/sample.json:3:3
  The tags say P "What we collect" where the document has H2 "What we collect"
  fix: Do not publish this leaflet: a screen reader would read it wrongly`,
  },
  'proof-language': {
    cause: 'A passage has the wrong language, or none.',
    input: () =>
      proof((file) => {
        setText(tag(file, 'Span'), 'Lang', 'pl')
      }),
    said: `error[proof-language]  locales/en/sample.json:5:3
  "gizlilik bildirimi" is marked as language "pl", it is "tr"
  fix: Do not publish this leaflet: a screen reader would speak it with the wrong voice`,
  },
  'proof-alt': {
    cause: 'A picture lost its description.',
    input: () =>
      proof((file) => {
        setText(tag(file, 'Figure'), 'Alt', 'A telephone')
      }),
    said: `error[proof-alt]  locales/en/sample.json:19:3
  A picture is described as "A telephone", it should say "A worker stands at a door"
  fix: Do not publish this leaflet: blind readers would miss the picture`,
  },
  'proof-glyph': {
    cause: 'A letter was painted that the font does not have.',
    input: () =>
      proof((file) => {
        editContent(file, 2, (c) => c.replace(/\[<[0-9a-f]{4}/, '[<0000'))
      }, 'proof-glyph'),
    said: `error[proof-glyph]  locales/en/sample.json:1:3
  Page 2 paints text that has no letter: code 0 of font F1 is glyph 0
  an empty box
  fix: Do not print this leaflet; report it`,
  },
  'proof-metadata': {
    cause: 'Title, dates or language in the file differ from those on the page.',
    input: () =>
      proof((file) => {
        setText(info(file), 'Title', 'Something else')
      }),
    said: `error[proof-metadata]  locales/en/sample.json:1:3
  The title in the metadata says "Something else", it should say "What we know about your family"
  fix: Do not hand out this leaflet: page, metadata and file name must agree`,
  },
  'proof-standard': {
    cause: 'The file claims PDF/UA-1 and PDF/A-2a in its metadata, but breaks one of their rules.',
    input: () =>
      proof((file) => {
        file.catalog.delete(name('OutputIntents'))
      }),
    said: `error[proof-standard]  locales/en/sample.json:1:3
  The file is not what it claims to be, PDF/UA-1 and PDF/A-2a: 0 output intents, not one (PDF/A-2 6.2.3)
  fix: Do not publish this leaflet: a validator would refuse it; report it`,
  },
  'exchange-large': {
    cause:
      'Something else than a translator’s file was given, or an archive that grows without end when it is unpacked.',
    input: () => parcelOf(200_000_000),
    said: `error[exchange-large]  tr.xlf:1:1
  This file has 200 MB, and no translator's file needs more than 20 MB
  nothing: it was not read any further
  fix: Send the file that doorstep export made, with the translations in it; or export fewer texts with --keys`,
  },
  'exchange-broken': {
    cause: 'The file was cut off on its way, edited by hand, or is of another kind.',
    input: () => home(XLIFF('<unit id="visit:say">')),
    said: `error[exchange-broken]  tr.xlf:2:22
  This file cannot be read: <unit> is still open where </file> stands
  2 │ <unit id="visit:say"></file></xliff>
    │                      ^
  fix: Save it once more from the translator's tool, as XLIFF 2.1 or 1.2, PO or XLSX; or export it anew`,
  },
  'exchange-cut': {
    cause: 'A file that Doorstep exported as PO lost its end in an email or on a full disk, between two entries.',
    input: () => {
      const whole = decode(sent('po', pairOf({ say: 'We visit', tell: 'We tell' }, { say: 'Geliyoruz' })))
      return home(whole.slice(0, whole.lastIndexOf('\n\n')))
    },
    said: `error[exchange-cut]  tr.xlf:11:1
  This file was exported with 2 entries and has 1: it was cut on its way, or some were deleted
  11 │ "X-Doorstep-Entries: 2\\n"
     │ ^ perhaps a text without its end: the last entry may be cut, too
  fix: Ask for the whole file; if entries were deleted on purpose, write 1 in this line`,
  },
  'exchange-encoding': {
    cause: 'A program saved the file in UTF-16, or with a byte order mark.',
    input: () => home('\uFEFF<xliff/>'),
    said: `error[exchange-encoding]  tr.xlf:1:1
  This file is not in plain UTF-8: it starts with a byte order mark
  fix: Save it as UTF-8 without a byte order mark`,
  },
  'exchange-language': {
    cause: 'The file of another language was sent, or a tool has written another tag.',
    input: () => {
      const { home } = readBack(VISIT, encode(XLIFF(UNIT('We visit', 'Geliyoruz')).replace('"tr"', '"pl"')))
      const problem = home && languageProblem(home, { source: 'en', target: 'tr' })
      return problem ? [problem] : []
    },
    said: `error[exchange-language]  tr.xlf:1:1
  This file is for en to pl, not for en to tr
  1 │ <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="p…
    │ ^
  fix: Import the file of the right language; what its languages are stands at its start`,
  },
  'exchange-relabelled': {
    cause: 'Somebody has changed the language that stands at the start of a file that was exported for another.',
    input: () => {
      const { home } = readBack(VISIT, encode(decode(sent('xliff', VISIT)).replace('trgLang="tr"', 'trgLang="pl"')))
      const problem = home && languageProblem(home, { source: 'en', target: 'pl' })
      return problem ? [problem] : []
    },
    said: `error[exchange-relabelled]  tr.xlf:2:1
  This file says that it is for pl, and was exported for tr
  2 │ <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:m…
    │ ^
  fix: If its translations are tr, write "tr" where it says "pl"; if they are pl, put them into a file of their own: doorstep export --language pl`,
  },
  'exchange-unit-unknown': {
    cause: 'A key was changed in the file, or the English no longer has the text.',
    input: () => home(XLIFF(UNIT('We visit', 'Geliyoruz').replace('visit:say', 'visit:sya'))),
    said: `error[exchange-unit-unknown]  tr.xlf:2:1  visit:sya
  There is no text "visit:sya"
  2 │ <unit id="visit:sya"><segment><source>We visit</source><target>Geliyoruz</target></segment></unit>
    │ ^ nothing: no leaflet asks for it
  fix: Leave keys and ids as they were exported; if the text is gone from the English, delete the unit`,
  },
  'exchange-unit-twice': {
    cause: 'Two files were put together, or a row was copied.',
    input: () => home(XLIFF(UNIT('We visit', 'Geliyoruz') + UNIT('We visit', 'Geliriz'))).slice(0, 1),
    said: `error[exchange-unit-twice]  tr.xlf:3:1  visit:say
  "visit:say" stands in this file twice
  3 │ <unit id="visit:say"><segment><source>We visit</source><target>Geliriz</target></segment></unit>
    │ ^ only one of the two could be printed
  fix: Keep the right one and delete the other`,
  },
  'exchange-locked': {
    cause: 'The translator changed a text that somebody had approved.',
    input: () => home(XLIFF(UNIT('We visit', 'Geliriz')), APPROVED),
    said: `error[exchange-locked]  tr.xlf:2:64  visit:say
  "visit:say" is approved by A. Reader since 2026-12-01, and the file has another text
  2 │ <unit id="visit:say"><segment><source>We visit</source><target>Geliriz</target></segment></unit>
    │                                                                ^
  fix: Leave it as it is; if it must change, first run: doorstep review --keys visit:say --state draft --by "Your Name"`,
  },
  'exchange-source-changed': {
    cause: 'Somebody corrected the English in the translator’s file, where nobody else would see it.',
    input: () => home(XLIFF(UNIT('We visit you', 'Geliriz'))),
    said: `error[exchange-source-changed]  tr.xlf:2:39  visit:say
  The English of "visit:say" was changed in this file: We visit{+ you+}
  2 │ <unit id="visit:say"><segment><source>We visit you</source><target>Geliriz</target></segment></unit>
    │                                       ^
  fix: Put the English back as it was exported; if it is wrong, tell those who look after it`,
  },
  'exchange-english-moved': {
    cause: 'The English was changed while the translator was at work.',
    input: () => home(decode(sent('xliff', VISIT)).replace('Geliyoruz', 'Geliriz'), MOVED),
    said: `error[exchange-english-moved]  tr.xlf:14:38  visit:say
  The English of "visit:say" has changed since this file was exported: We visit{+ you+}
  14 │         <source xml:space="preserve">We visit</source>
     │                                      ^ the translation of a sentence that no longer stands there
  fix: Export the text anew (doorstep export --language tr --keys visit:say) and translate it from that; --partial brings home the others`,
  },
  'exchange-english-old': {
    cause: 'The English was changed since the export; the translator left the text as it was.',
    input: () => home(decode(sent('xliff', VISIT)), MOVED),
    said: `warning[exchange-english-old]  tr.xlf:14:38  visit:say
  The English of "visit:say" has changed since this file was exported, and nobody translated it here: We visit{+ you+}
  14 │         <source xml:space="preserve">We visit</source>
     │                                      ^
  fix: Export the text anew: doorstep export --language tr --keys visit:say`,
  },
  'exchange-both-changed': {
    cause: 'Somebody corrected the text in its JSON file while the translator was at work on it.',
    input: () =>
      home(
        decode(sent('xliff', VISIT)).replace('Geliyoruz', 'Geliriz'),
        pairOf({ say: 'We visit' }, { say: 'Uğrarız' }),
      ),
    said: `error[exchange-both-changed]  tr.xlf:4:5  visit:say
  "visit:say" was changed here since this file was exported, to "Uğrarız"; the file says "Geliriz"
  4 │     <unit id="visit:say" name="visit:say">
    │     ^
  fix: Put the better one into the file or the JSON, then export the text anew: doorstep export --language tr --keys visit:say`,
  },
  'exchange-letter': {
    cause: 'A control character came in by copying from another program.',
    input: () => home(`msgctxt "visit:say"\nmsgid "We visit"\nmsgstr "Geliriz\u0007"\n`),
    said: `error[exchange-letter]  tr.xlf:3:16  visit:say
  The text holds U+0007, which no translator's file can hold and no leaflet can print
  3 │ msgstr "Geliriz▯"
    │                ^
  fix: Delete it: it is invisible, and has come in by some accident`,
  },
  'exchange-cell': {
    cause: 'A spreadsheet program took what was typed for a formula, a number or a date.',
    input: () => home(withCell(sent('xlsx', VISIT), 'E2', '<c r="E2"><f>1+1</f><v>2</v></c>')).slice(0, 1),
    said: `error[exchange-cell]  tr.xlf:Texts!E2  visit:say
  The cell E2 holds a formula, where only text may stand
  2 │ 2
    │ ^
  fix: Write the text itself into the cell; cells of the column are formatted as text`,
  },
  'exchange-nobody': {
    cause: 'A translator’s tool says that a text was reviewed; the ledger asks for a name.',
    input: () => home(XLIFF(UNIT('We visit', 'Geliriz').replace('<segment', '<segment state="reviewed"'))),
    said: `note[exchange-nobody]  tr.xlf:2:1  visit:say
  The file says that "visit:say" is reviewed, and not by whom: it counts as a draft
  2 │ <unit id="visit:say"><segment state="reviewed"><source>We visit</source><target>Geliriz</t…
    │ ^
  fix: Name who reviewed it: doorstep import … --by "A. Name"`,
  },
  ...buildCases,
  ...queueCases,
}
