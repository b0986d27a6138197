import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const files = readdirSync('locales', { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.json'))
/** All but the English, which stays as it was published. */
const translations = files.filter((f) => f.includes('/') && !f.startsWith('en/'))

test('translations have typographic apostrophes', () => {
  // The letter hudhaa of Oromo is written both ways; its translators chose '.
  const straight = translations
    .filter((f) => !f.startsWith('om/') && !f.endsWith('/locale.json'))
    .flatMap((file) => {
      const texts = readFileSync(join('locales', file), 'utf8').match(/\p{L}+'\p{L}+/gu) ?? []
      return texts.map((text) => `${file}: ${text}`)
    })
  expect(straight).toEqual([])
})

test('English terms within translations have typographic apostrophes', () => {
  const straight = translations.flatMap((file) => {
    const terms = readFileSync(join('locales', file), 'utf8').match(/<span lang=\\"en\\">[^<]*/g) ?? []
    return terms.filter((term) => term.includes("'")).map((term) => `${file}: ${term}`)
  })
  expect(straight).toEqual([])
  expect(translations.length).toBeGreaterThan(100)
})
