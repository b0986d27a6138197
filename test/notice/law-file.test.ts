import { describe, expect, test } from 'vitest'
import { checkTiny, settingsWith } from '../findings/tiny.js'
import { short } from '../locale/shop.js'

const FILE = 'templates/notices/visit.law.json'
const asked = { id: 'x', article: '13', asks: 'who visits' }
const check = (slots: readonly object[], more: Readonly<Record<string, string>> = {}): string[] =>
  checkTiny({ [FILE]: JSON.stringify({ law: 'UK GDPR', slots }), ...more }).map(short)

describe('what the law asks of a notice', () => {
  test('a slot that points to texts, to a contact that is there, or does not apply is filled', () => {
    expect(check([{ ...asked, keys: ['title', 'visit:title'] }, { ...asked, contacts: ['phone'] }, { ...asked, not: 'nobody visits' }])).toEqual([]) // prettier-ignore
  })

  test('one that the council has to supply is open, and so is one whose contacts are not there', () => {
    const slots = [
      { ...asked, supply: 'council to supply' },
      { ...asked, contacts: ['dataProtectionOfficer'] },
    ]
    expect(check(slots).map((line) => line.replace(/:\d+:\d+/, ''))).toEqual([
      `note[law-slot-open] ${FILE} The notice does not say who visits (UK GDPR: 13)`,
      `note[law-slot-open] ${FILE} The notice does not say who visits (UK GDPR: 13)`,
    ])
    const officer = settingsWith({ contacts: { phone: '020 7946 0000', email: 'a@example.org', address: 'x', hours: 'x', web: 'https://example.org', dataProtectionOfficer: 'dpo@example.org' } }) // prettier-ignore
    expect(check(slots.slice(1), officer)).toEqual([])
  })

  test('a key that the English does not have is an error at its place', () => {
    expect(check([{ ...asked, keys: ['gone'] }])).toEqual([
      `error[key-unknown] ${FILE}:1:80 The English has no text for "visit:gone"`,
    ])
  })

  test.each([
    ['nothing that fills it', { ...asked }],
    ['two things that fill it', { ...asked, keys: ['title'], supply: 'x' }],
    ['an unknown contact', { ...asked, contacts: ['fax'] }],
    ['no key', { ...asked, keys: [] }],
  ])('a slot with %s is refused', (_, slot) => {
    expect(check([slot])[0]).toMatch(/^error\[json-shape\]/)
  })

  test('a notice without such a list is asked nothing', () => {
    expect(checkTiny({})).toEqual([])
  })
})
