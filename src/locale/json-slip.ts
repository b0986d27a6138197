import { printParseErrorCode } from 'jsonc-parser'
import type { ParseError } from 'jsonc-parser'
import { beforeIn, indentOf, isFirstOfLine, type Before, type Token } from './json-before.js'

/** What is wrong with a text that should be JSON, where one puts it right, and how. */
export interface Slip {
  readonly offset: number
  readonly problem: string
  readonly fix: string
}

/** Where the parser stopped. */
interface Stopped {
  readonly text: string
  readonly offset: number
  /** What it stopped at: a word, a mark, a string as far as it goes; empty at the end of the file. */
  readonly found: string
  readonly before: Before
}

const slip = (offset: number, problem: string, fix: string): Slip => ({ offset, problem, fix })

/** The first error of the parser, as people make it. */
export function slipOf({ error, offset, length }: ParseError, text: string): Slip {
  const found = text.slice(offset, offset + length)
  if (/^\uFFFD|\0/.test(text)) return slip(offset, 'it is not in UTF-8', 'Save the file again, as UTF-8')
  const at: Stopped = { text, offset, found, before: beforeIn(text, offset) }
  // The parser names its errors by an enum that TypeScript cannot import here; their printed names are stable.
  switch (printParseErrorCode(error)) {
    case 'InvalidCommentToken':
      return slip(offset, 'JSON has no comments', 'Delete the comment')
    case 'UnexpectedEndOfString':
      return openString(at)
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return escape(at)
    case 'InvalidCharacter':
      return control(at)
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return unclosed(at)
    case 'EndOfFileExpected':
      return tooMuch(at)
    case 'PropertyNameExpected':
      return unexpected(at, 'a name in double quotation marks')
    case 'ValueExpected':
      return unexpected(at, 'a value')
    case 'ColonExpected':
      return colonless(at)
    case 'CommaExpected':
      return commaless(at)
    case 'InvalidSymbol':
      return symbol(at)
    default:
      return unknown(at)
  }
}

const unknown = ({ offset, found }: Stopped): Slip =>
  slip(offset, `"${found}" is not understood`, 'Write a text in double quotation marks, a number, true, false or null')

// — strings —

/** Marks of the language, which in a text come in pairs. */
const PAIRED = '“”„‟«»‹›‚‛「」『』＂″'
const QUOTES = `'\`´‘’${PAIRED}`
const INSTEAD = 'Write " instead, before and after each name and each text'
const WITHIN = 'Write \\" for a quotation mark within a text, or the marks of the language, such as “ and ”'

/** A line that ends within a string. */
function openString({ text, offset }: Stopped): Slip {
  const end = (text.indexOf('\n', offset) + 1 || text.length + 1) - 1
  const line = text.slice(offset, end)
  const other = new RegExp(`[${QUOTES}](?=[\\s,}\\]]*$)`, 'u').exec(line)
  const paired = (line.match(new RegExp(`[${PAIRED}]`, 'gu'))?.length ?? 1) % 2 === 0
  if (other && !paired) return slip(offset + other.index, `${other[0]} stands where JSON has "`, INSTEAD)
  const escaped = /\\"(?=[\s,}\]]*$)/.exec(line)
  if (escaped)
    return slip(
      offset + escaped.index,
      'after a backslash, a quotation mark is part of the text',
      'Delete the backslash',
    )
  if (/^\s*(?:["}\]]|$)/.test(text.slice(end))) {
    const ends = offset + line.search(/[\s,]*$/)
    return slip(ends, 'the quotation mark that ends this is missing', 'Write " here')
  }
  return slip(end, 'the line ends within a text', 'Write the text on one line, however long it is')
}

function escape({ offset, found }: Stopped): Slip {
  for (const { 0: mark, index } of found.matchAll(/\\(?:u[0-9a-fA-F]{0,4}|[^])/g)) {
    if (/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})$/.test(mark)) continue
    const fix = 'Delete the backslash; if it is to be printed, write two'
    return slip(offset + index, `"${mark}" is nothing that JSON knows`, fix)
  }
  return slip(offset, 'a backslash is followed by something that JSON does not know', 'Delete the backslash')
}

function control({ offset, found }: Stopped): Slip {
  const index = [...found].findIndex((c) => c < ' ')
  const character = found[index] ?? ''
  if (character === '\t') return slip(offset + index, 'a tab stands in a text', 'Write a space instead')
  const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  return slip(offset + index, `a control character (${name}) stands in a text`, 'Delete it')
}

/** A string has ended, and goes on: in truth it ended before, or has not ended yet. */
function wentOn(last: Token): Slip {
  const inner = last.text.slice(1, -1)
  const ended = inner.search(last.isName ? /\s*:\s*$/ : /,\s*$/)
  if (ended > 0) return slip(last.start + 1 + ended, 'the quotation mark that ends this is missing', 'Write " here')
  return slip(last.end - 1, 'this quotation mark ends the text, and more follows', WITHIN)
}

// — brackets —

const CLOSING = { '{': '}', '[': ']' } as const
const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function unclosed({ text, offset, before }: Stopped): Slip {
  const opener = before.misclosed ?? before.open.at(-1)
  if (!opener) return slip(offset, 'a closing bracket is missing', 'Write it here')
  const { bracket } = opener
  const name = bracket === '{' ? 'brace' : 'bracket'
  const fix = `Write ${CLOSING[bracket]} where it belongs: the ${bracket} of line ${lineOf(text, opener.offset)} is not closed`
  return slip(offset, `a closing ${name} ${CLOSING[bracket]} is missing`, fix)
}

function tooMuch({ text, offset, found }: Stopped): Slip {
  const more = text.slice(offset + found.length).trim() !== ''
  if (found === ',' && !more) return slip(offset, 'a comma stands after the last bracket', 'Delete the comma')
  if (found === '}' || found === ']')
    return slip(offset, `there is one ${found} too many`, 'Delete it, or an earlier one where the file should go on')
  const fix = 'Delete the bracket before this, if what follows belongs to the file; if not, delete what follows'
  return slip(offset, 'the file should end here', fix)
}

// — commas, colons, names, values —

function unexpected({ offset, found, before: { last, open } }: Stopped, expected: string): Slip {
  const mark = last?.text
  if (found === '' && !last) return slip(offset, 'it is empty', 'Write {} into it, or put back what stood here')
  if (found === '')
    return slip(offset, 'it ends in the middle', 'Put back what stood here, or write the rest and the closing brackets')
  if (mark === ',' && (found === '}' || found === ']'))
    return slip(last!.start, `a comma stands before the closing ${found}`, `Delete the comma before ${found}`)
  if (found === ',' && (mark === ',' || mark === '{' || mark === '['))
    return slip(offset, 'there is one comma too many', 'Delete this comma')
  if (mark === ':' && /^[,}\]]$/.test(found))
    return slip(offset, 'a value should stand after the colon', 'Write the text, in double quotation marks, or delete the name too') // prettier-ignore
  const fix = open.at(-1)?.bracket === '{' && mark !== ':' ? 'Write the name, a colon and the text' : `Delete "${found}", or write ${expected} before it` // prettier-ignore
  return slip(offset, `${expected} should stand here, not "${found}"`, fix)
}

function colonless({ offset, found, before: { last } }: Stopped): Slip {
  if (/^[,}\]]$/.test(found) && last)
    return slip(last.start, 'a name without a text', 'Write a colon and the text after it; or, if it is a text, the name and a colon before it') // prettier-ignore
  return slip(last?.end ?? offset, 'a colon is missing after the name', 'Write a colon here')
}

function commaless(at: Stopped): Slip {
  const { text, offset, found } = at
  const { last, open } = at.before
  const opener = open.at(-1)
  if (opener && /^[}\]]$/.test(found)) {
    const closing = CLOSING[opener.bracket]
    const fix = `Write ${closing} here, since it ends the ${opener.bracket} of line ${lineOf(text, opener.offset)}`
    return slip(offset, `${found} stands where ${closing} should`, fix)
  }
  const isName = opener?.bracket === '{' && found.startsWith('"')
  if (isName && !/^\s*:/.test(text.slice(offset + found.length)))
    return slip(offset, 'a second text stands after the first', `Make one text of the two. ${WITHIN}`)
  // A number that begins with 0.
  if (last?.end === offset && /^\d/.test(found)) return unknown(at)
  // With a comma alone, all that follows would belong to the bracket that was to end here.
  if (last && opener && isFirstOfLine(text, offset) && indentOf(text, offset) < indentOf(text, last.start)) {
    const closing = CLOSING[opener.bracket]
    const fix = `Write ${closing} and a comma here: the ${opener.bracket} of line ${lineOf(text, opener.offset)} is not closed`
    return slip(last.end, `${closing} is missing here`, fix)
  }
  return slip(last?.end ?? offset, 'a comma is missing here', 'Write a comma here')
}

/** Marks of other keyboards, and those of other formats. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^[，、،;；؛]/u, ','],
  [/^[：﹕=]/u, ':'],
  [/^[｛(]/u, '{'],
  [/^[｝)]/u, '}'],
  [/^［/u, '['],
  [/^］/u, ']'],
]
const QUOTE = new RegExp(`^[${QUOTES}]`, 'u')

/** A word or a mark that JSON has not. */
function symbol(at: Stopped): Slip {
  const { text, offset, found, before } = at
  const first = String.fromCodePoint(found.codePointAt(0)!)
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(found))
    return slip(offset, 'two versions of the file were not put together', 'Keep the right lines, and delete the others and those with <<<<<<<, ======= and >>>>>>>') // prettier-ignore
  if (first === '#') return slip(offset, 'JSON has no comments', 'Delete the comment')
  if (/[\p{Z}\p{C}]/u.test(first)) {
    const name = `U+${first.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    return slip(offset, `an invisible character (${name}) stands here`, 'Delete it, or write a usual space instead')
  }
  const { last } = before
  if (last?.text.endsWith('"') && !text.slice(last.end, offset).includes('\n') && !isMark(found)) return wentOn(last)
  if (QUOTE.test(found)) return slip(offset, `${first} stands where JSON has "`, INSTEAD)
  const mark = MARKS.find(([form]) => form.test(found))?.[1]
  const right = mark === ',' && last?.isName ? ':' : mark
  if (right !== undefined) return slip(offset, `${first} stands where JSON has ${right}`, `Write ${right} instead`)
  return unquoted(at)
}

const isMark = (found: string): boolean => MARKS.some(([form]) => form.test(found))

/** Letters outside of quotation marks. */
function unquoted(at: Stopped): Slip {
  const { text, offset, found, before } = at
  const { last, open } = before
  if (!last) return slip(offset, 'it does not begin with {', 'Delete what stands before the first {, or put back the file as it was') // prettier-ignore
  const line = /[^\r\n]*/.exec(text.slice(offset))![0]
  const isName = open.at(-1)?.bracket === '{' && last.text !== ':'
  if (isName ? /^[^":]*"\s*:/.test(line) : /^[^"]*"\s*[,}\]]?\s*$/.test(line))
    return slip(offset, 'the quotation mark that begins this is missing', 'Write " here')
  if (!isName && /^(?:true|false|null)$/i.test(found)) return slip(offset, `"${found}" is not understood`, `Write ${found.toLowerCase()}`) // prettier-ignore
  if (isName) return slip(offset, `the name "${found}" has no quotation marks`, `Write "${found}", in double quotation marks`) // prettier-ignore
  return /^[\d.+-]/.test(found) ? unknown(at) : slip(offset, `"${found}" is not understood`, 'Write " before and after the text') // prettier-ignore
}
