import type { Picture } from '../document/index.js'
import { keptFor } from '../memory/index.js'
import type { ClusterGlyph, EmbeddedFace } from '../text/index.js'
import { HOLE, type Draft } from './draft.js'

/** The glyphs of one face in one PDF, and their codes. */
export interface Volume {
  readonly name: string
  readonly face: EmbeddedFace
  /** By code, from 1: code 0 stays .notdef. */
  readonly glyphs: readonly ClusterGlyph[]
  /** As a literal string has them. */
  readonly codes: ReadonlyMap<ClusterGlyph, string>
}

/** Which code each glyph has, which name each font and each picture. */
export interface CodeBook {
  readonly volumes: ReadonlyMap<EmbeddedFace, Volume>
  /** Each picture is in the file once, however often it is painted. */
  readonly pictures: ReadonlyMap<Picture, string>
}

const EMPTY: CodeBook = { volumes: new Map(), pictures: new Map() }

/**
 * Gives codes to all that some drafts show, and keeps those that an earlier book gave. Codes follow ink and text, not
 * first use: leaflets that say the same words in another order have the same fonts.
 */
export function assignCodes(drafts: readonly Draft[], before: CodeBook = EMPTY): CodeBook {
  const volumes = new Map(before.volumes)
  const pictures = new Map(before.pictures)
  const wanted = new Map<EmbeddedFace, Set<ClusterGlyph>>()
  for (const { holes } of drafts) {
    for (const hole of holes) {
      if (hole.kind === 'picture') {
        if (!pictures.has(hole.picture)) pictures.set(hole.picture, `P${pictures.size + 1}`)
      } else if (hole.kind === 'codes') {
        let glyphs = wanted.get(hole.face)
        if (!glyphs) wanted.set(hole.face, (glyphs = new Set()))
        for (const glyph of hole.glyphs) glyphs.add(glyph)
      }
    }
  }
  for (const [face, glyphs] of wanted) {
    const volume = volumes.get(face) ?? { name: `F${volumes.size + 1}`, face, glyphs: [], codes: new Map() }
    volumes.set(face, withGlyphs(volume, glyphs))
  }
  return { volumes, pictures }
}

function withGlyphs(volume: Volume, wanted: ReadonlySet<ClusterGlyph>): Volume {
  const fresh: ClusterGlyph[] = []
  for (const glyph of wanted) if (!volume.codes.has(glyph)) fresh.push(glyph)
  if (fresh.length === 0) return volume
  fresh.sort((a, b) => (a.key < b.key ? -1 : 1))
  // Feet add the same few letters on every day.
  const known = extensions(volume)
  const last = known.get(fresh.length)
  if (
    last &&
    fresh.every((glyph) => last.codes.has(glyph)) &&
    last.glyphs.length <= volume.glyphs.length + fresh.length
  )
    return last
  const longer = extended(volume, fresh)
  known.set(fresh.length, longer)
  return longer
}

/** Volumes that were made from a volume, by how many glyphs were asked for in addition. */
const extensions = keptFor<Volume, Map<number, Volume>>(() => new Map())

function extended(volume: Volume, fresh: readonly ClusterGlyph[]): Volume {
  const glyphs = [...volume.glyphs]
  const codes = new Map(volume.codes)
  const byKey = new Map(glyphs.map((glyph, i) => [glyph.key, i + 1]))
  for (const glyph of fresh) {
    const key = glyph.key
    // Two objects may mean the same, if one was forgotten meanwhile; the bytes must not depend on that.
    let code = byKey.get(key)
    if (code === undefined) byKey.set(key, (code = glyphs.push(glyph)))
    codes.set(glyph, literal(code))
  }
  return { ...volume, glyphs, codes }
}

/** The operators of a draft with its holes filled: Latin-1, one character a byte. */
export function encode({ operators, holes }: Draft, { volumes, pictures }: CodeBook): string {
  const pieces = operators.split(HOLE)
  let out = pieces[0]!
  holes.forEach((hole, i) => {
    if (hole.kind === 'codes') out += stringOf(hole.glyphs, volumes.get(hole.face)!.codes)
    else out += hole.kind === 'font' ? volumes.get(hole.face)!.name : pictures.get(hole.picture)!
    out += pieces[i + 1]!
  })
  return out
}

function stringOf(glyphs: readonly ClusterGlyph[], codes: ReadonlyMap<ClusterGlyph, string>): string {
  let out = ''
  for (const glyph of glyphs) out += codes.get(glyph)!
  return out
}

/** A code of two bytes (Identity-H) in a literal string, which is shorter than a hexadecimal one. */
const literal = (code: number): string => escaped(code >> 8) + escaped(code & 0xff)

/** A byte of a literal string (ISO 32000-1 §7.3.4.2): brackets, backslash and line ends are escaped. */
const escaped = (byte: number): string => ESCAPED.get(byte) ?? String.fromCharCode(byte)
const ESCAPED: ReadonlyMap<number, string> = new Map([[0x28, '\\('], [0x29, '\\)'], [0x5c, '\\\\'], [0x0a, '\\n'], [0x0d, '\\r']]) // prettier-ignore
