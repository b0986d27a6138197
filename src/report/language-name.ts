/** Tags of languages whose English name has what a person typed: "kurdish" → ckb, kmr. */
export function tagsNamed(typed: string, tags: readonly string[]): string[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted.length < 3) return []
  return tags.filter((tag) => languageName(tag)?.toLowerCase().includes(wanted))
}

let names: Intl.DisplayNames | undefined

/** The English name of a language, where there is one. */
export function languageName(tag: string): string | undefined {
  try {
    return (names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })).of(tag)
  } catch {
    // A folder in locales/ may be called anything.
    return undefined
  }
}
