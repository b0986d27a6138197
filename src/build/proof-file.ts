import { readFileSync } from 'node:fs'
import { composeNotice } from '../notice/index.js'
import { dumpReadBack, proofread, readBack, UnreadableError, type ReadBack } from '../proof/index.js'
import { fileStart, finding, type Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import { diskProblem } from './put-in-place.js'

/** What a reader gets from a PDF, and how that differs from the document it was made from. */
export interface FileProof {
  readonly dump: string
  /** Such as `tr/children-and-families.whole.standard`; none when the file doesn't say what it is. */
  readonly leaflet?: string
  readonly findings: readonly Finding[]
}

/** What each leaflet's metadata say of it: name; language; dates. */
const KEYWORDS = /^([a-z0-9-]+)\.([a-z0-9-]+)\.([a-z0-9-]+); ([\w-]+); text (\S+); printed (\S+)$/

/** Re-reads a file that was written some time ago; its own metadata say which leaflet it is. */
export async function proofFile(file: string, counter: Counter): Promise<FileProof> {
  let pdf: Uint8Array
  try {
    pdf = readFileSync(file)
  } catch (error) {
    return { dump: '', findings: [finding('proof-unreadable', fileStart(file), { problem: diskProblem(error) })] }
  }
  let back: ReadBack
  try {
    back = await readBack(pdf)
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return { dump: '', findings: [finding('proof-unreadable', fileStart(file), { problem: error.message })] }
  }
  const dump = dumpReadBack(back)
  const said = KEYWORDS.exec(back.metadata.keywords)
  if (!said) {
    const problem = 'it does not say which leaflet it is'
    return { dump, findings: [finding('proof-unreadable', fileStart(file), { problem })] }
  }
  const [noticeId = '', service = '', format = '', language = '', , issueDate = ''] = said.slice(1)
  const { workspace } = counter
  const notice = counter.notice(noticeId).value
  const target = counter.catalogue(language).catalogue
  const source = workspace ? counter.catalogue(workspace.source).catalogue : undefined
  const leaflet = `${language}/${noticeId}.${service}.${format}`
  if (!workspace || !notice || !target || !source) {
    return {
      dump,
      leaflet,
      findings: [
        finding('proof-unreadable', fileStart(file), { problem: `this workspace has no leaflet "${leaflet}"` }),
      ],
    }
  }
  const shop = { shelf: counter.shelf, workspace, notice, source, target, pictures: counter.pictures }
  const { document, findings } = composeNotice({ service, format, issueDate }, shop)
  return { dump, leaflet, findings: document ? await proofread(pdf, document, `${leaflet}.pdf`) : findings }
}
