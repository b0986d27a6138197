/** Where a person can open a file and see the cause of a finding. */
export interface Place {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 units. */
  readonly column: number
  /** Key of the message, such as `children-and-families:about.intro`. */
  readonly key?: string
  /** The line itself, for the printed report. */
  readonly excerpt?: string
}

/** The start of a file: for findings about a file as a whole. */
export const fileStart = (file: string): Place => ({ file, line: 1, column: 1 })

/** Line and column (1-based) of a UTF-16 offset (0-based) in a text, with that line as excerpt. */
export function placeAt(file: string, text: string, offset: number, key?: string): Place {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const start = before.lastIndexOf('\n') + 1
  const end = text.indexOf('\n', offset)
  const excerpt = text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '')
  return { file, line, column: offset - start + 1, excerpt, ...(key === undefined ? {} : { key }) }
}
