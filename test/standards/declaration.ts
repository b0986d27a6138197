import type { BenchLanguage } from '../../bench/fidelity/languages.js'
import { fontsOf } from '../../bench/fidelity/print.js'
import { declaration } from '../../bench/fidelity/udhr.js'
import type { Block, Text } from '../../src/document/index.js'
import { isolate, itemise, type Run } from '../../src/text/index.js'

/** Every text of the Universal Declaration of Human Rights, articles 1 to 30. */
export function textsOf(language: BenchLanguage): Text[] {
  return (['tuning', 'held out'] as const).flatMap((half) => declaration(language, half)).flatMap(textsOfBlock)
}

const textsOfBlock = (block: Block): Text[] =>
  block.kind === 'list' ? block.items.map((item) => item.text) : 'text' in block ? [block.text] : []

/** Every run of the declaration, each once. */
export function runsOf(language: BenchLanguage): Run[] {
  const fonts = fontsOf(language)
  const { direction } = language
  const runs = textsOf(language).flatMap((text) => itemise(isolate(text, direction), fonts, direction).runs)
  return [...new Map(runs.map((run) => [`${kindOf(run)}|${run.text}`, run])).values()]
}

/** What runs have in common that one call of a shaper can shape. */
export const kindOf = ({ font, level, script }: Run): string => [font.face.id, level % 2, script].join('|')
