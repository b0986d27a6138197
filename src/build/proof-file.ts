import { checkDate } from '../locale/index.js'
import { setLeaflet } from '../leaflet.js'
import type { ReadBack } from '../proof/index.js'
import { fileStart, finding, isError, type Finding, type Place } from '../report/index.js'
import type { Counter } from './counter.js'
import { gather } from './gather.js'
import { fileProblem, withFolders } from './file-unknown.js'
import { readBytes } from './read-file.js'

/** What a reader gets from a PDF, and how that differs from the document it was made from. */
export interface FileProof {
  readonly dump: string
  /** Such as `tr/children-and-families.whole.standard`; none when the file doesn't say what it is. */
  readonly leaflet?: string
  readonly findings: readonly Finding[]
}

/** What each leaflet's metadata say of it: name; language; dates; edition. */
const KEYWORDS = /^([a-z0-9-]+)\.([a-z0-9-]+)\.([a-z0-9-]+); ([\w-]+); text (\S+); printed (\S+); edition \w+$/

/** What a person asked to prove. */
export interface ProofRequest {
  readonly file: string
  /** The output folder, as one would type it from here: a path that leads nowhere may mean a leaflet in it. */
  readonly out: string
  /** Where the path was typed. */
  readonly place: Place
}

/** Re-reads a file that was written some time ago; its own metadata say which leaflet it is. */
export async function proofFile({ file, out, place }: ProofRequest, counter: Counter): Promise<FileProof> {
  const refused = (problem: string, rest: Partial<FileProof> = {}): FileProof => ({
    dump: '',
    ...rest,
    findings: [finding('proof-unreadable', fileStart(file), { problem })],
  })
  // Loaded when asked for: three readers of PDFs take longer to load than most commands to run.
  const { dumpReadBack, proofread, readBack, UnreadableError } = await import('../proof/index.js')
  let pdf: Uint8Array
  let back: ReadBack
  try {
    pdf = readBytes(file)
    back = await readBack(pdf)
  } catch (error) {
    if (error instanceof UnreadableError) return refused(error.message)
    return { dump: '', findings: [fileProblem(error, { file, ending: /\.pdf$/i, folders: withFolders(out) }, place)] }
  }
  const dump = dumpReadBack(back)
  const said = KEYWORDS.exec(back.metadata.keywords)
  if (!said) return refused('it does not say which leaflet it is', { dump })
  const [notice = '', service = '', format = '', language = '', , issueDate = ''] = said.slice(1)
  const order = { notice, service, format, language, issueDate }
  const leaflet = `${language}/${notice}.${service}.${format}`
  if (issueDate.includes('T') || checkDate(issueDate, fileStart(file)).length > 0)
    return refused(`it says that it was printed on "${issueDate}", which is no date`, { dump, leaflet })
  const known = counter.languages().includes(language) && counter.workspace?.notices.includes(notice)
  if (!known) return refused(`this workspace has no leaflet "${leaflet}"`, { dump, leaflet })
  const { shop, findings: gathered } = gather(order, counter)
  if (!shop) return { dump, leaflet, findings: gathered }
  // Set, not only composed: the contents of a long leaflet name pages.
  const { document, findings } = setLeaflet(order, { ...shop, proof: false, release: false })
  if (!document || findings.some(isError)) return { dump, leaflet, findings }
  return { dump, leaflet, findings: await proofread(pdf, document, `${leaflet}.pdf`) }
}
