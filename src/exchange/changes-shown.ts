import { showChanges } from '../locale/index.js'

/** Comparing word by word takes a time that grows with the square of what differs. */
const LONGEST = 5000

/** What changed, word by word; of texts that no leaflet could hold, only that they differ. */
export const changesShown = (before: string, after: string): string =>
  Math.max(before.length, after.length) > LONGEST
    ? `${start(before)} is now ${start(after)}`
    : showChanges(before, after)

const start = (text: string): string =>
  text.length > 60 ? `"${text.slice(0, 60)}…" (${text.length} characters)` : `"${text}"`
