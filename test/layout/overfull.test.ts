import { expect, test } from 'vitest'
import type { Furniture } from '../../src/document/index.js'
import { lengthFindings, paginate } from '../../src/layout/index.js'
import { COLUMNS, documentOf, paragraph, plainTheme, say } from './helpers/print-shop.js'
import { typewriter } from './helpers/typewriter.js'

const LINES = { tab: 1, draft: 1, foot: 2, folio: 1 }
const place = { file: 'templates/notices/visit.json', line: 1, column: 1 }
const words = (lines: number): string => Array.from({ length: lines }, () => 'a'.repeat(COLUMNS)).join(' ')

function found(furniture: Partial<Furniture>, lines: object = { lines: LINES }): string[] {
  const theme = plainTheme(10, lines)
  const document = documentOf([paragraph('p', 30)], { furniture: { draft: [], tab: [], foot: [], folio: [], digits: '0123456789', ...furniture } }) // prettier-ignore
  const layout = paginate({ document, theme, fonts: typewriter('Latn') })
  const findings = lengthFindings(layout, { style: theme.formats['plain'], place, language: 'Turkish' })
  return [...new Set(findings.map((f) => f.title))]
}

test('furniture within its lines is none to speak of', () => {
  expect(found({ tab: [say(words(1))], draft: [say('Draft')], foot: [say(words(2))], folio: say('1') })).toEqual([])
})
test('each text is counted by itself, as it is set', () => {
  expect(found({ foot: [say(words(2)), say(words(2))] })).toEqual([])
  expect(found({ foot: [say(words(3))] })).toEqual(['In Turkish the running foot takes 3 lines, 2 are meant'])
  expect(found({ tab: [say(words(2))] })).toEqual(['In Turkish the language tab takes 2 lines, 1 are meant'])
  expect(found({ folio: say(words(2)) })).toEqual(['In Turkish the page number takes 2 lines, 1 are meant'])
  expect(found({ draft: [say('a'.repeat(30) + ' ' + 'a'.repeat(30))] })).toEqual([
    'In Turkish the draft line takes 2 lines, 1 are meant',
  ])
})
test('it is found again in the next leaflet', () => {
  for (let i = 0; i < 2; i++) expect(found({ folio: say(words(2)) })).toHaveLength(1)
})
test('a theme without lines has no opinion', () => {
  expect(found({ foot: [say(words(9))] }, {})).toEqual([])
})
