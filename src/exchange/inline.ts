/**
 * A message as a translator's tool shows it: text to translate, and codes that the tool protects.
 *
 *   message   Call &lt;us&gt; on <strong>{{phone}}</strong>
 *   tokens    "Call <us"  code &gt;  " on "  code <strong>  code {{phone}}  code </strong>
 *
 * Nothing is lost: each message has exactly one row of tokens, and they give back its every character.
 */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  /** A slot, an entity, or a bracket that belongs to no mark: stands alone. */
  | { readonly kind: 'code'; readonly raw: string }
  /** Marks that open and close each other have the same number. */
  | { readonly kind: 'open' | 'close'; readonly raw: string; readonly pair: number }

const MARK = /^<(\/?)(?:strong|term|span)\b[^<>]*>/
/** What would be taken for a mark if the bracket before it were one. */
const LIKE_A_MARK = /^\/?(?:strong|term|span)\b/
const PIECE = /\{\{.*?\}\}|<(?:\/?(?:strong|term|span)\b[^<>]*>)?|&(?:#?\w+;)?/gs

export function tokensOf(message: string): Token[] {
  const tokens: Token[] = []
  const text = (more: string): void => {
    const last = tokens.at(-1)
    if (more === '') return
    if (last?.kind === 'text') tokens[tokens.length - 1] = { kind: 'text', text: last.text + more }
    else tokens.push({ kind: 'text', text: more })
  }
  const opened: { at: number; name: string; pair: number }[] = []
  let pairs = 0
  let done = 0
  for (const { 0: raw, index } of message.matchAll(PIECE)) {
    text(message.slice(done, index))
    done = index + raw.length
    const plain = plainly(raw, message.slice(done, done + 10))
    const [, closing] = MARK.exec(raw) ?? []
    if (plain !== undefined) text(plain)
    else if (closing === '') {
      opened.push({ at: tokens.length, name: nameOf(raw), pair: pairs++ })
      tokens.push({ kind: 'code', raw })
    } else if (closing === '/' && opened.at(-1)?.name === nameOf(raw)) {
      const { at, pair } = opened.pop()!
      tokens[at] = { kind: 'open', raw: (tokens[at] as { raw: string }).raw, pair }
      tokens.push({ kind: 'close', raw, pair })
    } else tokens.push({ kind: 'code', raw })
  }
  text(message.slice(done))
  return tokens
}

/** "&amp;" and "&lt;" are what a person reads in their place, unless that could not be told from a mark. */
function plainly(raw: string, next: string): string | undefined {
  if (raw === '&amp;') return '&'
  return raw === '&lt;' && !LIKE_A_MARK.test(next) ? '<' : undefined
}
const nameOf = (mark: string): string => /\w+/.exec(mark)?.[0] ?? ''

/** Text that a person wrote in a tool, as a message has it. Marks written by hand count as marks. */
export const messageText = (plain: string): string =>
  plain.replaceAll('&', '&amp;').replace(/<(?!\/?(?:strong|term|span)\b)/g, '&lt;')
