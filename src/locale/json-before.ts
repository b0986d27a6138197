/** A string, a word or a mark of JSON. */
export interface Token {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly text: string
  /** A string that names what comes after it. */
  readonly isName: boolean
}

/** A bracket that is open. */
export interface Opener {
  readonly offset: number
  readonly bracket: '{' | '['
}

export interface Before {
  readonly last: Token | undefined
  readonly open: readonly Opener[]
  /** The first bracket that was closed at another depth of indentation than its own: the one whose end was lost. */
  readonly misclosed: Opener | undefined
}

const TOKEN = /"(?:[^"\\]|\\[^])*"|[{}[\],:]|[^\s{}[\],:"]+/y
const SPACE = /\s*/y

/** What stands before a place, up to which a text is sound JSON. */
export function beforeIn(text: string, end: number): Before {
  const open: Opener[] = []
  let last: Token | undefined
  let misclosed: Opener | undefined
  for (let start = after(SPACE, text, 0); start < end; start = after(SPACE, text, last.end)) {
    const token = text.slice(start, Math.min(end, after(TOKEN, text, start) || end))
    const isName = token.startsWith('"') && open.at(-1)?.bracket === '{' && (last?.text === '{' || last?.text === ',')
    if (token === '{' || token === '[') open.push({ offset: start, bracket: token })
    if (token === '}' || token === ']') {
      const closed = open.pop()
      if (closed && isFirstOfLine(text, start) && indentOf(text, start) !== indentOf(text, closed.offset))
        misclosed ??= closed
    }
    last = { start, end: start + token.length, text: token, isName }
  }
  return { last, open, misclosed }
}

/** Where a sticky form that starts at `from` ends; 0 where it does not match. */
function after(form: RegExp, text: string, from: number): number {
  form.lastIndex = from
  form.exec(text)
  return form.lastIndex
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1
export const indentOf = (text: string, offset: number): number =>
  text.slice(lineStart(text, offset), offset).search(/\S|$/)
export const isFirstOfLine = (text: string, offset: number): boolean =>
  text.slice(lineStart(text, offset), offset).trim() === ''
