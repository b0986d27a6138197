import { join } from 'node:path'
import type { FindingCode } from '../report/index.js'
import { Counter } from './counter.js'
import { openFaces } from './fonts.js'
import { keepUp } from './keep-up.js'
import { orderOf } from './notebook.js'
import { pageOf, previewPage, versionOf, versionScript } from './preview-page.js'
import {
  FOLDER,
  makePreview,
  NOTHING,
  written,
  type MadePreview,
  type Preview,
  type PreviewRequest,
} from './preview.js'
import { putInPlace } from './put-in-place.js'
import { moved, SeenFiles } from './seen.js'

export interface PreviewWatchOptions {
  /** Absolute path of the workspace. */
  readonly folder: string
  /** Asked anew for each preview: a watch may go on over midnight. */
  request(): PreviewRequest
  /** Hears of each change of what there is to see. */
  made(preview: WatchedPreview): void
  readonly signal: AbortSignal
}

/** The preview that is in place, and what is wrong now. */
export interface WatchedPreview extends Preview {
  /** Absolute path of the page for a browser; none as long as nothing could be made. */
  readonly page?: string
  /** Whether it is of now; else it is the last good one. */
  readonly renewed: boolean
}

/** A file of which only a part can be read: what it says is no longer known, so the last good preview says more. */
const CUT_SHORT: readonly FindingCode[] = ['json-syntax', 'file-missing']

/**
 * Makes a preview, and again whenever something that it was made from changes: the PDF, a page for the browser that shows
 * the same, and its version, last, by which an open page learns of it. Each is put in place whole.
 */
export async function watchPreview(options: PreviewWatchOptions): Promise<void> {
  const { folder, signal } = options
  // HarfBuzz has memory of its own, which nobody tidies between two edits.
  const faces = openFaces()
  let seen: SeenFiles | undefined
  let last: MadePreview | undefined
  let said = ''
  const round = (): void => {
    // What is heard may be files of the preview itself, or of other languages.
    if (seen && moved(seen.all, folder).moved.size === 0) return
    seen = new SeenFiles(folder, seen?.all)
    const counter = new Counter(folder, undefined, seen, faces)
    const asked = options.request()
    const { made: now, findings } = makePreview(counter, last ? theSame(asked, last.facts) : asked)
    // Fonts are read as they are needed; a new file of one would be another font.
    counter.fontPrint(asked.language)
    const renewed = now !== undefined && !(last && findings.some((f) => CUT_SHORT.includes(f.code)))
    if (renewed) last = now
    if (!last) {
      options.made({ ...NOTHING, findings, renewed })
      return
    }
    const source = counter.workspace?.source ?? ''
    const { html, stamp } = previewPage({ made: last, language: asked.language, source, findings, renewed })
    if (stamp === said) return
    const { file } = last.facts
    const page = pageOf(file)
    const unwritten =
      written(last.pdf, file, counter) ??
      written(html, page, counter) ??
      written(versionScript(stamp), versionOf(file), counter)
    said = unwritten ? '' : stamp
    options.made({ ...last.facts, page, findings: [...findings, ...(unwritten ? [unwritten] : [])], renewed })
  }
  await keepUp({ folder, out: join(folder, FOLDER), signal, seen: () => seen?.all, round })
  if (last && said !== '') putInPlace(versionOf(last.facts.file), versionScript(''))
}

/** The leaflet that was shown first, in its file: an open page looks there, and nobody asked for another leaflet. */
function theSame(asked: PreviewRequest, { file, leaflet = '' }: MadePreview['facts']): PreviewRequest {
  const { format, service, notice } = orderOf(leaflet, asked.issueDate)
  return { ...asked, formats: [format], services: [service], notice, out: file }
}
