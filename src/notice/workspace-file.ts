import * as v from 'valibot'
import { readJson, readShape, seenInPrint as text, type Json, type Reading, type Shelf } from '../locale/index.js'
import { finding, type Finding, type Place } from '../report/index.js'
import { namedTwice } from './named-twice.js'

/** What doorstep.json says: whose leaflets, from which text, in which formats. */
export interface Workspace {
  readonly organisation: { readonly name: string }
  /** Tag of the language that texts are written in first. */
  readonly source: string
  readonly contacts: Contacts
  readonly notices: readonly string[]
  readonly formats: readonly string[]
  /** Format → services that a build makes of it unless others are asked for; a format that isn't here: all. */
  readonly usualServices: Readonly<Record<string, readonly string[]>>
  readonly theme: string
  /** Folder, relative to the workspace. */
  readonly output: string
  readonly outputPlace: Place
  readonly noticesPlace: Place
  /** Where the contacts stand, for findings about those that are not there. */
  readonly contactsPlace: Place
  /** Where the usual services stand. */
  readonly usualPlace: Place
}
export interface Contacts {
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly address?: string | undefined
  readonly hours?: string | undefined
  readonly web?: string | undefined
  /** How to reach the data protection officer: an email address, a phone number or a postal address. */
  readonly dataProtectionOfficer?: string | undefined
}

const name = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'it is no id: small letters, digits and hyphens'))

const schema = v.strictObject({
  organisation: v.strictObject({ name: text }),
  source: text,
  contacts: v.strictObject({
    phone: v.optional(v.pipe(v.string(), v.regex(/^\+?[0-9][0-9 ]+$/, 'a phone number has digits and spaces only'))),
    email: v.optional(v.pipe(v.string(), v.regex(/^[^\s@]+@[^\s@]+$/, 'it is no email address'))),
    address: v.optional(text),
    hours: v.optional(text),
    web: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'it starts with https:// or http://'))),
    dataProtectionOfficer: v.optional(text),
  }),
  // None is how the last one is withdrawn; see checkNotices.
  notices: v.array(name),
  formats: v.pipe(v.array(name), v.minLength(1, 'one format at least is needed, by the name of its template')),
  usualServices: v.optional(v.record(v.string(), v.array(name)), {}),
  theme: name,
  output: text,
})

/** Reads doorstep.json. */
export function readWorkspace(shelf: Shelf): Reading<Workspace> {
  const json = readJson(shelf, 'doorstep.json')
  const { value, findings } = readShape(schema, json)
  if (!value) return { findings }
  const twice = (['notices', 'formats'] as const).flatMap(
    (list) =>
    namedTwice(value[list].map((id, i) => ({ id, path: [list, i] })), (path) => json.place(path)), // prettier-ignore
  )
  if (twice.length > 0) return { findings: [...findings, ...twice] }
  const strange = Object.keys(value.usualServices).filter((format) => !value.formats.includes(format))
  if (strange.length > 0) return { findings: [...findings, ...strange.map((format) => noFormat(format, json))] }
  return { value: { ...value, noticesPlace: json.place(['notices']), contactsPlace: json.place(['contacts']), usualPlace: json.place(['usualServices']), outputPlace: json.place(['output']) }, findings } // prettier-ignore
}

function noFormat(format: string, json: Json): Finding {
  const path = ['usualServices', format]
  return finding('json-shape', json.place(path), { path: path.join('.'), problem: `"formats" has no "${format}"` })
}

/** Of no notice nothing can be made. */
export function checkNotices({ notices, noticesPlace }: Workspace): Finding[] {
  if (notices.length > 0) return []
  const problem = 'it names none, so that nothing is made; name one, by its file in templates/notices'
  return [finding('json-shape', noticesPlace, { path: 'notices', problem })]
}

const contactWords = {
  phone: 'a phone number',
  email: 'an email address',
  address: 'a postal address',
  hours: 'opening hours',
  web: 'a web address',
} as const satisfies Partial<Record<keyof Contacts, string>>

/** One note of all contacts that the council has not supplied: Doorstep invents none. */
export function checkContacts({ contacts, contactsPlace }: Workspace): Finding[] {
  const lacking = Object.entries(contactWords).flatMap(([name, words]) =>
    contacts[name as keyof Contacts] === undefined ? [words] : [],
  )
  if (lacking.length === 0) return []
  // Not by Intl.ListFormat, which takes 5 ms in a fresh process.
  const slot = [lacking.slice(0, -1).join(', '), ...lacking.slice(-1)].filter((words) => words !== '').join(' and ')
  return [finding('contact-missing', contactsPlace, { slot })]
}
