import { checkCatalogue, readCatalogue } from '../../src/locale/index.js'
import { lengthFindings } from '../../src/layout/index.js'
import { fileStart, finding, type Finding } from '../../src/report/index.js'
import { memoryShelf } from '../helpers/shelf.js'
import { catalogueOf, localeJson } from '../locale/shop.js'
import type { Case } from './cases.js'
import { checkTiny, noticeWith } from './tiny.js'

type Files = Readonly<Record<string, string>>

const GLOSSARY = JSON.stringify({
  keep: [{ term: 'HMRC' }],
  terms: [{ id: 'consent', english: ['consent'], translations: { tr: ['rıza'] } }],
})
const FARSI = { tag: 'fa', englishName: 'Persian', script: 'Arab', numerals: 'arabext' }

/** One text of a language beside its English. */
function check(english: string, text: string, locale: Readonly<Record<string, unknown>> = {}): Finding[] {
  const { tag = 'tr' } = locale as { readonly tag?: string }
  const file = { 'locales/glossary.json': GLOSSARY }
  const source = catalogueOf('en', { when: english }, file)
  const target = catalogueOf(tag, { when: text }, { ...file, [`locales/${tag}/locale.json`]: localeJson(locale) })
  return checkCatalogue(source, target)
}

function easy(english: string, text: string): Finding[] {
  const read = (tag: string, say: string) =>
    catalogueOf(tag, {}, { [`locales/${tag}/visit-easy-read.json`]: JSON.stringify({ say }) })
  return checkCatalogue(read('en', english), read('tr', text))
}

function waived(waivers: Readonly<Record<string, Readonly<Record<string, string>>>>): readonly Finding[] {
  const file = JSON.stringify({ 'visit:when': waivers['when'] })
  const shelf = memoryShelf({
    'locales/tr/locale.json': localeJson(),
    'locales/tr/visit.json': '{ "when": "Geliyoruz" }',
    'locales/tr/waivers.json': file,
  })
  const { catalogue, findings } = readCatalogue(shelf, 'tr')
  return [...findings, ...(catalogue ? checkCatalogue(catalogueOf('en', { when: 'We visit' }), catalogue) : [])]
}

const titleSpan = {
  text: 'Hizmet ve gizlilik bildirimi',
  weight: 'regular',
  lang: 'tr',
  origin: {
    key: 'visit:title',
    place: {
      file: 'locales/tr/visit.json',
      line: 2,
      column: 12,
      key: 'visit:title',
      excerpt: '  "title": "Hizmet ve gizlilik bildirimi"',
    },
  },
} as const

const withWords: Files = {
  ...noticeWith({
    easyRead: {
      namespace: 'visit-easy-read',
      title: 'title',
      sections: [{ id: 'a', heading: 'title', rows: [{ picture: 'door', text: 'row', words: ['data'] }] }],
      words: { heading: 'title', order: ['data'] },
      closing: 'title',
    },
  }),
  'locales/en/pictures.json': '{ "door": "A door" }',
}

/** Of the table in report/catalogue-checks.ts. */
export const casesOfChecks = {
  'number-changed': {
    cause: 'A number was mistyped, left out, or written in words.',
    input: () => check('Ring 3 times', '4 kez çalın'),
    said: `error[number-changed]  locales/tr/visit.json:2:12  visit:when
  The English has 3, this text has not; it has 4
  2 │   "when": "4 kez çalın"
    │            ^ another number than the council’s
  fix: Write the numbers of the English, in digits`,
  },
  'law-changed': {
    cause: 'A number of a law, or the year of one, was mistyped or left out.',
    input: () => check('As Art.9 says', '6. maddeye göre'),
    said: `error[law-changed]  locales/tr/visit.json:2:12  visit:when
  The English names "Art.9", this text has 6
  2 │   "when": "6. maddeye göre"
    │            ^ another law than the council’s
  fix: Write the numbers of "Art.9" as they are`,
  },
  'date-changed': {
    cause: 'A day, a month or a time was mistyped, or day and month changed places.',
    input: () => check('From 25 May 2018', '25 Mart 2018 tarihinden beri'),
    said: `error[date-changed]  locales/tr/visit.json:2:12  visit:when
  The date "25 May 2018" of the English is "25 Mart 2018" here
  2 │   "when": "25 Mart 2018 tarihinden beri"
    │            ^ another date than the council’s
  fix: Write the date of the English, as the language writes it`,
  },
  'contact-changed': {
    cause: 'A digit of a telephone number, or a letter of an address, was mistyped or translated.',
    input: () => check('Ring 020 8356 3000', '020 8356 3003 numarasını arayın'),
    said: `error[contact-changed]  locales/tr/visit.json:2:12  visit:when
  The phone number "020 8356 3000" of the English is "020 8356 3003" here
  2 │   "when": "020 8356 3003 numarasını arayın"
    │            ^ a phone number that leads to nobody, or to somebody else
  fix: Write the phone number of the English, letter by letter`,
  },
  'name-lost': {
    cause: 'A name that stays as it is was translated or left out, or has a form that the glossary does not know.',
    input: () => check('Ask HMRC', 'Vergi dairesine sorun'),
    said: `warning[name-lost]  locales/tr/visit.json:2:11  visit:when
  The name "HMRC" of the English is missing here
  2 │   "when": "Vergi dairesine sorun"
    │           ^
  fix: Write "HMRC"; if another form is right, add it to "keep" in locales/glossary.json`,
  },
  'term-other': {
    cause: 'The glossary has a word for this, and the text uses another.',
    input: () => check('Your consent', 'İzniniz'),
    said: `warning[term-other]  locales/tr/visit.json:2:11  visit:when
  "consent" is not translated as the glossary has it
  2 │   "when": "İzniniz"
    │           ^
  fix: Use a word with one of: "rıza"; if another is right too, add it to the Turkish of the term in locales/glossary.json`,
  },
  'markup-lost': {
    cause: 'The marks were lost when the text went through a program that does not keep them.',
    input: () => check('<strong>We</strong> visit', 'Biz geliyoruz'),
    said: `warning[markup-lost]  locales/tr/visit.json:2:11  visit:when
  The English marks words with <strong>, this text does not
  2 │   "when": "Biz geliyoruz"
    │           ^
  fix: Mark the same words: <strong>…</strong>`,
  },
  'text-untranslated': {
    cause: 'The English was copied to be translated later.',
    input: () => check('We visit you', 'We visit you'),
    said: `error[text-untranslated]  locales/tr/visit.json:2:11  visit:when
  The Turkish of "visit:when" is the English
  2 │   "when": "We visit you"
    │           ^ English, and nobody would know
  fix: Translate it, or delete it so that it counts as missing`,
  },
  'script-other': {
    cause: 'The text is in the letters of another language: a file went to the wrong translator.',
    input: () => check('We visit you', 'سنزوركم في البيت اليوم'),
    said: `error[script-other]  locales/tr/visit.json:2:12  visit:when
  Most of this text is in Arabic letters, Turkish is not
  2 │   "when": "سنزوركم في البيت اليوم"
    │            ^ a text that its readers cannot read
  fix: Write it in the letters of Turkish; mark words of another language with <span lang="…">`,
  },
  'letters-mixed': {
    cause: 'Part of a word was typed on the keyboard of another language.',
    input: () => check('We visit', 'Geliyоruz'),
    said: `error[letters-mixed]  locales/tr/visit.json:2:12  visit:when
  The "о" (U+043E) of "Geliyоruz" is a letter of another script, Cyrillic, and looks like "o"
  2 │   "when": "Geliyоruz"
    │            ^ a word that screen readers cannot say and that no search finds
  fix: Type the word again on the keyboard of the language`,
  },
  'letter-wrong': {
    cause: 'The keyboard or the font was that of a neighbouring language.',
    input: () => check('Your data', 'بيانات شما', FARSI),
    said: `error[letter-wrong]  locales/fa/visit.json:2:13  visit:when
  "ي" (U+064A) is not how Persian writes it
  2 │   "when": "بيانات شما"
    │             ^ a letter of another language
  fix: Write "ی" (U+06CC)`,
  },
  'character-invisible': {
    cause: 'Text was pasted from a web page or an office program.',
    input: () => check('We visit', 'Geli\u200Byoruz'),
    said: `error[character-invisible]  locales/tr/visit.json:2:16  visit:when
  The invisible character U+200B stands where nothing needs it
  2 │   "when": "Geli\u200Byoruz"
    │                ^ nothing, but words with it are not found, broken or read aloud as they should be
  fix: Delete it`,
  },
  'word-foreign': {
    cause: 'A word was left in the letters of another language, and nothing says so.',
    input: () => check('Ring Anna', 'به Anna زنگ بزنید', FARSI),
    said: `warning[word-foreign]  locales/fa/visit.json:2:15  visit:when
  "Anna" is in Latin letters, Persian is not
  2 │   "when": "به Anna زنگ بزنید"
    │               ^
  fix: Write it in the letters of Persian, or mark it: <span lang="en">Anna</span>, so that it is read aloud rightly`,
  },
  'letter-apart': {
    cause: 'The text comes from a system that writes letters and their marks apart.',
    input: () => check('We go', 'Gidi\u0307yoruz'.replace('i\u0307', 'u\u0308')),
    said: `warning[letter-apart]  locales/tr/visit.json:2:15  visit:when
  "u\u0308" is written as U+0075 U+0308
  2 │   "when": "Gidu\u0308yoruz"
    │               ^
  fix: Write it as U+00FC: it looks the same and is found by searching`,
  },
  'digits-other': {
    cause: 'The keyboard was an Arabic one: its 4, 5 and 6 look otherwise than the Persian ones.',
    input: () => check('4 days', '٤ روز', FARSI),
    said: `warning[digits-other]  locales/fa/visit.json:2:12  visit:when
  The digit "٤" is of another numbering system than the language's
  2 │   "when": "٤ روز"
    │            ^
  fix: Use the digits of "arabext", as locale.json has it, or western ones`,
  },
  'mark-foreign': {
    cause: 'The keyboard was a Latin one: comma, semicolon and question mark stand the wrong way round.',
    input: () => check('Name, address', 'نام, نشانی', FARSI),
    said: `warning[mark-foreign]  locales/fa/visit.json:2:15  visit:when
  The mark "," belongs to another script
  2 │   "when": "نام, نشانی"
    │               ^
  fix: Write "،"`,
  },
  'end-mark': {
    cause: 'The mark at the end was left out, or is that of another language.',
    input: () => check('We visit.', 'Geliyoruz'),
    said: `warning[end-mark]  locales/tr/visit.json:2:20  visit:when
  This text should have a full stop "." at its end as the English has, it has no mark
  2 │   "when": "Geliyoruz"
    │                    ^
  fix: End it as the English ends, with the mark of the language`,
  },
  'space-odd': {
    cause: 'A word was deleted and both its spaces stayed.',
    input: () => check('We visit', 'Biz  geliyoruz'),
    said: `warning[space-odd]  locales/tr/visit.json:2:15  visit:when
  A space is wrong in this text: two spaces stand together
  2 │   "when": "Biz  geliyoruz"
    │               ^
  fix: One plain space between words, none at the ends`,
  },
  'word-doubled': {
    cause: 'A word was typed twice when the sentence was changed.',
    input: () => check('We visit you', 'Size size geliyoruz'),
    said: `warning[word-doubled]  locales/tr/visit.json:2:12  visit:when
  "Size" stands twice together
  2 │   "when": "Size size geliyoruz"
    │            ^
  fix: Delete one; where the language doubles it, name it under "doubles" in locale.json`,
  },
  'plural-unused': {
    cause: 'The forms of the English, or of another language, were copied.',
    input: () =>
      checkCatalogue(
        catalogueOf('en', { n_one: '{{count}} day', n_other: '{{count}} days' }),
        catalogueOf('tr', { n_one: '{{count}} gün', n_few: '{{count}} gün', n_other: '{{count}} gün' }),
      ),
    said: `warning[plural-unused]  locales/tr/visit.json:3:12  visit:n_few
  Turkish has no plural form "few": this text is never printed
  3 │   "n_few": "{{count}} gün",
    │            ^
  fix: Delete it; the forms are one, other`,
  },
  'row-crowded': {
    cause: 'Easy read: more was put into one row than one picture can show.',
    input: () => easy('We visit.', 'Geliyoruz. Konuşuyoruz. Gidiyoruz.'),
    said: `warning[row-crowded]  locales/tr/visit-easy-read.json:1:8  visit-easy-read:say
  A row of easy read has 3 sentences and 3 words: more than one idea
  1 │ {"say":"Geliyoruz. Konuşuyoruz. Gidiyoruz."}
    │        ^
  fix: Say one idea, in two sentences at most, or make two rows of it`,
  },
  'word-other': {
    cause: 'Easy read: the row and the word list call the same thing otherwise.',
    input: () =>
      checkTiny({
        ...withWords,
        'locales/en/visit-easy-read.json': JSON.stringify({
          title: 'We visit',
          row: 'We keep <term>data</term>',
          words: { data: { term: 'Information', meaning: 'What we know' } },
        }),
      }),
    said: `warning[word-other]  locales/en/visit-easy-read.json:1:27  visit-easy-read:row
  The row marks "data", the word list explains "Information"
  1 │ {"title":"We visit","row":"We keep <term>data</term>","words":{"data":{"term":"Information…
    │                           ^
  fix: Use the same word for the same thing: in the row, or in the word list`,
  },
  'reading-hard': {
    cause: 'The English of easy read has long sentences and long words.',
    input: () => checkTiny({ 'locales/en/visit-easy-read.json': '{ "title": "We administer information." }' }),
    said: `warning[reading-hard]  locales/en/visit-easy-read.json:1:1
  Easy read reads at age 26 (Flesch-Kincaid grade 21), the limit is grade 6
  1 │ { "title": "We administer information." }
    │ ^
  fix: Use shorter sentences and shorter words`,
  },
  'reading-age': {
    cause: 'How hard the council’s own text reads: easy read is there for those who cannot.',
    input: () => checkTiny({ 'locales/en/visit.json': '{ "title": "We visit you at home." }' }),
    said: `note[reading-age]  locales/en/visit.json:1:1
  "visit" reads at age 6 (Flesch-Kincaid grade 0.5)
  1 │ { "title": "We visit you at home." }
    │ ^
  fix: Easy read says the same in easier words; only the council can change its text`,
  },
  'key-unused': {
    cause: 'A text was taken out of a notice and stayed in the languages.',
    input: () => checkTiny({ 'locales/en/visit.json': '{ "title": "We visit", "gone": "We left" }' }),
    said: `note[key-unused]  locales/en/visit.json:1:32  visit:gone
  No notice and no template prints "visit:gone"
  1 │ { "title": "We visit", "gone": "We left" }
    │                                ^
  fix: Delete it in all languages, or name it in a notice or a template`,
  },
  'file-unused': {
    cause: 'A notice was taken out of doorstep.json, or the English file was copied.',
    input: () => checkTiny({ 'locales/en/visit-old.json': '{ "title": "We visit", "gone": "We left" }' }),
    said: `note[file-unused]  locales/en/visit-old.json:1:1
  No notice and no template prints a text of this file
  fix: Delete it in all languages, or name its texts in a notice or a template`,
  },
  'picture-unused': {
    cause: 'A picture was taken out of a notice and stayed in the workspace.',
    input: () => checkTiny({ 'pictures/door.svg': '' }),
    said: `note[picture-unused]  pictures/door.svg:1:1
  No notice shows the picture "door"
  fix: Delete it, with its description in all languages, or name it in a notice`,
  },
  'place-overfull': {
    cause: 'A text of the head or foot of each page is longer than its place.',
    input: () =>
      lengthFindings(
        { pages: [], overfull: [{ text: [titleSpan], where: 'foot', lines: 3, limit: 2 }] },
        { style: undefined, place: fileStart('templates/notices/visit.json'), language: 'Turkish' },
      ),
    said: `warning[place-overfull]  locales/tr/visit.json:2:12  visit:title
  In Turkish the running foot takes 3 lines, 2 are meant
  2 │   "title": "Hizmet ve gizlilik bildirimi"
    │            ^
  fix: Say it shorter; or give it more room under "lines" in the theme`,
  },
  'leaflet-grown': {
    cause:
      'The translation says much more than the English, or its script needs more room than the theme has planned for.',
    input: () => [
      finding('leaflet-grown', fileStart('locales/tr/locale.json'), {
        pages: 9,
        english: 4,
        limit: 8,
        language: 'Turkish',
      }),
    ],
    said: `warning[leaflet-grown]  locales/tr/locale.json:1:1
  In Turkish this leaflet has 9 pages, 4 in English: 8 are meant
  fix: Say less where the translation says more; or raise "growth" in the theme`,
  },
  'waiver-refused': {
    cause: 'Somebody tried to overrule what would be wrong on paper.',
    input: () => waived({ when: { 'slot-lost': 'We know the time' } }),
    said: `error[waiver-refused]  locales/tr/waivers.json:1:28  visit:when
  "slot-lost" cannot be waived
  1 │ {"visit:when":{"slot-lost":"We know the time"}}
    │                            ^ what is wrong on paper is wrong for every reason
  fix: Correct the text, and delete the waiver; docs/architecture.md lists what can be waived`,
  },
  'waiver-idle': {
    cause: 'The text was corrected and the waiver stayed.',
    input: () => waived({ when: { 'end-mark': 'It is a label' } }),
    said: `note[waiver-idle]  locales/tr/waivers.json:1:27  visit:when
  The waiver of "end-mark" for "visit:when" waives nothing any more
  1 │ {"visit:when":{"end-mark":"It is a label"}}
    │                           ^
  fix: Delete it`,
  },
} as const satisfies Readonly<Record<string, Case>>
