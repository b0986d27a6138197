import { makeLeaflet, type Leaflet } from '../leaflet.js'
import { checkNotice } from '../notice/index.js'
import { isError, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import type { LeafletOrder } from './orders.js'

export interface MakeOptions {
  readonly proof: boolean
  readonly release: boolean
}

/** Makes one leaflet over the counter: gathers what it needs, or says why it is not there. */
export async function makeOrder(order: LeafletOrder, counter: Counter, options: MakeOptions): Promise<Leaflet> {
  const id = `${order.language}/${order.notice}.${order.service}.${order.format}`
  const { workspace, theme } = counter
  const notice = counter.notice(order.notice)
  const target = counter.catalogue(order.language)
  const source = workspace ? counter.catalogue(workspace.source) : undefined
  const fonts = counter.fonts(order.language)
  const held = [...counter.findings, ...notice.findings.filter(isError), ...fonts.findings]
  if (!workspace || !theme || !notice.value || !source?.catalogue || !target.catalogue || !fonts.fonts) {
    const reading = [
      ...(source?.catalogue ? [] : (source?.findings ?? [])),
      ...(target.catalogue ? [] : target.findings),
    ]
    return { id, findings: [...held, ...reading].map((f): Finding => ({ ...f, leaflets: [id] })) }
  }
  const shop = {
    shelf: counter.shelf,
    workspace,
    theme,
    notice: notice.value,
    source: source.catalogue,
    target: target.catalogue,
    pictures: counter.pictures,
    fonts: fonts.fonts,
    ...options,
  }
  return makeLeaflet(order, shop)
}
