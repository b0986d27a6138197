import { keptFor } from '../../memory/index.js'
import type { Locale } from '../locale.js'
import { languageOf } from './beside.js'

/** How a language ends a statement, a question, and what comes before a list. The first of each is the usual one. */
export interface SentenceMarks {
  readonly statement: readonly string[]
  readonly question: readonly string[]
  readonly colon: readonly string[]
  /** Sentences need no mark: a space or a new line parts them. */
  readonly bare?: boolean
}

/**
 * By script, from Unicode's Sentence_Terminal (UAX #44) and the chapters of the Unicode Standard about each; scripts that
 * are not here end as Latin does. A language that does otherwise says so in its locale.json, under "ends".
 */
const BY_SCRIPT: Readonly<Record<string, Partial<SentenceMarks>>> = {
  Arab: { question: ['؟'] },
  Aran: { question: ['؟'] },
  Armn: { statement: ['։', ':'], question: ['։', '՞'], colon: [':', '․', '՝'] },
  Beng: { statement: ['।'] },
  Cans: { statement: ['᙮', '.'] },
  Deva: { statement: ['।', '.'] },
  Ethi: { statement: ['።'], question: ['?', '፧'], colon: ['፦', ':', '፡', '፥', '፡-', '፡፡'] },
  // U+037E is the same character as the semicolon (canonically equivalent).
  Grek: { question: [';'] },
  Guru: { statement: ['।', '.'] },
  Hans: { statement: ['。'], question: ['？'], colon: ['：'] },
  Hant: { statement: ['。'], question: ['？'], colon: ['：'] },
  Jpan: { statement: ['。'], question: ['？', '。'], colon: ['：'] },
  Khmr: { statement: ['។', '៕'], colon: ['៖', ':'] },
  Laoo: { bare: true },
  Mtei: { statement: ['꯫'] },
  Mymr: { statement: ['။'], question: ['။', '?'] },
  Nkoo: { question: ['߹', '؟'] },
  Olck: { statement: ['᱾'] },
  Orya: { statement: ['।', '.'] },
  Syrc: { statement: ['.', '܀'], question: ['؟'] },
  Thai: { bare: true },
  Tibt: { statement: ['།', '།།'], question: ['།', '?'] },
}
/** Languages that end otherwise than their script does elsewhere. */
const BY_LANGUAGE: Readonly<Record<string, Partial<SentenceMarks>>> = {
  ks: { statement: ['۔'] },
  pnb: { statement: ['۔'] },
  ps: { statement: ['.', '۔'] },
  sd: { statement: ['.', '۔'] },
  ur: { statement: ['۔'] },
}
const PLAIN: SentenceMarks = { statement: ['.'], question: ['?'], colon: [':'] }

export const marksOf = keptFor(({ tag, script, ends }: Locale): SentenceMarks => {
  return { ...PLAIN, ...BY_SCRIPT[script], ...BY_LANGUAGE[languageOf(tag)], ...ends }
})
