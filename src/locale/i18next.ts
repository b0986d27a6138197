import i18next, { type i18n } from 'i18next'
import type { Finding } from '../report/index.js'
import type { Catalogue, Message, Pair } from './catalogue.js'
import { localDigits } from './dates.js'
import { missingText } from './missing.js'
import { checkSlots } from './slots.js'

/** Values for the holes of a message. A number is written in the language's digits; `count` also chooses the plural. */
export type Slots = Readonly<Record<string, string | number>>

/** A message with its slots filled. */
export interface Said {
  /** Markup, with values escaped and isolated; undefined when the language has no such message. */
  readonly text: string | undefined
  /** The message it was made from: of a plural, the form that was chosen. */
  readonly message: Message | undefined
  readonly findings: readonly Finding[]
}

/**
 * Says a message in the target language of the pair. A value is set between U+2068 and U+2069, so that a phone number
 * in an Arabic sentence keeps its order, and is escaped, so that "&" in a name is no markup.
 */
export function say(pair: Pair, key: string, slots: Slots): Said {
  const { target } = pair
  const [text, usedKey] = plainly(target, key, slots) ?? ask(target, key, slots)
  const message = target.messages.get(usedKey)
  if (!message) return { text: undefined, message: undefined, findings: missingText(pair, key) }
  return { text, message, findings: checkSlots(pair, message, Object.keys(slots)) }
}

/** A message without slots is its text: most are, and i18next takes longer to say so than all else to make a line. */
function plainly({ messages }: Catalogue, key: string, slots: Slots): [text: string, usedKey: string] | undefined {
  const text = messages.get(key)?.text
  if (text === undefined || text.includes('{{') || Object.keys(slots).length > 0) return undefined
  return [text, key]
}

function ask(catalogue: Catalogue, key: string, slots: Slots): [text: string, usedKey: string] {
  const replace = Object.fromEntries(
    Object.entries(slots).map(([name, value]) => [name, isolate(catalogue, value)] as const),
  )
  const count = typeof slots['count'] === 'number' ? { count: slots['count'] } : {}
  // `nest: false`: a translator's "$t(…)" is text. `replace` beside `count`: the number chooses the form, its written
  // form fills the slot.
  const options = { ...count, lng: catalogue.locale.tag, replace, nest: false, returnDetails: true as const }
  const said = voiceOf(catalogue).t(key, options) as unknown as { res: string; exactUsedKey: string; usedNS: string }
  return [said.res, `${said.usedNS}:${said.exactUsedKey}`]
}

const isolate = (catalogue: Catalogue, value: string | number): string =>
  `\u2068${escapeMarkup(typeof value === 'number' ? localDigits(catalogue.locale, String(value)) : value)}\u2069`

const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** One instance for all languages: making one takes longer than saying all messages of a leaflet. */
let voice: i18n | undefined
/** Whose texts it has, by language, the oldest first: giving them takes no time, so a few are enough. */
const given = new Map<string, Catalogue>()
const MOST = 3

function voiceOf(catalogue: Catalogue): i18n {
  voice ??= makeVoice()
  const { tag } = catalogue.locale
  if (given.get(tag) === catalogue) return voice
  const former = given.get(tag) ?? (given.size >= MOST ? given.values().next().value : undefined)
  if (former) takeTexts(voice, former)
  giveTexts(voice, catalogue)
  given.set(tag, catalogue)
  return voice
}

/** Lets go of the texts of a language. */
export function forgetTexts(tag: string): void {
  const former = given.get(tag)
  if (voice && former) takeTexts(voice, former)
}

function takeTexts(i18n: i18n, { locale, namespaces }: Catalogue): void {
  given.delete(locale.tag)
  for (const name of namespaces.keys()) i18n.removeResourceBundle(locale.tag, name)
}

function giveTexts(i18n: i18n, { locale, namespaces }: Catalogue): void {
  for (const [name, json] of namespaces)
    i18n.addResourceBundle(locale.tag, name, json.value ?? {}, false, true, { silent: true, skipCopy: true })
}

function makeVoice(): i18n {
  const i18n = i18next.createInstance()
  void i18n.init({
    // Each message is asked for in a language of its own.
    lng: 'en',
    // A message missing in a language is missing: English never stands in for it, nor zh for zh-Hans.
    fallbackLng: false,
    load: 'currentOnly',
    // i18next would otherwise write zh-Hans in its own way and not find it again.
    cleanCode: false,
    lowerCaseLng: false,
    // Resources are at hand, so that the instance is ready when init returns.
    initAsync: false,
    ns: [],
    resources: {},
    keySeparator: '.',
    nsSeparator: ':',
    contextSeparator: '\u0000',
    pluralSeparator: '_',
    returnNull: false,
    returnEmptyString: true,
    interpolation: {
      prefix: '{{',
      suffix: '}}',
      // Values come escaped already; messages are markup and must not be escaped.
      escapeValue: false,
      skipOnVariables: true,
      // Slots are plain names: "{{when, uppercase}}" is an unknown slot, no format.
      formatSeparator: '\u0000',
    },
  })
  return i18n
}
