import { keptFor } from '../../memory/index.js'
import { finding, type Finding } from '../../report/index.js'
import type { Locale } from '../locale.js'
import { bareOf, placeOf, type Beside } from './beside.js'
import { marksOf } from './sentence-marks.js'

/** Marks within a text that another script writes: a Latin comma in Arabic, a bar for a danda. */
export function checkForeignMarks({ pair, message }: Beside): Finding[] {
  const { own } = bareOf(message)
  return formsOf(pair.target.locale).flatMap(({ form, instead }) => {
    const found = form.exec(own)
    if (!found) return []
    const mark = found[1] ?? found[0]
    return [finding('mark-foreign', placeOf(message, found[0]), { mark, instead: instead(mark) })]
  })
}

interface Form {
  readonly form: RegExp
  readonly instead: (mark: string) => string
}

const ARABIC = new Map([',،', ';؛', '?؟'].map((p): [string, string] => [p[0]!, p[1]!]))
const WIDE = new Map([',，', ';；', ':：', '?？', '!！'].map((p): [string, string] => [p[0]!, p[1]!]))
const given = (form: RegExp, marks: ReadonlyMap<string, string>): Form => ({
  form,
  instead: (mark) => marks.get(mark) ?? mark,
})
const always = (form: RegExp, mark: string): Form => ({ form, instead: () => mark })

/**
 * The end of the text is looked at by itself (end-marks). Between digits a comma is the number's. The mark stands first in
 * each form, and what precedes it is looked at last: nearly every place is left at once.
 */
const BY_SCRIPT: Readonly<Record<string, readonly Form[]>> = {
  Arab: [given(/([,;])(?<!\d.)|([,;])(?!\d)|\?(?=.)/u, ARABIC)],
  Aran: [given(/([,;])(?<!\d.)|([,;])(?!\d)|\?(?=.)/u, ARABIC)],
  Beng: [always(/[|৷]/u, '।')],
  Deva: [always(/[|৷]/u, '।')],
  Guru: [always(/[|৷]/u, '।')],
  Ethi: [always(/::|፡፡/u, '።'), always(/,(?!\d)/u, '፣'), always(/;/u, '፤')],
  Grek: [always(/\?(?=.)/u, ';')],
  Hans: [given(/[,;:?!](?=.)(?<=\p{sc=Han}.)/u, WIDE)],
  Hant: [given(/[,;:?!](?=.)(?<=\p{sc=Han}.)/u, WIDE)],
}

const formsOf = keptFor((locale: Locale): readonly Form[] => {
  const forms = BY_SCRIPT[locale.script] ?? []
  const { statement } = marksOf(locale)
  // Sentences within the text end like the last.
  return statement.includes('.') || statement[0] === undefined
    ? forms
    : [...forms, always(/\.(?=\s+\S)(?<=[\p{L}\p{M}]{3}.)|\.(?=.)(?<=\p{sc=Han}.)/u, statement[0])]
})
