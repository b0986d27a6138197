import * as v from 'valibot'

/** What no name has: controls but for those that break lines, halves of letters, noncharacters (Unicode 23.7). */
const NO_LETTER = /[^\P{Cc}\t\n\r]|[\p{Cs}\p{Noncharacter_Code_Point}]/u
/** Controls that turn the rest of a line (UAX #9 §2.1 to 2.3); marks of direction turn nothing. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/
/** What leaves ink; not the braille cell without dots. */
const INK = /(?![\u2800\p{Default_Ignorable_Code_Point}])[\p{L}\p{N}\p{P}\p{S}]/u

const isSeen = (text: string): boolean => INK.test(text) && !NO_LETTER.test(text) && !TURNING.test(text)

/** Words of a settings file, such as the name of a language or of a month, that can be seen as they are written. */
export const seenInPrint = v.pipe(
  v.string(),
  v.nonEmpty('it is empty'),
  v.check((t) => t === '' || isSeen(t), 'not all of it can be seen in print: delete characters that are invisible'),
)
