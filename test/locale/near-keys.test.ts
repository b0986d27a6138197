import { expect, test } from 'vitest'
import { keyUnknown } from '../../src/locale/index.js'
import { fileStart } from '../../src/report/index.js'
import { pairOf } from './shop.js'

const { source } = pairOf({ title: 'Visits', rights: { access: 'See your data', erase: 'Have it erased' } }, {})
const fixFor = (key: string): string => keyUnknown(source, key, fileStart('command line')).fix

test('a key that nobody knows is told the one that it may be', () => {
  expect(fixFor('rights.acess')).toBe('Perhaps it is "visit:rights.access"; else add its English text to locales/en')
  expect(fixFor('visit:rights.aces')).toMatch('visit:rights.access')
  expect(fixFor('erase')).toMatch('visit:rights.erase')
})

test('what is like no key is told where keys are', () => {
  expect(fixFor('nothing.here')).toBe('Correct the key, or add its English text to locales/en')
})
