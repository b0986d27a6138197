import { isUnread, namespaceOf, readJson, type Catalogue, type Message, type Shelf } from '../locale/index.js'
import { fileStart, finding, type Finding } from '../report/index.js'
import type { Notice } from './notice-file.js'
import { namedKeys } from './notice-keys.js'
import type { Workspace } from './workspace-file.js'

export interface LeftOverDesk {
  readonly shelf: Shelf
  readonly workspace: Workspace
  readonly source: Catalogue
  /** All of the workspace. */
  readonly notices: readonly Notice[]
}

/** English texts that nothing prints, and pictures that nothing shows: each is work for every translator. */
export function checkLeftOver({ shelf, workspace, source, notices }: LeftOverDesk): Finding[] {
  const templates = templatesIn(shelf)
  const used = usedKeys(templates, workspace, notices)
  // Of a file that nobody names one finding says enough.
  const known = new Set(['leaflet', 'pictures', ...[...used].map(namespaceOf)])
  const unused = [...source.messages.values()].filter(({ key }) => !used.has(key) && !used.has(key.replace(FORM, '')))
  const isKnown = ({ key }: Message): boolean => known.has(namespaceOf(key))
  const files = new Set(unused.filter((message) => !isKnown(message)).map(({ place }) => place.file))
  const shown = [...used].flatMap((key) => (key.startsWith('pictures:') ? [key.slice('pictures:'.length)] : []))
  return [
    ...unused.filter(isKnown).map(({ key, place }) => finding('key-unused', place, { key })),
    ...[...files].map((file) => finding('file-unused', fileStart(file), {})),
    ...unusedPictures(shelf, new Set(shown)),
  ].filter(({ place }) => place.key === undefined || !isUnread(source, place.key))
}

const FORM = /_(zero|one|two|few|many|other)$/

function usedKeys(templates: readonly string[], { formats }: Workspace, notices: readonly Notice[]): Set<string> {
  // What view.ts names, then what templates and notices do.
  const used = new Set(['leaflet:whole', ...formats.map((format) => `leaflet:format.${format}`)])
  for (const text of templates) {
    for (const [, key] of text.matchAll(/["']([\w-]+:[\w.-]+)["']/g)) used.add(key!)
    for (const [, id] of text.matchAll(/picture="([\w-]+)"/g)) used.add(`pictures:${id!}`)
  }
  for (const notice of notices) {
    const words = unusedWords(notice)
    for (const { key } of namedKeys(notice)) if (!words.has(key)) used.add(key)
  }
  return used
}

/** Entries of the word list that no row asks for: no leaflet prints them. */
function unusedWords({ easyRead: { namespace, sections, words } }: Notice): Set<string> {
  const asked = new Set(sections.flatMap((s) => s.rows).flatMap((r) => r.words ?? []))
  const left = words.order.filter((id) => !asked.has(id))
  return new Set(left.flatMap((id) => ['term', 'meaning'].map((part) => `${namespace}:words.${id}.${part}`)))
}

function unusedPictures(shelf: Shelf, shown: ReadonlySet<string>): Finding[] {
  const choices = readJson(shelf, 'templates/pictures.json')
  const ids = typeof choices.value === 'object' && choices.value !== null ? Object.keys(choices.value) : []
  const own = shelf.list('pictures').filter((name) => name.endsWith('.svg'))
  return [
    ...ids.map((id) => ({ id, place: choices.place([id]) })),
    ...own.map((name) => ({ id: name.slice(0, -'.svg'.length), place: fileStart(`pictures/${name}`) })),
  ].flatMap(({ id, place }) => (shown.has(id) ? [] : [finding('picture-unused', place, { id })]))
}

const templatesIn = (shelf: Shelf): string[] =>
  ['templates', 'templates/partials'].flatMap((folder) =>
    shelf.list(folder).flatMap((name) => (name.endsWith('.hbs') ? [shelf.read(`${folder}/${name}`) ?? ''] : [])),
  )
