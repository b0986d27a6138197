import { outlineOf, plain, type Document, type Element, type Text } from '../document/index.js'
import type { PdfFile, StructElement } from './pdfkit.js'

/** A structure element of the file, with the language that its own text is in. */
export interface TagNode {
  readonly element: StructElement
  readonly role: string
  readonly lang: string
}

/** Makes the tag tree of a document (ISO 32000-1 §14.7): all elements in reading order, content follows with painting. */
export function makeTagTree(document: Document, file: PdfFile): ReadonlyMap<string, TagNode> {
  const nodes = new Map<string, TagNode>()
  const root = file.element('Document')
  file.setRoot(root)
  nodes.set('document', { element: root, role: 'Document', lang: document.lang })
  for (const child of outlineOf(document).children) addElement(child, root, { document, file, nodes })
  return nodes
}

interface Making {
  readonly document: Document
  readonly file: PdfFile
  readonly nodes: Map<string, TagNode>
}

function addElement(element: Element, parent: StructElement, making: Making): void {
  const { document, file, nodes } = making
  const lang = oneLanguage(element.text) ?? document.lang
  const made = file.element(element.role, {
    ...(lang === document.lang ? {} : { lang }),
    ...(element.alt ? { alt: plain(element.alt) } : {}),
  })
  // ISO 14289-1 §7.6: a list with printed labels says which kind they are.
  if (element.role === 'L' && element.children[0]?.children[0]?.generated)
    made.dictionary.data['A'] = { O: 'List', ListNumbering: 'Disc' }
  parent.add(made)
  nodes.set(element.id, { element: made, role: element.role, lang })
  for (const child of element.children) addElement(child, made, making)
}

/** The language of a text that is all in one language. */
function oneLanguage(text: Text | undefined): string | undefined {
  const first = text?.[0]?.lang
  return text?.every((s) => s.lang === first) ? first : undefined
}
