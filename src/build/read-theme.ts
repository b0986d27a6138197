import * as v from 'valibot'
import { mm, papers, pt, type Pt } from '../geometry/index.js'
import type { FormatStyle, Theme } from '../layout/index.js'
import { hyphens } from './hyphens.js'
import { readJson, readShape, type Reading, type Shelf } from '../locale/index.js'

const NO_LENGTH = 'it is no length: a number of points, or millimetres such as "45mm"'
/** A length in points (a number) or millimetres ("45mm"). */
const length = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+(\.\d+)?mm$/, NO_LENGTH))], NO_LENGTH),
  v.transform((l): Pt => (typeof l === 'number' ? pt(l) : mm(parseFloat(l)))),
  v.check((l) => l >= 0 && l <= 2000, 'a length is 0 to 2000 points'),
)
/** Of type: at nothing it would be there for programs, and for no reader. */
const size = v.pipe(
  length,
  v.check((l) => l >= 4 && l <= 200, 'type and its leading are 4 to 200 points'),
)
const colour = v.pipe(v.string(), v.regex(/^#[0-9A-Fa-f]{6}$/, 'it is no colour, such as "#00664F"'))
const ink = v.pipe(
  colour,
  v.check((c) => !(contrast(c) < 4.5), 'it is too light for print on white: its contrast is under 4.5 to 1'),
)
const look = { size, leading: size, colour: v.picklist(['text', 'accent']) }
const heading = v.strictObject({ ...look, before: length, after: length, rule: length })
const text = v.strictObject(look)

const atLeastOne = v.pipe(v.number(), v.integer(), v.minValue(1))
const lines = v.exactOptional(atLeastOne)

const looks = v.strictObject({
  paper: v.picklist(['A4', 'A5']),
  margins: v.strictObject({ top: length, bottom: length, start: length, end: length }),
  text: v.strictObject({ organisation: text, lead: text, draft: text, body: text, small: text, foot: text, tab: text }),
  headings: v.tuple([heading, heading, heading]),
  paragraphGap: length,
  list: v.strictObject({ indent: length, gap: length }),
  row: v.strictObject({ picture: length, gutter: length, gap: length }),
  words: v.strictObject({ gap: length }),
  box: v.strictObject({ padding: length, border: length }),
  hyphenate: v.optional(v.boolean()),
  contentsAbove: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  maxPages: v.optional(atLeastOne),
  growth: v.optional(v.pipe(v.number(), v.minValue(1))),
  lines: v.optional(v.strictObject({ tab: lines, draft: lines, foot: lines, folio: lines })),
})
type Looks = v.InferOutput<typeof looks>
/** Asked where each length is one by itself. */
const where = (holds: (f: Looks) => boolean, problem: string) =>
  v.rawCheck<Looks>(({ dataset, addIssue }) => {
    if (dataset.typed && !dataset.issues && !holds(dataset.value)) addIssue({ message: problem })
  })
const format = v.pipe(
  looks,
  v.forward(
    where((f) => measureOf(f) >= 6 * f.text.body.size, 'they leave no room for lines of twelve letters'),
    ['margins'],
  ),
  v.forward(
    where((f) => heightOf(f) >= 10 * f.text.body.leading, 'they leave no room for ten lines above a foot of five'),
    ['margins'],
  ),
  v.forward(
    where((f) => f.row.picture <= Math.min(heightOf(f), papers[f.paper].width), 'it is larger than a page'),
    ['row', 'picture'],
  ),
)

/** Room on a page in points: the length of a line, and what is left for content above a foot of five lines. */
const measureOf = ({ paper, margins }: Looks): number => papers[paper].width - margins.start - margins.end
const heightOf = ({ paper, margins, text }: Looks): number =>
  papers[paper].height - margins.top - margins.bottom - 5 * text.foot.leading

const schema = v.strictObject({
  colours: v.strictObject({ text: ink, accent: ink, hairline: colour }),
  formats: v.record(v.string(), format),
})

/** Of a colour #rrggbb to white (WCAG 2.2, contrast ratio and relative luminance). */
function contrast(c: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(c.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

/** Reads `templates/themes/<name>.json`: the looks of each format. */
export function readTheme(shelf: Shelf, name: string): Reading<Theme> {
  const { value, findings } = readShape(schema, readJson(shelf, `templates/themes/${name}.json`))
  if (!value) return { findings }
  const formats = Object.entries(value.formats).map(
    ([id, { maxPages, contentsAbove, hyphenate, growth, lines, ...style }]): [string, FormatStyle] => [
      id,
      {
        ...style,
        ...(hyphenate === true ? { hyphens } : {}),
        ...(hyphenate === false ? { wholeWords: true as const } : {}),
        ...(maxPages === undefined ? {} : { maxPages }),
        ...(growth === undefined ? {} : { growth }),
        ...(lines === undefined ? {} : { lines }),
        ...(contentsAbove === undefined ? {} : { contentsAbove }),
      },
    ],
  )
  return { value: { colours: value.colours, formats: Object.fromEntries(formats) }, findings }
}
