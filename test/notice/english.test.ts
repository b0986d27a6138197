import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { plain, type Block, type Document } from '../../src/document/index.js'
import { composeNotice } from '../../src/notice/index.js'
import { openShop } from './shop.js'

/** The published text as lines: headings, bullets (without their mark) and sentences, white space folded. */
const published = sentences(readFileSync('test/fixtures/children-and-families-privacy-notice.txt', 'utf8').split('\n'))

function sentences(lines: readonly string[]): string[] {
  return (
    lines
      .map((line) => line.replace(/^\s*•/, '').replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '')
      // A sentence ends with a full stop before a capital: "Art.9" and "ie. the" hold none.
      .flatMap((line) => line.split(/(?<=\.) (?=[A-Z])/))
  )
}

/** What stands on the first page besides the notice: the sender, and the two lines under the title. */
const isOpening = (block: Block): boolean =>
  block.kind === 'paragraph' && (block.style === 'organisation' || block.style === 'lead')

function printed(document: Document): string[] {
  return sentences(
    document.blocks
      .filter((block) => !isOpening(block))
      .flatMap((block) => {
        if (block.kind === 'list') return block.items.map((item) => plain(item.text))
        return block.kind === 'heading' || block.kind === 'paragraph' ? [plain(block.text)] : [`a ${block.kind}`]
      }),
  )
}

describe('the English standard leaflet', () => {
  const { document, findings, drafts } = composeNotice(
    { service: 'whole', format: 'standard', issueDate: '2026-11-23' },
    openShop('en'),
  )

  test('the published notice has 58 headings, bullets and sentences', () => {
    expect(published).toHaveLength(58)
  })

  test('says every published sentence and bullet, in order, verbatim, and nothing else', () => {
    expect(document && printed(document)).toEqual(published)
  })

  test('is approved text, so that no page says "draft"', () => {
    expect(drafts).toEqual([])
    expect(document?.furniture.draft).toEqual([])
    expect(document?.blocks.some((b) => b.kind === 'paragraph' && b.style === 'draft')).toBe(false)
  })

  test('has only a note about contacts that the council has not supplied', () => {
    const lacking = 'a phone number, an email address, a postal address, opening hours and a web address'
    expect(findings.map((f) => `${f.severity} ${f.place.file}:${f.place.line}:${f.place.column} ${f.title}`)).toEqual([
      `note doorstep.json:4:15 The council has not supplied ${lacking}: the box "Who to ask" does without`,
    ])
  })
})
