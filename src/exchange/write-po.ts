import { compilePo, type PoEntry } from './gettext.js'
import { hintText } from './glossary.js'
import { pluralForms } from './plural-forms.js'
import { stampOf } from './stamp.js'
import type { OutFile, OutUnit } from './unit.js'
import { unitNotes } from './unit-notes.js'

/** What stands before the stamp in a comment. */
export const STAMP = 'Doorstep: '

/** How many entries went out: a file that was cut between two of them is sound PO. */
export const ENTRIES = 'X-Doorstep-Entries'

/**
 * PO: a context is a key, so that no two texts are taken for one. i18next's plural forms are keys of their own, and so
 * are entries of their own. A text of an older English is "fuzzy", with the older one beside it.
 */
export function writePo({ source, target, units }: OutFile): Uint8Array {
  const forms = pluralForms(target.tag)
  return compilePo({
    headers: {
      'Project-Id-Version': 'Doorstep',
      Language: target.tag.replaceAll('-', '_'),
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=UTF-8',
      'Content-Transfer-Encoding': '8bit',
      ...(forms === undefined ? {} : { 'Plural-Forms': forms }),
      'X-Source-Language': source,
      // Editors write their own into "Language".
      'X-Target-Language': target.tag,
      [ENTRIES]: String(units.length),
    },
    entries: units.map(entryOf),
  })
}

function entryOf(unit: OutUnit): PoEntry {
  const { key, english, translation = '', state, former } = unit
  const notes = unitNotes(unit).filter((n) => n.category !== 'english-before')
  return {
    msgctxt: key,
    msgid: english,
    msgstr: translation,
    plural: false,
    fuzzy: state === 'needs-editing',
    extracted: [
      ...notes.map(({ title, text }) => `${title}: ${text.replaceAll(/[\r\n]+/g, ' ')}`),
      ...(state === 'approved' ? ['Please leave this translation as it is: it is approved.'] : []),
      ...unit.terms.map((hint) => `Glossary: ${hintText(hint)}`),
      STAMP + stampOf(unit),
    ],
    ...(former === undefined ? {} : { previous: former }),
  }
}
