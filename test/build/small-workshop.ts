import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openWorkshopIn, type Workshop } from './workspace.js'

/** A notice of a few sentences in three languages and two formats: a leaflet is one page, so that many builds are quick. */
export function openSmallWorkshop(): Workshop {
  const shop = openWorkshopIn(mkdtempSync(join(tmpdir(), 'doorstep-small-')))
  for (const [file, json] of Object.entries(files())) shop.write(file, `${JSON.stringify(json, undefined, 2)}\n`)
  shop.write('templates/standard.hbs', TEMPLATE)
  shop.write('templates/large.hbs', TEMPLATE)
  shop.write('templates/partials/foot.hbs', FOOT)
  return shop
}

const TEMPLATE = `<leaflet lang="{{language.tag}}">
  <h1>{{t title}}</h1>
  <p class="lead">{{t serviceName}}</p>
  {{#each sections}}
    {{#if heading}}<h2>{{t heading}}</h2>{{/if}}
    {{#each blocks}}{{#if paragraph}}<p>{{t paragraph}}</p>{{/if}}{{/each}}
  {{/each}}
  <p>{{t closing when=(longDate updated)}}</p>
  {{> foot}}
</leaflet>
`
const FOOT = `{{#if draft}}<draft>{{en "leaflet:draft"}}</draft>{{/if}}
<tab>{{language.ownName}}</tab>
<foot><span lang="en">{{en noticeTitle}} · {{language.tag}} · {{edition}}</span></foot>
<foot>{{iso contentDate}} · {{longDate issueDate}} ({{iso issueDate}})</foot>
<folio>{{t "leaflet:folio" page=(field "page") pages=(field "pages")}}</folio>
`

const PACKAGE = '@expo-google-fonts/noto-sans'
const locale = (tag: string, name: string, months: string) => ({
  tag,
  ownName: name,
  englishName: name,
  otherNames: [],
  script: 'Latn',
  numerals: 'latn',
  calendar: 'gregory',
  date: { long: '{day} {month} {year}', stamp: '{dd}/{MM}/{year} {time}', months: months.split(' ') },
  fonts: [{ package: PACKAGE }],
})
const MONTHS = 'January February March April May June July August September October November December'

type Files = Readonly<Record<string, object>>

function files(): Files {
  const theme = JSON.parse(readFileSync('templates/themes/doorstep.json', 'utf8')) as { formats: { standard: object } }
  const texts = (word: string) => ({
    title: `${word} visit`,
    about: { heading: `${word} heading`, first: `${word} first text.`, second: `${word} second text.` },
    care: { heading: `${word} care`, only: `${word} for care alone.` },
    updated: `${word} changed {{when}}`,
  })
  const leaflet = (word: string) => ({ whole: `${word} all`, care: `${word} care`, draft: `${word} draft.`, folio: '{{page}}/{{pages}}', format: { standard: 'Standard', large: 'Large' } }) // prettier-ignore
  const languages = { en: 'English', pl: 'Polski', tr: 'Türkçe' }
  const ofLanguages = Object.entries(languages).flatMap(([tag, name]): [string, object][] => [
    [`locales/${tag}/locale.json`, locale(tag, name, MONTHS)],
    [`locales/${tag}/visit.json`, texts(name)],
    [`locales/${tag}/leaflet.json`, leaflet(name)],
  ])
  return {
    'doorstep.json': {
      organisation: { name: 'Council' },
      source: 'en',
      contacts: { phone: '020 7946 0000', email: 'a@example.org', address: '1 Street', hours: '9 to 5', web: 'https://example.org' }, // prettier-ignore
      notices: ['visit'],
      formats: ['standard', 'large'],
      theme: 'small',
      output: 'output',
    },
    'templates/themes/small.json': { ...theme, formats: { standard: theme.formats.standard, large: theme.formats.standard } }, // prettier-ignore
    'templates/pictures.json': {},
    'templates/notices/visit.json': {
      id: 'visit',
      namespace: 'visit',
      title: 'title',
      updated: '2018-05-25T14:53:33',
      services: [{ id: 'care', name: 'leaflet:care' }],
      sections: [
        {
          id: 'about',
          heading: 'about.heading',
          blocks: [{ paragraph: 'about.first' }, { paragraph: 'about.second' }],
        },
        { id: 'care', heading: 'care.heading', blocks: [{ paragraph: 'care.only', services: ['care'] }] },
      ],
      closing: 'updated',
      easyRead: { namespace: 'visit', title: 'title', sections: [], words: { heading: 'title', order: [] }, closing: 'updated' }, // prettier-ignore
    },
    ...(Object.fromEntries(ofLanguages) as Files),
  }
}

/** Another language: the English with other words, since a text that is still English holds its leaflets. */
export function addLanguage(shop: Workshop, tag: string): void {
  cpSync(join(shop.folder, 'locales/en'), join(shop.folder, 'locales', tag), { recursive: true })
  for (const name of ['visit', 'leaflet']) {
    const path = resolve(shop.folder, 'locales', tag, `${name}.json`)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('English', 'Gaeilge'))
  }
  const file = resolve(shop.folder, 'locales', tag, 'locale.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"tag": "en"', `"tag": "${tag}"`))
}
