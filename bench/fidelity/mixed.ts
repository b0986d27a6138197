import type { Block, Text } from '../../src/document/index.js'
import type { TextItem } from '../../src/layout/index.js'
import { fileStart } from '../../src/report/index.js'
import { languages, type BenchLanguage } from './languages.js'
import { leftToRight, rightToLeft, type MixedLine } from './mixed-lines.js'
import { print, type Printed } from './print.js'

export const directions = { rtl: rightToLeft, ltr: leftToRight } as const

/** The line as a paragraph. */
export function blockOf({ lang, text, passage }: MixedLine, id: string): Block {
  const pieces = text.split('|')
  const inside = (i: number): boolean => passage !== undefined && i >= passage.from && i <= passage.to
  const spans: Text = [...grouped(pieces, inside)].map(({ piece, inner }) => ({
    text: piece,
    lang: inner ? passage!.lang : lang,
    weight: 'regular',
    origin: { place: fileStart('bench/fidelity/mixed-lines.ts') },
  }))
  return { kind: 'paragraph', style: 'body', id, text: spans }
}

function* grouped(
  pieces: readonly string[],
  inside: (i: number) => boolean,
): Generator<{ piece: string; inner: boolean }> {
  let open = ''
  for (const [i, piece] of pieces.entries()) {
    open += piece
    if (i + 1 < pieces.length && inside(i + 1) === inside(i)) continue
    if (open !== '') yield { piece: open, inner: inside(i) }
    open = ''
  }
}

/** Letters for the other direction are at hand as in a locale that names them. */
export function languageOf(lang: string): BenchLanguage {
  const language = languages.find((l) => l.tag === lang)
  if (!language) throw new RangeError(`No language "${lang}"`)
  if (language.direction === 'rtl') return language
  return { ...language, fonts: [...language.fonts, 'noto-sans-hebrew', 'noto-naskh-arabic'] }
}

/** Lines of one language, each a paragraph. */
export const printLines = (lines: readonly MixedLine[]): Printed =>
  print(
    lines.map((line, i) => blockOf(line, `n${i + 1}`)),
    languageOf(lines[0]!.lang),
  )

/** The characters from left to right, spaces left out, as the fixture says. */
export function expectedOrder({ lang, text, printed }: MixedLine): string {
  const { direction } = languageOf(lang)
  const pieces = text.split('|')
  const order = printed.map((i) => {
    const piece = pieces[i]!
    return runsLeft(piece, direction) ? [...piece].reverse().join('') : piece
  })
  return order.join('').replace(/\s/gu, '')
}

function runsLeft(piece: string, direction: 'ltr' | 'rtl'): boolean {
  if (/(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(piece)) return true
  return !/[\p{L}\p{N}]/u.test(piece) && direction === 'rtl'
}

/** The characters of a line as they are painted, from left to right, spaces left out. */
export function paintedOrder({ runs }: TextItem): string {
  const order = [...runs].sort((a, b) => a.x - b.x)
  const texts = order.flatMap(({ shaped: { run, clusters } }) =>
    clusters.map(({ glyph: { text } }) => (run.level % 2 === 1 ? [...text].reverse().join('') : text)),
  )
  return texts.join('').replace(/\s/gu, '')
}
