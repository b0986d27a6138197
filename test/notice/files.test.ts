import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../src/locale/index.js'
import { checkNotice, readNotice, readWorkspace } from '../../src/notice/index.js'
import { namedKeys, placeOfKey } from '../../src/notice/notice-keys.js'
import { changedShelf, diskShelf, memoryShelf } from '../helpers/shelf.js'
import { short } from '../locale/shop.js'

const FILE = 'templates/notices/visit.json'
const notice = {
  id: 'visit',
  namespace: 'visit',
  title: 'title',
  updated: '2018-05-25T14:53:33',
  services: [{ id: 'clinic', name: 'clinic' }],
  sections: [
    {
      id: 'about',
      heading: 'about.heading',
      blocks: [{ paragraph: 'about.intro', services: ['clinic'] }, { list: ['a'] }],
    },
  ],
  closing: 'updated',
  easyRead: {
    namespace: 'visit-easy-read',
    title: 'title',
    sections: [
      { id: 'about', heading: 'about.heading', rows: [{ picture: 'law', text: 'about.who', words: ['law'] }] },
    ],
    words: { heading: 'words.heading', order: ['law'] },
    closing: 'updated',
  },
}
type Notice = typeof notice
const read = (changes: Readonly<Record<string, unknown>>) =>
  readNotice(memoryShelf({ [FILE]: JSON.stringify({ ...notice, ...changes }, undefined, 1) }), 'visit')
const titles = (changes: Readonly<Record<string, unknown>>): string[] => read(changes).findings.map((f) => f.title)
const easy = (changes: Partial<Notice['easyRead']>) => ({ easyRead: { ...notice.easyRead, ...changes } })

describe('a notice file', () => {
  test('its keys are made whole, each half with its own namespace', () => {
    const { value, findings } = read({})
    expect(findings).toEqual([])
    expect(value?.title).toBe('visit:title')
    expect(value?.sections[0]?.blocks).toEqual([
      { paragraph: 'visit:about.intro', services: ['clinic'] },
      { list: ['visit:a'] },
    ])
    expect(value?.easyRead.sections[0]?.rows[0]?.text).toBe('visit-easy-read:about.who')
  })

  test('a service, or a hard word, that stands there twice is found at the second', () => {
    const clinic = notice.services[0]!
    // One value a line: services open in line 6, each takes four lines, its id the second.
    expect(read({ services: [clinic, { id: 'care', name: 'care' }, clinic] }).findings.map(short)).toEqual([
      `error[json-shape] ${FILE}:16:10 "services.2.id" has a value that Doorstep cannot use: "clinic" stands here a second time`,
    ])
    expect(titles(easy({ words: { heading: 'words.heading', order: ['law', 'law'] } }))).toEqual([
      '"easyRead.words.order.1" has a value that Doorstep cannot use: "law" stands here a second time',
    ])
  })

  test.each(['whole', 'all'])('a service cannot be called "%s"', (id) => {
    expect(titles({ services: [notice.services[0]!, { id, name: 'all' }] })).toEqual([
      `"services.1.id" has a value that Doorstep cannot use: "${id}" stands for the whole notice or for all services, and can be the id of none`,
    ])
  })

  test('every key that it names is known with its place, alternative texts and hard words too', () => {
    expect(namedKeys(read({}).value!).map((k) => k.key)).toEqual([
      'visit:title',
      'visit:clinic',
      'visit:about.heading',
      'visit:about.intro',
      'visit:a',
      'visit:updated',
      'visit-easy-read:title',
      'visit-easy-read:about.heading',
      'pictures:law',
      'visit-easy-read:about.who',
      'visit-easy-read:words.heading',
      'visit-easy-read:words.law.term',
      'visit-easy-read:words.law.meaning',
      'visit-easy-read:updated',
    ])
    expect(placeOfKey(read({}).value!, 'visit:title')).toMatchObject({
      file: FILE,
      line: 4,
      column: 11,
      key: 'visit:title',
    })
  })

  test('a file that is not there is a finding', () => {
    expect(readNotice(memoryShelf({}), 'x').findings.map(short)).toEqual([
      'error[file-missing] templates/notices/x.json:1:1 There is no file here',
    ])
  })

  const wrong = (path: string, problem: string) => [`"${path}" has a value that Doorstep cannot use: ${problem}`]
  test.each([
    [{ title: 'A title in words' }, wrong('title', 'it is no key; texts stand in locales/en')],
    [{ id: 'A B' }, wrong('id', 'it is no id: small letters, digits and hyphens')],
    [
      { text: 'x' },
      wrong(
        'text',
        'Doorstep knows no such name here, only id, namespace, title, updated, services, sections, closing, easyRead',
      ),
    ],
    [{ id: 'visits' }, wrong('id', 'the file is called "visit.json"')],
    [{ updated: '2018-02-30' }, ['"2018-02-30" is not a date']],
    [{ updated: '2018-05-25' }, wrong('updated', 'a time of day is needed too, such as 2018-05-25T14:53:33')],
    [
      { sections: [{ id: 'a', blocks: [{ image: 'x' }] }] },
      wrong('sections.0.blocks.0', 'a block is one of { "heading": key }, { "paragraph": key } and { "list": [keys] }'),
    ],
    [
      { sections: [{ id: 'a', blocks: [{ paragraph: 'x', services: ['dentist'] }] }] },
      wrong('sections.0.blocks.0.services.0', 'there is no service "dentist"'),
    ],
    [
      easy({ words: { heading: 'words.heading', order: [] } }),
      wrong('easyRead.sections.0.rows.0.words.0', '"words" lists no "law"'),
    ],
  ])('%j is refused', (changes, expected) => {
    expect(titles(changes)).toEqual(expected)
    expect(read(changes).value).toBeUndefined()
  })
})

describe('a notice beside the English', () => {
  const english = readCatalogue(diskShelf, 'en').catalogue
  const id = 'children-and-families'
  const path = `templates/notices/${id}.json`
  const check = (from: string, to: string): string[] => {
    const text = (diskShelf.read(path) ?? '').replace(from, to)
    const { value } = readNotice(changedShelf(diskShelf, { [path]: text }), id)
    return value && english ? checkNotice(value, english).map((f) => f.title) : ['unreadable']
  }

  test('the notice of this workspace has no findings', () => {
    expect(check('', '')).toEqual([])
  })

  test('a key that the English lacks is a finding', () => {
    expect(check('"about.intro"', '"about.outro"')).toEqual([
      'The English has no text for "children-and-families:about.outro"',
    ])
  })

  test('a row lists as many hard words as the English marks', () => {
    expect(check('"words": ["hmrc", "dwp"]', '"words": ["hmrc"]')).toEqual([
      'This row marks 2 hard words, the notice lists 1 for it',
    ])
  })

  test('every text of the English notice and of its easy read is used', () => {
    const used = new Set(namedKeys(readNotice(diskShelf, id).value!).map((k) => k.key))
    const texts = [...(english?.messages.keys() ?? [])].filter((key) => !key.startsWith('leaflet:'))
    expect(texts.filter((key) => !used.has(key))).toEqual([])
  })
})

describe('doorstep.json', () => {
  const workspace = (text: string): string[] =>
    readWorkspace(memoryShelf({ 'doorstep.json': text })).findings.map((f) => f.title)
  const real = diskShelf.read('doorstep.json') ?? ''

  test('that of this workspace has no findings', () => {
    expect(workspace(real)).toEqual([])
  })

  const wrong = (path: string, problem: string) => [`"${path}" has a value that Doorstep cannot use: ${problem}`]
  test('a format or a notice that stands there twice is refused', () => {
    expect(workspace(real.replace('["standard", "easy-read"]', '["standard", "easy-read", "standard"]'))).toEqual(
      wrong('formats.2', '"standard" stands here a second time'),
    )
    expect(workspace(real.replace('["children-and-families"]', '["a", "a"]'))).toEqual(
      wrong('notices.1', '"a" stands here a second time'),
    )
  })

  test.each([
    ['{ "phone": "call us" }', wrong('contacts.phone', 'a phone number has digits and spaces only')],
    ['{ "email": "x" }', wrong('contacts.email', 'it is no email address')],
    ['{ "web": "javascript:alert(1)" }', wrong('contacts.web', 'it starts with https:// or http://')],
    [
      '{ "fax": "1" }',
      wrong(
        'contacts.fax',
        'Doorstep knows no such name here, only phone, email, address, hours, web, dataProtectionOfficer',
      ),
    ],
    ['{ "address": "" }', wrong('contacts.address', 'it is empty')],
    [
      '{ "address": "\\u202E1 Street" }',
      wrong('contacts.address', 'not all of it can be seen in print: delete characters that are invisible'),
    ],
  ])('contacts %s are refused', (contacts, expected) => {
    expect(workspace(real.replace('"contacts": {}', `"contacts": ${contacts}`))).toEqual(expected)
  })
})
