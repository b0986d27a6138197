import { plain } from './text.js'
import type { Document, Text } from './tree.js'
import { outlineOf, type Element } from './walk.js'

/**
 * The document as text for goldens and `trace`:
 *
 *   Document lang=ar rtl "VISIT"
 *     H1 "VISIT"
 *     P "COME AT 10:30 TODAY"
 */
export function dumpDocument(document: Document): string {
  const { draft, tab, foot, folio } = document.furniture
  const furniture = [...draft, ...tab, ...foot, folio].map((t) => `  ${JSON.stringify(dumpText(t, document.lang))}`)
  return [
    `Document lang=${document.lang} ${document.direction} ${JSON.stringify(document.title)}`,
    ...outlineOf(document).children.flatMap((e) => dumpElement(e, document.lang, 1)),
    'every page',
    ...furniture,
  ].join('\n')
}

function dumpElement(element: Element, lang: string, depth: number): string[] {
  const parts = ['  '.repeat(depth) + element.role]
  if (element.generated) parts.push(JSON.stringify(element.generated))
  if (element.text) parts.push(JSON.stringify(dumpText(element.text, lang)))
  if (element.alt) parts.push(`alt=${JSON.stringify(plain(element.alt))}`)
  return [parts.join(' '), ...element.children.flatMap((e) => dumpElement(e, lang, depth + 1))]
}

/** Text with its marks: *bold*, [en:other language], <link>. */
function dumpText(text: Text, lang: string): string {
  return text
    .map((span) => {
      let out = span.field ? `{${span.field}}` : plain([span])
      if (span.weight === 'bold') out = `*${out}*`
      if (span.lang !== lang) out = `[${span.lang}:${out}]`
      if (span.href) out = `<${out} ${span.href}>`
      return out
    })
    .join('')
}
