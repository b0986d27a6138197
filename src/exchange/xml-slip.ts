/** What is wrong with a text that should be XML, where one puts it right, and how. */
export interface XmlSlip {
  readonly words: string
  readonly at: number
  readonly mend?: string
}

/** Entities that XML has without declaring them. */
const BARE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i
const NAMED = /^&[\w.-]+;/

/**
 * The fault as people make it, in a text that a parser refused: in what follows the last tag that was sound. Undefined if
 * it is none of these, such as a tag that closes another than the last one opened.
 */
export function slipAfter(text: string, ended: number): XmlSlip | undefined {
  const tag = text.indexOf('<', ended)
  const bare = bareIn(text, ended, tag < 0 ? text.length : tag)
  if (bare) return bare
  if (tag < 0) return undefined
  if (text.startsWith('<!--', tag)) return unclosed(text, tag, '-->')
  if (text.startsWith('<![CDATA[', tag)) return unclosed(text, tag, ']]>')
  if (text.startsWith('<?xml', tag))
    return tag === 0
      ? { words: 'its first line is damaged', at: 0, mend: 'Make it <?xml version="1.0" encoding="UTF-8"?>' }
      : { words: '<?xml …?> does not stand at the very start', at: tag, mend: 'Delete what stands before it' }
  if (text.startsWith('<?', tag)) return unclosed(text, tag, '?>')
  if (text.startsWith('<!', tag)) return undefined
  if (!/[\p{L}_/]/u.test(text[tag + 1] ?? '')) return alone(tag)
  const [head, slash, name] = read(text, tag, /<(\/?)([^\s<>/="'&]*)/y)
  const inside = tag + head.length
  return slash === '' ? tagSlip(text, inside, name) : closeSlip(text, inside, name)
}

const alone = (at: number): XmlSlip => ({ words: 'a "<" stands here by itself; it is written &lt;', at, mend: 'Write &lt; in place of it' }) // prettier-ignore

function bareIn(text: string, start: number, end: number): XmlSlip | undefined {
  const at = text.slice(start, end).search(BARE)
  if (at < 0) return undefined
  const [entity] = NAMED.exec(text.slice(start + at, end)) ?? []
  if (entity !== undefined)
    return { words: `it uses an entity that is not declared, ${entity}`, at: start + at, mend: `Write the letter itself in place of ${entity}` } // prettier-ignore
  return { words: 'an "&" stands here by itself; it is written &amp;', at: start + at, mend: 'Write &amp; in place of it' } // prettier-ignore
}

function unclosed(text: string, at: number, end: string): XmlSlip | undefined {
  const found = text.indexOf(end, at)
  return found < 0 ? { words: `something is opened here that "${end}" should close`, at, mend: `Write ${end} where it ends` } : undefined // prettier-ignore
}

function closeSlip(text: string, inside: number, name: string): XmlSlip | undefined {
  const [space] = read(text, inside, /\s*/y)
  if (text[inside + space.length] === '>') return undefined
  return { words: `the ">" of </${name}> is missing here`, at: inside, mend: 'Write > here' }
}

/** A tag from behind its name: attributes, each with a value between quotation marks, up to ">" or "/>". */
function tagSlip(text: string, inside: number, tag: string): XmlSlip | undefined {
  const names = new Set<string>()
  for (let at = inside; ;) {
    const [space] = read(text, at, /\s*/y)
    const next = at + space.length
    if (text[next] === '>' || text.startsWith('/>', next)) return undefined
    if (next === text.length) return cutShort(next)
    if (text[next] === '<') return { words: `the ">" of <${tag}> is missing here`, at, mend: 'Write > here' }
    const [name] = read(text, next, /[^\s<>/="'&]*/y)
    if (name === '') return { words: `this does not belong in the tag <${tag}>`, at: next, mend: 'Delete it' }
    if (space === '') return { words: `a space is missing before "${name}"`, at: next, mend: 'Write a space here' }
    if (names.has(name)) return { words: `"${name}" stands twice in one tag`, at: next, mend: 'Delete one of the two' }
    names.add(name)
    const value = valueAt(text, next + name.length, name)
    if (typeof value !== 'number') return value
    at = value
  }
}

const cutShort = (at: number): XmlSlip => ({ words: 'it ends here, in the middle of a tag', at, mend: 'Get the whole file: this one was cut short' }) // prettier-ignore

/** Where the value of an attribute is over, or what is wrong with it. */
function valueAt(text: string, start: number, name: string): number | XmlSlip {
  const [equals] = read(text, start, /\s*=\s*/y)
  const at = start + equals.length
  if (at === text.length) return cutShort(at)
  const quote = text[at] ?? ''
  if (equals === '')
    return /["']/.test(quote)
      ? { words: `the "=" after "${name}" is missing here`, at, mend: 'Write = here' }
      : { words: `"${name}" has no value`, at: start, mend: `Write a value, as in ${name}="…", or delete it` }
  if (/[“”„«»‘’]/.test(quote))
    return { words: `the value of "${name}" stands between “typographic” quotation marks`, at, mend: 'Write plain ones: "' } // prettier-ignore
  if (!/["']/.test(quote))
    return { words: `the quotation mark before the value of "${name}" is missing here`, at, mend: 'Write " here' }
  const end = text.indexOf(quote, at + 1)
  const value = text.slice(at + 1, end < 0 ? text.length : end)
  const less = value.search(/<(?=[\s\d])/)
  if (end >= 0 && less >= 0 && !value.includes('>')) return alone(at + 1 + less)
  if (end < 0 || value.includes('<') || /\s[\w:.-]+\s*=\s*$/.test(value)) {
    const missing = at + 1 + value.search(/\s+[\w:.-]+\s*=|\s*\/?>|<|$/)
    if (missing === text.length) return cutShort(missing)
    return { words: `the quotation mark after the value of "${name}" is missing here`, at: missing, mend: `Write ${quote} here` } // prettier-ignore
  }
  return bareIn(text, at, end) ?? end + 1
}

/** What a sticky pattern finds just here, and its groups; nothing is found as empty texts. */
function read(text: string, at: number, pattern: RegExp): [string, string, string] {
  pattern.lastIndex = at
  const [whole = '', one = '', two = ''] = pattern.exec(text) ?? []
  return [whole, one, two]
}
