import { entry } from './entry.js'

/**
 * What the checks of a text's words find: part of the table in catalogue.ts.
 *
 * An error is what would mislead a family: another number, law, date or telephone number than the council's; English in
 * place of their language; letters that are not the language's, since a reader who stumbles over them cannot tell what
 * else is wrong. A warning is what a program may be wrong about or what a reader forgives: style, terms, names with an
 * ending, lengths. Both kinds can be waived with a reason, in locales/<tag>/waivers.json.
 */
export const checkFindings = {
  // — facts —
  'number-changed': entry<{ lost: string; added: string }>({
    severity: 'error',
    title: ({ lost, added }) =>
      [
        lost === '' ? '' : `The English has ${lost}, this text has not`,
        added === '' ? '' : `${lost === '' ? 'This text has' : '; it has'} ${added}${lost === '' ? ', the English has not' : ''}`, // prettier-ignore
      ].join(''),
    printed: () => 'another number than the council’s',
    fix: () => 'Write the numbers of the English, in digits',
  }),
  'law-changed': entry<{ law: string; here: string }>({
    severity: 'error',
    title: (f) => `The English names "${f.law}", this text ${f.here === '' ? 'lacks a number of it' : `has ${f.here}`}`,
    printed: () => 'another law than the council’s',
    fix: (f) => `Write the numbers of "${f.law}" as they are`,
  }),
  'date-changed': entry<{ what: string; english: string; here: string }>({
    severity: 'error',
    title: (f) => changed(f),
    printed: (f) => `another ${f.what} than the council’s`,
    fix: (f) => `Write the ${f.what} of the English, as the language writes it`,
  }),
  'contact-changed': entry<{ what: string; english: string; here: string }>({
    severity: 'error',
    title: (f) => changed(f),
    printed: (f) => `a ${f.what} that leads to nobody, or to somebody else`,
    fix: (f) => `Write the ${f.what} of the English, letter by letter`,
  }),

  // — agreed words —
  'name-lost': entry<{ name: string; forms: string }>({
    severity: 'warning',
    title: (f) => `The name "${f.name}" of the English is missing here`,
    fix: (f) => `Write ${f.forms}; if another form is right, add it to "keep" in locales/glossary.json`,
  }),
  'term-other': entry<{ term: string; language: string; forms: string }>({
    severity: 'warning',
    title: (f) => `"${f.term}" is not translated as the glossary has it`,
    fix: (f) =>
      `Use a word with one of: ${f.forms}; if another is right too, add it to the ${f.language} of the term in locales/glossary.json`,
  }),

  // — letters and marks —
  'markup-lost': entry<{ mark: string }>({
    severity: 'warning',
    title: (f) => `The English marks words with <${f.mark}>, this text does not`,
    fix: (f) => `Mark the same words: <${f.mark}>…</${f.mark}>`,
  }),
  'text-untranslated': entry<{ key: string; language: string }>({
    severity: 'error',
    title: (f) => `The ${f.language} of "${f.key}" is the English`,
    printed: () => 'English, and nobody would know',
    fix: () => 'Translate it, or delete it so that it counts as missing',
  }),
  'script-other': entry<{ word: string; script: string; language: string }>({
    severity: 'error',
    title: (f) => `Most of this text is in ${f.script} letters, ${f.language} is not`,
    printed: () => 'a text that its readers cannot read',
    fix: (f) => `Write it in the letters of ${f.language}; mark words of another language with <span lang="…">`,
  }),
  'letters-mixed': entry<{ word: string; letter: string; codePoint: string; script: string; like: string }>({
    severity: 'error',
    title: ({ word, letter, codePoint, script, like }) => {
      const name = script === 'foreign' ? 'a letter of another script' : `a letter of another script, ${script}`
      return `The "${letter}" (${codePoint}) of "${word}" is ${like === '' ? name : `${name}, and looks like "${like}"`}`
    },
    printed: () => 'a word that screen readers cannot say and that no search finds',
    fix: () => 'Type the word again on the keyboard of the language',
  }),
  'letter-wrong': entry<{
    letter: string
    codePoint: string
    instead: string
    insteadCodePoint: string
    language: string
  }>({
    severity: 'error',
    title: (f) => `"${f.letter}" (${f.codePoint}) is not how ${f.language} writes it`,
    printed: () => 'a letter of another language',
    fix: (f) => `Write "${f.instead}" (${f.insteadCodePoint})`,
  }),
  'character-invisible': entry<{ codePoint: string }>({
    severity: 'error',
    title: (f) => `The invisible character ${f.codePoint} stands where nothing needs it`,
    printed: () => 'nothing, but words with it are not found, broken or read aloud as they should be',
    fix: () => 'Delete it',
  }),
  'word-foreign': entry<{ word: string; script: string; language: string }>({
    severity: 'warning',
    title: (f) => `"${f.word}" is in ${f.script} letters, ${f.language} is not`,
    fix: (f) =>
      `Write it in the letters of ${f.language}, or mark it: <span lang="en">${f.word}</span>, so that it is read aloud rightly`,
  }),
  'letter-apart': entry<{ letter: string; found: string; usual: string }>({
    severity: 'warning',
    title: (f) => `"${f.letter}" is written as ${f.found}`,
    fix: (f) => `Write it as ${f.usual}: it looks the same and is found by searching`,
  }),
  'digits-other': entry<{ digit: string; numerals: string }>({
    severity: 'warning',
    title: (f) => `The digit "${f.digit}" is of another numbering system than the language's`,
    fix: (f) => `Use the digits of "${f.numerals}", as locale.json has it, or western ones`,
  }),
  'mark-foreign': entry<{ mark: string; instead: string }>({
    severity: 'warning',
    title: (f) => `The mark "${f.mark}" belongs to another script`,
    fix: (f) => `Write "${f.instead}"`,
  }),
  'end-mark': entry<{ english: string; here: string }>({
    severity: 'warning',
    title: (f) => `This text should have ${f.english} at its end as the English has, it has ${f.here}`,
    fix: () => 'End it as the English ends, with the mark of the language',
  }),
  'space-odd': entry<{ problem: string }>({
    severity: 'warning',
    title: (f) => `A space is wrong in this text: ${f.problem}`,
    fix: () => 'One plain space between words, none at the ends',
  }),
  'word-doubled': entry<{ word: string }>({
    severity: 'warning',
    title: (f) => `"${f.word}" stands twice together`,
    fix: () => 'Delete one; where the language doubles it, name it under "doubles" in locale.json',
  }),
  'plural-unused': entry<{ form: string; language: string; forms: string }>({
    severity: 'warning',
    title: (f) => `${f.language} has no plural form "${f.form}": this text is never printed`,
    fix: (f) => `Delete it; the forms are ${f.forms}`,
  }),

  // — easy read —
  'row-crowded': entry<{ sentences: number; size: number; unit: string }>({
    severity: 'warning',
    title: (f) => `A row of easy read has ${f.sentences} sentences and ${f.size} ${f.unit}: more than one idea`,
    fix: () => 'Say one idea, in two sentences at most, or make two rows of it',
  }),
  'word-other': entry<{ marked: string; listed: string }>({
    severity: 'warning',
    title: (f) => `The row marks "${f.marked}", the word list explains "${f.listed}"`,
    fix: () => 'Use the same word for the same thing: in the row, or in the word list',
  }),
  'reading-hard': entry<{ grade: number; age: number; limit: number }>({
    severity: 'warning',
    title: (f) => `Easy read reads at age ${f.age} (Flesch-Kincaid grade ${f.grade}), the limit is grade ${f.limit}`,
    fix: () => 'Use shorter sentences and shorter words',
  }),
  'reading-age': entry<{ namespace: string; grade: number; age: number }>({
    severity: 'note',
    title: (f) => `"${f.namespace}" reads at age ${f.age} (Flesch-Kincaid grade ${f.grade})`,
    fix: () => 'Easy read says the same in easier words; only the council can change its text',
  }),

  // — what is left over, and what is too long —
  'key-unused': entry<{ key: string }>({
    severity: 'note',
    title: (f) => `No notice and no template prints "${f.key}"`,
    fix: () => 'Delete it in all languages, or name it in a notice or a template',
  }),
  'file-unused': entry<object>({
    severity: 'note',
    title: () => 'No notice and no template prints a text of this file',
    fix: () => 'Delete it in all languages, or name its texts in a notice or a template',
  }),
  'picture-unused': entry<{ id: string }>({
    severity: 'note',
    title: (f) => `No notice shows the picture "${f.id}"`,
    fix: () => 'Delete it, with its description in all languages, or name it in a notice',
  }),
  'place-overfull': entry<{ where: string; lines: number; limit: number; language: string }>({
    severity: 'warning',
    title: (f) => `In ${f.language} the ${f.where} takes ${f.lines} lines, ${f.limit} are meant`,
    fix: () => 'Say it shorter; or give it more room under "lines" in the theme',
  }),
  'leaflet-grown': entry<{ pages: number; english: number; limit: number; language: string }>({
    severity: 'warning',
    title: (f) => `In ${f.language} this leaflet has ${f.pages} pages, ${f.english} in English: ${f.limit} are meant`,
    fix: () => 'Say less where the translation says more; or raise "growth" in the theme',
  }),

  // — waivers —
  'waiver-refused': entry<{ code: string }>({
    severity: 'error',
    title: (f) => `"${f.code}" cannot be waived`,
    printed: () => 'what is wrong on paper is wrong for every reason',
    fix: () => 'Correct the text, and delete the waiver; docs/architecture.md lists what can be waived',
  }),
  'waiver-idle': entry<{ key: string; code: string }>({
    severity: 'note',
    title: (f) => `The waiver of "${f.code}" for "${f.key}" waives nothing any more`,
    fix: () => 'Delete it',
  }),
} as const

function changed(f: { readonly what: string; readonly english: string; readonly here: string }): string {
  if (f.english === '') return `The ${f.what} "${f.here}" is not in the English`
  return f.here === ''
    ? `The ${f.what} "${f.english}" of the English is missing here`
    : `The ${f.what} "${f.english}" of the English is "${f.here}" here`
}
