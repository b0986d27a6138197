import { Bidi } from './bidi-class.js'
import type { BidiParagraph } from './bidi.js'

const { L, R, AL, BN, B, ON, LRE, LRO, RLE, RLO, PDF, LRI, RLI, FSI, PDI } = Bidi
/** BD2 */
const MAX_DEPTH = 125

/** Levels and overrides by the explicit controls (UAX #9, rules X1 to X8). */
export function explicitLevels({ base, classes, types, levels }: BidiParagraph): void {
  // The directional status stack (X1): levels, overrides (ON: neutral), and whether an isolate opened the entry.
  const stackLevels = new Uint8Array(MAX_DEPTH + 2)
  const stackTypes = new Uint8Array(MAX_DEPTH + 2).fill(ON)
  const stackIsolates = new Uint8Array(MAX_DEPTH + 2)
  stackLevels[0] = base
  let top = 0
  let overflowIsolates = 0
  let overflowEmbeddings = 0
  let validIsolates = 0
  let partners: Int32Array | undefined

  for (let i = 0; i < classes.length; i++) {
    const given = classes[i]!
    switch (given) {
      case RLE:
      case LRE:
      case RLO:
      case LRO: {
        levels[i] = stackLevels[top]!
        const level = nextLevel(stackLevels[top]!, given === RLE || given === RLO)
        if (level <= MAX_DEPTH && overflowIsolates === 0 && overflowEmbeddings === 0) {
          top++
          stackLevels[top] = level
          stackTypes[top] = given === RLO ? R : given === LRO ? L : ON
          stackIsolates[top] = 0
        } else if (overflowIsolates === 0) overflowEmbeddings++
        break
      }
      case RLI:
      case LRI:
      case FSI: {
        place(i)
        let rtl = given === RLI
        if (given === FSI) {
          partners ??= partnersOf(classes)
          rtl = startsRtl(classes, partners, i)
        }
        const level = nextLevel(stackLevels[top]!, rtl)
        if (level <= MAX_DEPTH && overflowIsolates === 0 && overflowEmbeddings === 0) {
          validIsolates++
          top++
          stackLevels[top] = level
          stackTypes[top] = ON
          stackIsolates[top] = 1
        } else overflowIsolates++
        break
      }
      case PDI:
        if (overflowIsolates > 0) overflowIsolates--
        else if (validIsolates > 0) {
          overflowEmbeddings = 0
          while (!stackIsolates[top]) top--
          top--
          validIsolates--
        }
        place(i)
        break
      case PDF:
        levels[i] = stackLevels[top]!
        if (overflowIsolates === 0) {
          if (overflowEmbeddings > 0) overflowEmbeddings--
          else if (!stackIsolates[top] && top > 0) top--
        }
        break
      case B:
        levels[i] = base
        break
      case BN:
        levels[i] = stackLevels[top]!
        break
      default:
        place(i)
    }
  }

  function place(i: number): void {
    levels[i] = stackLevels[top]!
    if (stackTypes[top] !== ON) types[i] = stackTypes[top]!
  }
}

/** The next odd level for right-to-left, the next even one for left-to-right. */
const nextLevel = (level: number, rtl: boolean): number => (rtl ? (level + 1) | 1 : (level + 2) & ~1)

/** For each isolate initiator the offset of its PDI, for a matched PDI that of its initiator, elsewhere -1 (BD9). */
export function partnersOf(classes: Uint8Array): Int32Array {
  const partners = new Int32Array(classes.length).fill(-1)
  const open: number[] = []
  for (let i = 0; i < classes.length; i++) {
    const given = classes[i]!
    if (given === LRI || given === RLI || given === FSI) open.push(i)
    else if (given === PDI && open.length > 0) {
      const start = open.pop()!
      partners[start] = i
      partners[i] = start
    }
  }
  return partners
}

/** Rules P2 and P3 for what stands in an isolate: its first strong character, isolates within it left out. */
function startsRtl(classes: Uint8Array, partners: Int32Array, initiator: number): boolean {
  const end = partners[initiator]! < 0 ? classes.length : partners[initiator]!
  for (let i = initiator + 1; i < end; i++) {
    const given = classes[i]!
    if (given === L) return false
    if (given === R || given === AL) return true
    if (given === LRI || given === RLI || given === FSI) {
      if (partners[i]! < 0) return false
      i = partners[i]!
    }
  }
  return false
}
