/**
 * Keys that a person means: `children-and-families:rights.intro`, or a pattern with `*` for any letters; without a
 * namespace it is looked for in all of them. In the order of `known`, each once.
 */
export function matchKeys(asked: readonly string[], known: readonly string[]): string[] {
  const patterns = asked.map((text) => {
    const escaped = text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
    return new RegExp(`^${text.includes(':') ? '' : '[^:]*:'}${escaped}$`)
  })
  return known.filter((key) => patterns.some((pattern) => pattern.test(key)))
}
