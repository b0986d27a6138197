import { checkCatalogue } from '../locale/index.js'
import { checkNotice, composeNotice } from '../notice/index.js'
import { mergeFindings, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import { takeOrders, type Request } from './orders.js'

/**
 * Everything that is wrong with notices, templates, locales, fonts and pictures; nothing is written. Composes every
 * leaflet that the request means, since only then is it known which texts meet which template.
 */
export function checkWorkspace(counter: Counter, request: Request): Finding[] {
  const { orders, findings } = takeOrders(counter, request)
  const { workspace } = counter
  const source = workspace ? counter.catalogue(workspace.source).catalogue : undefined
  if (!workspace || !source) return mergeFindings(findings)
  findings.push(...counter.findings)
  for (const tag of new Set(orders.map((o) => o.language))) {
    const { catalogue, findings: reading } = counter.catalogue(tag)
    findings.push(...reading, ...(catalogue ? checkCatalogue(source, catalogue) : []), ...counter.fonts(tag).findings)
  }
  for (const id of new Set(orders.map((o) => o.notice))) {
    const notice = counter.notice(id)
    findings.push(...notice.findings, ...(notice.value ? checkNotice(notice.value, source) : []))
  }
  for (const order of orders) {
    const notice = counter.notice(order.notice).value
    const target = counter.catalogue(order.language).catalogue
    if (!notice || !target) continue
    const shop = { shelf: counter.shelf, workspace, notice, source, target, pictures: counter.pictures }
    findings.push(...composeNotice(order, shop).findings)
  }
  return mergeFindings(findings)
}
