import { literally } from '../report/index.js'

/**
 * Keys that a person means: `children-and-families:rights.intro`, or a pattern with `*` for any letters; without a
 * namespace it is looked for in all of them. In the order of `known`, each once.
 */
export function matchKeys(asked: readonly string[], known: readonly string[]): string[] {
  const patterns = asked.map((text) => {
    const any = literally(text).replaceAll('\\*', '.*')
    return new RegExp(`^${text.includes(':') ? '' : '[^:]*:'}${any}$`)
  })
  return known.filter((key) => patterns.some((pattern) => pattern.test(key)))
}
