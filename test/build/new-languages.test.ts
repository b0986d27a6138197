import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build, type BuildReport } from '../../src/build/index.js'
import { printFinding } from '../../src/report/index.js'
import { all, at, open, valueOf } from '../pdf/helpers/open.js'

/** What a person writes who adds a language: a locale.json and the texts. */
interface NewLanguage {
  readonly locale: Readonly<Record<string, unknown>>
  readonly visit: Readonly<Record<string, string>>
  readonly leaflet: Readonly<Record<string, string>>
}
const SANS = { package: '@expo-google-fonts/noto-sans' }
const months = (list: string): readonly string[] => list.split(' ')

const ENGLISH: NewLanguage = {
  locale: {
    tag: 'en',
    ownName: 'English',
    englishName: 'English',
    script: 'Latn',
    fonts: [SANS],
    date: {
      long: '{day} {month} {year}',
      stamp: '{dd}/{MM}/{year} {time}',
      months: months('January February March April May June July August September October November December'),
    },
  },
  visit: {
    title: 'We visit your family',
    what: 'Call us before you come: 020 7946 0000.',
    one: 'We keep your name.',
    two: 'We keep your address (GDPR).',
    closing: 'Text of {{when}}.',
  },
  leaflet: { whole: 'All services', ask: 'Ask', phone: 'Phone: {{phone}}', email: 'Email: {{email}}', draft: 'Draft.' },
}
const NEW: readonly NewLanguage[] = [
  {
    locale: {
      tag: 'th',
      ownName: 'ไทย',
      englishName: 'Thai',
      script: 'Thai',
      fonts: [{ package: '@expo-google-fonts/noto-sans-thai-looped' }, SANS],
      date: {
        long: '{day} {month} {year}',
        stamp: '{dd}/{MM}/{year} {time}',
        months: months('มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'),
      },
    },
    visit: {
      title: 'เราไปเยี่ยมครอบครัวของคุณ',
      what: 'กรุณาโทรหาเราก่อนที่คุณจะมา: 020 7946 0000 ที่นี่เราช่วยเด็กและครอบครัวที่ต้องการความช่วยเหลือทุกวัน',
      one: 'เราเก็บชื่อของคุณ',
      two: 'เราเก็บที่อยู่ของคุณ (GDPR)',
      closing: 'ข้อความของ {{when}}',
    },
    leaflet: {
      whole: 'บริการทั้งหมด',
      ask: 'ถามใคร',
      phone: 'โทรศัพท์: {{phone}}',
      email: 'อีเมล: {{email}}',
      draft: 'ฉบับร่าง',
    },
  },
  {
    locale: {
      tag: 'ka',
      ownName: 'ქართული',
      englishName: 'Georgian',
      script: 'Geor',
      fonts: [{ package: 'council-georgian' }, SANS],
      date: {
        long: '{day} {month} {year}',
        stamp: '{dd}.{MM}.{year} {time}',
        months: months(
          'იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი',
        ),
      },
    },
    visit: {
      title: 'ჩვენ ვსტუმრობთ თქვენს ოჯახს',
      what: 'დაგვირეკეთ, სანამ მოხვალთ: 020 7946 0000.',
      one: 'ჩვენ ვინახავთ თქვენს სახელს.',
      two: 'ჩვენ ვინახავთ თქვენს მისამართს (GDPR).',
      closing: 'ტექსტი: {{when}}.',
    },
    leaflet: {
      whole: 'ყველა სერვისი',
      ask: 'ვის ვკითხოთ',
      phone: 'ტელეფონი: {{phone}}',
      email: 'ელფოსტა: {{email}}',
      draft: 'მონახაზი.',
    },
  },
  {
    locale: {
      tag: 'am',
      ownName: 'አማርኛ',
      englishName: 'Amharic',
      script: 'Ethi',
      fonts: [{ package: '@expo-google-fonts/noto-sans-ethiopic' }, SANS],
      date: {
        long: '{day} {month} {year}',
        stamp: '{dd}/{MM}/{year} {time}',
        months: months('ጃንዩወሪ ፌብሩወሪ ማርች ኤፕሪል ሜይ ጁን ጁላይ ኦገስት ሴፕቴምበር ኦክቶበር ኖቬምበር ዲሴምበር'),
      },
    },
    visit: {
      title: 'ቤተሰብዎን እንጎበኛለን',
      what: 'ከመምጣትዎ በፊት ይደውሉልን፦ 020 7946 0000።',
      one: 'ስምዎን እናስቀምጣለን።',
      two: 'አድራሻዎን እናስቀምጣለን (GDPR)።',
      closing: 'የጽሑፉ ቀን {{when}}።',
    },
    leaflet: {
      whole: 'ሁሉም አገልግሎቶች',
      ask: 'ማንን መጠየቅ',
      phone: 'ስልክ፦ {{phone}}',
      email: 'ኢሜይል፦ {{email}}',
      draft: 'ረቂቅ።',
    },
  },
]

const NOTICE = {
  id: 'visit',
  namespace: 'visit',
  title: 'title',
  updated: '2018-05-25T14:53:33',
  services: [],
  sections: [{ id: 'all', blocks: [{ paragraph: 'what' }, { list: ['one', 'two'] }] }],
  closing: 'closing',
  easyRead: {
    namespace: 'visit',
    title: 'title',
    sections: [],
    words: { heading: 'title', order: [] },
    closing: 'closing',
  },
}

const folder = mkdtempSync(join(tmpdir(), 'doorstep-'))
const out = join(folder, 'output')
let report: BuildReport

function write(file: string, value: unknown): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), JSON.stringify(value, undefined, 2))
}

/** The folder of a language, as docs/architecture.md describes it. */
function addLanguage({ locale, visit, leaflet }: NewLanguage): void {
  const tag = String(locale['tag'])
  write(`locales/${tag}/locale.json`, { otherNames: [], numerals: 'latn', calendar: 'gregory', ...locale })
  write(`locales/${tag}/visit.json`, visit)
  write(`locales/${tag}/leaflet.json`, {
    format: { standard: leaflet['whole'] },
    whole: leaflet['whole'],
    draft: { translation: leaflet['draft'], source: leaflet['draft'] },
    'who-to-ask': leaflet['ask'],
    phone: leaflet['phone'],
    email: leaflet['email'],
    'content-date': '{{date}}',
    'issue-date': '{{date}}',
    folio: '{{page}} / {{pages}}',
  })
}

/** A font package of the council's own, in its workspace: two files are enough. */
function addFontPackage(): void {
  const from = 'node_modules/@expo-google-fonts/noto-sans-georgian'
  write('node_modules/council-georgian/package.json', { name: 'council-georgian' })
  for (const [weight, name] of [
    ['400Regular', 'Regular'],
    ['700Bold', 'Bold'],
  ] as const)
    // prettier-ignore
    copyFileSync(`${from}/${weight}/NotoSansGeorgian_${weight}.ttf`, join(folder, 'node_modules/council-georgian', `Council-${name}.ttf`))
}

beforeAll(async () => {
  cpSync('templates', join(folder, 'templates'), { recursive: true })
  const contacts = { phone: '020 7946 0000', email: 'privacy@example.org', address: '1 Example Street', hours: '9 to 5', web: 'https://example.org' } // prettier-ignore
  write('doorstep.json', {
    organisation: { name: 'Council' },
    source: 'en',
    contacts,
    notices: ['visit'],
    formats: ['standard'],
    theme: 'doorstep',
    output: 'output',
  })
  write('templates/notices/visit.json', NOTICE)
  for (const language of [ENGLISH, ...NEW]) addLanguage(language)
  addFontPackage()
  const placeOf = (asked: string) => ({ file: 'command line', line: 1, column: 1, excerpt: asked })
  const request = { issueDate: '2026-12-01', placeOf }
  report = await build({ folder: resolve(folder), request, out, jobs: 1, proof: true, release: false })
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('three languages more need a locale.json, texts and a font package, and no code: nothing is found', () => {
  expect(report.findings.map((f) => printFinding(f))).toEqual([])
  expect(report.leaflets.map((l) => [l.language, l.state])).toEqual([
    ['en', 'built'],
    ['am', 'built'],
    ['ka', 'built'],
    ['th', 'built'],
  ])
})

test.each([
  ['am', 'NotoSansEthiopic-Regular'],
  ['ka', 'NotoSansGeorgian-Regular'],
  ['th', 'NotoSansThaiLooped-Regular'],
])('each is set in its own font: %s', async (tag, name) => {
  const file = await open(readFileSync(join(out, tag, 'visit.whole.standard.pdf')))
  const names = all(file, 'Subtype', 'Type0').map((font) => String(valueOf(at(font, 'BaseFont'))))
  expect(names.filter((n) => n.endsWith(name))).toHaveLength(1)
})
