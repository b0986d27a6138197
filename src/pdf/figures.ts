import type { Document } from '../document/index.js'
import { isCoarse, type ClusterGlyph, type Face } from '../text/index.js'
import type { Draft } from './draft.js'

/** Ten figures in each face that writes dates. */
export interface Figures {
  /** Equal for equal figures. */
  readonly id: string
  readonly draft: Draft
}

/**
 * All figures of the faces that some drafts write figures with. They get their codes whether today's date has them or
 * not: so leaflets of another day have the same fonts.
 */
export function figuresOf(drafts: readonly Draft[], { furniture, lang }: Document): Figures {
  const found = new Map<string, { readonly face: Face; readonly digits: string }>()
  for (const digits of new Set([furniture.digits, '0123456789'])) {
    for (const { holes } of drafts) {
      for (const hole of holes) {
        if (
          hole.kind !== 'codes' ||
          isCoarse(hole.face) ||
          !hole.glyphs.some((g) => g.text !== '' && digits.includes(g.text))
        )
          continue
        found.set(`${hole.face.id} ${digits}`, { face: hole.face, digits })
      }
    }
  }
  const holes = [...found.values()].map(({ face, digits }) => ({
    kind: 'codes' as const,
    face,
    glyphs: [...digits].flatMap((digit) => figure(digit, face, lang)),
  }))
  return { id: [...found.keys()].join('\n'), draft: { operators: '', holes, faces: [], pictures: [], marks: [] } }
}

function figure(text: string, face: Face, language: string): ClusterGlyph[] {
  if (!face.covers(text)) return []
  return face.shape({ text, direction: 'ltr', script: 'Zyyy', language }).map((cluster) => cluster.glyph)
}
