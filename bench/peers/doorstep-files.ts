import { fingerprint } from '../../src/locale/index.js'
import { englishTitleOf, ORGANISATION, type PeerSection, type PeerText } from './peer-text.js'

/** Text of a file by its path in the workspace. */
export type Files = ReadonlyMap<string, string>

export const noticeOf = (text: PeerText): string => `bench-${text.language.tag.toLowerCase()}`

/** All files of the bench's workspace that are not Doorstep's own. */
export const workspaceFiles = (texts: readonly PeerText[]): Files =>
  new Map([
    ...workspaceFile(texts),
    ...sourceFiles(texts.filter((t) => t.language.tag !== 'en')),
    ...texts.flatMap((text) => [...noticeFile(text), ...localeFiles(text, { original: text, english: texts[0]! })]),
  ])

/** doorstep.json of a workspace with one notice a language. Templates and theme are Doorstep's own. */
function workspaceFile(texts: readonly PeerText[]): Files {
  const workspace = {
    organisation: { name: ORGANISATION },
    source: 'en',
    contacts: {},
    notices: texts.map(noticeOf),
    formats: ['standard'],
    theme: 'doorstep',
    output: 'output',
  }
  return new Map([['doorstep.json', json(workspace)]])
}

/** `templates/notices/<id>.json`: keys only, so that other words leave it as it is. */
function noticeFile(text: PeerText): Files {
  const key = counter()
  const title = key()
  const sections = text.sections.map(({ heading, blocks }, i) => ({
    id: `part-${i + 1}`,
    ...(heading === undefined ? {} : { heading: key() }),
    blocks: blocks.map((block) => {
      if ('list' in block) return { list: block.list.map(key) }
      return 'heading' in block ? { heading: key() } : { paragraph: key() }
    }),
  }))
  const closing = key()
  const id = noticeOf(text)
  const easyRead = { namespace: id, title, sections: [], words: { heading: title, order: [] }, closing }
  const notice = { id, namespace: id, title, updated: '2018-05-25T14:53:33', services: [], sections, closing, easyRead }
  return new Map([[`templates/notices/${id}.json`, json(notice)]])
}

/** What reviews name by fingerprint: the text as the English side knows it, before words were added; and the English. */
export interface Originals {
  readonly original: PeerText
  readonly english: PeerText
}

/** `locales/<tag>`, every text approved. */
export function localeFiles(text: PeerText, { original, english }: Originals): Files {
  const { tag, script, ownName, englishName, fonts } = text.language
  const folder = `locales/${tag}`
  const locale = {
    tag,
    ownName,
    englishName,
    otherNames: [],
    script,
    numerals: 'latn',
    calendar: 'gregory',
    date: { long: '{day} {month} {year}', stamp: '{dd}.{MM}.{year} {time}', months: text.labels.months },
    fonts: Object.keys(fonts).map((name) => ({ package: name })),
  }
  const sources = tag === 'en' ? messagesOf(text) : sourcesOf(original)
  const messages = messagesOf(text)
  const inEnglish = new Map(flat(leafletMessages(english)))
  const reviews = [
    ...Object.entries(sources).map(([key, source]) => [`${noticeOf(text)}:${key}`, approved(source, messages[key]!)]),
    ...flat(leafletMessages(text)).map(([key, said]) => [`leaflet:${key}`, approved(inEnglish.get(key)!, said)]),
  ]
  return new Map([
    [`${folder}/locale.json`, json(locale)],
    [`${folder}/leaflet.json`, json(leafletMessages(text))],
    [`${folder}/${noticeOf(text)}.json`, json(messages)],
    [`${folder}/review.json`, json(Object.fromEntries(reviews))],
  ])
}

const approved = (source: string, text: string) => {
  const fingerprints = { source: fingerprint(source), text: fingerprint(text) }
  return { ...fingerprints, state: 'approved', by: 'bench', date: '2026-11-01', note: '' }
}

/** Texts by key, as review.json names them. */
const flat = (messages: object, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([name, value]: [string, string | object]) =>
    typeof value === 'string' ? [[path + name, value]] : flat(value, `${path}${name}.`),
  )

/** Files of `locales/en` for the notices of other languages. */
const sourceFiles = (others: readonly PeerText[]): Files =>
  new Map(others.map((text) => [`locales/en/${noticeOf(text)}.json`, json(sourcesOf(text))]))

/**
 * English is only compared, but for the title in the foot: a translation stands for itself, with a word before it, since
 * a text that is the English is an error.
 */
function sourcesOf(text: PeerText): Record<string, string> {
  const english = messagesOf({ ...text, title: englishTitleOf(text) })
  return Object.fromEntries(
    Object.entries(english).map(([key, said], i) => [key, i === 0 ? said : `English: ${said}`] as const),
  )
}

const leafletMessages = ({ labels }: PeerText) => ({
  format: { standard: 'Standard' },
  whole: labels.service,
  'content-date': `${labels.content} {{date}}`,
  'issue-date': `${labels.issue} {{date}}`,
  folio: `${labels.page} {{page}} / {{pages}}`,
})

function messagesOf({ title, sections, closing }: PeerText): Record<string, string> {
  const key = counter()
  const parts = (section: PeerSection): string[] => [
    ...(section.heading === undefined ? [] : [section.heading]),
    ...section.blocks.flatMap((b) => ('list' in b ? b.list : 'heading' in b ? b.heading : b.paragraph)),
  ]
  const texts = [title, ...sections.flatMap(parts), `${closing} {{when}}`]
  return Object.fromEntries(texts.map((text) => [key(), escaped(text)]))
}

function counter(): () => string {
  let n = 0
  return () => `text-${++n}`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`
