import { resolve } from 'node:path'
import { setLeaflet } from '../leaflet.js'
import { checkCatalogue, checkReadingAge, isWaived, type Catalogue } from '../locale/index.js'
import { checkLaw, checkLeftOver, checkNotice, checkNotices, checkWordList, composeNotice } from '../notice/index.js'
import { finding, mergeFindings, type Finding } from '../report/index.js'
import { checkGrowth } from './check-growth.js'
import { meeting } from './among-inputs.js'
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
  const { workspace, folder } = counter
  const misplaced = workspace && meeting({ folder, out: resolve(folder, workspace.output) })
  if (misplaced) findings.push(finding('output-among-inputs', workspace.outputPlace, misplaced))
  if (workspace) findings.push(...checkNotices(workspace))
  const source = workspace ? counter.catalogue(workspace.source).catalogue : undefined
  const targets: Catalogue[] = []
  // Texts that no leaflet prints yet are looked at as well.
  for (const tag of new Set(orders.map((o) => o.language))) {
    const { catalogue, findings: reading } = counter.catalogue(tag)
    findings.push(...reading, ...(source && catalogue ? checkCatalogue(source, catalogue) : []))
    if (catalogue) targets.push(catalogue)
  }
  for (const id of new Set(orders.map((o) => o.notice))) {
    const notice = counter.notice(id).value
    if (!notice || !source || !workspace) continue
    findings.push(
      ...checkNotice(notice, source),
      ...checkLaw(counter.shelf, notice, { source, workspace }),
      ...checkReadingAge(source, notice.namespace, 'standard'),
      ...checkReadingAge(source, notice.easyRead.namespace, 'easy'),
      ...targets.flatMap((target) => checkWordList(notice, target).filter((f) => !isWaived(target.waivers, f))),
    )
  }
  if (source) findings.push(...leftOver(counter, source))
  for (const order of orders) findings.push(...findingsOf(order, counter))
  return mergeFindings(findings)
}

/** Only when all notices can be read: one that cannot may use what seems to be left over. */
function leftOver(counter: Counter, source: Catalogue): Finding[] {
  const { shelf, workspace } = counter
  const notices = workspace?.notices.map((id) => counter.notice(id).value) ?? []
  const read = notices.filter((n) => n !== undefined)
  return workspace && read.length === notices.length ? checkLeftOver({ shelf, workspace, source, notices: read }) : []
}

function findingsOf(order: LeafletOrder, counter: Counter): readonly Finding[] {
  const { findings, texts, shop } = gather(order, counter)
  if (!shop) return [...findings, ...(texts ? composeNotice(order, texts).findings : [])]
  const set = setLeaflet(order, { ...shop, proof: false, release: false })
  return [...findings, ...set.findings, ...checkGrowth(order, set, counter)]
}
