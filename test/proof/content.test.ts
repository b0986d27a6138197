import { describe, expect, test } from 'vitest'
import { instructionsOf } from '../../src/proof/content-tokens.js'
import { scanContent } from '../../src/proof/content.js'

describe('the tokens of a content stream', () => {
  const operands = (stream: string): unknown => [...instructionsOf(stream)].map((i) => [i.operator, ...i.operands])

  test('numbers, names and operators', () => {
    expect(operands('/F1 11 Tf\n-.5 +2 Td % a remark\nf*')).toEqual([
      ['Tf', { kind: 'name', value: 'F1' }, { kind: 'number', value: 11 }],
      ['Td', { kind: 'number', value: -0.5 }, { kind: 'number', value: 2 }],
      ['f*'],
    ])
  })

  test.each([
    ['(a(b)c)', 'a(b)c'],
    ['(a\\)b\\\\)', 'a)b\\'],
    ['(\\101\\7x)', 'A\u0007x'],
    ['(a\\\nb\\n)', 'ab\n'],
    ['()', ''],
    ['<4a4B>', 'JK'],
    ['<4 a 5>', 'JP'],
  ])('the string %s', (source, bytes) => {
    expect(operands(`${source} Tj`)).toEqual([['Tj', { kind: 'string', bytes }]])
  })

  test('dictionaries and arrays, one in the other', () => {
    expect(operands('/P <</MCID 3/Lang (en)>> BDC')).toEqual([
      [
        'BDC',
        { kind: 'name', value: 'P' },
        {
          kind: 'dict',
          entries: new Map<string, unknown>([
            ['MCID', { kind: 'number', value: 3 }],
            ['Lang', { kind: 'string', bytes: 'en' }],
          ]),
        },
      ],
    ])
  })

  test('a name with a number sign', () => {
    expect(operands('/A#20B gs')).toEqual([['gs', { kind: 'name', value: 'A B' }]])
  })

  test.each(['(a', '<4', '[1 2', '<</A', ')', '>>', ']', 'BI /W 1 ID \u0000\u0001'])(
    'a stream cut after %s ends',
    (stream) => {
      expect([...instructionsOf(stream)].length).toBeLessThan(4)
    },
  )
})

describe('the paint of a page', () => {
  test('belongs to its marked content', () => {
    const { marks, faults, shown } = scanContent(
      '/P <</MCID 0>> BDC BT /F1 9 Tf <0001> Tj ET EMC /Figure <</MCID 1>> BDC 0 0 5 5 re f EMC /P <</MCID 2>> BDC EMC',
    )
    expect(faults).toEqual([])
    expect([...marks]).toEqual([
      [0, { tag: 'P', paints: 1 }],
      [1, { tag: 'Figure', paints: 1 }],
      [2, { tag: 'P', paints: 0 }],
    ])
    expect([...shown]).toEqual([['F1', new Set(['\u0000\u0001'])]])
  })

  test('of a drawn artifact is counted', () => {
    expect(
      scanContent('/Artifact <</Type /Layout>> BDC 0 0 m 9 9 l S EMC /Artifact BMC 0 0 9 9 re f EMC').drawnArtifacts,
    ).toBe(2)
  })

  test('a font lasts until Q', () => {
    const { shown } = scanContent('/Artifact <</Type /Pagination>> BDC /F1 9 Tf q /F2 9 Tf (a) Tj Q (b) Tj EMC')
    expect([...shown.keys()]).toEqual(['F2', 'F1'])
  })

  test('the last code of a string is known if something follows it on its line', () => {
    const { followed } = scanContent(
      '/P <</MCID 0>> BDC BT /F1 9 Tf 1 0 0 1 0 9 Tm (abcd) Tj (efgh) Tj 1 0 0 1 0 5 Tm [(ij) 5 (kl)] TJ ET EMC',
    )
    expect([...followed]).toEqual([['F1', new Set(['cd', 'ij'])]])
  })

  test('a path that only clips is no paint', () => {
    expect(scanContent('0 0 9 9 re W n q 1 0 0 1 0 0 cm Q').faults).toEqual([])
  })

  test.each([
    ['BT (a) Tj ET', 'text outside marked content'],
    ['0 0 9 9 re f', 'a shape outside marked content'],
    ['/Im1 Do', 'a shape outside marked content'],
    ['/Span <</Lang (tr)>> BDC (a) Tj EMC', 'text outside marked content'],
    ['/Artifact <</Type /Pagination>> BDC /P <</MCID 1>> BDC EMC EMC', 'tagged content 1 inside an artifact'],
    ['/P <</MCID 1>> BDC /Artifact BMC EMC EMC', 'an artifact inside tagged content'],
    ['/P <</MCID 1>> BDC EMC /P <</MCID 1>> BDC EMC', 'marked content 1 twice'],
    ['/P <</MCID 1>> BDC', 'marked content that does not end'],
    ['EMC', 'an end of marked content that has no beginning'],
    ['/Artifact BMC (1) Tj EMC', 'an artifact with text that is no running head or foot'],
    ['/Artifact <</Type /Pagination>> BDC (1) Tj EMC', 'an artifact with text that is no running head or foot'],
  ])('%s is a fault', (stream, fault) => {
    expect(scanContent(stream).faults).toEqual([fault])
  })
})
