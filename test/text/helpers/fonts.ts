import { readFileSync } from 'node:fs'
import { FontShop, type FontWish } from '../../../src/build/fonts.js'
import { fileStart } from '../../../src/report/index.js'
import type { Face, FontSet } from '../../../src/text/index.js'

const shop = new FontShop(process.cwd())
const kept = new Map<string, FontSet>()

/** The fonts of one of this repository's languages, read from its locale.json. */
export function fontsOf(tag: string): FontSet {
  const known = kept.get(tag)
  if (known) return known
  const file = `locales/${tag}/locale.json`
  const { fonts, findings } = shop.fontsFor(JSON.parse(readFileSync(file, 'utf8')) as FontWish, fileStart(file))
  if (!fonts) throw new Error(`No fonts of ${tag}: ${findings.map((f) => f.title).join('; ')}`)
  kept.set(tag, fonts)
  return fonts
}

/** The face of a language's own script, regular weight. */
export const faceOf = (tag: string): Face => fontsOf(tag).regular[0]!.face
