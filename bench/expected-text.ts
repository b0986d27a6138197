import { BULLET, furnitureOn, outlineOf, type Document, type Element, type Text } from '../src/document/index.js'
import type { Page } from '../src/layout/index.js'
import { lettersOf, type Letters } from '../src/proof/index.js'

type Stretches = Parameters<typeof lettersOf>[0][number][]

/**
 * What a reader should give for each page, in painting order: the lines at its head, content, the lines at its foot.
 * The words are the document's; only where a page ends is taken from the layout.
 */
export function expectedPages(document: Document, pages: readonly Page[]): Letters[] {
  const content = lettersOf(stretchesOf(outlineOf(document)))
  let at = 0
  const expected = pages.map((page, i) => {
    const { head, tail } = furnitureOn(document, i + 1, pages.length)
    const end = at + lettersOf(contentOf(page)).text.length
    const middle = sliceOf(content, at, end)
    at = end
    return joined([lettersOf(head.flatMap(stretchesOfText)), middle, lettersOf(tail.flatMap(stretchesOfText))])
  })
  if (at !== content.text.length) throw new RangeError(`Pages hold ${at} letters, the text has ${content.text.length}`)
  return expected
}

/** Letters one after the other; each part begins a new line. */
export const joined = (parts: readonly Letters[]): Letters => ({
  text: parts.map((p) => p.text).join(''),
  gaps: parts.flatMap((p) => p.gaps.map((gap, i) => (i === 0 ? 'line' : gap))),
  owners: parts.flatMap((p) => p.owners),
})

const sliceOf = ({ text, gaps, owners }: Letters, start: number, end: number): Letters => ({
  text: text.slice(start, end),
  gaps: gaps.slice(start, end),
  owners: owners.slice(start, end),
})

function stretchesOf(element: Element): Stretches {
  if (element.generated) return [{ text: element.generated, before: 'space' }]
  const children = element.children.flatMap((child, i) => {
    const [first, ...rest] = stretchesOf(child)
    if (!first) return []
    // A bullet may be glued to its sentence or not.
    return [
      { ...first, before: element.children[i - 1]?.generated === BULLET ? ('any' as const) : first.before },
      ...rest,
    ]
  })
  return [...stretchesOfText(element.text ?? []), ...children]
}

const stretchesOfText = (text: Text): Stretches =>
  text.map((span, i) => ({ text: span.text, before: i === 0 ? ('space' as const) : ('none' as const) }))

const contentOf = (page: Page): Stretches =>
  page.items
    .flatMap((item) => (item.kind === 'text' && item.element !== null ? item.runs : []))
    .map((run) => ({ text: run.shaped.run.text, before: 'none' as const }))
