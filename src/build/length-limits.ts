import { papers, pt, type Pt } from '../geometry/index.js'
import type { FormatStyle } from '../layout/index.js'
import { plainMessage, type Catalogue } from '../locale/index.js'
import { itemise, shapeRun, widthOf, type FontSet } from '../text/index.js'
import type { Counter } from './counter.js'

/**
 * How many characters of a language there is room for, by key: of texts that fill a line of the furniture, whose most
 * lines the theme says. Measured: a character is as wide as the language's own texts are in its font, on average. Whether
 * a text fits indeed is seen when it is set (see layout/overfull.ts).
 */
export function lengthLimits(counter: Counter, { locale, messages }: Catalogue): ReadonlyMap<string, number> {
  const { workspace, theme } = counter
  const { fonts } = counter.fonts(locale.tag)
  const limits = new Map<string, number>()
  if (!workspace || !theme || !fonts) return limits
  const texts = [...messages.values()].map((m) => plainMessage(m.text))
  const width = characterWidth(texts.join(' ').slice(0, SAMPLE), {
    fonts,
    direction: locale.direction,
    lang: locale.tag,
  })
  const limit = (key: string, most: number): unknown => limits.set(key, Math.min(limits.get(key) ?? Infinity, most))
  for (const style of Object.values(theme.formats)) {
    const room = (spot: 'draft' | 'foot', measure: number): number =>
      Math.floor(((style.lines?.[spot] ?? Infinity) * measure) / (style.text[spot].size * width))
    const measure = measureOf(style)
    const foot = room('foot', measure)
    const draft = room('draft', measure - 2 * style.box.padding)
    if (Number.isFinite(draft)) limit('leaflet:draft.translation', draft)
    if (!Number.isFinite(foot)) continue
    for (const id of workspace.notices) {
      const notice = counter.notice(id).value
      if (!notice) continue
      const services = ['leaflet:whole', ...notice.services.map(({ name }) => name)]
      const longest = Math.max(0, ...services.map((key) => messages.get(key)?.text.length ?? 0))
      for (const title of [notice.title, notice.easyRead.title]) limit(title, foot - longest - BETWEEN)
    }
  }
  return limits
}

/** Enough of a language to know its letters. */
const SAMPLE = 4000
/** " · " between title and service. */
const BETWEEN = 3

const measureOf = ({ paper, margins }: FormatStyle): Pt => pt(papers[paper].width - margins.start - margins.end)

/** In em. */
function characterWidth(
  text: string,
  { fonts, direction, lang }: { fonts: FontSet; direction: 'ltr' | 'rtl'; lang: string },
): number {
  const origin = { place: { file: '', line: 1, column: 1 } }
  const { runs } = itemise([{ text, lang, weight: 'regular', origin }], fonts, direction)
  return runs.reduce((sum, run) => sum + widthOf(shapeRun(run), pt(1)), 0) / Math.max(1, text.length)
}
