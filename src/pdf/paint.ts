import { plain, type Picture } from '../document/index.js'
import { pt, type Rect } from '../geometry/index.js'
import type { FrameItem, Item, Page, PictureItem, PlacedRun, RuleItem, TextItem } from '../layout/index.js'
import { number, rgb } from './operators.js'
import type { TextPen } from './text-pen.js'
import type { PdfFile, Ref } from './pdfkit.js'
import type { TagNode } from './tag-tree.js'

export interface Easel {
  readonly file: PdfFile
  readonly tags: ReadonlyMap<string, TagNode>
  readonly pen: TextPen
  /** Pictures drawn so far: each is in the file once, however often it is painted. */
  readonly pictures: Map<Picture, { readonly name: string; readonly ref: Ref }>
}

/** Paints one page: every item either as content of its structure element or as artifact. */
export function paintPage(page: Page, easel: Easel): void {
  easel.file.addPage(page.paper.width, page.paper.height)
  for (const stretch of stretchesOf(page.items)) paintStretch(stretch, easel)
  easel.pen.lift()
}

/** What shares one marked-content sequence: runs of one element, one language, one link; possibly over several lines. */
interface Stretch {
  readonly element: string | null
  readonly lang: string
  readonly href: string | undefined
  readonly lines: { readonly item: TextItem; readonly runs: PlacedRun[] }[]
  readonly other?: PictureItem | RuleItem | FrameItem
}

function stretchesOf(items: readonly Item[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const item of items) {
    if (item.kind !== 'text') {
      stretches.push({ element: item.element, lang: '', href: undefined, lines: [], other: item })
      continue
    }
    for (const run of item.runs) {
      const { lang, href } = run.span
      const open = stretches.at(-1)
      // A link's rectangle is one line high, so each of its lines is a stretch of its own.
      const same = open && !open.other && open.element === item.element && open.lang === lang && open.href === href
      if (!same || (href !== undefined && open.lines.at(-1)?.item !== item)) {
        stretches.push({ element: item.element, lang, href, lines: [{ item, runs: [run] }] })
      } else if (open.lines.at(-1)!.item === item) open.lines.at(-1)!.runs.push(run)
      else open.lines.push({ item, runs: [run] })
    }
  }
  return stretches
}

function paintStretch(stretch: Stretch, easel: Easel): void {
  const { file, tags } = easel
  if (stretch.other) easel.pen.lift()
  else easel.pen.begin()
  const paint = (): void => {
    if (stretch.other) paintOther(stretch.other, easel)
    for (const { item, runs } of stretch.lines) easel.pen.write(item, runs)
  }
  if (stretch.element === null) {
    file.artifact(stretch.other ? 'Layout' : 'Pagination', paint)
    return
  }
  const node = tags.get(stretch.element)
  if (!node) throw new TypeError(`No structure element "${stretch.element}"`)
  if (stretch.other?.kind === 'picture') {
    file.tagged(node.element, node.role, paint)
    file.setBounds(node.element, stretch.other.rect)
  } else if (stretch.href !== undefined) paintLink(stretch, node, { easel, paint })
  else if (stretch.lang !== node.lang && stretch.lang !== '') {
    const span = file.element('Span', { lang: stretch.lang })
    node.element.add(span)
    file.tagged(span, 'Span', paint)
  } else file.tagged(node.element, node.role, paint)
}

function paintLink(stretch: Stretch, node: TagNode, { easel, paint }: { easel: Easel; paint: () => void }): void {
  const { file } = easel
  const link = file.element('Link', stretch.lang === node.lang ? {} : { lang: stretch.lang })
  node.element.add(link)
  file.tagged(link, 'Link', paint)
  const text = plain(stretch.lines.flatMap((l) => l.runs.map((r) => ({ ...r.span, text: r.shaped.run.text }))))
  for (const line of stretch.lines) file.link(boundsOf(line.item, line.runs), stretch.href!, { element: link, text })
  link.end()
}

function boundsOf(item: TextItem, runs: readonly PlacedRun[]): Rect {
  const left = Math.min(...runs.map((r) => r.x))
  const right = Math.max(...runs.map((r) => r.x + r.width))
  return { x: pt(left), y: pt(item.baseline - item.size), width: pt(right - left), height: pt(item.size * 1.3) }
}

function paintOther(item: PictureItem | RuleItem | FrameItem, { file, pictures }: Easel): void {
  const { x, y, width, height } = item.rect
  if (item.kind === 'rule') {
    file.content(`${rgb(item.colour)} rg ${[x, y, width, height].map(number).join(' ')} re f`)
  } else if (item.kind === 'frame') {
    file.content(`${rgb(item.colour)} RG ${number(item.width)} w ${[x, y, width, height].map(number).join(' ')} re S`)
  } else {
    const { size, shapes } = item.picture
    const scale = Math.min(width / size.width, height / size.height)
    const left = x + (width - size.width * scale) / 2
    const top = y + (height - size.height * scale) / 2
    let form = pictures.get(item.picture)
    if (!form) {
      const draw = (): void => {
        for (const shape of shapes) file.path(shape.path, shape)
      }
      form = { name: `P${pictures.size + 1}`, ref: file.form(size.width, size.height, draw) }
      pictures.set(item.picture, form)
    }
    file.useForm(form.name, form.ref)
    file.content(`q ${number(scale)} 0 0 ${number(scale)} ${number(left)} ${number(top)} cm /${form.name} Do Q`)
  }
}
