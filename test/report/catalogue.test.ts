import { describe, expect, test } from 'vitest'
import { catalogue, type FindingCode } from '../../src/report/index.js'

/** Facts with a recognisable value under every name; one that is a fix is a sentence. */
const VALUES: Readonly<Record<string, unknown>> = {
  count: 2,
  pages: 2,
  fix: 'Delete ‹it›',
  keys: ['‹keys›'],
  named: ['‹named›'],
}
const facts = new Proxy({}, { get: (_, name) => VALUES[String(name)] ?? `‹${String(name)}›` })
const codes = Object.keys(catalogue) as FindingCode[]

describe.each(codes)('%s', (code) => {
  const entry = catalogue[code] as {
    severity: string
    title: (f: object) => string
    printed?: (f: object) => string
    fix: (f: object) => string
  }
  const sentences = [entry.title(facts), entry.fix(facts), ...(entry.printed ? [entry.printed(facts)] : [])]

  test('has a code of small words and a known severity', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/)
    expect(['error', 'warning', 'note']).toContain(entry.severity)
  })
  test('speaks in sentences without a full stop at the end', () => {
    for (const sentence of sentences) expect(sentence).toMatch(/[^.\s]$/)
    expect(entry.title(facts)).toMatch(/^[\p{Lu}"‹\d]/u)
    expect(entry.fix(facts)).toMatch(/^\p{Lu}/u)
  })
  test('does not say "invalid" or "oops", and leaves no hole', () => {
    for (const sentence of sentences) expect(sentence).not.toMatch(/\binvalid\b|\boops\b|undefined|NaN|\[object/i)
  })
})
