import { expect, test } from 'vitest'
import { checkReadingAge, gradeOf } from '../../src/locale/index.js'
import { catalogueOf, short } from './shop.js'

test('the grade is that of the formula', () => {
  // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45
  expect(gradeOf(['The cat sat on the mat.'])).toBe(-1.4)
  // 10 words, 2 sentences, 12 syllables (hap·py, wa·ter): 0.39 × 5 + 11.8 × 1.2 − 15.59 = 0.52
  expect(gradeOf(['The happy dog drank cold water.', 'It was not hot.'])).toBe(0.5)
  expect(gradeOf(['?', ''])).toBeUndefined()
})

test('of the council’s text it is said, of easy read only when it is hard', () => {
  const texts = { title: 'Notice', a: 'We administer information.' }
  const english = catalogueOf('en', texts)
  expect(checkReadingAge(english, 'visit', 'standard').map(short)).toEqual([
    'note[reading-age] locales/en/visit.json:1:1 "visit" reads at age 26 (Flesch-Kincaid grade 21)',
  ])
  expect(checkReadingAge(english, 'visit', 'easy').map((f) => f.code)).toEqual(['reading-hard'])
  expect(checkReadingAge(catalogueOf('en', { a: 'We come to see you.' }), 'visit', 'easy')).toEqual([])
})

test('titles, items of lists and other languages have no reading age', () => {
  expect(checkReadingAge(catalogueOf('en', { a: 'Administrative information' }), 'visit', 'standard')).toEqual([])
  expect(checkReadingAge(catalogueOf('tr', { a: 'Yönetimsel bilgilendirme yapılır.' }), 'visit', 'standard')).toEqual(
    [],
  )
})
