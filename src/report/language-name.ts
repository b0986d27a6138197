/** Tags of languages whose English name has what a person typed: "kurdish" → ckb, kmr. */
export function tagsNamed(typed: string, tags: readonly string[]): string[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted.length < 3) return []
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  return tags.filter((tag) => nameOf(names, tag)?.toLowerCase().includes(wanted))
}

function nameOf(names: Intl.DisplayNames, tag: string): string | undefined {
  try {
    return names.of(tag)
  } catch {
    // A folder in locales/ may be called anything.
    return undefined
  }
}
