/** What a parser of templates said, and the piece of the template that it had read last. Lines from 1, columns from 0. */
export interface Refusal {
  readonly message: string
  readonly last: { readonly first_line: number; readonly first_column: number }
}
export interface TemplateFault {
  readonly words: string
  /** Offset in the template. */
  readonly at: number
}

/**
 * Handlebars' refusals (4.7) in plain words, where they can be mended: of a wrong closing tag it names the block that was
 * opened, of a block that stays open the end of the file. `parse` reads another template, to find that block.
 */
export function templateFault(text: string, { message, last }: Refusal, parse: (text: string) => void): TemplateFault {
  const at = offsetOf(text, last.first_line, last.first_column)
  const mismatch = readMismatch(text, message)
  if (mismatch) {
    const { opened, closed, line } = mismatch
    return {
      words: `"${closed}" is closed here, and "${opened}" of line ${line} is still open`,
      at: tagBefore(text, at),
    }
  }
  if (/got 'EOF'/.test(message)) return neverClosed(text, parse)
  if (/^Lexical/.test(message) && text.startsWith('{{', at))
    return { words: 'a comment is opened here and never closed', at }
  if (/got 'OPEN_ENDBLOCK'/.test(message)) return { words: 'a block is closed here that was not opened', at }
  if (/got 'INVERSE'/.test(message))
    return { words: 'this stands once in a block such as {{#if}}, and nowhere else', at }
  return { words: 'the braces on this line are not understood', at }
}

/** What no template calls a block. */
const NO_BLOCK = 'doorstep-closes'

/** A closing tag too many is refused with the block that it should have closed. */
function neverClosed(text: string, parse: (text: string) => void): TemplateFault {
  try {
    parse(`${text}{{/${NO_BLOCK}}}`)
  } catch (error) {
    const open = readMismatch(text, (error as Error).message)
    if (open?.closed === NO_BLOCK) return { words: `"${open.opened}" is opened here and never closed`, at: open.at }
  }
  return { words: 'something in braces is opened here and never closed', at: tagBefore(text, text.length) }
}

function readMismatch(text: string, message: string) {
  const [, opened, closed, line, column] = /^(.+) doesn't match (.+) - (\d+):(\d+)$/.exec(message) ?? []
  if (opened === undefined || closed === undefined) return undefined
  return { opened, closed, line, at: tagBefore(text, offsetOf(text, Number(line), Number(column))) }
}

export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n').slice(0, line - 1)
  return Math.min(lines.reduce((sum, l) => sum + l.length + 1, 0) + column, text.length)
}

/** Where the tag begins that stands before an offset. */
function tagBefore(text: string, end: number): number {
  let at = Math.max(0, text.lastIndexOf('{{', end - 1))
  while (text[at - 1] === '{') at--
  return at
}

export const NO_DECORATORS = 'tags with "*" do nothing here'
const BLOCKS = ['if', 'unless', 'each', 'with']

/** What is wrong with a call of Handlebars' own helpers, which they do not say, or not where it stands. */
export function misuse(path: object, values: number, called: 'block' | 'value'): string | undefined {
  const { original: name } = path as { readonly original?: unknown }
  if (typeof name !== 'string') return undefined
  if (name === 'lookup' && values !== 2) return `"lookup" takes two values, and has ${values} here`
  if (!BLOCKS.includes(name)) return undefined
  if (called === 'value') return `"${name}" opens a block: it is written {{#${name} …}} and closed by {{/${name}}}`
  return values === 1 ? undefined : `"${name}" takes one value, and has ${values} here`
}

/** Handlebars (4.7) looks for a name in what is above the whole, which is nothing; all else it asks first. */
export const isTooFarUp = (error: unknown): boolean =>
  error instanceof TypeError && /\blookupProperty\b/.test(error.stack?.split('\n')[1] ?? '')

export const furthestUp = (text: string): string =>
  (text.match(/(?:\.\.\/)+/g) ?? []).reduce((far, up) => (up.length > far.length ? up : far), '')

/** Handlebars' words (4.7) in plain ones. */
export function plainWords(message: string): string {
  const unknown = /^"(.+)" not defined in /.exec(message)?.[1]
  if (unknown !== undefined) return `nothing is called "${unknown}" here`
  const helper = /unknown helper (\S+)/.exec(message)?.[1]
  if (helper !== undefined) return `there is no helper "${helper}"`
  return message.replace(/ - \d+:\d+$/, '')
}
