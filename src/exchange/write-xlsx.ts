import { hintText } from './glossary.js'
import { stampOf } from './stamp.js'
import type { OutFile, OutUnit } from './unit.js'
import { stateWords, unitNotes } from './unit-notes.js'
import { STYLES, stylesXml, validationXml, workbookParts } from './xlsx-parts.js'
import { xmlTag, xmlText } from './xml-write.js'
import { writeZip } from './zip.js'

/** Columns of the sheet of texts; the last, hidden, is for Doorstep alone. */
export const SHEET = 'Texts'
export const COLUMNS = [
  'Key',
  'Where it stands',
  'English',
  'What changed',
  'Translation',
  'State',
  'Notes',
  'Doorstep',
] as const
const WIDTHS = [28, 34, 52, 40, 60, 14, 40, 10]
const HIDDEN = 7
/** What stands above the hidden column: the languages of the file. */
export const languagesMark = (source: string, target: string): string => `doorstep ${source} ${target}`

/**
 * A workbook of two sheets: what to do, and the texts. Translation and state can be written to, all else is protected
 * against slips (there is no password: it is no secret). Cells hold text and never formulas, whatever a text starts with.
 */
export function writeXlsx(out: OutFile): Uint8Array {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const parts = [
    ...workbookParts(['Read me', SHEET]),
    ['xl/styles.xml', stylesXml()],
    ['xl/worksheets/sheet1.xml', readMe(out)],
    ['xl/worksheets/sheet2.xml', textSheet(out)],
  ] as const
  return writeZip(parts.map(([name, text]) => ({ name, bytes: encode(text) })))
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SHEET_TAG = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>'

function textSheet({ source, target, units }: OutFile): string {
  const columns = WIDTHS.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${i === HIDDEN ? ' hidden="1"' : ''}/>`) // prettier-ignore
  const titles = COLUMNS.map((title) => {
    if (title === 'Doorstep') return languagesMark(source, target.tag)
    return title === 'Translation' ? `Translation: ${target.englishName} (${target.tag})` : title
  })
  const rows = [
    titles.map((title) => [title, STYLES.head] as const),
    ...units.map((unit) => cellsOf(unit, target.direction)),
  ]
  return [
    HEAD + SHEET_TAG,
    // Printed, it is as wide as a page.
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.map((row, i) => rowXml(row, i, WIDTHS)).join('')}</sheetData>`,
    PROTECTION,
    validationXml(`F2:F${Math.max(2, units.length + 1)}`, [
      stateWords.draft,
      stateWords.reviewed,
      stateWords['needs-editing'],
    ]),
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '</worksheet>',
  ].join('\n')
}

type Cell = readonly [text: string, style: number]

function cellsOf(unit: OutUnit, direction: 'ltr' | 'rtl'): readonly Cell[] {
  const { key, english, translation = '', state, terms } = unit
  const notes = unitNotes(unit)
  const of = (...kinds: readonly string[]): string[] =>
    notes.filter((n) => kinds.includes(n.category)).map((n) => n.text)
  const locked = state === 'approved'
  const hints = terms.map(hintText)
  const style = STYLES[`${locked ? 'locked' : 'open'}${direction === 'rtl' ? 'Rtl' : 'Ltr'}`]
  return [
    [key, STYLES.lockedLtr],
    [of('where').join('\n'), STYLES.lockedLtr],
    [english, STYLES.lockedLtr],
    [of('english-change').join('\n'), STYLES.lockedLtr],
    [translation, style],
    [stateWords[state], locked ? STYLES.lockedLtr : STYLES.openLtr],
    [[...of('limit', 'note'), ...hints].join('\n'), STYLES.lockedLtr],
    [stampOf(unit), STYLES.lockedLtr],
  ]
}

function rowXml(cells: readonly Cell[], row: number, widths: readonly number[]): string {
  const written = cells.map(([text, style], column) => {
    const place = { r: `${String.fromCharCode(65 + column)}${row + 1}`, s: String(style) }
    if (text === '') return xmlTag('c', place).replace(/>$/, '/>')
    return `${xmlTag('c', { ...place, t: 'inlineStr' })}<is><t xml:space="preserve">${cellText(text)}</t></is></c>`
  })
  return `<row r="${row + 1}" ht="${15 * linesOf(cells, widths)}">${written.join('')}</row>`
}

/** How many lines the highest cell takes, about: not all programs work out heights when they open a file. */
function linesOf(cells: readonly Cell[], widths: readonly number[]): number {
  const lines = (text: string, width: number): number =>
    text.split('\n').reduce((n, line) => n + Math.max(1, Math.ceil(line.length / (width - 2))), 0)
  const shown = cells.filter((_, column) => column !== HIDDEN)
  // Excel's rows are no higher than 409 points.
  return Math.min(27, Math.max(...shown.map(([text], column) => lines(text, widths[column] ?? 10))))
}

/** Office Open XML writes what XML cannot hold as _x000D_, and so an underscore that looks like the start of that too. */
const cellText = (text: string): string =>
  xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_'))

function readMe({ target: { englishName, ownName, tag }, units }: OutFile): string {
  const lines: readonly Cell[] = [
    [
      `${englishName} (${ownName}, ${tag}): ${units.length} text${units.length === 1 ? '' : 's'} to translate`,
      STYLES.title,
    ],
    ['', STYLES.plain],
    [
      `Write your translations into the column "Translation" of the sheet "${SHEET}". Leave a cell empty if you have not translated it yet.`,
      STYLES.plain,
    ],
    [
      '"What changed" shows where the English was changed since the translation was made: [-words that went-], {+words that came+}.',
      STYLES.plain,
    ],
    [
      'Words in double braces, such as {{date}}, are filled in later. Keep them as they are; put them where your sentence wants them.',
      STYLES.plain,
    ],
    [
      'Keep <strong>…</strong>, <term>…</term> and <span lang="…">…</span> around the words they belong to. Write & as &amp; and < as &lt;',
      STYLES.plain,
    ],
    [
      '"State" says what the text is. Choose "reviewed" for what a second translator has read and agrees with.',
      STYLES.plain,
    ],
    [
      'The other columns are locked: they only help you. Do not change keys, and do not put formulas into cells.',
      STYLES.plain,
    ],
    [
      'A text in a locked cell is approved already. If it is wrong, write to the person who sent you this file.',
      STYLES.plain,
    ],
    ['Save as .xlsx and send the file back. Rows may be sorted; they are known by their keys.', STYLES.plain],
  ]
  return [
    HEAD + SHEET_TAG,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols><col min="1" max="1" width="80" customWidth="1"/></cols>',
    `<sheetData>${lines.map((line, row) => rowXml([line], row, [80])).join('')}</sheetData>`,
    PROTECTION,
    '</worksheet>',
  ].join('\n')
}
