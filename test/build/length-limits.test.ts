import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { Counter } from '../../src/build/index.js'
import { lengthLimits } from '../../src/build/length-limits.js'

const counter = new Counter(resolve('.'))
const limitsOf = (tag: string) => lengthLimits(counter, counter.catalogue(tag).catalogue!)

test('the draft line has a limit, and so have titles, which share their line of the foot with a service', () => {
  const limits = limitsOf('tr')
  expect([...limits.keys()].sort()).toEqual([
    'children-and-families-easy-read:title',
    'children-and-families:title',
    'leaflet:draft.translation',
  ])
  // Two lines of 14 points in easy read, the narrower place: 493 points less the frame. A character of Noto Sans is a
  // little under half an em wide, spaces counted: some 70 a line.
  expect(limits.get('leaflet:draft.translation')).toBeGreaterThan(100)
  expect(limits.get('leaflet:draft.translation')).toBeLessThan(160)
})

test('letters that are wider leave room for fewer', () => {
  expect(limitsOf('zh-Hans').get('leaflet:draft.translation')!).toBeLessThan(limitsOf('tr').get('leaflet:draft.translation')! * 0.65) // prettier-ignore
})

test('the texts of all languages keep to their limits', () => {
  for (const tag of counter.languages().filter((tag) => tag !== 'en')) {
    const { messages } = counter.catalogue(tag).catalogue!
    for (const [key, most] of limitsOf(tag)) expect(`${tag} ${key} ${messages.get(key)!.text.length <= most}`).toBe(`${tag} ${key} true`) // prettier-ignore
  }
})
