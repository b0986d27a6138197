import { keptFor } from '../memory/index.js'
import { Face } from './face.js'
import { isNeutral } from './script.js'

/** A face in a language's list, with the size it is set at against Noto Sans (1 is the same). */
export interface ScaledFace {
  readonly face: Face
  readonly scale: number
  /** The least distance of the ink of two words over a space, in em, where the font's own spaces may be too narrow. */
  readonly apart?: number | undefined
  /** BCP 47: the face is for passages in these languages, and in their varieties; not given: for any. */
  readonly languages?: readonly string[] | undefined
}

/**
 * The fonts of one language, in the order of its locale.json: the first is for the language's own script, those
 * after it for everything else.
 */
export interface FontSet {
  /** ISO 15924 code of the language's own script. */
  readonly script: string
  readonly regular: readonly ScaledFace[]
  readonly bold: readonly ScaledFace[]
}

export type Weight = 'regular' | 'bold'

/** A piece of text to find a face for. */
export interface Passage {
  /** ISO 15924, Zyyy for what belongs to no script. */
  readonly script: string
  /** BCP 47. */
  readonly language: string
}

const ordersOf = keptFor<readonly ScaledFace[], Map<string, readonly ScaledFace[]>>(() => new Map())

/**
 * The faces that may set a passage, the best first. Faces that are named for its language come first, where the passage
 * is in that language's script: Chinese letters have other forms in Taiwan than in Beijing. Then own script and neutral
 * characters go down the list; other scripts go up it, so that an English name inside Urdu comes from the Latin font and
 * not from the Latin letters that a Nastaliq font happens to have. Faces for other languages come last.
 */
export function facesFor(fonts: FontSet, weight: Weight, { script, language }: Passage): readonly ScaledFace[] {
  const list = fonts[weight]
  const orders = ordersOf(list)
  const key = `${script} ${language}`
  let order = orders.get(key)
  if (!order) {
    const any = list.filter((f) => f.languages === undefined)
    const named = list.filter((f) => f.languages?.some((l) => isVariety(language, l)) && writes(script, language))
    const others = list.filter((f) => f.languages !== undefined && !named.includes(f))
    const own = script === fonts.script || isNeutral(script) || sameFont(script, fonts.script)
    order = [...named, ...(own ? any : any.reverse()), ...others]
    orders.set(key, order)
  }
  return order
}

/** Basic filtering (RFC 4647 §3.3.1): zh-Hant-HK is a variety of zh-Hant and of zh. */
const isVariety = (language: string, range: string): boolean =>
  `${language.toLowerCase()}-`.startsWith(`${range.toLowerCase()}-`)

/** Whether a language is written in a script, as far as CLDR's likely subtags tell; neutral characters go with any. */
function writes(script: string, language: string): boolean {
  const likely = likelyScript(language)
  return likely === undefined || isNeutral(script) || script === likely || sameFont(script, likely)
}

function likelyScript(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script
  } catch {
    return undefined // no BCP 47 tag; said elsewhere
  }
}

/** ISO 15924 aliases: what UAX #24 calls Hani is written by fonts for Hans, Hant, Jpan and Kore. */
function sameFont(script: string, own: string): boolean {
  if (script === 'Hani' || script === 'Bopo') return ['Hans', 'Hant', 'Jpan', 'Kore'].includes(own)
  if (script === 'Hira' || script === 'Kana') return own === 'Jpan'
  if (script === 'Hang') return own === 'Kore'
  return script === 'Arab' && own === 'Aran'
}
