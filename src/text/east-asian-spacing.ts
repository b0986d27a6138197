import type { Text } from '../document/index.js'

/** What a Chinese or Japanese text asks of the clusters that start at some UTF-16 offsets, in parts of an em. */
export type Spacing = ReadonlyMap<number, Space>
export interface Space {
  /** Before it: a quarter between Han and Latin letters, half an em less within a row of opening marks. */
  readonly before: number
  /** After it: half an em less where more punctuation follows. */
  readonly after: number
  /** An opening mark: at the start of a line its blank half is left out. */
  readonly opens: boolean
}

/** Languages that are written in Han letters, whose lines may end within a word. */
export const EAST_ASIAN = /^(?:zh|yue|ja)(?:-|$)/i
const ASKED =
  /[\u2018-\u201F\u3001-\u301F\uFF01-\uFF5D]|[\u3040-\u30FF\u3105-\u312F\u3400-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u
const HAN = /[\u3005\u3007\u3041-\u3096\u30A1-\u30FA\u3105-\u312F\u3400-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u
const LATIN = /(?![\uFF00-\uFFEF])[\p{Script=Latin}0-9]/u
const OPENS = /[“‘〝（［｛〈《「『【〔〖]/
const CLOSES = /[”’〞）］｝〉》」』】〕〗、。，．：；！？]/
const CONTROL = /\p{Bidi_Control}/u

const HALF = 0.5
/** CLREQ 3.2.3 lets it be from an eighth to a half; a quarter is the usual. */
const QUARTER = 0.25

/**
 * Spacing by Requirements for Chinese Text Layout (CLREQ, 3.1.6 and 3.2.3): of two punctuation marks beside each other
 * one gives up its blank half, and letters or digits stand a quarter of an em off from Han letters that they follow or
 * precede without a space. It is white in the line and no letter: what readers get stays the same. Whether a mark has a
 * blank half, its font tells (see shape.ts): in Taiwan commas and full stops stand in the middle of their square.
 */
export function spacingOf(spans: Text): Spacing | undefined {
  if (!spans.some((s) => EAST_ASIAN.test(s.lang) && ASKED.test(s.text))) return undefined
  const found = new Map<number, Space>()
  const note = (at: number, more: Partial<Space>): void => {
    found.set(at, { ...(found.get(at) ?? { before: 0, after: 0, opens: false }), ...more })
  }
  let before: Neighbour | undefined
  let start = 0
  for (const span of spans) {
    const asian = EAST_ASIAN.test(span.lang)
    let at = start
    for (const character of span.text) {
      if (!CONTROL.test(character)) {
        const own: Neighbour = { at, kind: kindOf(character, asian) }
        if (own.kind === 'opens') note(at, { opens: true })
        if (before) join(before, own, note)
        before = own
      }
      at += character.length
    }
    start += span.text.length
  }
  return found.size > 0 ? found : undefined
}

interface Neighbour {
  readonly at: number
  readonly kind: 'han' | 'latin' | 'opens' | 'closes' | 'other'
}

/** `asian`: in a passage in Chinese or Japanese; a quotation mark of another language is narrow. */
function kindOf(character: string, asian: boolean): Neighbour['kind'] {
  if (LATIN.test(character)) return 'latin'
  if (!asian) return 'other'
  if (HAN.test(character)) return 'han'
  if (OPENS.test(character)) return 'opens'
  return CLOSES.test(character) ? 'closes' : 'other'
}

function join(before: Neighbour, own: Neighbour, note: (at: number, more: Partial<Space>) => void): void {
  const pair = `${before.kind} ${own.kind}`
  if (pair === 'han latin' || pair === 'latin han') note(own.at, { before: QUARTER })
  // Marks that close: the blank is behind the ink. Marks that open: before it.
  if (pair === 'closes closes' || pair === 'closes opens') note(before.at, { after: -HALF })
  if (pair === 'opens opens') note(own.at, { before: -HALF })
}
