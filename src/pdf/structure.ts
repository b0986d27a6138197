import { outlineOf, plain, type Document, type Element, type Text } from '../document/index.js'
import type { Mark } from './draft.js'
import { dictionary, reference, textString } from './operators.js'
import type { Roles } from './paint.js'

/** A structure element (ISO 32000-1 §14.7.2), before objects have numbers. */
interface Node {
  readonly role: string
  readonly parent: number
  readonly lang?: string
  readonly alt?: string
  attributes?: string
  readonly kids: Kid[]
}
type Kid =
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'content'; readonly page: number; readonly mcid: number }
  | { readonly kind: 'annotation'; readonly page: number; readonly annotation: number }

/** The tag tree of a document with all that is painted in it. */
export interface Structure {
  /** Reading order, parents before children; the first is the root. */
  readonly nodes: readonly Node[]
  /** For each page, by marked-content id: the node that owns it. */
  readonly owners: readonly (readonly number[])[]
  /** Link annotations in painting order. */
  readonly annotations: readonly Annotation[]
}
export interface Annotation {
  /** 0-based. */
  readonly page: number
  readonly node: number
  readonly href: string
  readonly text: string
  readonly box: NonNullable<Mark['link']>['boxes'][number]
}

/** Role and language of every element by its id. */
export function rolesOf(document: Document): Roles {
  const roles = new Map([['document', { role: 'Document', lang: document.lang }]])
  const add = (element: Element): void => {
    roles.set(element.id, { role: element.role, lang: oneLanguage(element.text) ?? document.lang })
    element.children.forEach(add)
  }
  outlineOf(document).children.forEach(add)
  return roles
}

/** The language of a text that is all in one language. */
function oneLanguage(text: Text | undefined): string | undefined {
  const first = text?.[0]?.lang
  return text?.every((s) => s.lang === first) ? first : undefined
}

/** Builds the tree from the document's outline; content follows in painting order. `marks`: of each page. */
export function buildStructure(
  document: Document,
  marks: readonly { readonly height: number; readonly marks: readonly Mark[] }[],
): Structure {
  const nodes: Node[] = []
  const byId = new Map<string, number>()
  const roles = rolesOf(document)
  const add = (element: Element, parent: number): void => {
    const { lang } = roles.get(element.id)!
    const node = push(nodes, {
      role: element.role,
      parent,
      ...(lang === document.lang ? {} : { lang }),
      ...(element.alt ? { alt: plain(element.alt) } : {}),
    })
    // ISO 14289-1 §7.6: a list with printed labels says which kind they are.
    if (element.role === 'L' && element.children[0]?.children[0]?.generated)
      nodes[node]!.attributes = '<</O /List /ListNumbering /Disc>>'
    byId.set(element.id, node)
    for (const child of element.children) add(child, node)
  }
  add(outlineOf(document), -1)

  const annotations: (Omit<Annotation, 'text'> & { readonly said: { readonly text: string } })[] = []
  let last: Placed | undefined
  const owners = marks.map(({ height, marks }, page) =>
    marks.map((mark, mcid) => {
      const element = byId.get(mark.element)!
      if (mark.bounds) nodes[element]!.attributes = bounds(mark.bounds, height)
      const { node: owner, said } = goesOn(mark, last)
        ? last
        : { node: ownNode(mark, element, nodes), said: { text: '' } }
      said.text += mark.link?.text ?? ''
      last = { mark, node: owner, said }
      nodes[owner]!.kids.push({ kind: 'content', page, mcid })
      for (const box of mark.link?.boxes ?? []) {
        nodes[owner]!.kids.push({ kind: 'annotation', page, annotation: annotations.length })
        annotations.push({ page, node: owner, href: mark.link!.href, said, box })
      }
      return owner
    }),
  )
  return { nodes, owners, annotations: annotations.map(({ said, ...rest }) => ({ ...rest, text: said.text.trim() })) }
}

/** Where the mark before went, and the words of its link so far. */
interface Placed {
  readonly mark: Mark
  readonly node: number
  readonly said: { text: string }
}

/**
 * Whether a mark is the next line of a link. A link is one element with an annotation for each of its lines, and each of
 * these is described by all of its words (ISO 14289-1 §7.18.5): to a screen reader it is one link, not several.
 */
const goesOn = ({ element, lang, link }: Mark, last: Placed | undefined): last is Placed =>
  link !== undefined && last?.mark.element === element && last.mark.link?.href === link.href && last.mark.lang === lang

function push(nodes: Node[], node: Omit<Node, 'kids'>): number {
  const number = nodes.push({ kids: [], ...node }) - 1
  nodes[node.parent]?.kids.push({ kind: 'node', node: number })
  return number
}

/** A link, or words in another language, are an element of their own within the element they stand in. */
function ownNode({ lang, link }: Mark, element: number, nodes: Node[]): number {
  if (!link && lang === undefined) return element
  return push(nodes, { role: link ? 'Link' : 'Span', parent: element, ...(lang === undefined ? {} : { lang }) })
}

/** A figure's place on its page (ISO 32000-1 §14.8.5.4), y up. */
function bounds(rect: NonNullable<Mark['bounds']>, height: number): string {
  const box = [rect.x, height - rect.y - rect.height, rect.x + rect.width, height - rect.y]
  return `<</O /Layout /Placement /Block /BBox [${box.map((n) => Math.round(n * 100) / 100).join(' ')}]>>`
}

/** Numbers of the objects that the structure is among. */
export interface Numbers {
  /** Of the first structure element; the others follow, then the parent tree. */
  readonly first: number
  readonly root: number
  readonly pages: readonly number[]
  readonly annotations: readonly number[]
}

/** All elements and the parent tree (§14.7.4.4) as objects, in the order of their numbers. */
export function structureObjects({ nodes, owners, annotations }: Structure, at: Numbers): string[] {
  const own = (node: number): string => reference(at.first + node)
  const elements = nodes.map((node) => {
    const page = node.kids.find((k) => k.kind !== 'node')?.page
    return dictionary({
      S: `/${node.role}`,
      ...(node.lang === undefined ? {} : { Lang: textString(node.lang) }),
      ...(node.alt === undefined ? {} : { Alt: textString(node.alt) }),
      P: node.parent < 0 ? reference(at.root) : own(node.parent),
      ...(page === undefined ? {} : { Pg: reference(at.pages[page]!) }),
      K: `[${node.kids.map((kid) => kidObject(kid, page, { own, at })).join(' ')}]`,
      ...(node.attributes === undefined ? {} : { A: node.attributes }),
    })
  })
  const pages = owners.map((nodes, page) => `${page} [${nodes.map(own).join(' ')}]`)
  const links = annotations.map(({ node }, i) => `${owners.length + i} ${own(node)}`)
  return [...elements, dictionary({ Nums: `[${[...pages, ...links].join(' ')}]` })]
}

function kidObject(
  kid: Kid,
  page: number | undefined,
  { own, at }: { own: (node: number) => string; at: Numbers },
): string {
  if (kid.kind === 'node') return own(kid.node)
  const elsewhere = kid.page === page ? {} : { Pg: reference(at.pages[kid.page]!) }
  if (kid.kind === 'annotation')
    return dictionary({ Type: '/OBJR', Obj: reference(at.annotations[kid.annotation]!), ...elsewhere })
  return kid.page === page ? String(kid.mcid) : dictionary({ Type: '/MCR', ...elsewhere, MCID: String(kid.mcid) })
}
