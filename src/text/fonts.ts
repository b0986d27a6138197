import { Face } from './face.js'
import { isNeutral } from './script.js'

/** A face in a language's list, with the size it is set at against Noto Sans (1 is the same). */
export interface ScaledFace {
  readonly face: Face
  readonly scale: number
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

/**
 * The face for one grapheme. Own script and neutral characters go down the list; other scripts go up it, so that an
 * English name inside Urdu comes from the Latin font and not from the Latin letters that a Nastaliq font happens to
 * have. Undefined when no face has it.
 */
export function faceFor(
  fonts: FontSet,
  weight: Weight,
  { grapheme, script }: { grapheme: string; script: string },
): ScaledFace | undefined {
  const list = fonts[weight]
  const own = script === fonts.script || isNeutral(script) || sameFont(script, fonts.script)
  const order = own ? list : [...list].reverse()
  return order.find((f) => f.face.covers(grapheme))
}

/** ISO 15924 aliases: what UAX #24 calls Hani is written by fonts for Hans, Hant, Jpan and Kore. */
function sameFont(script: string, own: string): boolean {
  if (script === 'Hani' || script === 'Bopo') return ['Hans', 'Hant', 'Jpan', 'Kore'].includes(own)
  if (script === 'Hira' || script === 'Kana') return own === 'Jpan'
  if (script === 'Hang') return own === 'Kore'
  return script === 'Arab' && own === 'Aran'
}
