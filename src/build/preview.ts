import { join, relative, resolve } from 'node:path'
import { checkMessage, isPseudo, oneMissing, sourceOf, stateOf, type State } from '../locale/index.js'
import type { LeafletShop } from '../leaflet.js'
import type { Page } from '../layout/index.js'
import { checkNotice, composeNotice, type Shop } from '../notice/index.js'
import { previewPages, proofCopy, setAnyway, sightingsOf, type IsOwn, type Numbered, type Sighting } from '../preview/index.js' // prettier-ignore
import { finding, isError, mergeFindings, type Finding } from '../report/index.js'
import { choosePreview, notPrinted, type Wish } from './choose-preview.js'
import type { Counter } from './counter.js'
import { gather, type Gathered } from './gather.js'
import type { LeafletOrder } from './orders.js'
import { putNamed } from './put-in-place.js'

export interface PreviewRequest extends Wish {
  /** The whole leaflet with numbers, not only the pages of the messages. */
  readonly proofCopy: boolean
  /** Absolute path of the file; a name in the folder `preview` of the workspace unless it is given. */
  readonly out?: string
}

export interface Preview {
  /** Errors that hold the leaflet, and all that `check` says of the messages. */
  readonly findings: readonly Finding[]
  /** Absolute path; none when nothing could be made. */
  readonly file?: string
  readonly bytes: number
  /** Such as `tr/children-and-families.whole.standard`. */
  readonly leaflet?: string
  /** Numbers of the leaflet's pages that are in the file, and how many the leaflet has. */
  readonly pages: readonly number[]
  readonly of: number
  /** The messages that were asked for. */
  readonly texts: readonly PreviewText[]
  /** Of a proof copy. */
  readonly numbers: readonly Numbered[]
}
export interface PreviewText {
  readonly key: string
  readonly state: State
  readonly text: string
  readonly english: string
  /** None: this leaflet does not print it. */
  readonly sightings: readonly Sighting[]
}

/** A preview that is not written yet. */
export interface MadePreview {
  readonly pdf: Uint8Array
  readonly sheets: readonly Page[]
  readonly facts: Omit<Preview, 'findings'> & { readonly file: string }
}

export const NOTHING: Omit<Preview, 'findings'> = { bytes: 0, pages: [], of: 0, texts: [], numbers: [] }

/** Shows messages on the pages where they stand, or a leaflet as a proof copy. Nothing of it goes into the output folder. */
export function preview(counter: Counter, request: PreviewRequest): Preview {
  const { made, findings } = makePreview(counter, request)
  const unwritten = made && written(made.pdf, made.facts.file, counter)
  if (!made || unwritten) return { ...NOTHING, findings: [...findings, ...(unwritten ? [unwritten] : [])] }
  return { findings, ...made.facts }
}

/** The same, not written. Without one, the findings say why. */
export function makePreview(
  counter: Counter,
  request: PreviewRequest,
): { readonly made?: MadePreview; readonly findings: readonly Finding[] } {
  const { orders, keys, findings } = choosePreview(counter, request)
  const wrong = [...findings, ...wrongFile(counter, request)]
  if (wrong.length > 0) return { findings: wrong }
  let said: readonly Finding[] = []
  for (const order of orders) {
    const gathered = gather(order, counter)
    const shop = gathered.shop && { ...gathered.shop, proof: false, release: false }
    const { set, findings } = shop ? setAnyway(order, shop) : { findings: composedFindings(order, gathered) }
    said = saidOf(keys, [...gathered.findings, ...findings], gathered.texts)
    if (!shop || !set) break
    const isOwn = ownWords(shop)
    const sightings = sightingsOf(set, new Set(keys), isOwn)
    // A text may be said and not printed: the heading of contents that a short leaflet does without.
    if (keys.length > 0 && sightings.length === 0) continue
    const texts = keys.map((key) => textOf(key, sightings, shop))
    const { pdf, pages, sheets, numbered } = request.proofCopy
      ? proofCopy(set, { sightings, isOwn }, shop)
      : { ...previewPages(set, { sightings, saying: sayingOf(texts) }, shop), numbered: [] }
    const file = request.out ?? join(counter.folder, FOLDER, nameOf(order, keys, request))
    const facts = { file, bytes: pdf.byteLength, leaflet: gathered.id, pages, of: set.pages.length, texts, numbers: numbered } // prettier-ignore
    return { made: { pdf, sheets, facts }, findings: said }
  }
  const unseen = said.some(isError) || keys.length === 0 ? [] : [notPrinted(request, keys, [])]
  return { findings: [...said, ...unseen] }
}

export const FOLDER = 'preview'

/** The output folder holds proven leaflets and nothing else. */
function wrongFile({ folder, workspace }: Counter, { out, placeOf }: PreviewRequest): Finding[] {
  if (out === undefined || !workspace) return []
  const output = resolve(folder, workspace.output)
  if (relative(output, out).startsWith('..')) return []
  const problem = 'only leaflets that are proven may stand in this folder'
  return [finding('output-unwritable', placeOf(workspace.output), { problem, what: 'preview' })]
}

const composedFindings = (order: LeafletOrder, { texts }: Gathered): readonly Finding[] =>
  texts ? composeNotice(order, texts).findings : []

/** What holds the leaflet, and all that `check` says of the messages. */
function saidOf(keys: readonly string[], findings: readonly Finding[], shop: Gathered['texts']): Finding[] {
  const isAsked = ({ place }: Finding): boolean => keys.includes(place.key ?? '')
  const checks = shop ? [...checkNotice(shop.notice, shop.source), ...keys.flatMap((key) => checksOf(key, shop))] : []
  return mergeFindings([...findings.filter((f) => isError(f) || isAsked(f)), ...checks.filter(isAsked)])
}

/** A text that is asked for is named although its whole file is missing. */
const checksOf = (key: string, shop: Shop): Finding[] =>
  shop.target.messages.has(key) ? checkMessage(shop, key) : oneMissing(shop.target, key)

/** English for staff has the same keys as the leaflet's own words; pseudo-locales have the same files, too. */
const ownWords = ({ target: { locale } }: LeafletShop): IsOwn =>
  isPseudo(locale.tag)
    ? ({ lang }) => lang === locale.tag
    : ({ origin }) => origin.place.file.startsWith(`locales/${locale.tag}/`)

const textOf = (key: string, sightings: readonly Sighting[], shop: LeafletShop): PreviewText => ({
  key,
  state: stateOf(shop, key),
  text: shop.target.messages.get(key)?.text ?? '',
  english: sourceOf(shop.source, key)?.text ?? '',
  sightings: sightings.filter((s) => s.key === key),
})

/** What the head of each page says of the messages on it. */
const sayingOf = (texts: readonly PreviewText[]): string =>
  texts.length === 1 ? `${texts[0]!.key}, ${texts[0]!.state}` : `${texts.length} texts`

/** A name without anything that a disk might not like. */
function nameOf(order: LeafletOrder, keys: readonly string[], { proofCopy }: PreviewRequest): string {
  const path = (key: string): string => key.slice(key.indexOf(':') + 1).replace(/[^\w.-]/g, '-').slice(0, 100) // prettier-ignore
  const what = proofCopy ? 'proof-copy' : keys.length === 1 ? path(keys[0]!) : `${keys.length}-texts`
  return `${order.language}.${order.notice}.${order.service}.${order.format}.${what}.pdf`
}

/** Puts one file of a preview in place; a finding if the disk refuses it. */
export const written = (bytes: Uint8Array | string, path: string, { folder }: Counter): Finding | undefined =>
  putNamed(path, bytes, { folder, what: 'preview' })
