import * as v from 'valibot'
import {
  checkDate,
  countTerms,
  isUnread,
  keyUnknown,
  readJson,
  readShape,
  type Catalogue,
  type JsonPath,
  type Reading,
  type Shelf,
} from '../locale/index.js'
import { finding, withKey, type Finding, type Place } from '../report/index.js'
import { namedTwice } from './named-twice.js'
import { namedKeys } from './notice-keys.js'

/** What a notice consists of: keys, pictures and services, no text. Keys are whole: `namespace:path`. */
export interface Notice {
  readonly id: string
  readonly file: string
  readonly namespace: string
  readonly title: string
  /** ISO 8601 with time of day: when the council last changed the text. */
  readonly updated: string
  readonly services: readonly Service[]
  readonly sections: readonly Section[]
  readonly closing: string
  readonly easyRead: EasyRead
  place(path: JsonPath): Place
}
export interface Service {
  readonly id: string
  readonly name: string
}
export interface Section {
  readonly id: string
  readonly heading?: string | undefined
  readonly blocks: readonly NoticeBlock[]
}
/** A block or a row that names services stands only in their leaflets and in the whole notice. */
export interface ForServices {
  readonly services?: readonly string[] | undefined
}
export type NoticeBlock = ForServices &
  ({ readonly heading: string } | { readonly paragraph: string } | { readonly list: readonly string[] })
export interface EasyRead {
  readonly namespace: string
  readonly title: string
  readonly sections: readonly EasySection[]
  readonly words: { readonly heading: string; readonly order: readonly string[] }
  readonly closing: string
}
export interface EasySection {
  readonly id: string
  readonly heading: string
  readonly rows: readonly EasyRow[]
}
export interface EasyRow extends ForServices {
  readonly picture: string
  readonly text: string
  /** Hard words of the row, as the word list calls them. */
  readonly words?: readonly string[] | undefined
}

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'it is no id: small letters, digits and hyphens'))
const key = v.pipe(v.string(), v.regex(/^[\w.:-]+$/, 'it is no key; texts stand in locales/en'))
const services = v.optional(v.array(id))

const schema = v.strictObject({
  id,
  namespace: id,
  title: key,
  updated: v.string(),
  services: v.array(v.strictObject({ id, name: key })),
  sections: v.array(
    v.strictObject({
      id,
      heading: v.optional(key),
      blocks: v.array(
        v.union(
          [
            v.strictObject({ heading: key, services }),
            v.strictObject({ paragraph: key, services }),
            v.strictObject({ list: v.pipe(v.array(key), v.minLength(1, 'one text at least is needed')), services }),
          ],
          'a block is one of { "heading": key }, { "paragraph": key } and { "list": [keys] }',
        ),
      ),
    }),
  ),
  closing: key,
  easyRead: v.strictObject({
    namespace: id,
    title: key,
    sections: v.array(
      v.strictObject({
        id,
        heading: key,
        rows: v.array(v.strictObject({ picture: id, text: key, words: v.optional(v.array(id)), services })),
      }),
    ),
    words: v.strictObject({ heading: key, order: v.array(id) }),
    closing: key,
  }),
})
type NoticeFile = v.InferOutput<typeof schema>

/** Reads `templates/notices/<id>.json`. */
export function readNotice(shelf: Shelf, id: string): Reading<Notice> {
  const json = readJson(shelf, `templates/notices/${id}.json`)
  const { value: file, findings } = readShape(schema, json)
  if (!file) return { findings }
  const place = (path: JsonPath): Place => json.place(path)
  const wrong = [...checkOwn(file, id, place), ...checkIds(file, place), ...checkNames(file, place)]
  if (wrong.length > 0) return { findings: [...findings, ...wrong] }
  return { value: { ...wholeKeys(file), file: json.file, place }, findings }
}

/** Keys of the notice that the English has no text for, and rows whose hard words differ from those it marks. */
export function checkNotice(notice: Notice, source: Catalogue): Finding[] {
  const unknown = namedKeys(notice).filter(({ key }) => !source.messages.has(key) && !isUnread(source, key))
  return [
    ...unknown.map(({ key, path }) => keyUnknown(source, key, withKey(notice.place(path), key))),
    ...notice.easyRead.sections.flatMap(({ rows }, s) =>
      rows.flatMap((row, r) => {
        const message = source.messages.get(row.text)
        if (!message) return []
        const [marked, listed] = [countTerms(message.text), row.words?.length ?? 0]
        const place = notice.place(['easyRead', 'sections', s, 'rows', r, 'words'])
        return marked === listed ? [] : [finding('word-unexplained', { ...place, key: row.text }, { marked, listed })]
      }),
    ),
  ]
}

/** Its name, by which its law file is found, and when it was updated, of which no time of day may be made up. */
function checkOwn(file: NoticeFile, id: string, place: (path: JsonPath) => Place): Finding[] {
  const shape = (path: string, problem: string) => finding('json-shape', place([path]), { path, problem })
  const date = checkDate(file.updated, place(['updated']))
  const isDay = date.length === 0 && !file.updated.includes('T')
  return [
    ...(file.id === id ? [] : [shape('id', `the file is called "${id}.json"`)]),
    ...date,
    ...(isDay ? [shape('updated', `a time of day is needed too, such as ${file.updated}T14:53:33`)] : []),
  ]
}

/** Each service makes leaflets of its own, each hard word an entry; two more words of the command line mean all. */
function checkIds({ services, easyRead }: NoticeFile, place: (path: JsonPath) => Place): Finding[] {
  const ids = services.map((s, i) => ({ id: s.id, path: ['services', i, 'id'] }))
  const words = easyRead.words.order.map((word, i) => ({ id: word, path: ['easyRead', 'words', 'order', i] }))
  const taken = ids.filter(({ id }) => id === 'whole' || id === 'all')
  return [
    ...taken.map(
      ({ id, path }) =>
      finding('json-shape', place(path), { path: path.join('.'), problem: `"${id}" stands for the whole notice or for all services, and can be the id of none` }), // prettier-ignore
    ),
    ...namedTwice(ids, place),
    ...namedTwice(words, place),
  ]
}

/** Services and hard words that blocks and rows name must be in the notice's own lists. */
function checkNames(file: NoticeFile, place: (path: JsonPath) => Place): Finding[] {
  const known = { services: new Set(file.services.map((s) => s.id)), words: new Set(file.easyRead.words.order) }
  const findings: Finding[] = []
  const check = (kind: 'services' | 'words', names: readonly string[] | undefined, path: JsonPath): void => {
    for (const [i, name] of (names ?? []).entries()) {
      if (known[kind].has(name)) continue
      const problem = kind === 'services' ? `there is no service "${name}"` : `"words" lists no "${name}"`
      const at = [...path, kind, i]
      findings.push(finding('json-shape', place(at), { path: at.join('.'), problem }))
    }
  }
  for (const [s, section] of file.sections.entries())
    for (const [b, block] of section.blocks.entries()) check('services', block.services, ['sections', s, 'blocks', b])
  for (const [s, section] of file.easyRead.sections.entries())
    for (const [r, row] of section.rows.entries()) {
      check('services', row.services, ['easyRead', 'sections', s, 'rows', r])
      check('words', row.words, ['easyRead', 'sections', s, 'rows', r])
    }
  return findings
}

/** `title` → `children-and-families:title` */
export const wholeKey = (namespace: string, key: string): string => (key.includes(':') ? key : `${namespace}:${key}`)

function wholeKeys(file: NoticeFile): Omit<Notice, 'file' | 'place'> {
  const whole = (key: string): string => wholeKey(file.namespace, key)
  const easy = (key: string): string => wholeKey(file.easyRead.namespace, key)
  return {
    ...file,
    title: whole(file.title),
    services: file.services.map((s) => ({ ...s, name: whole(s.name) })),
    sections: file.sections.map((s) => ({
      ...s,
      heading: s.heading === undefined ? undefined : whole(s.heading),
      blocks: s.blocks.map((block) => {
        if ('list' in block) return { ...block, list: block.list.map(whole) }
        return 'heading' in block
          ? { ...block, heading: whole(block.heading) }
          : { ...block, paragraph: whole(block.paragraph) }
      }),
    })),
    closing: whole(file.closing),
    easyRead: {
      ...file.easyRead,
      title: easy(file.easyRead.title),
      sections: file.easyRead.sections.map((s) => ({
        ...s,
        heading: easy(s.heading),
        rows: s.rows.map((row) => ({ ...row, text: easy(row.text) })),
      })),
      words: { ...file.easyRead.words, heading: easy(file.easyRead.words.heading) },
      closing: easy(file.easyRead.closing),
    },
  }
}
