import { fileStart, finding, withKey, type Finding, type Place } from '../report/index.js'
import { readGlossary, NO_GLOSSARY, type Glossary } from './glossary.js'
import { readHistory, type History } from './history.js'
import { readJson, type Json } from './json.js'
import { readLocale, type Locale } from './locale.js'
import { readLedger, type Ledger } from './review.js'
import { unreadFile, type Shelf } from './shelf.js'
import { NO_WAIVERS, readWaivers, type Waivers } from './waivers.js'

/** One text of one language. */
export interface Message {
  /** `namespace:path.to.text` */
  readonly key: string
  readonly text: string
  /** Where its value starts (the opening quotation mark). */
  readonly place: Place
}

/** Where it stands is looked up for whoever asks: a language has thousands of texts, and few are asked for at a time. */
class TextInFile implements Message {
  readonly #json: Json

  constructor(
    readonly key: string,
    readonly text: string,
    json: Json,
  ) {
    this.#json = json
  }

  get place(): Place {
    return withKey(this.#json.place(pathOf(this.key)), this.key)
  }
}

/** Its file: `locales/<tag>/<namespace>.json`. */
export const namespaceOf = (key: string): string => key.slice(0, key.indexOf(':'))

/** No name in it holds a full stop: see below. */
const pathOf = (key: string): string[] => key.slice(key.indexOf(':') + 1).split('.')

/** All that is written in one language. */
export interface Catalogue {
  readonly locale: Locale
  /** By key, in the order of the files. */
  readonly messages: ReadonlyMap<string, Message>
  /** Namespace → the file's JSON, as i18next takes it. */
  readonly namespaces: ReadonlyMap<string, Json>
  /** Files that no key could name, such as `visit (1)`, without their ending: nobody reads them. */
  readonly strays: readonly string[]
  readonly review: Ledger
  /** What the texts said before, of the language that is written first; empty for all others. */
  readonly history: History
  /** Names and terms of the workspace, the same in every catalogue. */
  readonly glossary: Glossary
  /** Findings that a person said are no faults. */
  readonly waivers: Waivers
  /** Problems of reading; those of content are found by checkCatalogue. */
  readonly findings: readonly Finding[]
}

/** A language beside the one that texts are written in first. */
export interface Pair {
  readonly source: Catalogue
  readonly target: Catalogue
}

/** What stands before the colon of a key: a copy that a file manager or a mail program made is called otherwise. */
const NAMESPACE = /^[\p{L}\p{M}\p{N}._-]+$/u

/** Files of the folder that hold no messages. */
const NO_MESSAGES = new Set(['locale.json', 'review.json', 'history.json', 'waivers.json'])

/** Reads `locales/<tag>`. There is no catalogue without a usable locale.json; each other problem leaves a part of one. */
export function readCatalogue(
  shelf: Shelf,
  tag: string,
): { readonly catalogue?: Catalogue; readonly findings: readonly Finding[] } {
  const locale = readLocale(shelf, tag)
  const ledger = readLedger(shelf, tag)
  const past = readHistory(shelf, tag)
  const words = readGlossary(shelf)
  const waived = readWaivers(shelf, tag)
  const files = [locale, ledger, past, words, waived]
  const findings = files.flatMap((f) => f.findings)
  const messages = new Map<string, Message>()
  const namespaces = new Map<string, Json>()
  const strays: string[] = []
  const folder = `locales/${tag}`
  const names = shelf.list(folder)
  if (shelf.why?.(folder) !== undefined) return { findings: [...findings, unreadFile(shelf, folder)] }
  for (const name of names) {
    if (!name.endsWith('.json') || NO_MESSAGES.has(name)) continue
    const namespace = name.slice(0, -'.json'.length)
    if (!NAMESPACE.test(namespace)) {
      strays.push(namespace)
      continue
    }
    const json = readJson(shelf, `locales/${tag}/${name}`)
    namespaces.set(namespace, json)
    findings.push(...json.findings)
    if (json.value !== undefined) collect({ json, namespace, messages, findings }, [], json.value)
  }
  if (!locale.value) return { findings }
  const review = ledger.value ?? new Map<string, never>()
  const history = past.value ?? new Map<string, never>()
  const glossary = words.value ?? NO_GLOSSARY
  const waivers = waived.value ?? NO_WAIVERS
  return {
    catalogue: { locale: locale.value, messages, namespaces, strays, review, history, glossary, waivers, findings },
    findings,
  }
}

interface Basket {
  readonly json: Json
  readonly namespace: string
  readonly messages: Map<string, Message>
  readonly findings: Finding[]
}

function collect(basket: Basket, path: readonly string[], value: unknown): void {
  const { json, namespace, messages, findings } = basket
  if (typeof value === 'string' && path.length > 0) {
    const key = `${namespace}:${path.join('.')}`
    messages.set(key, new TextInFile(key, value, json))
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [name, child] of Object.entries(value)) {
      // i18next would take such a name for a path or a namespace, and find another text or none.
      if (/[.:]/.test(name)) {
        const problem = 'a name may not hold a full stop or a colon'
        findings.push(finding('json-shape', json.place([...path, name]), { path: [...path, name].join('.'), problem }))
      } else collect(basket, [...path, name], child)
    }
  } else {
    const where = path.join('.') || 'the whole file'
    const problem = 'only texts, and objects of texts, may stand here'
    findings.push(finding('json-shape', json.place(path), { path: where, problem }))
  }
}

/** Whether the text would stand in a file that is there and broken: one finding about the file says enough. */
export const isUnread = (catalogue: Catalogue, key: string): boolean => {
  const json = catalogue.namespaces.get(namespaceOf(key))
  return json !== undefined && json.value === undefined
}

/** Where a text that is not there should stand: its file, as near as the file goes. */
export function placeForKey(catalogue: Catalogue, key: string): Place {
  const namespace = namespaceOf(key)
  const file = `locales/${catalogue.locale.tag}/${namespace}.json`
  const place = catalogue.namespaces.get(namespace)?.place(pathOf(key)) ?? fileStart(file)
  return withKey(place, key)
}
