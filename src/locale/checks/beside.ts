import { keptFor } from '../../memory/index.js'
import type { Finding, Place } from '../../report/index.js'
import type { Message, Pair } from '../catalogue.js'
import { readMarkup } from '../markup.js'
import { placeInMessage } from '../place-in-message.js'

/** A text of a language beside the English that it was made from. */
export interface Beside {
  readonly pair: Pair
  readonly message: Message
  readonly source: Message
}

/** Looks at one text for one kind of fault. Pure: the same texts, the same findings. */
export type Check = (beside: Beside) => Finding[]

/** What stands for a slot, or for words of another language: no letter, no space, no end of a sentence. */
export const HOLE = '\uFFFC'

/** A text as a reader sees it, composed (NFC). */
export interface Bare {
  /** Without marks; slots as {@link HOLE}. */
  readonly whole: string
  /** The same without words that are marked as another language's. */
  readonly own: string
}

export const bareOf: (message: Message) => Bare = keptFor(({ text }: Message): Bare => {
  let [whole, own] = ['', '']
  for (const piece of readMarkup(text)) {
    const bare = piece.text.replace(/\{\{.*?\}\}/gs, HOLE).normalize('NFC')
    whole += bare
    own += piece.lang === undefined ? bare : HOLE
  }
  return { whole, own }
})

/** Where a stretch of the bare text stands in its file; the start of the message where marks stand in between. */
export function placeOf(message: Message, stretch: string): Place {
  const at = message.text.indexOf(stretch)
  return at < 0 ? message.place : placeInMessage(message, at)
}

/** `U+0041` */
export const codePointOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** The language without script and region: `zh-Hans` → `zh`. */
export const languageOf = (tag: string): string => tag.split('-')[0]!.toLowerCase()

/** The language that texts are written in first is a pair with itself: there is nothing to compare. */
export const isEnglish = ({ source, target }: Pair): boolean => source.locale.tag === target.locale.tag

/** The text up to the last character that is none of these; a regular expression takes the square of the time for it. */
export function withoutEnd(text: string, these: RegExp): string {
  let end = text.length
  while (end > 0 && these.test(text[end - 1]!)) end--
  return text.slice(0, end)
}
