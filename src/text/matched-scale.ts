import type { Face } from './face.js'

/**
 * Letters without ascenders of each script, and the mean height of their ink above the baseline, in em, in the font that
 * Noto has made to stand beside Noto Sans (NotoSans, NotoSansArabic and so on, regular). For Latin it is the x-height.
 */
const BODY: Readonly<Record<string, readonly [letters: string, height: number]>> = {
  Armn: ['աենոռսօ', 0.573],
  Hebr: ['אבדהחםרת', 0.593],
  Arab: ['دهسعموحص', 0.422],
  Deva: ['कगतनपमरल', 0.622],
  Beng: ['কগতনপমরল', 0.638],
  Guru: ['ਕਗਤਨਪਮਰਲ', 0.622],
  Gujr: ['કગતનપમરલ', 0.603],
  Taml: ['கஙதநபமரல', 0.561],
  Telu: ['కగతనపమరల', 0.697],
  Knda: ['ಕಗತನಪಮರಲ', 0.762],
  Mlym: ['കഗതനപമരല', 0.564],
  Sinh: ['කගතනපමරල', 0.664],
  Thai: ['กคตนบมรล', 0.554],
  Laoo: ['ກຄຕນບມຣລ', 0.555],
  Khmr: ['កគតនបមរល', 0.586],
  Mymr: ['ကဂတနပမရလ', 0.546],
  Ethi: ['ሀለመሰበተነከ', 0.727],
  Geor: ['ათინორმუ', 0.628],
  Hani: ['日口田国中人一大', 0.752],
  Hang: ['가나다라마바사아', 0.827],
  Kana: ['アカサタナハマラ', 0.751],
  // Last: fonts of other scripts often have some Latin letters too, and are not chosen for them.
  Latn: ['xzvnaeosu', 0.541],
  Cyrl: ['ипхзонвса', 0.54],
  Grek: ['αεικνοπσυ', 0.539],
}
const ALIASES: Readonly<Record<string, string>> = {
  Hans: 'Hani',
  Hant: 'Hani',
  Jpan: 'Kana',
  Kore: 'Hang',
  Aran: 'Arab',
}

/** A smaller difference is not seen. */
const LEAST = 1.03
/** A font that needs more is no font for text. */
const MOST = 1.5

/**
 * How much larger than the format says a face is set, so that its letters look as large as Noto Sans beside them: by the
 * letters of `script` (ISO 15924), or of the first script above that it has. Never under 1: no letter may stand smaller
 * than its format allows.
 */
export function matchedScale(face: Face, script?: string): number {
  const own = script === undefined ? [] : [ALIASES[script] ?? script]
  const known = [...own, ...Object.keys(BODY)].find((s) => BODY[s] && [...BODY[s][0]].every((c) => face.covers(c)))
  if (known === undefined) return 1
  const [letters, height] = BODY[known]!
  const scale = height / bodyHeight(face, letters, known)
  return scale < LEAST ? 1 : Math.round(Math.min(scale, MOST) * 100) / 100
}

/** Mean height of some letters, each alone, in em. */
export function bodyHeight(face: Face, letters: string, script: string): number {
  const direction = script === 'Arab' || script === 'Hebr' ? 'rtl' : 'ltr'
  const tops = [...letters].map((text) =>
    Math.max(0, ...face.shape({ text, direction, script, language: 'und' }).map((c) => c.glyph.inkTop)),
  )
  return tops.reduce((sum, top) => sum + top, 0) / tops.length / face.trueType.unitsPerEm
}
