// The one file that knows gettext-parser (10.0): escapes and folds as GNU gettext does, reads what its tools write. It
// gives no places (po-places.ts does), takes what stands twice for one unless it validates, and then says so without a
// line. Comments of all lines are joined by line feeds, a flag is a word of a list.
import { po, type GetTextTranslations } from 'gettext-parser'

/** One entry of a PO file. */
export interface PoEntry {
  readonly msgctxt: string
  readonly msgid: string
  readonly msgstr: string
  readonly plural: boolean
  readonly fuzzy: boolean
  /** Lines of `#.` */
  readonly extracted: readonly string[]
  /** Of `#|`: the English before. */
  readonly previous?: string
}
export interface PoFile {
  readonly headers: Readonly<Record<string, string>>
  readonly entries: readonly PoEntry[]
}

export function compilePo({ headers, entries }: PoFile): Uint8Array {
  const translations: GetTextTranslations['translations'] = {}
  for (const { msgctxt, msgid, msgstr, fuzzy, extracted, previous } of entries) {
    const comments = {
      extracted: extracted.join('\n'),
      ...(fuzzy ? { flag: 'fuzzy' } : {}),
      ...(previous === undefined ? {} : { previous: `msgid "${escaped(previous)}"` }),
    }
    translations[msgctxt] = { [msgid]: { msgctxt, msgid, msgstr: [msgstr], comments } }
  }
  return po.compile({ charset: 'utf-8', headers, translations })
}

/** The library writes comments as they come. */
const escaped = (text: string): string =>
  text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')

export function parsePo(text: string): PoFile | { readonly problem: string; readonly line: number } {
  const table = tableOf(text)
  if ('problem' in table) return table
  const entries = Object.values(table.translations).flatMap((byText) => Object.values(byText))
  return {
    // Whatever its types say: of a file without a header there are none.
    headers: { ...table.headers },
    entries: entries
      .filter(({ msgctxt = '', msgid }) => msgctxt !== '' || msgid !== '')
      .map(({ msgctxt = '', msgid, msgid_plural, msgstr, comments = {} }) => ({
        msgctxt,
        msgid,
        msgstr: msgstr[0] ?? '',
        plural: msgid_plural !== undefined,
        fuzzy: /(^|,)\s*fuzzy\s*(,|$)/m.test(comments.flag ?? ''),
        extracted: (comments.extracted ?? '').split('\n'),
      })),
  }
}

function tableOf(text: string): GetTextTranslations | { readonly problem: string; readonly line: number } {
  try {
    return po.parse(text, { validation: true })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // It looks for what stands twice with `in`, and so finds "constructor" in every object.
    const twice = /^Duplicate msgid error: entry "(\w+)"/.exec(error.message)?.[1]
    if (twice !== undefined && twice in {}) return po.parse(text)
    const { lineNumber = 1 } = error as { lineNumber?: number }
    return { problem: plainWords(error.message).slice(0, 200), line: lineNumber }
  }
}

/** The library's words, without its own line and advice. */
function plainWords(message: string): string {
  if (message.includes('End-of-line within string')) return 'a quotation mark is missing at the end of a line'
  if (message.includes('End-of-file within string')) return 'it ends within a text'
  const key = /Invalid key name "(.*?)"/.exec(message)?.[1]
  if (key !== undefined) return `"${key}" stands where msgctxt, msgid or msgstr should`
  const count = /Translation string range error.*?associated with "(.*?)" in/.exec(message)?.[1]
  return count === undefined ? message.replace(/\.$/, '') : `"${count}" should have one msgstr`
}
