import { Counter } from './counter.js'
import { makeHere } from './workers.js'
import { orderOf } from './notebook.js'
import type { BuildReport } from './build.js'
import type { MakeOptions } from './make.js'

/**
 * Makes leaflets that nobody asked for and lets go of them, so that whoever edits next does not wait for the program, fonts
 * and readers to load and for code that never ran. Those of the source language, which most edits are about. Ends early
 * when `wanted`, looked at after each leaflet, says that something else is to be done.
 */
export async function warmUp(
  { leaflets }: BuildReport,
  { folder, wanted, ...options }: MakeOptions & { readonly folder: string; readonly wanted: () => boolean },
): Promise<void> {
  const counter = new Counter(folder)
  const source = counter.workspace?.source
  for (const { id, language, issueDate, state } of leaflets) {
    if (language !== source || state !== 'current') continue
    if (wanted()) return
    await makeHere({ order: orderOf(id, issueDate) }, counter, options)
    // Only between turns of the loop of events is anything heard.
    await new Promise(setImmediate)
  }
}
