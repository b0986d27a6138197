import { expect, test } from 'vitest'
import { readLocale } from '../../src/locale/index.js'
import { memoryShelf } from '../helpers/shelf.js'

const formFor = (tag: string): Record<string, unknown> => {
  const [finding] = readLocale(memoryShelf({ [`locales/${tag}/visit.json`]: '{}' }), tag).findings
  expect(finding?.code).toBe('locale-missing')
  return JSON.parse(/\{.*\}/s.exec(finding?.fix ?? '')?.[0] ?? '') as Record<string, unknown>
}

test('a locale.json that is missing is drafted as far as the tag tells it', () => {
  expect(formFor('cy')).toMatchObject({ tag: 'cy', englishName: 'Welsh', script: 'Latn' })
  expect(formFor('my')).toMatchObject({ englishName: 'Burmese', script: 'Mymr' })
})

test('what a person has to say is empty in it, and is refused while it is', () => {
  const shelf = memoryShelf({ 'locales/cy/locale.json': JSON.stringify(formFor('cy')) })
  expect(readLocale(shelf, 'cy').findings.map((f) => f.title)).toEqual([
    '"ownName" has a value that Doorstep cannot use: it is empty',
    '"date.months" has a value that Doorstep cannot use: twelve months are needed',
  ])
})

test('of a folder that is not there only the file is missing', () => {
  expect(readLocale(memoryShelf({}), 'cy').findings.map((f) => f.code)).toEqual(['file-missing'])
})
