import { finding, type Finding } from '../../report/index.js'
import { isEnglish, type Beside } from './beside.js'

/** Words in bold, and hard words: what the English marks, the translation marks too. Of easy read, see easy-read.ts. */
export function checkKeptMarks({ pair, message, source }: Beside): Finding[] {
  if (isEnglish(pair)) return []
  const marks = /-easy-read:/.test(message.key) ? ['strong'] : ['strong', 'term']
  const lost = marks.filter((mark) => count(source.text, mark) > count(message.text, mark))
  return lost.map((mark) => finding('markup-lost', message.place, { mark }))
}

const count = (text: string, mark: string): number => text.split(`<${mark}>`).length
