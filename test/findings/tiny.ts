import {
  checkWorkspace,
  Counter,
  recordReviews,
  takeOrders,
  type Request,
  type ReviewRequest,
} from '../../src/build/index.js'
import { choosePreview, type Wish } from '../../src/build/choose-preview.js'
import type { Finding } from '../../src/report/index.js'
import { memoryShelf } from '../helpers/shelf.js'
import { localeJson } from '../locale/shop.js'

type Files = Readonly<Record<string, string>>

const NOTICE = {
  id: 'visit',
  namespace: 'visit',
  title: 'title',
  updated: '2018-05-25T14:53:33',
  services: [],
  sections: [],
  closing: 'title',
  easyRead: {
    namespace: 'visit-easy-read',
    title: 'title',
    sections: [],
    words: { heading: 'title', order: [] },
    closing: 'title',
  },
}

/** The smallest workspace that a leaflet can be made of: one sentence, in English. */
const SETTINGS = {
  organisation: { name: 'Council' },
  source: 'en',
  contacts: {
    phone: '020 7946 0000',
    email: 'a@example.org',
    address: '1 Street',
    hours: '9 to 5',
    web: 'https://example.org',
  },
  notices: ['visit'],
  formats: ['standard'],
  theme: 'plain',
  output: 'output',
}

const FILES: Files = {
  'doorstep.json': JSON.stringify(SETTINGS),
  'templates/themes/plain.json':
    '{ "colours": { "text": "#000000", "accent": "#000000", "hairline": "#000000" }, "formats": {} }',
  'templates/standard.hbs': '<leaflet lang="en"><h1>{{t title}}</h1><folio>{{t title}}</folio></leaflet>',
  'templates/notices/visit.json': JSON.stringify(NOTICE),
  'locales/en/locale.json': localeJson({ tag: 'en', englishName: 'English' }),
  'locales/en/visit.json': '{ "title": "We visit" }',
  'locales/en/visit-easy-read.json': '{ "title": "We visit" }',
}

const REQUEST: Request = {
  issueDate: '2026-12-01',
  placeOf: (asked) => ({ file: 'command line', line: 1, column: 1, excerpt: asked }),
}

/** What is wrong with the workspace when some files are others; its lack of looks, which every case has, is left out. */
export function checkTiny(changes: Files, request: Partial<Request> = {}, without: readonly string[] = []): Finding[] {
  const files = Object.entries({ ...FILES, ...changes }).filter(([file]) => !without.includes(file))
  const counter = new Counter(process.cwd(), memoryShelf(Object.fromEntries(files)))
  return checkWorkspace(counter, { ...REQUEST, ...request }).filter(
    (f) => f.place.file !== 'templates/themes/plain.json',
  )
}

/** What is wrong with what is asked of it. */
export const askTiny = (request: Partial<Request>): readonly Finding[] =>
  takeOrders(new Counter(process.cwd(), memoryShelf(FILES)), { ...REQUEST, ...request }).findings

/** What is wrong with a wish to see some of its texts. */
export const seekTiny = (wish: Partial<Wish>): readonly Finding[] =>
  choosePreview(new Counter(process.cwd(), memoryShelf(FILES)), { ...REQUEST, language: 'en', keys: [], ...wish })
    .findings

/** The notice file with other parts, as one line. */
export const noticeWith = (changes: Readonly<Record<string, unknown>>): Files => ({
  'templates/notices/visit.json': JSON.stringify({ ...NOTICE, ...changes }),
})

/** doorstep.json with other parts, as one line. */
export const settingsWith = (changes: Readonly<Record<string, unknown>>): Files => ({
  'doorstep.json': JSON.stringify({ ...SETTINGS, ...changes }),
})

/** What is wrong with what a person says of its texts; nothing is written of a wrong request. */
export const reviewTiny = (request: Partial<ReviewRequest>): readonly Finding[] =>
  recordReviews(new Counter(process.cwd(), memoryShelf(FILES)), {
    state: 'draft',
    by: 'A',
    date: '2026-12-01',
    note: '',
    placeOf: (asked) => REQUEST.placeOf(asked),
    ...request,
  }).findings
