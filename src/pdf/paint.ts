import { plain } from '../document/index.js'
import { pt, type Rect } from '../geometry/index.js'
import type { FrameItem, Item, Part, PictureItem, PlacedRun, RuleItem, TextItem } from '../layout/index.js'
import { DraftSheet, type Draft, type Mark } from './draft.js'
import { number, rgb } from './operators.js'
import { TextPen } from './text-pen.js'

/** What painting needs to know of structure elements, by id. */
export type Roles = ReadonlyMap<string, { readonly role: string; readonly lang: string }>

/** Paints head or content of a page: every item either as content of its structure element or as artifact. */
export const paintPart = (part: Part, roles: Roles, direction: 'ltr' | 'rtl'): Draft =>
  paint(part, direction, { roles, furniture: 'head' })

/** Paints the foot of a page: all of it is artifact. */
export const paintFoot = (part: Part, direction: 'ltr' | 'rtl'): Draft =>
  paint(part, direction, { roles: new Map(), furniture: 'foot' })

/** Paints what is the foot's too, and may stand beside its last line. */
export const paintFolio = (part: Part, direction: 'ltr' | 'rtl'): Draft =>
  paint(part, direction, { roles: new Map(), furniture: 'foot', beside: true })

type Painting = Pick<Easel, 'roles' | 'furniture'> & { readonly beside?: boolean }

function paint(part: Part, direction: 'ltr' | 'rtl', { roles, furniture, beside = false }: Painting): Draft {
  const sheet = new DraftSheet()
  const easel: Easel = { sheet, roles, furniture, pen: new TextPen(sheet, direction, beside) }
  for (const stretch of stretchesOf(part)) paintStretch(stretch, easel)
  easel.pen.lift()
  return sheet.finish()
}

interface Easel {
  readonly sheet: DraftSheet
  readonly roles: Roles
  /** What text is that belongs to no element. */
  readonly furniture: 'head' | 'foot'
  readonly pen: TextPen
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

function paintStretch(stretch: Stretch, { sheet, roles, furniture, pen }: Easel): void {
  const { element, other } = stretch
  if (other) pen.lift()
  else pen.begin()
  const paint = (): void => {
    if (other) paintOther(other, sheet)
    for (const { item, runs } of stretch.lines) pen.write(item, runs)
  }
  if (element === null) {
    sheet.artifact(other ? 'layout' : furniture, paint)
    return
  }
  const owner = roles.get(element)
  if (!owner) throw new TypeError(`No structure element "${element}"`)
  const mark = markOf(stretch, element, owner.lang)
  sheet.tagged(mark.link ? 'Link' : mark.lang === undefined ? owner.role : 'Span', mark, paint)
}

function markOf(stretch: Stretch, element: string, owner: string): Mark {
  const { href, other, lines } = stretch
  const lang = stretch.lang === owner || stretch.lang === '' ? {} : { lang: stretch.lang }
  if (other) return { element, ...(other.kind === 'picture' ? { bounds: other.rect } : {}) }
  if (href === undefined) return { element, ...lang }
  const text = plain(lines.flatMap((l) => l.runs.map((r) => ({ ...r.span, text: r.shaped.run.text }))))
  return { element, ...lang, link: { href, text, boxes: lines.map((l) => boundsOf(l.item, l.runs)) } }
}

function boundsOf(item: TextItem, runs: readonly PlacedRun[]): Rect {
  const left = Math.min(...runs.map((r) => r.x))
  const right = Math.max(...runs.map((r) => r.x + r.width))
  return { x: pt(left), y: pt(item.baseline - item.size), width: pt(right - left), height: pt(item.size * 1.3) }
}

function paintOther(item: PictureItem | RuleItem | FrameItem, sheet: DraftSheet): void {
  const { x, y, width, height } = item.rect
  if (item.kind === 'rule') {
    sheet.add(`${rgb(item.colour)} rg ${[x, y, width, height].map(number).join(' ')} re f`)
  } else if (item.kind === 'frame') {
    sheet.add(`${rgb(item.colour)} RG ${number(item.width)} w ${[x, y, width, height].map(number).join(' ')} re S`)
  } else {
    const { picture } = item
    const { size } = picture
    const scale = Math.min(width / size.width, height / size.height)
    const left = x + (width - size.width * scale) / 2
    const top = y + (height - size.height * scale) / 2
    const name = sheet.hole({ kind: 'picture', picture })
    sheet.add(`q ${number(scale)} 0 0 ${number(scale)} ${number(left)} ${number(top)} cm /${name} Do Q`)
  }
}
