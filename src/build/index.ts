/**
 * Room: build. Which leaflets are asked for, made in a fixed order by one or more threads, put in place whole or not
 * at all, and noted in the ledger. The room that reads and writes the disk.
 * Not here: what a leaflet says or how it looks (leaflet.ts tells that story), terminals (cli).
 */
export { stateName } from '../locale/index.js'
export { languageOf } from './notebook.js'
export { build, type BuildOptions, type BuildReport, type BuiltLeaflet } from './build.js'
export { amongInputs } from './among-inputs.js'
export { outputFolder } from './output-folder.js'
export { checkWorkspace } from './check-workspace.js'
export { Counter } from './counter.js'
export { findEdition, type EditionAnswer, type EditionChange } from './find-edition.js'
export { impactOf, type Impact, type KeyImpact, type LeafletImpact } from './impact.js'
export { days, impactPage, WHY } from './impact-page.js'
export { waitsSaid } from './waits-said.js'
export { verify, type Verified, type VerifyOptions } from './verify.js'
export { watch, type WatchOptions } from './watch.js'
export { diskShelf } from './disk-shelf.js'
export { exportTexts, type Exported, type ExportRequest } from './export-texts.js'
export { importTexts, type Imported, type ImportRequest } from './import-texts.js'
export { makeOrder, type MakeOptions } from './make.js'
export { takeOrders, type LeafletOrder, type Orders, type Request } from './orders.js'
export { preview, type Preview, type PreviewRequest, type PreviewText } from './preview.js'
export { watchPreview, type PreviewWatchOptions, type WatchedPreview } from './watch-preview.js'
export { diskProblem, putInPlace, putNamed, unwritable } from './put-in-place.js'
export { readBytes } from './read-file.js'
export { recordReviews, type ReviewRequest, type ReviewsRecorded } from './record-reviews.js'
export {
  workspaceStatus,
  type LanguageStatus,
  type TextStatus,
  type Waiting,
  type WorkspaceStatus,
} from './workspace-status.js'
export { traceKey, type Trace, type TraceStage } from './trace.js'
export { proofFile, type FileProof, type ProofRequest } from './proof-file.js'
export { type Made, type Task } from './make-task.js'
export { makeHere, type MakeAll } from './workers.js'
