import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { Counter, makeOrder } from '../../src/build/index.js'
import type { Document } from '../../src/document/index.js'
import { proofread } from '../../src/proof/index.js'
import { changedShelf, diskShelf } from '../helpers/shelf.js'

const order = {
  notice: 'children-and-families',
  language: 'bn',
  service: 'whole',
  format: 'easy-read',
  issueDate: '2026-12-01',
}
const name = 'bn/children-and-families.whole.easy-read.pdf'

describe('contents of a real leaflet, with a box above them that has a heading of its own', () => {
  let document: Document
  let pdf: Uint8Array

  beforeAll(async () => {
    const settings = JSON.parse(readFileSync('doorstep.json', 'utf8')) as Record<string, unknown>
    const contacts = { phone: '020 8356 3000', email: 'a@example.org', address: '1 Street, London E8 1EA' }
    const shelf = changedShelf(diskShelf, { 'doorstep.json': JSON.stringify({ ...settings, contacts }) })
    const made = await makeOrder(order, new Counter(process.cwd(), shelf), { proof: false, release: false })
    if (!made.pdf || !made.document) throw new Error(made.findings.map((f) => f.title).join('; '))
    pdf = made.pdf
    document = made.document
  })

  test('they are there, and all their numbers are right', async () => {
    expect(document.blocks.map((b) => b.kind).filter((kind) => kind !== 'row')).toContain('box')
    expect(document.blocks.some((b) => b.kind === 'contents' && b.entries.length === 8)).toBe(true)
    expect(await proofread(pdf, document, name)).toEqual([])
  })

  test('a number that is not the page of its section is refused', async () => {
    const wrong = document.blocks.map((block) =>
      block.kind === 'contents'
        ? { ...block, entries: block.entries.map((e, i) => (i === 3 ? { ...e, target: block.entries[5]!.target } : e)) }
        : block,
    )
    const findings = await proofread(pdf, { ...document, blocks: wrong }, name)
    expect(findings.map((f) => f.code)).toEqual(['proof-metadata'])
    expect(findings[0]?.title).toMatch(/^The contents says "[০-৯]+", it should say "[০-৯]+"$/)
  })
})
