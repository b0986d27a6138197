import type { PlacedRun, TextItem } from '../layout/index.js'
import type { ClusterGlyph } from '../text/index.js'
import type { FontBook } from './font-book.js'

const LRM = '\u200E'
const RLM = '\u200F'

/**
 * What readers need besides glyphs to give back a line in its logical order, word by word. They undo the printed order
 * and find spaces by rules of their own; the invisible marks U+200E and U+200F in the text of a code set these straight.
 * Nothing on paper changes.
 *
 * - pdf.js drops a space after which it has to go back to the left, and gives two for a space before a cluster with a
 *   combining mark. A space whose text is a mark and a space is one letter like others to it.
 * - pdf.js sees no new line at a cluster with a combining mark: a mark and a space of next to no width go before it.
 * - Poppler takes neutral characters beside a left-to-right piece of a right-to-left line into it: "GDPR." comes back as
 *   ".GDPR". The piece gets a mark at its left edge, and the space at its right edge has one.
 *
 * A mark never ends the text of a code (pdf.js drops such codes) and never has a code of its own (Poppler takes the
 * letter after a code without width for another word).
 */
export function markLine(
  item: TextItem,
  desk: { fonts: FontBook; direction: 'ltr' | 'rtl' },
): ReadonlyMap<PlacedRun, MarkedRun> {
  const { fonts } = desk
  const mark = desk.direction === 'rtl' ? RLM : LRM
  const marked = new Map<PlacedRun, MarkedRun>()
  item.runs.forEach((run, i) => {
    const next = item.runs[i + 1]?.shaped.clusters[0]?.glyph
    marked.set(run, { glyphs: spacesBeforeMarks(run, next, { mark, fonts }) })
  })
  // A single run that runs with the leaflet needs no more help.
  if (desk.direction === 'rtl' && (item.runs.length > 1 || !isRtl(item.runs[0]!))) markPieces(item, marked, fonts)
  const [first] = item.runs
  const lead = first && marked.get(first)
  if (first && lead && !lead.before && lead.glyphs[0] && hasMark(lead.glyphs[0])) {
    marked.set(first, {
      ...lead,
      before: { run: first, x: first.x, glyphs: [fonts.blank(lead.glyphs[0], `${mark} `)] },
    })
  }
  return marked
}

function spacesBeforeMarks(
  run: PlacedRun,
  next: ClusterGlyph | undefined,
  { mark, fonts }: { mark: string; fonts: FontBook },
): ClusterGlyph[] {
  const glyphs = run.shaped.clusters.map((c) => c.glyph)
  return glyphs.map((g, i) => {
    const beside = glyphs[i + 1] ?? next
    return isSpace(g) && beside && hasMark(beside) ? fonts.withText(g, mark + g.text) : g
  })
}

const hasMark = (glyph: ClusterGlyph): boolean => /\p{Mn}/u.test(glyph.text)

/** Pieces of a right-to-left line that run the other way, and the spaces beside them. */
function markPieces(item: TextItem, marked: Map<PlacedRun, MarkedRun>, fonts: FontBook): void {
  const visual = [...item.runs].sort((a, b) => a.x - b.x)
  item.runs.forEach((run, i) => {
    const glyphs = [...marked.get(run)!.glyphs]
    if (isRtl(run)) keepSpaces(glyphs, item.runs[i + 1], fonts)
    else {
      const left = visual[visual.indexOf(run) - 1]
      if (glyphs[0] && (!left || isRtl(left))) glyphs[0] = fonts.withText(glyphs[0], RLM + glyphs[0].text)
    }
    // Without a letter in it, pdf.js takes the run for left-to-right: it gets its characters one by one.
    const apart = isRtl(run) && glyphs.length > 1 && !/\p{L}/u.test(run.shaped.run.text)
    marked.set(run, { glyphs, apart })
  })
  const edge = visual.at(-1)
  const last = edge && marked.get(edge)?.glyphs.at(-1)
  // A bracket at the very edge of the line would be read before its words.
  if (edge && last && !isRtl(edge) && !/[\p{L}\p{N}]\s*$/u.test(last.text)) {
    const first = firstOfPiece(edge, item.runs)
    const before = { run: edge, x: edge.x + edge.width, glyphs: [fonts.blank(last, `${LRM} `)] }
    marked.set(first, { ...marked.get(first)!, before })
  }
}

/** A run's glyphs with their marks, and what is to be painted before it. */
export interface MarkedRun {
  readonly glyphs: readonly ClusterGlyph[]
  /** Each glyph is painted by itself, in logical order. */
  readonly apart?: boolean
  readonly before?: { readonly run: PlacedRun; readonly x: number; readonly glyphs: readonly ClusterGlyph[] }
}

/** The first run, in logical order, of the left-to-right piece that a run belongs to. */
function firstOfPiece(run: PlacedRun, runs: readonly PlacedRun[]): PlacedRun {
  let at = runs.indexOf(run)
  while (at > 0 && !isRtl(runs[at - 1]!)) at--
  return runs[at]!
}

const isRtl = (run: PlacedRun): boolean => run.shaped.run.level % 2 === 1

/** Spaces at the edges of a right-to-left run; glyphs stand in visual order, so its logical end is the first. */
function keepSpaces(glyphs: ClusterGlyph[], next: PlacedRun | undefined, fonts: FontBook): void {
  const last = glyphs.length - 1
  const [end, start] = [glyphs[0], glyphs[last]]
  // Left of it stands the right edge of a left-to-right piece: that ends with U+200E, even where its last character
  // is a bracket.
  if (end && endsInSpace(end)) glyphs[0] = fonts.withText(end, (next && !isRtl(next) ? LRM : '') + RLM + ' ')
  if (start && last > 0 && endsInSpace(start)) glyphs[last] = fonts.withText(start, `${RLM} `)
}

const isSpace = (glyph: ClusterGlyph): boolean => /^\s$/u.test(glyph.text)
/** A space, marked already or not. */
const endsInSpace = (glyph: ClusterGlyph): boolean => /^[\u200E\u200F]*\s$/u.test(glyph.text)
