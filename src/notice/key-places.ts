import { plainMessage, type Catalogue } from '../locale/index.js'
import type { ForServices, Notice } from './notice-file.js'

/**
 * Where each text of a notice stands on the page, in words for a translator who has only the text: key → lines, since a
 * text may stand in several places. A template says what comes between them; only the notice's own order is told here.
 */
export function keyPlaces(notice: Notice, source: Catalogue): Map<string, string[]> {
  const places = new Map<string, string[]>()
  const add = (key: string, where: string): void => {
    places.set(key, [...(places.get(key) ?? []), where])
  }
  const english = (key: string): string => plainMessage(source.messages.get(key)?.text ?? key)
  const title = english(notice.title)
  const services = ({ services: ids = [] }: ForServices): string => {
    const names = ids.map((id) => english(notice.services.find((s) => s.id === id)?.name ?? id))
    return names.length === 0 ? '' : `; in the whole notice and the leaflet for ${names.join(', ')} only`
  }

  add(notice.title, 'Title of the notice; also at the foot of each page')
  for (const { name } of notice.services) add(name, 'Name of a service, under the title and at the foot of its leaflet')
  for (const { heading, blocks } of notice.sections) {
    if (heading !== undefined) add(heading, `${title}: heading of a section`)
    const within = heading === undefined ? `${title}, at the start` : `${title}, section "${english(heading)}"`
    let paragraph = 0
    for (const block of blocks) {
      if ('heading' in block) add(block.heading, `${within}: smaller heading${services(block)}`)
      else if ('paragraph' in block) add(block.paragraph, `${within}: paragraph ${++paragraph}${services(block)}`)
      else
        for (const [i, key] of block.list.entries())
          add(key, `${within}: item ${i + 1} of ${block.list.length} in a list${services(block)}`)
    }
  }
  add(notice.closing, `${title}: last line of the text`)
  easyPlaces(notice, { add, english, services })
  return places
}

interface Pen {
  readonly add: (key: string, where: string) => void
  readonly english: (key: string) => string
  readonly services: (of: ForServices) => string
}

function easyPlaces({ easyRead }: Notice, { add, english, services }: Pen): void {
  add(easyRead.title, 'Easy read: title')
  for (const { heading, rows } of easyRead.sections) {
    add(heading, 'Easy read: heading of a section')
    for (const row of rows) {
      const picture = english(`pictures:${row.picture}`)
      add(row.text, `Easy read, section "${english(heading)}": beside the picture "${picture}"${services(row)}`)
      add(`pictures:${row.picture}`, `Easy read: says what the picture beside "${english(row.text)}" shows, for people who cannot see it`) // prettier-ignore
    }
  }
  add(easyRead.words.heading, 'Easy read: heading of the word list')
  for (const id of easyRead.words.order) {
    add(`${easyRead.namespace}:words.${id}.term`, 'Easy read, word list: a hard word')
    add(`${easyRead.namespace}:words.${id}.meaning`, `Easy read, word list: what "${english(`${easyRead.namespace}:words.${id}.term`)}" means`) // prettier-ignore
  }
  add(easyRead.closing, 'Easy read: last line of the text')
}

/** What the elements around a text of the templates are, in words. */
const ELEMENTS: Readonly<Record<string, string>> = {
  h1: 'the title',
  h2: 'a heading',
  h3: 'a smaller heading',
  p: 'a line of its own',
  a: 'a line with a link',
  li: 'an item of a list',
  contents: 'the heading of the contents',
  draft: 'the line that says "draft", on each page',
  tab: 'the language tab at the edge of each page',
  foot: 'the foot of each page',
  folio: 'the page number at the foot of each page',
}

/** Where templates say texts by key: key → lines. */
export function templatePlaces(templates: readonly string[]): Map<string, string[]> {
  const places = new Map<string, string[]>()
  for (const template of templates)
    for (const { 1: key, index } of template.matchAll(/\{\{t "([^"]+)"/g)) {
      const before = template.slice(0, index)
      const element = [...before.matchAll(/<(\w+)/g)].map((m) => m[1]!).findLast((name) => name in ELEMENTS)
      const box = before.lastIndexOf('<box>') > before.lastIndexOf('</box>') ? ', in the box at the start' : ''
      const where = `The leaflet's own words: ${ELEMENTS[element ?? ''] ?? 'beside the text'}${box}`
      if (!places.get(key!)?.includes(where)) places.set(key!, [...(places.get(key!) ?? []), where])
    }
  return places
}
