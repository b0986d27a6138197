import { finding, type Finding } from '../../report/index.js'
import { placeInMessage } from '../place-in-message.js'
import { codePointOf, type Beside } from './beside.js'

/** Letters that are written otherwise than Unicode's usual form (NFC): nobody who searches for the word finds it. */
export function checkComposed({ message }: Beside): Finding[] {
  const { text } = message
  const usual = text.normalize('NFC')
  if (usual === text) return []
  let at = 0
  while (text[at] === usual[at]) at++
  // The base of a letter and its mark may be told apart at the mark only.
  if (/\p{M}/u.test(text[at] ?? '') && at > 0) at--
  const letter = /^[^]\p{M}*/u.exec(text.slice(at))?.[0] ?? ''
  // A pile of marks is another finding.
  if (letter.length > 30) return []
  const facts = { letter, found: listed(letter), usual: listed(letter.normalize('NFC')) }
  return [finding('letter-apart', placeInMessage(message, at), facts)]
}

const listed = (letters: string): string => [...letters].map(codePointOf).join(' ')
