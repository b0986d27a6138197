import { setLeaflet, type Leaflet } from '../leaflet.js'
import { keptFor } from '../memory/index.js'
import { fileStart, finding, inLeaflets, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import { gather } from './gather.js'
import type { LeafletOrder } from './orders.js'

/**
 * A leaflet with more pages than the theme's `growth` allows for those of the original. Half a page more is none: pages
 * are counted whole.
 */
export function checkGrowth(order: LeafletOrder, { id, pages }: Leaflet, counter: Counter): Finding[] {
  const { workspace, theme } = counter
  const growth = theme?.formats[order.format]?.growth
  const target = counter.catalogue(order.language).catalogue
  if (!workspace || growth === undefined || !pages || !target || order.language === workspace.source) return []
  const english = pagesOf(counter)({ ...order, language: workspace.source })
  const limit = Math.ceil(english * growth)
  if (english === 0 || pages.length <= limit) return []
  const facts = { pages: pages.length, english, limit, language: target.locale.englishName }
  return [inLeaflets(finding('leaflet-grown', fileStart(`locales/${order.language}/locale.json`), facts), [id])]
}

/** Pages of the original, set once for all languages; 0 when it cannot be set. */
const pagesOf = keptFor((counter: Counter) => {
  const known = new Map<string, number>()
  return (order: LeafletOrder): number => {
    const { id, shop } = gather(order, counter)
    const count = known.get(id) ?? (shop ? setLeaflet(order, { ...shop, proof: false, release: false }).pages?.length : 0) // prettier-ignore
    known.set(id, count ?? 0)
    return count ?? 0
  }
})
