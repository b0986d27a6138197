/** Where the parts of an entry stand in a PO file: the offsets of their keywords. */
export interface PoSpot {
  readonly msgctxt: string
  readonly at: number
  readonly msgid: number
  readonly msgstr: number
}

/** Where each entry with a context stands, in the order of the file. What is not PO at all is left to the parser. */
export function poSpots(text: string): PoSpot[] {
  const spots: { msgctxt: string; at: number; msgid: number; msgstr: number }[] = []
  let last: (typeof spots)[number] | undefined
  for (const { 1: word, index } of text.matchAll(/^[ \t]*(msgctxt|msgid|msgstr)(?=[ \t]*")/gm)) {
    if (word === 'msgctxt') {
      const msgctxt = [...lettersAt(text, index)].map((l) => l.letter).join('')
      spots.push((last = { msgctxt, at: index, msgid: index, msgstr: index }))
    } else if (last && word === 'msgid') {
      // An entry without a context comes next.
      if (last.msgid !== last.at) last = undefined
      else last.msgid = index
    } else if (last && word === 'msgstr') last.msgstr = index
  }
  return spots
}

/** Where a UTF-16 offset of a text stands, whose keyword stands at `at`. */
export function poOffset(text: string, at: number, offset: number): number {
  let left = offset
  let where = text.indexOf('"', at)
  for (const letter of lettersAt(text, at)) {
    where = letter.at
    if (left-- <= 0) break
  }
  return where
}

/** The letters of a quoted text and where each stands; lines that follow in quotation marks belong to it. */
function* lettersAt(text: string, at: number): Generator<{ letter: string; at: number }> {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\n': '' }
  let i = text.indexOf('"', at) + 1
  while (i > 0 && i < text.length) {
    const c = text[i]!
    if (c === '\n') return
    if (c === '"') {
      const next = /^[ \t\r]*\n[ \t]*"/.exec(text.slice(i + 1, i + 200))
      if (!next) return
      i += 1 + next[0].length
      continue
    }
    const letter = c === '\\' ? (escapes[text[i + 1] ?? ''] ?? text[i + 1] ?? '') : c
    if (letter !== '') yield { letter, at: i }
    i += c === '\\' ? 2 : 1
  }
}
