/** Blocks within each other, and brackets inside their tags: no template needs ten. */
export const DEEPEST = 100

const ELSE = /\s*else\b(?!\s*~?\}\})/y
const INVERSE = /\^(?!\s*~?\}\})/y

/**
 * Where a template goes deeper than that; undefined where it does not. Handlebars itself takes half a minute for some
 * thousand blocks within each other, and then its stack is full. What it will not understand is left to it.
 */
export function tooDeepAt(text: string, most: number): number | undefined {
  /** Levels of each open block: each `{{else if}}` stands within what came before. */
  const open: number[] = []
  let depth = 0
  for (let at = text.indexOf('{{'); at >= 0;) {
    // Braces after one backslash are text.
    const isText = text[at - 1] === '\\' && text[at - 2] !== '\\'
    let inside = at + 2
    while (text[inside] === '{') inside++
    const isRaw = inside - at === 4
    if (text[inside] === '~') inside++
    let end = inside
    if (!isText && text[inside] === '!') end = endOfComment(text, inside)
    else if (!isText) {
      const opens = isRaw || text[inside] === '#' || stands(INVERSE, text, inside)
      if (text[inside] === '/') depth -= open.pop() ?? 0
      else if (opens || stands(ELSE, text, inside)) {
        open.push(opens ? 1 : (open.pop() ?? 0) + 1)
        depth++
      }
      const tag = readTag(text, inside, most)
      if (depth + tag.deepest > most) return at
      end = tag.end
    }
    if (end < 0) return undefined
    at = text.indexOf('{{', end)
  }
  return undefined
}

/** Whether something stands just here. */
function stands(what: RegExp, text: string, at: number): boolean {
  what.lastIndex = at
  return what.test(text)
}

/** Where a comment is over; -1 if it never is. One that begins with two dashes ends with two. */
function endOfComment(text: string, at: number): number {
  const dashed = text.startsWith('!--', at)
  let end = text.indexOf('}}', at)
  while (dashed && end >= 0 && !/--~?$/.test(text.slice(end - 3, end))) end = text.indexOf('}}', end + 1)
  return end
}

/** Where a tag is over, -1 if it never is, and how deep its round brackets go. */
function readTag(text: string, start: number, most: number): { readonly end: number; readonly deepest: number } {
  let [depth, deepest] = [0, 0]
  for (let at = start; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '}' && text[at + 1] === '}') return { end: at, deepest }
    if (letter === '(') deepest = Math.max(deepest, ++depth)
    else if (letter === ')') depth--
    else if (letter === '"' || letter === "'") {
      do at = text.indexOf(letter, at + 1)
      while (at > 0 && text[at - 1] === '\\')
      if (at < 0) break
    } else if (letter === '[') {
      at = text.indexOf(']', at)
      if (at < 0) break
    }
    // Handlebars goes no further either.
    if (deepest > most) break
  }
  return { end: -1, deepest }
}
