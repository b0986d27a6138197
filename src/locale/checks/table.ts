import type { Check } from './beside.js'
import { checkUnits } from './check-units.js'
import { checkComposed } from './composed.js'
import { checkDigits } from './digits.js'
import { checkDoubledWords } from './doubled-words.js'
import { checkEnd } from './end-marks.js'
import { checkForeignMarks } from './foreign-marks.js'
import { checkGlossary } from './glossary-words.js'
import { checkInvisible } from './invisible.js'
import { checkKeptMarks } from './kept-marks.js'
import { checkLetters } from './letters.js'
import { checkScripts } from './scripts.js'
import { checkSpaces } from './spaces.js'
import { checkUntranslated } from './untranslated.js'

/**
 * What is looked for in the words of a text, its marks being sound. Which findings hold a leaflet, and why, is said in
 * the catalogue of findings (report/catalogue-checks.ts).
 */
export const checks: readonly Check[] = [
  checkUntranslated,
  checkKeptMarks,
  checkUnits,
  checkGlossary,
  checkEnd,
  checkScripts,
  checkLetters,
  checkComposed,
  checkInvisible,
  checkDigits,
  checkForeignMarks,
  checkSpaces,
  checkDoubledWords,
]
