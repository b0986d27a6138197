/**
 * Offset after the word that starts at an offset, and the spaces that follow it: where a text can be taken apart and
 * put together again. A mark after a space stands on the space (UAX #29, GB9), and what joins may reach over it, so no
 * word begins there.
 */
export function endOfWord(text: string, start: number): number {
  for (let at = text.indexOf(' ', start); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (at + 1 === text.length) break
    const next = text.charCodeAt(at + 1)
    if (next !== SPACE && (next < FIRST_MARK || !ATTACHES.test(text.slice(at + 1, at + 3)))) return at + 1
  }
  return text.length
}

const SPACE = 0x20
/** No mark and no format character stands below: U+00AD is the first. */
const FIRST_MARK = 0xad
const ATTACHES = /^[\p{M}\p{Cf}]/u
