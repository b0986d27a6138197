import { fileStart, finding, type Finding, type Place } from '../report/index.js'
import type { Parcel } from './read-home.js'
import { readStamp } from './stamp.js'
import { shortKey, type HomeFile, type HomeText, type HomeUnit } from './unit.js'
import { stateWords } from './unit-notes.js'
import { COLUMNS, SHEET } from './write-xlsx.js'
import { openWorkbook, type SheetCell, type SheetRow } from './xlsx-sheet.js'

type Column = (typeof COLUMNS)[number]

/** A workbook as it comes home. Rows are known by their keys, columns by their titles, whatever was sorted or moved. */
export function readXlsx({ file, bytes }: Parcel): { readonly home?: HomeFile; readonly findings: readonly Finding[] } {
  const rows = openWorkbook(bytes, SHEET)
  if ('problem' in rows) {
    const code = /grow|holds \d+ files/.test(rows.problem) ? 'large' : 'broken'
    if (code === 'large')
      return { findings: [finding('exchange-large', fileStart(file), { what: `As an archive ${rows.problem}`, limit: '64 MB in 1000 files' })] } // prettier-ignore
    return { findings: [finding('exchange-broken', fileStart(file), { problem: rows.problem })] }
  }
  const [head, ...body] = rows
  const columns = new Map<Column, string>()
  for (const cell of head?.cells ?? []) {
    const title = COLUMNS.find((c) => cell.text.toLowerCase().startsWith(c.toLowerCase()))
    if (title && !columns.has(title)) columns.set(title, cell.column)
  }
  const lost = (['Key', 'English', 'Translation'] as const).filter((c) => !columns.has(c))
  if (lost.length > 0) {
    const problem = `the first row of the sheet "${SHEET}" has no title "${lost.join('", "')}"`
    return { findings: [finding('exchange-broken', placeOf(head, 'A'), { problem })] }
  }
  const findings: Finding[] = []
  const units = body.filter((row) => row.cells.some((c) => c.text !== '' || c.wrong)).map(unitOf)
  const mark = columns.get('Doorstep')
  const [, source, target] = /^doorstep (\S+) (\S+)$/.exec(head?.cells.find((c) => c.column === mark)?.text ?? '') ?? []
  const languages = { ...(source === undefined ? {} : { source }), ...(target === undefined ? {} : { target }) }
  const home: HomeFile = { format: 'xlsx', ...languages, place: placeOf(head, mark ?? 'A'), units, findings }
  return { home, findings }

  function placeOf(row: SheetRow | undefined, column: string, key?: string): Place {
    const line = row?.number ?? 1
    const text = row?.cells.find((c) => c.column === column)?.text
    return { file, line, column: 1, cell: `${SHEET}!${column}${line}`, ...(key === undefined ? {} : { key }), ...(text === undefined ? {} : { excerpt: text.slice(0, 2000).replace(/[\r\n]/g, ' ') }) } // prettier-ignore
  }
  function unitOf(row: SheetRow): HomeUnit {
    const cell = (column: Column): SheetCell | undefined => row.cells.find((c) => c.column === columns.get(column))
    const key = shortKey(cell('Key')?.text ?? '')
    const at = (column: Column): Place => placeOf(row, columns.get(column) ?? 'A', key)
    for (const column of ['Key', 'English', 'Translation', 'State', 'Doorstep'] as const) {
      const found = cell(column)?.wrong
      const { line } = at(column)
      if (found !== undefined) findings.push(finding('exchange-cell', at(column), { cell: `${columns.get(column) ?? ''}${line}`, found })) // prettier-ignore
    }
    const text = (column: Column): HomeText => ({
      text: cell(column)?.text ?? '',
      placeOf: (offset) => ({ ...at(column), column: offset + 1 }),
    })
    const stamp = readStamp(cell('Doorstep')?.text)
    const done = (cell('Translation')?.text ?? '') !== ''
    const said = saidOf((cell('State')?.text ?? '').trim().toLowerCase())
    if (said === 'unknown')
      findings.push(finding('exchange-cell', at('State'), { cell: `${columns.get('State') ?? ''}${row.number}`, found: 'a state that Doorstep does not know' })) // prettier-ignore
    return {
      key,
      place: at('Key'),
      english: text('English'),
      ...(done ? { translation: text('Translation') } : {}),
      ...(said === 'translated' || said === 'reviewed' ? { said } : done && stamp?.text === undefined ? { said: 'translated' } : {}), // prettier-ignore
      ...(stamp ? { stamp } : {}),
    }
  }
}

function saidOf(word: string): HomeUnit['said'] | 'unknown' {
  if (word === stateWords.reviewed || word === stateWords.approved) return 'reviewed'
  if (word === stateWords.draft || word === 'translated') return 'translated'
  return ['', stateWords.missing, stateWords['needs-editing']].includes(word) ? undefined : 'unknown'
}
