import { PARTS } from './byte-parts.js'
import { READERS, type LeafletFigures, type ReaderName } from './leaflets.js'
import type { Figures } from './measure.js'
import { STAGES } from './stages.js'
import { mean, median, sum } from './statistics.js'
import { kilobytes, megabytes, ms, percent, tableOf } from './table.js'

/** The figures as Markdown: the goals first, then a section for each measurement. */
export function reportOf(figures: Figures): string {
  const { date, machine, rounds, load } = figures
  return [
    `Measured on ${date}: ${machine}. Rounds: ${rounds}. Load: ${load.toFixed(1)}.${busy(figures)}`,
    '## Goals',
    goals(figures),
    '## Milliseconds a stage',
    'The whole notice, standard format. Cold, the first leaflet of a process:',
    stages(figures, 'cold'),
    'Warm, the same leaflet again after three more:',
    stages(figures, 'warm'),
    `A whole \`doorstep build\` of this one leaflet in English, from starting Node to its end: ${ms(figures.first.proven)} ms proven, ${ms(figures.first.unproven)} ms with \`--no-proof\`.`,
    '## Leaflets a second',
    'The same leaflet in all languages in turn, one thread, warm.',
    many(figures),
    '## Every leaflet of the workspace',
    builds(figures),
    '## Bytes',
    bytes(figures.leaflets),
    'Where they go, as an average of the leaflets of a format, in kB:',
    parts(figures.leaflets),
    '## What readers get back',
    'Wrong characters in a hundred. Each pair is the mean of the language’s leaflets and the worst of them.',
    fidelity(figures.leaflets),
    words(figures.leaflets),
  ].join('\n\n')
}

/** The program itself, its garbage collector and its worker are a load of one to two and a half. */
const busy = ({ load, cores }: Figures): string =>
  load <= cores + 1
    ? ''
    : ' **Other programs kept the processors busy: all times are too long, and two jobs gain nothing. Bytes and what readers get back are right.**'

function goals({ leaflets }: Figures): string {
  const size = median(leaflets.map((l) => l.bytes))
  const rows = [
    ['Median leaflet', '40 kB or less', `${kilobytes(size)} kB`, met(size <= 40_000)],
    ...READERS.map((reader) => {
      const worst = worstOf(leaflets, reader)
      const goal = reader === 'pdf-parse' ? 0 : 0.005
      const aim = goal === 0 ? '0 %' : '0.5 % or less'
      if (worst === undefined) return [`Worst leaflet by ${reader}`, aim, 'not measured', '-']
      return [
        `Worst leaflet by ${reader}`,
        aim,
        worst.rate === 0 ? '0 %' : `${percent(worst.rate)} % (${worst.id})`,
        met(worst.rate <= goal),
      ]
    }),
  ]
  const { wrong, rest } = wordsOf(leaflets)
  const words = rest === 0 ? String(wrong) : `${wrong}, and ${rest} leaflets with wrong characters`
  rows.splice(2, 0, ['Wrong words by pdf-parse, all leaflets', '0', words, met(wrong + rest === 0)])
  return tableOf(['', 'goal', 'measured', 'met'], rows)
}

const met = (is: boolean): string => (is ? 'yes' : 'no')

function stages({ stages }: Figures, heat: 'cold' | 'warm'): string {
  const rows = stages.map((s) => {
    const times = STAGES.map((stage) => s[heat][stage])
    return [s.language, ...(heat === 'cold' ? [ms(s.read)] : []), ...times.map(ms), ms(sum(times))]
  })
  return tableOf(['ms', ...(heat === 'cold' ? ['read files'] : []), ...STAGES, 'the four'], rows)
}

function many({ many }: Figures): string {
  const rows = many.map((m) => [
    m.difference === 'date' ? 'only the date' : 'every text of the content',
    m.proof,
    m.perSecond.toFixed(1),
    `${m.refused} of ${m.made}`,
    megabytes(m.peak),
  ])
  return tableOf(['what differs', 'proof', 'leaflets a second', 'refused', 'peak memory (MB)'], rows)
}

function builds({ builds }: Figures): string {
  const rows = builds.map((b) => [
    String(b.jobs),
    b.seconds.toFixed(1),
    String(b.built),
    String(b.held),
    megabytes(b.peak),
  ])
  return tableOf(['jobs', 'seconds', 'built', 'held', 'peak memory (MB)'], rows)
}

function bytes(leaflets: readonly LeafletFigures[]): string {
  const rows = groupsOf(leaflets, (l) => `${l.language}, ${l.format}`).map(([name, group]) => sizes(name, group))
  return tableOf(
    ['kB', 'leaflets', 'median', 'least', 'most'],
    [...rows, ...groupsOf(leaflets, (l) => `all, ${l.format}`).map(([n, g]) => sizes(n, g)), sizes('all', leaflets)],
  )
}

function sizes(name: string, leaflets: readonly LeafletFigures[]): string[] {
  const all = leaflets.map((l) => l.bytes)
  return [name, String(all.length), ...[median(all), Math.min(...all), Math.max(...all)].map(kilobytes)]
}

function parts(leaflets: readonly LeafletFigures[]): string {
  const rows = groupsOf(leaflets, (l) => l.format).map(([format, group]) => [
    format,
    ...PARTS.map((part) => kilobytes(mean(group.map((l) => l.parts[part])))),
  ])
  return tableOf(['format', ...PARTS], rows)
}

function fidelity(leaflets: readonly LeafletFigures[]): string {
  const cells = (group: readonly LeafletFigures[]): string[] =>
    READERS.flatMap((reader) => {
      const worst = worstOf(group, reader)
      if (worst === undefined) return ['not measured', '-']
      return [percent(mean(group.map((l) => l.errors[reader] ?? 0))), percent(worst.rate)]
    })
  const rows = groupsOf(leaflets, (l) => l.language).map(([language, group]) => [language, ...cells(group)])
  return tableOf(['language', ...READERS.flatMap((reader) => [`${reader} mean`, 'worst'])], rows)
}

function words(leaflets: readonly LeafletFigures[]): string {
  const { wrong, rest } = wordsOf(leaflets)
  const apart = rest === 0 ? '' : ` ${rest} more are not compared, because their characters are wrong already.`
  return `Words that pdf-parse glues or splits, in ${leaflets.length - rest} leaflets: ${wrong}.${apart}`
}

/** Words that pdf-parse glues or splits, and leaflets where they can't be counted. */
function wordsOf(leaflets: readonly LeafletFigures[]): { readonly wrong: number; readonly rest: number } {
  const counts = leaflets.flatMap((l) => (l.words === null ? [] : [l.words]))
  return { wrong: sum(counts), rest: leaflets.length - counts.length }
}

function worstOf(leaflets: readonly LeafletFigures[], reader: ReaderName): { rate: number; id: string } | undefined {
  const rates = leaflets.flatMap(({ id, errors: { [reader]: rate } }) => (rate === null ? [] : [{ rate, id }]))
  return rates.reduce<{ rate: number; id: string } | undefined>((a, b) => (a && a.rate >= b.rate ? a : b), undefined)
}

function groupsOf(
  leaflets: readonly LeafletFigures[],
  name: (leaflet: LeafletFigures) => string,
): [string, LeafletFigures[]][] {
  const groups = new Map<string, LeafletFigures[]>()
  for (const leaflet of leaflets) groups.set(name(leaflet), [...(groups.get(name(leaflet)) ?? []), leaflet])
  return [...groups]
}
