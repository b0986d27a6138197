import { finding, type Finding } from '../report/index.js'
import type { Catalogue, Message, Pair } from './catalogue.js'

/** i18next v4 writes plural forms as `key_one`, `key_few`, …: the forms differ from language to language. */
const FORM = /_(zero|one|two|few|many|other)$/

/** The English that a text of another language was made from: the same key, or the general form of a plural. */
export function sourceOf(source: Catalogue, key: string): Message | undefined {
  return source.messages.get(key) ?? (FORM.test(key) ? source.messages.get(key.replace(FORM, '_other')) : undefined)
}

/** The keys that a language needs for what the English says: its own plural forms in place of the English ones. */
export function keysNeeded(source: Catalogue, tag: string): string[] {
  const forms = formsOf(tag)
  const keys = new Set<string>()
  for (const key of source.messages.keys()) {
    if (!isPlural(source, key)) keys.add(key)
    else for (const form of forms) keys.add(key.replace(FORM, `_${form}`))
  }
  return [...keys]
}

/** A key that merely ends like a plural form is none: the general form must stand beside it. */
export function isPlural(source: Catalogue, key: string): boolean {
  return FORM.test(key) && source.messages.has(key.replace(FORM, '_other'))
}

/** A form that the language does not have (CLDR): nothing ever asks for it. */
export function checkForm({ source, target }: Pair, message: Message): Finding[] {
  const { key } = message
  const form = FORM.exec(key)?.[1]
  if (form === undefined || !isPlural(source, key)) return []
  const forms = formsOf(target.locale.tag)
  // i18next asks for "_zero" in every language when the number is 0.
  if (form === 'zero' || forms.includes(form)) return []
  const facts = { form, language: target.locale.englishName, forms: forms.join(', ') }
  return [finding('plural-unused', message.place, facts)]
}

const formsOf = (tag: string): readonly string[] => new Intl.PluralRules(tag).resolvedOptions().pluralCategories
