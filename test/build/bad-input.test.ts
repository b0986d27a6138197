import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run, type Ran } from '../cli/run.js'
import { openWorkshop, type Workshop } from './workspace.js'

const TR = 'locales/tr/children-and-families.json'
const NOTICE = 'templates/notices/children-and-families.json'
const STANDARD = 'children-and-families.whole.standard'
const EASY = 'children-and-families.whole.easy-read'
/** Nothing but the format differs between the leaflets of the two tables. */
const heldEach = (format: string): string => ['en', 'pl', 'tr'].map((tag) => `${tag}/${format}`).join(', ')

let good: Workshop
beforeAll(async () => {
  good = openWorkshop()
  const asked = ['--date', '2026-11-30', '--services', 'whole', '--formats', 'standard']
  const first = await run('build', '--workspace', good.folder, ...asked)
  expect(first).toMatchObject({ code: 0, err: '' })
})
afterAll(() => {
  good.close()
})

interface Broken {
  readonly what: string
  readonly damage?: (shop: Workshop) => void
  /** What is asked for; the standard leaflets unless said otherwise. */
  readonly args?: readonly string[]
  /** Languages of which nothing is built. */
  readonly held: readonly string[]
  /** All that is said. */
  readonly said: string
}

const ONE = '\n\n1 error\n'
const TWO = '\n\n2 errors\n'
const ALL = ['en', 'pl', 'tr']

const cases: readonly Broken[] = [
  {
    what: 'a lost bracket',
    damage: (shop) => {
      shop.write(TR, shop.read(TR).trimEnd().slice(0, -2))
    },
    held: ['tr'],
    said: `error[json-syntax]  ${TR}:81:53
  This file is not JSON: a closing brace } is missing
  81 │   "updated": "Sayfanın güncellenme tarihi: {{when}}"
     │                                                     ^ reading stops here
  Held, the last good edition stays: tr/${STANDARD}
  fix: Write } where it belongs: the { of line 1 is not closed${ONE}`,
  },
  {
    what: 'a missing key',
    damage: (shop) => {
      const file = 'locales/pl/children-and-families.json'
      shop.write(file, shop.read(file).replace(/\n *"housing": .*/, ''))
    },
    held: ['pl'],
    said: `error[key-missing]  locales/pl/children-and-families.json:16:14  children-and-families:collect.items.housing
  Polish has no text for "children-and-families:collect.items.housing"
  16 │     "items": {
     │              ^ nothing: Doorstep never prints English in its place
  Held, the last good edition stays: pl/${STANDARD}
  fix: Add "children-and-families:collect.items.housing" to this file${ONE}`,
  },
  {
    what: 'an unknown key in the notice',
    damage: (shop) => {
      shop.change(NOTICE, '"collect.items.housing"', '"collect.items.houses"')
    },
    held: ALL,
    said: `error[key-unknown]  ${NOTICE}:55:13  children-and-families:collect.items.houses
  The English has no text for "children-and-families:collect.items.houses"
  55 │             "collect.items.houses",
     │             ^ nothing
  Held, the last good edition stays: ${heldEach(STANDARD)}
  fix: Perhaps it is "children-and-families:collect.items.housing"; else add its English text to locales/en${ONE}`,
  },
  {
    what: 'a slot that nothing fills',
    damage: (shop) => {
      shop.change(TR, '{{when}}', '{{wann}}')
    },
    held: ['tr'],
    said: `error[slot-unknown]  ${TR}:81:44  children-and-families:updated
  The slot {{wann}} does not exist in this message
  81 │   "updated": "Sayfanın güncellenme tarihi: {{wann}}"
     │                                            ^ {{wann}} would print as nothing
  Held, the last good edition stays: tr/${STANDARD}
  fix: Use the slots of the English: {{when}}

error[slot-lost]  ${TR}:81:14  children-and-families:updated
  The slot {{when}} of the English is missing here
  81 │   "updated": "Sayfanın güncellenme tarihi: {{wann}}"
     │              ^ the sentence without its value
  Held, the last good edition stays: tr/${STANDARD}
  fix: Put {{when}} where its value belongs in the sentence${TWO}`,
  },
  {
    what: 'markup that a message may not hold',
    damage: (shop) => {
      shop.change(TR, '"title": "', '"title": "<b>x</b> ')
    },
    held: ['tr'],
    said: `error[markup-forbidden]  ${TR}:2:13  children-and-families:title
  A message may not hold <b>
  2 │   "title": "<b>x</b> Çocuk ve aile hizmetleri gizlilik bildirimi",
    │             ^ nothing of this message
  Held, the last good edition stays: tr/${STANDARD}
  fix: Use only <strong>, <term> and <span lang="…">; write & as &amp; and < as &lt;${ONE}`,
  },
  {
    what: 'a letter that no font has',
    damage: (shop) => {
      shop.change(TR, '"housing": "', '"housing": "ⴰ ')
    },
    held: ['tr'],
    said: `error[glyph-missing]  ${TR}:19:19  children-and-families:collect.items.housing
  No glyph for "ⴰ" (U+2D30) in NotoSans
  19 │       "housing": "ⴰ konut bilgileri",
     │                   ^ would print as an empty box
  Held, the last good edition stays: tr/${STANDARD}
  fix: Correct the letter, or install a font package that has it and name it under "fonts" in the locale.json of Turkish${ONE}`,
  },
  {
    what: 'a font package that is not installed',
    damage: (shop) => {
      shop.change('locales/tr/locale.json', 'noto-sans', 'noto-sans-tifinagh')
    },
    held: ['tr'],
    said: `error[font-missing]  locales/tr/locale.json:14:12
  The font package "@expo-google-fonts/noto-sans-tifinagh" is not installed
  14 │   "fonts": [{ "package": "@expo-google-fonts/noto-sans-tifinagh" }]
     │            ^ nothing: every letter of this language needs it
  Held, the last good edition stays: tr/${STANDARD}
  fix: Run: npm install @expo-google-fonts/noto-sans-tifinagh${ONE}`,
  },
  {
    what: 'a picture that nobody knows',
    damage: (shop) => {
      const first = /"picture": "council"/
      shop.write(NOTICE, shop.read(NOTICE).replace(first, '"picture": "town-hall"'))
    },
    args: ['--formats', 'easy-read'],
    held: ALL,
    said: `error[picture-unknown]  ${NOTICE}:186:24  pictures:town-hall
  There is no picture "town-hall"
  186 │             "picture": "town-hall",
      │                        ^ a row without a picture
  Held, the last good edition stays: ${heldEach(EASY)}
  fix: Put pictures/town-hall.svg in the workspace, or name the picture in templates/pictures.json

error[key-unknown]  ${NOTICE}:186:24  pictures:town-hall
  The English has no text for "pictures:town-hall"
  186 │             "picture": "town-hall",
      │                        ^ nothing
  Held, the last good edition stays: ${heldEach(EASY)}
  fix: Correct the key, or add its English text to locales/en${TWO}`,
  },
  {
    what: 'an unknown language',
    args: ['--languages', 'tr,tlh'],
    held: ALL,
    said: `error[language-unknown]  command line:1:31
  There is no language "tlh"
  1 │ doorstep build --languages tr,tlh --services whole --date 2026-12-01 --jobs 1 --workspace …
    │                               ^
  fix: Ask for one of: en, pl, tr; or add a folder locales/<tag> with a locale.json${ONE}`,
  },
  {
    what: 'an unknown format',
    args: ['--formats', 'braille'],
    held: ALL,
    said: `error[format-unknown]  command line:1:26
  There is no format "braille"
  1 │ doorstep build --formats braille --services whole --date 2026-12-01 --jobs 1 --workspace /…
    │                          ^
  fix: Ask for one of: standard, easy-read${ONE}`,
  },
  {
    what: 'an unknown service and a bad date at once',
    args: ['--date', '2026-02-30', '--services', 'parking'],
    held: ALL,
    said: `error[date-bad]  command line:1:23
  "2026-02-30" is not a date
  1 │ doorstep build --date 2026-02-30 --services parking --jobs 1 --workspace WORKSPACE
    │                       ^
  fix: Write the date as year-month-day, such as 2026-12-01

error[service-unknown]  command line:1:45
  There is no service "parking"
  1 │ doorstep build --date 2026-02-30 --services parking --jobs 1 --workspace WORKSPACE
    │                                             ^
  fix: Ask for one of: whole, social-care, early-help, clinical, fostering-adoption${TWO}`,
  },
  {
    what: 'an unknown notice',
    args: ['--notice', 'housing'],
    held: ALL,
    said: `error[notice-unknown]  command line:1:25
  There is no notice "housing"
  1 │ doorstep build --notice housing --services whole --date 2026-12-01 --jobs 1 --workspace /t…
    │                         ^
  fix: Ask for one of: children-and-families${ONE}`,
  },
  {
    what: 'an output folder whose parent is a file',
    damage: (shop) => {
      shop.write('occupied', '')
    },
    args: ['--out', 'occupied/leaflets', '--formats', 'standard'],
    held: ALL,
    said: `error[output-unwritable]  occupied:1:1
  The leaflet could not be put in place: a file stands where the folder should be
  Held, the last good edition stays: ${heldEach(STANDARD)}
  fix: Make the output folder writable, or name another with --out${ONE}`,
  },
  {
    what: 'an output folder where none can be made',
    args: ['--out', '/proc/leaflets', '--formats', 'standard'],
    held: ALL,
    said: `error[output-unwritable]  /proc/leaflets:1:1
  The leaflet could not be put in place: there is no such folder, and none can be made here
  Held, the last good edition stays: ${heldEach(STANDARD)}
  fix: Make the output folder writable, or name another with --out${ONE}`,
  },
  {
    what: 'a folder where one leaflet should be',
    damage: (shop) => {
      shop.remove(`output/tr/${STANDARD}.pdf`)
      shop.write(`output/tr/${STANDARD}.pdf/note.txt`, 'mine')
    },
    held: ['tr'],
    said: `error[output-unwritable]  output/tr/${STANDARD}.pdf:1:1
  The leaflet could not be put in place: a folder stands where the file should be
  Held, the last good edition stays: tr/${STANDARD}
  fix: Make the output folder writable, or name another with --out${ONE}`,
  },
  {
    what: 'a template that throws',
    damage: (shop) => {
      shop.change('templates/standard.hbs', 'when=(stamp updated)', 'when=(stamp closing)')
    },
    held: ALL,
    said: `error[template-broken]  templates/standard.hbs:16:23
  The template cannot be used: "children-and-families:updated" is not a date
  16 │   <p>{{t closing when=(stamp closing)}}</p>
     │                       ^ nothing in this format
  Held, the last good edition stays: ${heldEach(STANDARD)}
  fix: Correct the template at this place${ONE}`,
  },
  {
    what: 'a template that includes itself',
    damage: (shop) => {
      shop.write('templates/partials/furniture.hbs', '{{> furniture}}\n')
    },
    held: ALL,
    said: `error[template-broken]  templates/partials/furniture.hbs:1:1
  The template cannot be used: it includes itself without end
  1 │ {{> furniture}}
    │ ^ nothing in this format
  Held, the last good edition stays: ${heldEach(STANDARD)}
  fix: Correct the template at this place${ONE}`,
  },
  {
    what: 'a template that is not there',
    damage: (shop) => {
      shop.remove('templates/standard.hbs')
    },
    held: ALL,
    said: `error[template-missing]  templates/standard.hbs:1:1
  The format "standard" has no template
  nothing in this format
  Held, the last good edition stays: ${heldEach(STANDARD)}
  fix: Add templates/standard.hbs${ONE}`,
  },
  {
    what: 'an unknown partial',
    damage: (shop) => {
      shop.change('templates/standard.hbs', '{{> opening}}', '{{> openning}}')
    },
    held: ALL,
    said: `error[template-broken]  templates/standard.hbs:3:3
  The template cannot be used: there is no partial "openning"
  3 │   {{> openning}}
    │   ^ nothing in this format
  Held, the last good edition stays: ${heldEach(STANDARD)}
  fix: Correct the template at this place${ONE}`,
  },
  {
    what: 'a broken English file, once for all languages and none of its texts',
    damage: (shop) => {
      shop.change('locales/en/children-and-families.json', '",\n  "about"', '"\n  "about"')
    },
    held: ALL,
    said: `error[json-syntax]  locales/en/children-and-families.json:2:58
  This file is not JSON: a comma is missing here
  2 │   "title": "Children and families service privacy notice"
    │                                                          ^ reading stops here
  Held, the last good edition stays: ${heldEach(STANDARD)}
  fix: Write a comma here${ONE}`,
  },
  {
    what: 'a format without looks',
    damage: (shop) => {
      shop.change('doorstep.json', '"standard",', '"standard", "large-print",')
      shop.write('templates/large-print.hbs', shop.read('templates/standard.hbs'))
      for (const tag of ALL) {
        const names = `locales/${tag}/leaflet.json`
        shop.write(names, shop.read(names).replace('"format": {', '"format": { "large-print": "Large print",'))
      }
    },
    args: ['--formats', 'large-print'],
    held: ALL,
    said: `error[json-shape]  templates/themes/doorstep.json:3:14
  "formats.large-print" has a value that Doorstep cannot use: it is missing
  3 │   "formats": {
    │              ^
  Held, the last good edition stays: ${heldEach('children-and-families.whole.large-print')}
  fix: Correct the value; docs/architecture.md shows the form of each file${ONE}`,
  },
]

/** The folder's name differs from run to run. */
const plain = (text: string, shop: Workshop): string => text.replaceAll(shop.folder, 'WORKSPACE')

function build(shop: Workshop, args: readonly string[]): Promise<Ran> {
  const has = (flag: string): boolean => args.includes(flag)
  const rest = [
    ...(has('--formats') || has('--languages') || has('--date') || has('--notice') ? [] : ['--formats', 'standard']),
    ...(has('--services') ? [] : ['--services', 'whole']),
    ...(has('--date') ? [] : ['--date', '2026-12-01']),
  ]
  return run('build', ...args, ...rest, '--jobs', '1', '--workspace', shop.folder)
}

describe('bad input is a finding, and holds what it concerns and nothing else', () => {
  test.each(cases)('$what', async ({ damage, args = [], held, said }) => {
    const shop = good.copy()
    damage?.(shop)
    const before = shop.output()
    const { code, err } = await build(shop, args)
    expect(plain(err, shop)).toBe(said)
    expect(code).toBe(1)

    const after = shop.output()
    const format = args.includes('easy-read') ? EASY : STANDARD
    const built = Object.keys(after).filter((file) => after[file] !== before[file] && file.endsWith('.pdf'))
    // Printed on another day, a leaflet that was built again has other bytes; one that was held has the same.
    expect(built).toEqual(ALL.filter((tag) => !held.includes(tag)).map((tag) => `${tag}/${format}.pdf`))
    // No file more than before, hidden ones included, and none fewer.
    expect(Object.keys(after)).toEqual(Object.keys(before))
    shop.close()
  })

  test('several at once are all said in one run', async () => {
    const shop = good.copy()
    shop.change(TR, '"housing": "', '"housing": "ⴰ ')
    shop.change('locales/tr/leaflet.json', '{{pages}}', '{{seiten}}')
    shop.write('locales/pl/children-and-families.json', '{ "title": }')
    shop.change('locales/pl/locale.json', 'noto-sans', 'noto-sans-tifinagh')
    shop.change('locales/en/leaflet.json', '"folio": "', '"folio": "&nbsp;')
    const { code, err } = await build(shop, [])
    expect([...err.matchAll(/^error\[(.*?)\] {2}(\S+)/gm)].map((m) => `${m[1]!} ${m[2]!}`).sort()).toEqual([
      'font-missing locales/pl/locale.json:14:12',
      'glyph-missing locales/tr/children-and-families.json:19:19',
      'json-syntax locales/pl/children-and-families.json:1:12',
      'markup-forbidden locales/en/leaflet.json:18:13',
      'slot-lost locales/tr/leaflet.json:18:12',
      'slot-unknown locales/tr/leaflet.json:18:30',
    ])
    expect(code).toBe(1)
    const leaflets = (files: object) => Object.entries(files).filter(([file]) => file.endsWith('.pdf'))
    expect(leaflets(shop.output())).toEqual(leaflets(good.output()))
    shop.close()
  })
})
