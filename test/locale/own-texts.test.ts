import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** English as it was published, and Oromo, whose letter ' is. */
const STRAIGHT = ['en', 'om']

test('English terms within translations have typographic apostrophes', () => {
  const files = readdirSync('locales', { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.json'))
  const translations = files.filter((f) => f.includes('/') && !STRAIGHT.some((tag) => f.startsWith(`${tag}/`)))
  const straight = translations.flatMap((file) => {
    const terms = readFileSync(join('locales', file), 'utf8').match(/<span lang=\\"en\\">[^<]*/g) ?? []
    return terms.filter((term) => term.includes("'")).map((term) => `${file}: ${term}`)
  })
  expect(straight).toEqual([])
  expect(translations.length).toBeGreaterThan(100)
})
