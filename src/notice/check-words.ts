import { readMarkup, type Catalogue } from '../locale/index.js'
import { finding, type Finding } from '../report/index.js'
import type { Notice } from './notice-file.js'

/**
 * Hard words of easy read that the row calls otherwise than the word list does: nobody would find them there. Endings
 * may differ; a third of the shorter of the two must be the same, in one piece.
 */
export function checkWordList({ easyRead: { namespace, sections } }: Notice, target: Catalogue): Finding[] {
  return sections
    .flatMap((s) => s.rows)
    .flatMap(({ text, words = [] }) => {
      const message = target.messages.get(text)
      const marked = message ? termsOf(message.text) : []
      // Too many or too few is another finding.
      if (!message || marked.length !== words.length) return []
      const listed = words.map((id) => target.messages.get(`${namespace}:words.${id}.term`)?.text ?? '')
      return marked.flatMap((term, i) => {
        const entry = readMarkup(listed[i]!).map((p) => p.text).join('') // prettier-ignore
        if (entry === '' || listed.some((l) => isLike(term, l))) return []
        return [finding('word-other', message.place, { marked: term, listed: entry })]
      })
    })
}

/** The hard words of a row, in its order. */
function termsOf(text: string): string[] {
  const terms: string[] = []
  for (const piece of readMarkup(text))
    if (piece.term !== undefined) terms[piece.term] = (terms[piece.term] ?? '') + piece.text
  return terms
}

function isLike(a: string, b: string): boolean {
  const [short, long] = [letters(a), letters(b)].sort((x, y) => x.length - y.length) as [string, string]
  const enough = Math.min(short.length, Math.max(3, Math.ceil(short.length / 3)))
  for (let at = 0; at + enough <= short.length; at++) if (long.includes(short.slice(at, at + enough))) return true
  return false
}

const letters = (text: string): string =>
  text.replace(/<[^>]*>/g, '').normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}]/gu, '') // prettier-ignore
