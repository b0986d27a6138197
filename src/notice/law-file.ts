import * as v from 'valibot'
import {
  isThere,
  isUnread,
  keyUnknown,
  readJson,
  readShape,
  type Catalogue,
  type Json,
  type Shelf,
} from '../locale/index.js'
import { finding, type Finding } from '../report/index.js'
import type { Notice } from './notice-file.js'
import type { Contacts, Workspace } from './workspace-file.js'

const text = v.pipe(v.string(), v.nonEmpty('it is empty'))
const asked = { id: text, article: text, asks: text }
const contact = v.picklist(['phone', 'email', 'address', 'hours', 'web', 'dataProtectionOfficer'])

/** What a law asks of a notice, and where the notice says it: exactly one of `keys`, `contacts`, `supply` and `not`. */
const slot = v.union(
  [
    v.strictObject({ ...asked, keys: v.pipe(v.array(text), v.minLength(1, 'one key at least is needed')) }),
    v.strictObject({ ...asked, contacts: v.pipe(v.array(contact), v.minLength(1, 'one contact at least is needed')) }),
    v.strictObject({ ...asked, supply: text }),
    v.strictObject({ ...asked, not: text }),
  ],
  'a slot has "id", "article", "asks" and one of "keys", "contacts", "supply" and "not"',
)
const schema = v.strictObject({ law: text, slots: v.array(slot) })
type Slot = v.InferOutput<typeof slot>

/**
 * What the law asks of a notice and the notice does not say, by `templates/notices/<id>.law.json`; nothing of a notice
 * without that file. Each open slot is a note: only the council can fill it, and nothing is made up in its place.
 */
export function checkLaw(shelf: Shelf, notice: Notice, { source, workspace }: LawDesk): Finding[] {
  const file = `templates/notices/${notice.id}.law.json`
  if (!isThere(shelf, file)) return []
  const json = readJson(shelf, file)
  const { value, findings } = readShape(schema, json)
  if (!value) return [...findings]
  return [
    ...findings,
    ...value.slots.flatMap((s, i) => {
      if ('keys' in s) return s.keys.flatMap((key, k) => unknownKey(json, ['slots', i, 'keys', k], wholeKey(key, notice), source)) // prettier-ignore
      if (!isOpen(s, workspace.contacts)) return []
      const facts = { law: value.law, article: s.article, asks: s.asks, contact: 'contacts' in s ? s.contacts.join(' or ') : '' } // prettier-ignore
      return [finding('law-slot-open', json.place(['slots', i, 'supply' in s ? 'supply' : 'contacts']), facts)]
    }),
  ]
}
interface LawDesk {
  readonly source: Catalogue
  readonly workspace: Workspace
}

const isOpen = (s: Slot, contacts: Contacts): boolean =>
  'supply' in s || ('contacts' in s && s.contacts.every((name) => contacts[name] === undefined))

const wholeKey = (key: string, { namespace }: Notice): string => (key.includes(':') ? key : `${namespace}:${key}`)

function unknownKey(json: Json, path: readonly (string | number)[], key: string, source: Catalogue): Finding[] {
  if (source.messages.has(key) || isUnread(source, key)) return []
  return [keyUnknown(source, key, { ...json.place(path), key })]
}
