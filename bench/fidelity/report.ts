import { percent, tableOf } from '../table.js'
import type { Score } from './compare.js'
import type { Scores, TextScores } from './measure.js'
import { READERS, type Reader, type ReaderName } from './readers.js'
import type { Half } from './udhr.js'

/** Lines of either direction. */
export const RANDOM = { lines: 150, seed: 20261127 }

/** What was measured. */
export interface Fidelity {
  readonly texts: readonly TextScores[]
  /** Lines in which both directions meet. */
  readonly mixed: Directions
  /** Such lines, put together at random. */
  readonly random: Directions
  readonly readers: readonly Reader[]
}

export interface Directions {
  readonly rightToLeft: Scores
  readonly leftToRight: Scores
}

/** The figures as Markdown. */
export function reportOf({ texts, mixed, random, readers }: Fidelity): string {
  const half = (name: Half): TextScores[] => texts.filter((t) => t.half === name)
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} with ${readers.map((r) => `${r.name} (${r.version})`).join(', ')}, Node ${process.versions.node}.`,
    '## Goals',
    goals(half('held out'), mixed),
    '## Lines in which both directions meet',
    '40 lines each, made by hand; rules were made with these.',
    lines(mixed),
    '## Lines put together at random',
    `${RANDOM.lines} lines each: no rule was made with them.`,
    lines(random),
    '## Articles 16 to 30: not looked at while rules were made',
    tableFor(half('held out')),
    joiners(half('held out')),
    '## Articles 1 to 15: rules were made with these',
    tableFor(half('tuning')),
    joiners(half('tuning')),
  ].join('\n\n')
}

function goals(texts: readonly TextScores[], mixed: Fidelity['mixed']): string {
  const rows = READERS.map((reader) => {
    const characters = worst(texts, reader, characterRate)
    const words = worst(texts, reader, wordRate)
    const lines = [mixed.rightToLeft[reader], mixed.leftToRight[reader]]
    const rates = [characters?.rate, words?.rate, ...lines.flatMap((l) => l && [characterRate(l), wordRate(l)])]
    const met = rates.every((rate) => rate === 0) ? 'yes' : 'no'
    return [
      reader,
      reader === 'MuPDF' ? 'as low as the others allow' : '0 %',
      said(characters),
      said(words),
      ...lines.map((l) => (l ? `${percent(characterRate(l))} %, ${percent(wordRate(l))} %` : '-')),
      reader === 'MuPDF' || rates.includes(undefined) ? '-' : met,
    ]
  })
  const head = [
    'worst language, characters',
    'worst language, words',
    'right-to-left mixed lines, characters and words',
    'left-to-right',
  ]
  return tableOf(['reader', 'goal', ...head, 'met'], rows)
}

type Worst = { readonly rate: number; readonly name: string } | undefined
const said = (worst: Worst): string =>
  worst === undefined ? '-' : worst.rate === 0 ? '0 %' : `${percent(worst.rate)} % (${worst.name})`

function worst(texts: readonly TextScores[], reader: ReaderName, rate: (score: Score) => number): Worst {
  const rates = texts.flatMap(({ language, scores }) => {
    const score = scores[reader]
    return score ? [{ rate: rate(score), name: language.name }] : []
  })
  return rates.reduce<Worst>((a, b) => (a && a.rate >= b.rate ? a : b), undefined)
}

export const characterRate = (s: Score): number => s.wrongCharacters / s.characters
export const wordRate = (s: Score): number => s.wrongWords / s.words

function tableFor(texts: readonly TextScores[]): string {
  const rows = texts.map(({ language, scores }) => {
    const any = Object.values(scores)[0]
    return [language.name, String(any?.words ?? 0), ...cells(scores)]
  })
  return tableOf(['language', 'words', ...READERS.flatMap((r) => [`${r} characters`, 'words'])], rows)
}

function lines({ rightToLeft, leftToRight }: Directions): string {
  const row = (name: string, scores: Scores): string[] => [name, ...cells(scores)]
  const head = ['', ...READERS.flatMap((r) => [`${r} characters`, 'words'])]
  return tableOf(head, [row('right-to-left', rightToLeft), row('left-to-right', leftToRight)])
}

const cells = (scores: Scores): string[] =>
  READERS.flatMap((reader) => {
    const score = scores[reader]
    return score ? [percent(characterRate(score)), percent(wordRate(score))] : ['-', '-']
  })

/** U+200C and U+200D are not in the rates: some programs take them away before they compare. */
function joiners(texts: readonly TextScores[]): string {
  const counts = READERS.flatMap((reader) => {
    const scores = texts.flatMap((t) => t.scores[reader] ?? [])
    if (scores.length === 0) return []
    const all = scores.reduce((sum, s) => sum + s.joiners, 0)
    return [`${reader} ${all - scores.reduce((sum, s) => sum + s.lostJoiners, 0)} of ${all}`]
  })
  return `Joiners (U+200C, U+200D) that came back: ${counts.join(', ')}.`
}
