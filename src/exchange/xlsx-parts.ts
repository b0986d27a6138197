import { xmlEmpty } from './xml-write.js'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts that say what the others are: nothing in them depends on the texts. */
export function workbookParts(sheets: readonly string[]): [name: string, xml: string][] {
  const each = (write: (sheet: string, n: number) => string): string => sheets.map((s, i) => write(s, i + 1)).join('')
  const relation = (id: string, type: string, target: string): string =>
    xmlEmpty('Relationship', { Id: id, Type: `${OFFICE}/${type}`, Target: target })
  const override = (part: string, type: string): string =>
    xmlEmpty('Override', { PartName: part, ContentType: `${TYPE}.${type}+xml` })
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${each((_, n) => override(`/xl/worksheets/sheet${n}.xml`, 'worksheet'))}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((name, n) => xmlEmpty('sheet', { name, sheetId: String(n), 'r:id': `rId${n}` }))}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`))}${relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml')}</Relationships>`,
    ],
  ]
}

/** Numbers of the looks in styles.xml. Number format 49 is "text": what is typed stays what it is. */
export const STYLES = { plain: 1, title: 2, head: 3, lockedLtr: 4, openLtr: 5, lockedRtl: 6, openRtl: 7 } as const

export function stylesXml(): string {
  const font = (inside: string): string => `<font>${inside}<sz val="11"/><name val="Calibri"/></font>`
  const fill = (colour: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`
  const look = (f: { font?: number; fill?: number; open?: boolean; rtl?: boolean }): string =>
    `<xf numFmtId="49" fontId="${f.font ?? 0}" fillId="${f.fill ?? 0}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"${f.rtl ? ' horizontal="right" readingOrder="2"' : ''}/><protection locked="${f.open ? 0 : 1}"/></xf>`
  const looks = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    look({}),
    look({ font: 1 }),
    look({ font: 1, fill: 2 }),
    look({}),
    look({ fill: 3, open: true }),
    look({ rtl: true }),
    look({ fill: 3, open: true, rtl: true }),
  ]
  return [
    `${HEAD}<styleSheet xmlns="${MAIN}">`,
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE7E6E6')}${fill('FFFFF9E5')}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}

/** A list to choose from, in the cells of a range. The words of the export may stay as they are. */
export const validationXml = (cells: string, words: readonly string[]): string =>
  `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="${cells}"><formula1>"${words.join(',')}"</formula1></dataValidation></dataValidations>`
