import { dumpDocument, elementsOf, outlineOf, plain, type Element } from '../document/index.js'
import { dumpPages } from '../layout/index.js'
import { fingerprint, oneMissing, placeForKey, sourceOf, stateOf, type Message } from '../locale/index.js'
import { makeLeaflet, type LeafletShop } from '../leaflet.js'
import { finding, isError, type Finding, type Place } from '../report/index.js'
import { itemise, isolate, shapeRun, spaceRun } from '../text/index.js'
import type { Counter } from './counter.js'
import { findKeys } from './find-keys.js'
import { gather } from './gather.js'
import type { LeafletOrder } from './orders.js'

/** One stage of a message's way, as text. */
export interface TraceStage {
  readonly stage: string
  readonly text: string
}

export interface Trace {
  /** Only the first, the message, when the leaflet doesn't print it. */
  readonly stages: readonly TraceStage[]
  /** Why a stage is not reached. */
  readonly findings: readonly Finding[]
}

/** One key's way through every stage: message → document → runs → glyphs → page → what a reader gets. */
export async function traceKey(
  { key: typed, placeOfKey }: { readonly key: string; readonly placeOfKey: Place },
  order: LeafletOrder,
  counter: Counter,
): Promise<Trace> {
  const { findings, shop } = gather(order, counter)
  if (!shop) return { stages: [], findings }
  const { source, target } = shop
  const known = findKeys(typed, [...new Set([...source.messages.keys(), ...target.messages.keys()])])
  if (known.kind === 'none')
    return {
      stages: [],
      findings: [finding('key-not-found', placeOfKey, { asked: typed, near: known.near.join(', ') })],
    }
  const [key = typed, ...more] = known.keys
  if (more.length > 0)
    return {
      stages: [],
      findings: [finding('key-ambiguous', placeOfKey, { asked: typed, have: known.keys.join(', ') })],
    }
  const message = target.messages.get(key)
  if (!message) return { stages: [], findings: [...target.findings.filter(isError), ...oneMissing(target, key)] }
  const { stages, held } = await stagesOf(message, order, { ...shop, proof: false, release: false })
  return { stages, findings: held }
}

async function stagesOf(
  message: Message,
  order: LeafletOrder,
  shop: LeafletShop,
): Promise<{ stages: TraceStage[]; held: readonly Finding[] }> {
  const { source, target, fonts } = shop
  const { key } = message
  const { file, line, column } = message.place
  const english = sourceOf(source, key)?.text ?? ''
  const stages: TraceStage[] = [
    {
      stage: 'message',
      text: `${file}:${line}:${column}  ${stateOf({ source, target }, key)}  English ${fingerprint(english)}\n${JSON.stringify(message.text)}`,
    },
  ]
  const { document, pages, pdf, findings } = await makeLeaflet(order, shop)
  const held = findings.filter(isError)
  const placeText = placeForKey(target, key)
  const element = document && [...elementsOf(outlineOf(document))].find((e) => says(e, placeText.line, placeText.file))
  if (!document || !element?.text) return { stages, held }
  const dumped = dumpDocument(document).split('\n').find((l) => l.includes(JSON.stringify(plain(element.text!)).slice(1, 20))) // prettier-ignore
  stages.push({ stage: 'document', text: `${element.id} ${(dumped ?? plain(element.text)).trim()}` })

  const isolated = isolate(element.text, document.direction)
  const { runs } = itemise(isolated, fonts, document.direction)
  stages.push({
    stage: 'isolated',
    text: JSON.stringify(isolated.map((s) => s.text).join('')).replace(/[\u2066-\u2069]/g, escape),
  })
  stages.push({
    stage: 'runs',
    text: runs
      .map((r) => `level ${r.level} ${r.script} ${r.font.face.id} ${r.span.lang} ${JSON.stringify(r.text)}`)
      .join('\n'),
  })
  const glyphs = runs
    .map((run) => spaceRun(shapeRun(run)))
    .flatMap((s) =>
      s.clusters.map(
        (c) => `${JSON.stringify(c.glyph.text)}=${c.glyph.parts.map((p) => p.glyph).join('+')}@${c.glyph.advance}`,
      ),
    )
  stages.push({ stage: 'glyphs', text: glyphs.join(' ') })
  if (pages) stages.push({ stage: 'page', text: linesFor(dumpPages(pages), element.id) })
  if (pdf) {
    const { dumpReadBack, readBack } = await import('../proof/index.js')
    stages.push({ stage: 'reader', text: readLine(dumpReadBack(await readBack(pdf)), plain(element.text)) })
  }
  return { stages, held }
}

const says = (element: Element, line: number, file: string): boolean =>
  element.text?.some((s) => s.origin.place.file === file && s.origin.place.line === line) ?? false

const escape = (c: string): string => `\\u${c.charCodeAt(0).toString(16).toUpperCase()}`

/** The page's line of an element, with the number of the page before it. */
function linesFor(dump: string, id: string): string {
  let page = ''
  const found: string[] = []
  for (const line of dump.split('\n')) {
    if (line.startsWith('page ')) page = line
    else if (line.startsWith(`  ${id} `)) found.push(`${page}:${line.slice(1)}`)
  }
  return found.join('\n')
}

/** Lines of the reader's dump that have the start of a text. */
function readLine(dump: string, text: string): string {
  const start = [...text].slice(0, 12).join('')
  return dump.split('\n').filter((l) => l.includes(start)).map((l) => l.trim()).join('\n') // prettier-ignore
}
