import type { Annotation } from './structure.js'

/**
 * A link annotation (ISO 32000-1 §12.5.6.5): over words, without a border, printed with its page (ISO 19005-2 §6.3.2),
 * with the words as its description (ISO 14289-1 §7.18.5). `height`: of the page, in points.
 */
export function link(
  { box, href, text }: Annotation,
  { height, structParent }: { readonly height: number; readonly structParent: number },
): Record<string, unknown> {
  const rect = [box.x, height - box.y - box.height, box.x + box.width, height - box.y]
  return {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: rect.map((n) => Math.round(n * 100) / 100),
    Border: [0, 0, 0],
    F: 4,
    Contents: new String(text),
    A: { S: 'URI', URI: new String(href) },
    StructParent: structParent,
  }
}
