import { setLeaflet } from '../leaflet.js'
import { checkCatalogue } from '../locale/index.js'
import { checkLaw, checkNotice, composeNotice } from '../notice/index.js'
import { mergeFindings, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import { gather } from './gather.js'
import { takeOrders, type LeafletOrder, type Request } from './orders.js'

/**
 * Everything that is wrong with notices, templates, locales, fonts and pictures; nothing is written. Sets every leaflet
 * that the request means, since only then is it known which texts meet which template, and which letters which font.
 */
export function checkWorkspace(counter: Counter, request: Request): Finding[] {
  const { orders, findings: asking } = takeOrders(counter, request)
  const findings = [...asking]
  const { workspace } = counter
  const source = workspace ? counter.catalogue(workspace.source).catalogue : undefined
  // Texts that no leaflet prints yet are looked at as well.
  for (const tag of new Set(orders.map((o) => o.language))) {
    const { catalogue, findings: reading } = counter.catalogue(tag)
    findings.push(...reading, ...(source && catalogue ? checkCatalogue(source, catalogue) : []))
  }
  for (const id of new Set(orders.map((o) => o.notice))) {
    const notice = counter.notice(id).value
    if (!notice || !source || !workspace) continue
    findings.push(...checkNotice(notice, source), ...checkLaw(counter.shelf, notice, { source, workspace }))
  }
  for (const order of orders) findings.push(...findingsOf(order, counter))
  return mergeFindings(findings)
}

function findingsOf(order: LeafletOrder, counter: Counter): readonly Finding[] {
  const { findings, texts, shop } = gather(order, counter)
  if (shop) return [...findings, ...setLeaflet(order, { ...shop, proof: false, release: false }).findings]
  return [...findings, ...(texts ? composeNotice(order, texts).findings : [])]
}
