// The one file that knows npm `diff`: its word differences, with spaces as parts of their own.
import { diffWordsWithSpace } from 'diff'

/** A stretch of words that stayed, went or came. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** What changed between two wordings, word by word, in reading order. Joined, "same" and "added" are the new text. */
export const wordChanges = (before: string, after: string): WordChange[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    text: value,
  }))

/** The same for a terminal or a report: `We [-visit-]{+come+} today`, as `git diff --word-diff` has it. */
export const showChanges = (before: string, after: string): string =>
  wordChanges(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
