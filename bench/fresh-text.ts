import { spansOf, withoutControls, type Block, type Document, type Span, type Text } from '../src/document/index.js'

/**
 * The document with one more sentence after every text of its content. A sentence is a few of the language's own words
 * in an order that no earlier turn had, so nothing that was remembered from an earlier leaflet fits the line.
 */
export function freshen(document: Document, turn: number): Document {
  const words = wordsOf(document)
  let state = turn * 7919 + 1
  const pick = (count: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0 // Numerical Recipes' generator: the same words each time.
    return Math.floor((state / 2 ** 32) * count)
  }
  const joint = document.lang.startsWith('zh') ? '' : ' '
  const longer = (text: Text): Text => {
    const last = text.at(-1)
    if (!last) return text
    const sentence = Array.from({ length: 4 }, () => words[pick(words.length)]!).join(joint)
    const added: Span = { text: `${joint}${sentence}`, lang: document.lang, weight: last.weight, origin: last.origin }
    return [...text, added]
  }
  return { ...document, blocks: document.blocks.map((block) => longerBlock(block, longer)) }
}

function longerBlock<B extends Block>(block: B, longer: (text: Text) => Text): B {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'row':
      return { ...block, text: longer(block.text) }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, text: longer(item.text) })) }
    case 'words':
      return { ...block, entries: block.entries.map((entry) => ({ ...entry, meaning: longer(entry.meaning) })) }
    case 'box':
      return { ...block, blocks: block.blocks.map((inner) => longerBlock(inner, longer)) }
    default:
      // A list of contents only names the headings.
      return block
  }
}

/** The document's words in its own language, each once. */
function wordsOf(document: Document): string[] {
  const segmenter = new Intl.Segmenter(document.lang, { granularity: 'word' })
  const words = new Set<string>()
  for (const span of spansOf(document)) {
    if (span.lang !== document.lang) continue
    for (const { segment, isWordLike } of segmenter.segment(withoutControls(span.text))) {
      if (isWordLike && /^[\p{L}\p{M}]+$/u.test(segment)) words.add(segment)
    }
  }
  return [...words]
}
