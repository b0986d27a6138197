import { dumpDocument, elementsOf, outlineOf, plain, type Element } from '../document/index.js'
import { dumpPages } from '../layout/index.js'
import { fingerprint, placeForKey, stateOf } from '../locale/index.js'
import { makeLeaflet } from '../leaflet.js'
import { dumpReadBack, readBack } from '../proof/index.js'
import { itemise, isolate, shapeRun } from '../text/index.js'
import type { Counter } from './counter.js'
import type { LeafletOrder } from './orders.js'

/** One stage of a message's way, as text. */
export interface TraceStage {
  readonly stage: string
  readonly text: string
}

/**
 * One key's way through every stage: message → document → runs → glyphs → page → what a reader gets. Empty when the
 * leaflet doesn't say the key.
 */
export async function traceKey(key: string, order: LeafletOrder, counter: Counter): Promise<TraceStage[]> {
  const { workspace, theme } = counter
  const notice = counter.notice(order.notice).value
  const source = workspace ? counter.catalogue(workspace.source).catalogue : undefined
  const target = counter.catalogue(order.language).catalogue
  const { fonts } = counter.fonts(order.language)
  if (!workspace || !theme || !notice || !source || !target || !fonts) return []
  const message = target.messages.get(key)
  if (!message) return []
  const { file, line, column } = message.place
  const english = source.messages.get(key)?.text ?? ''
  const stages: TraceStage[] = [
    {
      stage: 'message',
      text: `${file}:${line}:${column}  ${stateOf({ source, target }, key)}  English ${fingerprint(english)}\n${JSON.stringify(message.text)}`,
    },
  ]
  const shop = {
    shelf: counter.shelf,
    workspace,
    theme,
    notice,
    source,
    target,
    pictures: counter.pictures,
    fonts,
    proof: false,
    release: false,
  }
  const { document, pages, pdf } = await makeLeaflet(order, shop)
  const placeText = placeForKey(target, key)
  const element = document && [...elementsOf(outlineOf(document))].find((e) => says(e, placeText.line, placeText.file))
  if (!document || !element?.text) return stages
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
    .map(shapeRun)
    .flatMap((s) =>
      s.clusters.map(
        (c) => `${JSON.stringify(c.glyph.text)}=${c.glyph.parts.map((p) => p.glyph).join('+')}@${c.glyph.advance}`,
      ),
    )
  stages.push({ stage: 'glyphs', text: glyphs.join(' ') })
  if (pages) stages.push({ stage: 'page', text: linesFor(dumpPages(pages), element.id) })
  if (pdf) stages.push({ stage: 'reader', text: readLine(dumpReadBack(await readBack(pdf)), plain(element.text)) })
  return stages
}

const says = (element: Element, line: number, file: string): boolean =>
  element.text?.some((s) => s.origin.file === file && s.origin.line === line) ?? false

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
