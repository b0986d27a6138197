import type { LeafletShop } from '../leaflet.js'
import { readJson } from '../locale/index.js'
import type { Shop } from '../notice/index.js'
import { finding, inLeaflets, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import type { LeafletOrder } from './orders.js'

/** What one leaflet needs, as far as it is there. */
export interface Gathered {
  readonly id: string
  /** Why something is not there, or cannot be relied on. */
  readonly findings: readonly Finding[]
  /** Enough to compose the leaflet. */
  readonly texts?: Shop
  /** Enough to make it. */
  readonly shop?: Omit<LeafletShop, 'proof' | 'release'>
}

/** Takes over the counter what a leaflet needs. */
export function gather(order: LeafletOrder, counter: Counter): Gathered {
  const id = `${order.language}/${order.notice}.${order.service}.${order.format}`
  const { workspace, theme } = counter
  const notice = counter.notice(order.notice)
  const target = counter.catalogue(order.language)
  const source = workspace ? counter.catalogue(workspace.source) : undefined
  const { fonts, findings: ofFonts } = counter.fonts(order.language)
  const findings = [
    ...counter.findings,
    ...notice.findings,
    ...ofFonts,
    ...styleProblem(order, counter),
    // With a catalogue, only what is wrong in the files that the leaflet's texts come from holds it: see composeNotice.
    ...(source?.catalogue ? [] : (source?.findings ?? [])),
    ...(target.catalogue ? [] : target.findings),
  ].map((f) => inLeaflets(f, [id]))
  if (!workspace || !notice.value || !source?.catalogue || !target.catalogue) return { id, findings }
  const texts = {
    shelf: counter.shelf,
    workspace,
    notice: notice.value,
    source: source.catalogue,
    target: target.catalogue,
    pictures: counter.pictures,
  }
  return { id, findings, texts, ...(theme?.formats[order.format] && fonts ? { shop: { ...texts, theme, fonts } } : {}) }
}

/** A format may have a template and no looks. */
function styleProblem({ format }: LeafletOrder, { shelf, workspace, theme }: Counter): Finding[] {
  if (!workspace || !theme || theme.formats[format]) return []
  const place = readJson(shelf, `templates/themes/${workspace.theme}.json`).place(['formats'])
  return [finding('json-shape', place, { path: `formats.${format}`, problem: 'it is missing' })]
}
