/** Where a person can open a file and see the cause of a finding. */
export interface Place {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 units. */
  readonly column: number
  /** Of a spreadsheet: sheet and cell, such as `Texts!E12`; `line` is then the row, `column` counts within the cell. */
  readonly cell?: string
  /** Key of the message, such as `children-and-families:about.intro`. */
  readonly key?: string
  /** The line itself, for the printed report. */
  readonly excerpt?: string
}

/** The start of a file: for findings about a file as a whole. */
export const fileStart = (file: string): Place => ({ file, line: 1, column: 1 })

/** Line and column (1-based) of a UTF-16 offset (0-based) in a text, with that line as excerpt. */
export function placeAt(file: string, text: string, offset: number, key?: string): Place {
  const place = placesIn(file, text)(offset)
  return key === undefined ? place : withKey(place, key)
}

/** The place of a message. Written out: of `{ ...place, key }` V8 makes each object a class of its own, 280 bytes. */
export function withKey({ file, line, column, excerpt }: Place, key: string): Place {
  return excerpt === undefined ? { file, line, column, key } : { file, line, column, excerpt, key }
}

/** The same for many offsets in one text: its lines are looked for once. */
export function placesIn(file: string, text: string): (offset: number) => Place {
  let starts: number[] | undefined
  return (offset) => {
    starts ??= lineStarts(text)
    let [first, last] = [0, starts.length - 1]
    while (first < last) {
      const middle = (first + last + 1) >> 1
      if (starts[middle]! <= offset) first = middle
      else last = middle - 1
    }
    const start = starts[first]!
    const excerpt = text.slice(start, (starts[first + 1] ?? text.length + 1) - 1).replace(/\r$/, '')
    return { file, line: first + 1, column: offset - start + 1, excerpt }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
