import { KEPT_BREAK, MAY_BREAK } from './line-break-rules.js'
import { DIGIT, DIGITS, expression } from './letter-classes.js'
import { shortWords } from './short-words.js'

/** A text without bidi controls, and the language of each part: `end` is a UTF-16 offset, exclusive. */
export interface Languages {
  readonly text: string
  readonly languages: readonly { readonly end: number; readonly lang: string }[]
}

/**
 * Marks the breaks that would tear apart what belongs together: a line ends there only where nothing else fits. They are
 * marks on breaks; the text stays as it is.
 */
export function keepTogether({ text, languages }: Languages, breaks: Uint8Array): void {
  const keep = (at: number): void => {
    if (breaks[at] === MAY_BREAK) breaks[at] = KEPT_BREAK
  }
  if (text.includes('. ')) for (const { end } of matchesOf(INITIALS, text)) keep(end)
  if (/[·–—]/.test(text)) for (const { at } of matchesOf(SEPARATORS, text)) keep(at + 1)
  if (text.includes('—'))
    for (const rule of [OPENING_DASH, TIGHT_DASH]) for (const { end } of matchesOf(rule, text)) keep(end)
  if (STOPS.test(text)) for (const { end } of matchesOf(SPACE_BEFORE_STOP, text)) keep(end)
  if (HAS_DIGIT.test(text)) {
    for (const rule of HAN.test(text) ? GLUE_AND_HAN : GLUE) for (const { end } of matchesOf(rule, text)) keep(end)
    for (const rule of WHOLE)
      for (const { at, end } of matchesOf(rule, text)) for (let i = at + 1; i < end; i++) keep(i)
  }
  if (/[-\u2010]/.test(text)) for (const { at } of matchesOf(SHORT_AT_HYPHEN, text)) keep(at + 1)
  let start = 0
  for (const { end, lang } of languages) {
    const part = text.slice(start, end)
    if (HYPHEN_HOLDS.test(lang)) for (const { at } of matchesOf(HYPHEN, part)) keep(start + at + 1)
    const words = shortWords(lang)
    if (words) for (const match of matchesOf(words, part)) keep(start + match.end)
    start = end
  }
  if (/[/@]|www\./.test(text)) breakAddresses(text, breaks)
}

interface Match {
  readonly at: number
  readonly end: number
}

/** Where a global expression matches. `matchAll` would compile a copy of the expression for each text. */
function matchesOf(expression: RegExp, text: string): readonly Match[] {
  expression.lastIndex = 0
  const matches: Match[] = []
  for (let m = expression.exec(text); m; m = expression.exec(text)) {
    matches.push({ at: m.index, end: m.index + m[0].length })
    if (m[0] === '') expression.lastIndex++
  }
  return matches
}

const HAS_DIGIT = new RegExp(DIGIT)

/** "J. Smith", "z. B.", "t. j.": a letter with a full stop stays with the letter after it. */
const INITIALS = expression(`(?<!L)L\\. (?=L\\.|[A-Z\u00C0-\u00DE\u0391-\u03A9\u0400-\u042F])`)

/** A hyphen with one or two letters on a side: "e-mail", "l-au", "a-t-il". */
const SHORT_AT_HYPHEN = expression(`(?<=(?<!L)L{1,2})[-\u2010](?=L)|(?<=L)[-\u2010](?=L{1,2}(?!L))`)
const HYPHEN = /(?<=[^\s])[-\u2010](?=\S)/g
/**
 * Pronouns that hang on a word by a hyphen: Romanian never breaks there (DOOM 3, 3.1), Portuguese repeats the hyphen on
 * the next line (Acordo Ortográfico 1990, base XX), which nothing here can print.
 */
const HYPHEN_HOLDS = /^(?:ro|pt|gl)(?:-|$)/i

/** A dash or a middle dot between spaces ends a line, it doesn't start one. */
const SEPARATORS = / (?=[·–—] )/g

/**
 * A dash that stands close to the word after it, and not to that before, opens what it stands before, as a bracket does:
 * "él —dijo— vino" (RAE, Ortografía de la lengua española, 3.4.7). UAX #14 lets it end a line.
 */
const OPENING_DASH = /(?<=(?:^|[\s(«“"])—)(?=[^\s—])/g
/** One between two words without spaces ends a line, it doesn't start one; Chinese has rules of its own for its dash. */
const TIGHT_DASH = /(?<=[^\s—\u2E80-\uFFFF])(?=—)/g

/**
 * Signs that end a clause in Indian scripts, Burmese, Khmer and Ethiopic. Many writers put a space before them, as French
 * does before "!", and UAX #14 has a line end there: no line starts with one (W3C, Indic Layout Requirements, on danda).
 */
const STOPS = /[\u0964\u0965\u104A\u104B\u1362-\u1368\u17D4-\u17D6\u17DA]/
const SPACE_BEFORE_STOP = new RegExp(`[ \\u200B](?=${STOPS.source})`, 'g')

const UNITS = [
  '%', '‰', '°', '°C', '°F', '€', '£', '\\$', '¥', '₴', '₽', 'zł', 'Kč', 'kr', 'lei', 'лв',
  'km', 'm', 'cm', 'mm', 'kg', 'g', 'mg', 'l', 'ml', 'ha', 'h', 'min', 's', 'kB', 'MB', 'GB', 'pt',
  'am', 'pm', 'a\\.m\\.', 'p\\.m\\.', 'Uhr', 'hod', 'godz', 'км', 'м', 'см', 'мм', 'кг', 'г', 'л', 'мин', 'хв', 'год', 'грн', 'руб',
].join('|') // prettier-ignore

/**
 * Ends where a break is kept from: mostly the space before or after a number, in any language. What is rare stands first,
 * and what precedes it is looked at last: nearly every place is left at once.
 */
const GLUE = [
  // "Article 6", "section 47", "Schedule 2", "dz. 5", "n° 5", "المادة 6": a short number stays with the word before it.
  ` (?=D{1,3}(?![.,:/ -]?D))(?<=(?:L|[°º№§¶#])\\.? )`,
  // "25 May", "5 children", "2 GB": one or two digits stay with the word after them (as Czech rules ask) …
  `(?=D)(?<!D[.,:/-]?)D{1,2} (?=L)`,
  // … with a full stop where they count: "6. madde", "25. května".
  `(?=D)(?<!D[.,:/-]?)D{1,2}\\. (?=[a-z\u00DF-\u00FF\u03B1-\u03C9\u0430-\u045F\u010D\u0159\u0161\u017E\u015B\u017A\u017C])`,
  // "25 de mayo", "1 de maio".
  ` (?<=D de )(?=L)`,
  // Any number with its unit, a sign with its number.
  ` (?<=D )(?=(?:${UNITS})(?!L|D))`,
  `[£€$¥§№#] (?=D)`,
  // "6 (1) (e)".
  ` (?=\\((?:L|D){1,4}\\))(?<=(?:D|D ?\\((?:L|D){1,4}\\)) )`,
].map((source) => expression(source))

const HAN = /[\u4E00-\u9FFF]/
/** 第6条, 2018年, 5月25日: nothing stands between a Chinese number and what it counts. */
const GLUE_AND_HAN = [
  ...GLUE,
  ...[
    `第(?=D|[一二三四五六七八九十百〇零])`,
    `(?<=D) ?(?=[年月日时時分秒点點号號条條款项項章節节页頁岁歲歳人名个個])`,
    `(?<=第[一二三四五六七八九十百〇零]{1,7})(?=[条條款项項章節节页頁])`,
    `D月(?=D{1,2}日)`,
  ].map((source) => expression(source)),
]

/** Things that have no break inside. */
const WHOLE = [
  // Phones, and numbers in groups: 020 8356 3000, +44 (0)20 8356-3000, 01 23 45 67 89, 1 234 567.
  `(?=[+(]|D)(?<!L|[${DIGITS}()])\\+?\\(?D[${DIGITS}()]*(?:[ -]\\(?D[${DIGITS}()]+)+`,
  // British postcodes: E8 1EA.
  `(?=[A-Z])(?<!L|D)[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}(?!L|D)`,
  // Dates in figures: 25. 5. 2018.
  `(?=D)(?<!L|D)D{1,2}[./] D{1,2}[./] D{4}`,
  // Ranges: 9–5, 10:30 – 11:00, 2018-2020.
  `D ?[–—-] ?[£€$]?D`,
].map((source) => expression(source))

const ADDRESS = new RegExp(
  [
    String.raw`(?:https?://|www\.)\w[!-~]*[\w/#&=%+~@$*-]`,
    String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,}/[!-~]*[\w/]`,
  ].join('|'),
  'g',
)

/**
 * An address breaks only where it is too long for a line: after a slash, before other punctuation (Chicago Manual of
 * Style, 17th edition, 14.18). Never at a hyphen, which would look like one of ours, nor between the two slashes.
 */
function breakAddresses(text: string, breaks: Uint8Array): void {
  for (const { at, end } of matchesOf(ADDRESS, text)) {
    for (let i = at + 1; i < end; i++) {
      const sensible = (text[i - 1] === '/' && text[i] !== '/') || /[.@?&=#%_~]/.test(text[i]!)
      breaks[i] = sensible && /[\w/]/.test(text[i - 1]!) ? KEPT_BREAK : 0
    }
  }
}
