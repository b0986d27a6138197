import { isBlank, type Slot, type Stroke } from './strokes.js'

/** pdf.js drops a code whose text ends so, unless there is a combining mark in it. */
const DROPPED = /^\P{Mn}*?(\p{Cf}+)$/u

/**
 * Joiners and other characters nobody sees (category Cf). pdf.js drops every code whose text ends with one: U+200C on
 * its own, and a letter with U+200D after it. So they begin the next code to the right, which in a right-to-left run is
 * that of the letter before them:
 *
 *   codes    A  U+200C  B      A      B
 *   text     A  U+200C  B      A      U+200C B
 */
export function keepUnseen(stroke: Stroke): Stroke {
  if (!stroke.slots.some(({ traits, stored }) => !traits.markedLetters && DROPPED.test(stored))) return stroke
  const slots: Slot[] = []
  let moved = ''
  for (const [i, slot] of stroke.slots.entries()) {
    const text = moved + slot.stored
    moved = ''
    const unseen = DROPPED.exec(text)?.[1]
    const rest = unseen === undefined ? text : text.slice(0, -unseen.length)
    const last = slots.at(-1)
    const gone = rest === '' && slot.glyph.advance === 0 && isBlank(slot.glyph)
    if (unseen === undefined) slots.push(text === slot.stored ? slot : { ...slot, stored: text })
    else if (gone && last && /\p{Mn}/u.test(last.stored)) slots.splice(-1, 1, { ...last, stored: last.stored + unseen })
    else if (stroke.slots[i + 1]) {
      moved = unseen
      if (!gone) slots.push({ ...slot, stored: rest })
    } else slots.push({ ...slot, stored: unseen + rest })
  }
  return { ...stroke, slots }
}
