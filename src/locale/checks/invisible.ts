import { finding, type Finding } from '../../report/index.js'
import { placeInMessage } from '../place-in-message.js'
import { codePointOf, type Beside } from './beside.js'

/** Controls of UAX #9 are looked for by themselves, the spaces of lines and paragraphs as spaces. */
const BIDI = /\p{Bidi_Control}/u
const UNSEEN = /\p{Default_Ignorable_Code_Point}|[\u2800\uFFFC]|[^\P{Cc}\t\n\v\f\r\u0085]/gu
/** Joiners belong to the spelling where letters join; between letters of the text, that is. */
const JOINERS = /[\u200C\u200D]/

/** Characters that nobody sees and that break searching, breaking of lines and reading aloud. */
export function checkInvisible({ pair, message }: Beside): Finding[] {
  if (message.text.search(UNSEEN) < 0) return []
  const seen = new Set<string>()
  const findings: Finding[] = []
  for (const { 0: character, index } of message.text.matchAll(UNSEEN)) {
    if (BIDI.test(character) || seen.has(character)) continue
    if (JOINERS.test(character) && isSpelling(message.text, index, pair.target.locale.script)) continue
    seen.add(character)
    findings.push(finding('character-invisible', placeInMessage(message, index), { codePoint: codePointOf(character) }))
  }
  return findings
}

/** Scripts whose letters join or form ligatures (Unicode Standard 23.2). */
const JOINING =
  /^(Arab|Aran|Syrc|Mong|Nkoo|Adlm|Rohg|Deva|Beng|Guru|Gujr|Orya|Taml|Telu|Knda|Mlym|Sinh|Khmr|Mymr|Tibt)$/

function isSpelling(text: string, at: number, script: string): boolean {
  if (!JOINING.test(script)) return false
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at + 1, at + 3)
  // "GDPR" may stand before it in a mark of its own: </span>.
  return /[\p{L}\p{M}>]$/u.test(before) && /^[\p{L}\p{M}]/u.test(after)
}
