/**
 * Room: locale. The words of each language, with the place of each in its file; dates and digits; who approved what.
 * In: a shelf of files. Out: catalogues, messages with slots filled, their marks, findings, review ledger, waivers.
 * Not here: which message stands where on a leaflet (notice), how it looks (layout), translators' files (exchange).
 */
export { isThere, recording, unreadFile, type RecordingShelf, type Shelf } from './shelf.js'
export { readJson, type Json, type JsonPath } from './json.js'
export { seenInPrint } from './seen-in-print.js'
export { readShape, type Reading } from './shape.js'
export { directionOf, readLocale, type DatePatterns, type FontChoice, type Locale } from './locale.js'
export { checkDate, localDigits, longDate, stamp } from './dates.js'
export {
  isUnread,
  namespaceOf,
  placeForKey,
  readCatalogue,
  type Catalogue,
  type Message,
  type Pair,
} from './catalogue.js'
export { forgetTexts, say, type Said, type Slots } from './i18next.js'
export { slotsOf } from './slots.js'
export { keysNeeded, sourceOf } from './plural.js'
export { placeInMessage } from './place-in-message.js'
export { checkMarkup, countTerms, plainMessage, readMarkup, type Piece } from './markup.js'
export { fingerprint } from './fingerprint.js'
export {
  standsFor,
  versionOf,
  withCosmetic,
  withVersions,
  type Cosmetic,
  type History,
  type Version,
} from './history.js'
export {
  formerSource,
  readLedger,
  STATES,
  stateName,
  stateOf,
  voidReview,
  type Ledger,
  type Review,
  type State,
} from './review.js'
export { ledgerText, withDrafts, withReviews, type Verdict } from './record-reviews.js'
export { showChanges, wordChanges, type WordChange } from './word-changes.js'
export { isPseudo, pseudoCatalogue } from './pseudo.js'
export { withTexts } from './with-texts.js'
export { isTag, localeMissing } from './locale-form.js'
export { checkCatalogue, checkMessage } from './check.js'
export { oneMissing } from './missing.js'
export { keyUnknown, nearKeys } from './near-keys.js'
export { editMessages } from './edit-json.js'
export { checkReadingAge, gradeOf } from './reading-age.js'
export { GLOSSARY_FILE, type Glossary } from './glossary.js'
export { glossaryWords } from './checks/glossary-words.js'
export { isWaived, WAIVABLE, type Waivers } from './waivers.js'
export { statusOf, type Status } from './status.js'
