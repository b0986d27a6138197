import { plain, type Document } from '../document/index.js'
import { checkDate, longDate, stamp } from '../locale/index.js'
import { fileStart, finding, type Finding } from '../report/index.js'
import type { Order, Shop } from './order.js'
import { fillMarks } from './print-marks.js'
import { named, sayingOf, type SaidContent, type Saying } from './saying.js'
import { readTemplate } from './template-files.js'

export interface Composed extends Omit<Saying, 'content'> {
  /** What could be made. With a finding of severity error it must not be printed. */
  readonly document?: Document
  /** Stands for all that the document says. */
  readonly print?: string
}

/** From an order to what the leaflet says. */
export function composeNotice(order: Order, shop: Shop): Composed {
  if (order.issueDate.includes('T') || checkDate(order.issueDate, fileStart('')).length > 0)
    throw new RangeError(`Cannot compose a leaflet of the day "${order.issueDate}"`)
  const refused = checkService(order, shop)
  const { template, findings } = readTemplate(shop.shelf, order.format)
  if (!template || refused.length > 0)
    return {
      findings: named([...refused, ...findings], order, shop),
      keys: [],
      foreign: [],
      drafts: [],
      unapproved: [],
    }
  const { content, ...said } = sayingOf(template, order, shop)
  return content ? { ...said, ...printedOn(order.issueDate, content, shop) } : said
}

function printedOn(
  issueDate: string,
  content: SaidContent,
  { target: { locale } }: Shop,
): Required<Pick<Composed, 'document' | 'print'>> {
  const { tree, facts, edition } = content
  const [longDay, stampedDay] = [longDate(locale, issueDate) ?? '', stamp(locale, issueDate) ?? '']
  const words = { day: issueDate, longDay, stampedDay, edition }
  const { blocks, furniture } = fillMarks(tree, words)
  const title = plain(blocks.find((b) => b.kind === 'heading')?.text ?? [])
  return {
    print: [content.print, ...Object.values(words)].join('\n'),
    document: { title, issueDate, edition, blocks, furniture: { digits: locale.digits, ...furniture }, ...facts },
  }
}

function checkService(order: Order, { notice }: Shop): Finding[] {
  const have = ['whole', ...notice.services.map((s) => s.id)]
  if (have.includes(order.service)) return []
  return [finding('service-unknown', notice.place(['services']), { asked: order.service, have: have.join(', ') })]
}
