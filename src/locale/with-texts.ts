import { fileStart } from '../report/index.js'
import { namespaceOf, placeForKey, type Catalogue, type Message } from './catalogue.js'
import type { Json } from './json.js'

/** A catalogue in which some texts are others, or are there at all: for a preview of what cannot be printed yet. */
export function withTexts(catalogue: Catalogue, texts: ReadonlyMap<string, string>): Catalogue {
  if (texts.size === 0) return catalogue
  const messages = new Map(catalogue.messages)
  const namespaces = new Map(catalogue.namespaces)
  for (const [key, text] of texts)
    messages.set(key, { key, text, place: messages.get(key)?.place ?? placeForKey(catalogue, key) })
  for (const name of new Set([...texts.keys()].map(namespaceOf))) {
    const file = `locales/${catalogue.locale.tag}/${name}.json`
    const json = namespaces.get(name) ?? { file, value: undefined, findings: [], place: () => fileStart(file) }
    namespaces.set(name, { ...json, value: nested(name, messages) })
  }
  return { ...catalogue, messages, namespaces }
}

/** The texts of a namespace as the object that i18next takes: no name in it is one of Object's own. */
export function nested(namespace: string, messages: ReadonlyMap<string, Message>): Json['value'] {
  const value = branch()
  for (const { key, text } of messages.values()) {
    if (namespaceOf(key) !== namespace) continue
    const path = key.slice(namespace.length + 1).split('.')
    let at: Branch | string = value
    for (const name of path.slice(0, -1)) if (typeof at !== 'string') at = at[name] ??= branch()
    // A text that stands where another has its branch cannot be said; whoever asks for it gets its key.
    if (typeof at !== 'string') at[path.at(-1)!] ??= text
  }
  return value
}
interface Branch {
  [name: string]: Branch | string
}
const branch = (): Branch => Object.create(null) as Branch
