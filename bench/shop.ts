import { Counter } from '../src/build/index.js'
import type { LeafletShop } from '../src/leaflet.js'

/** The day that leaflets are dated, always the same: the figures must not depend on the length of a date. */
export const ISSUE_DATE = '2026-11-23'

/** The workspace is the folder that npm runs scripts in. */
export const openCounter = (): Counter => new Counter(process.cwd())

/** All that the leaflets of one language are made from. Throws if it is not there: then there is nothing to measure. */
export function shopOf(counter: Counter, tag: string): LeafletShop {
  const { workspace, theme, shelf, pictures } = counter
  const notice = counter.notice(workspace?.notices[0] ?? '').value
  const source = workspace && counter.catalogue(workspace.source).catalogue
  const target = counter.catalogue(tag).catalogue
  const { fonts } = counter.fonts(tag)
  if (!workspace || !theme || !notice || !source || !target || !fonts) {
    throw new Error(`Cannot open the workspace for "${tag}": run doorstep check`)
  }
  return { shelf, workspace, theme, notice, source, target, pictures, fonts, proof: true, release: false }
}
