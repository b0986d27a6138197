import type { Counter } from './counter.js'
import type { LeafletOrder } from './orders.js'
import { sha256 } from './seen.js'

/**
 * Stands for all that a leaflet is made from: what it says, its day too (`print`), the looks of its format, its fonts,
 * the program, what of Node shows in it, and whether only approved text was let through. Two leaflets with the same
 * fingerprint are the same, byte for byte.
 */
export function fingerprintOf(print: string, order: LeafletOrder, { counter, release }: Press): string {
  const { theme, workspace } = counter
  const looks = JSON.stringify([theme?.colours, theme?.formats[order.format]], (_, value: unknown) =>
    // The divider of words: which, is said by the language and the program.
    typeof value === 'function' ? 'hyphens' : value,
  )
  const author = workspace?.organisation.name
  const fonts = counter.fontPrint(order.language)
  return sha256(JSON.stringify([print, looks, author, fonts, counter.engine, release]))
}

interface Press {
  readonly counter: Counter
  readonly release: boolean
}
