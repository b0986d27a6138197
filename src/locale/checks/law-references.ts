/** A place in a law that the English names: "Art.9", "Regulations 2011", "regulations 30 to 33". */
export interface LawReference {
  readonly text: string
  readonly at: number
}

/** What British notices call the parts of a law before a number, and laws before their year. */
const PARTS = String.raw`art(?:icle)?s?|regulations?|regs?|sections?|ss?|schedules?|sch|paragraphs?|paras?|parts?|chapters?|rules?|acts?|orders?|directives?|recitals?`
const NUMBER = String.raw`\d+[A-Z]{0,2}(?:\(\w{1,4}\))*`
const REFERENCE = new RegExp(String.raw`\b(?:${PARTS})\b\.?\s*${NUMBER}(?:\s*(?:,|and|to|or|-|–|&)\s*${NUMBER})*`, 'gi')

/** All that an English text names. */
export const lawReferencesIn = (text: string): LawReference[] =>
  [...text.matchAll(REFERENCE)].map((m) => ({ text: m[0], at: m.index }))
