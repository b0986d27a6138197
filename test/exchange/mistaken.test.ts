import { expect, test } from 'vitest'
import { pairOf } from '../locale/shop.js'
import { decode, encode, readBack, sent } from './shop.js'

const PAIR = pairOf({ say: 'We visit', tell: 'We tell' }, { say: 'Geliyoruz', tell: 'Söyleriz' })
const said = (file: string): string =>
  readBack(PAIR, encode(file))
    .findings.map(({ place, title }) => `${place.line}:${place.column} ${title}`)
    .join('\n')

test('an ampersand by itself is found where it stands, not where the next entity ends', () => {
  const file = decode(sent('xliff', PAIR)).replace('Geliyoruz', 'Gelir & gideriz')
  const line = file.slice(0, file.indexOf('& gideriz')).split('\n')
  expect(said(file.replace('Söyleriz', 'Söyleriz &lt;'))).toBe(
    `${line.length}:${line.at(-1)!.length + 1} This file cannot be read: an "&" stands here by itself; it is written &amp;`,
  )
})

test('a table of plain text and a file of messages are told apart from what nobody knows', () => {
  for (const mark of [';', ',', '\t'])
    expect(said(`Key${mark}English${mark}Turkish\r\n`)).toMatch(/\(CSV\): save the workbook/)
  expect(said('{ "say": "Geliyoruz" }')).toMatch(/it is JSON: a file of texts goes into its folder in locales/)
  expect(said('Dear all')).toMatch(/neither XLIFF nor PO nor XLSX/)
})
