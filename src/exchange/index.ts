/**
 * Room: exchange. Translators' files, out and home: XLIFF, PO, XLSX.
 * Out: what is known of each text becomes bytes. Home: bytes become units with places, and those the changes that a
 * language may take; each problem is a finding at its place in the translator's file.
 * Not here: the disk (build), which texts stand where on a leaflet (notice), how message files are edited (locale).
 */
export { FORMATS, type Format, type HomeFile, type OutFile, type OutUnit } from './unit.js'
export { hintsFor } from './glossary.js'
export { writeExchange } from './write-exchange.js'
export { readHome, type Parcel } from './read-home.js'
export { languageProblem, sameLanguage } from './language-problem.js'
export { showChange, takeHome, type Bringer, type Change, type TakenHome } from './take-home.js'
