import { keptFor } from '../../memory/index.js'
import { finding, type Finding } from '../../report/index.js'
import type { Glossary } from '../glossary.js'
import type { Catalogue } from '../catalogue.js'
import { bareOf, type Beside } from './beside.js'

/** A text of two words or more that is the English: names aside, which stay as they are. */
export function checkUntranslated(beside: Beside): Finding[] {
  const { message, pair } = beside
  return isUntranslated(beside)
    ? [finding('text-untranslated', message.place, { key: message.key, language: pair.target.locale.englishName })]
    : []
}

/** Languages share single words: "Standard" is right in five of them. */
export function isUntranslated({ pair, message, source }: Beside): boolean {
  if (baseOf(pair.source) === baseOf(pair.target)) return false
  const { whole, own } = bareOf(message)
  const here = plain(whole)
  // What is marked as English is meant to be English.
  if (here !== plain(bareOf(source).whole) || !/\p{L}/u.test(own)) return false
  const names = namesOf(pair.source.glossary).list
  const words = names.reduce((text, name) => text.replaceAll(name, ' '), here).match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []
  return words.length >= 2
}

/** British and American English share most of their words. */
const baseOf = ({ locale: { tag } }: Catalogue): string => tag.split('-')[0]!

const plain = (text: string): string => text.trim().toLowerCase()

/** Longest first: "Hackney Council" before "Hackney". */
const namesOf = keptFor(({ keep }: Glossary) => ({
  list: keep.map(({ term }) => term.toLowerCase()).sort((a, b) => b.length - a.length),
}))
