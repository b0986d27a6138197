import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pictureShelf, readSvg } from '../../src/notice/index.js'
import { diskShelf, memoryShelf } from '../helpers/shelf.js'
import { short } from '../locale/shop.js'

const svg = (inner: string, viewBox = '0 0 10 10'): string => `<svg viewBox="${viewBox}">${inner}</svg>`
const paths = (inner: string, viewBox?: string): string[] =>
  readSvg('x', svg(inner, viewBox)).picture?.shapes.map((s) => s.path) ?? [
    readSvg('x', svg(inner, viewBox)).problem ?? '',
  ]
const shape = (inner: string) => readSvg('x', svg(inner)).picture?.shapes[0]
const problem = (text: string): string | undefined => readSvg('x', text).problem

describe('shapes as paths', () => {
  test.each([
    ['<path d="M1 2L3 4"/>', 'M1 2L3 4'],
    ['<circle cx="5" cy="5" r="2"/>', 'M3 5A2 2 0 0 1 7 5A2 2 0 0 1 3 5Z'],
    ['<ellipse cx="5" cy="5" rx="2" ry="1"/>', 'M3 5A2 1 0 0 1 7 5A2 1 0 0 1 3 5Z'],
    ['<rect x="1" y="2" width="3" height="4"/>', 'M1 2H4V6H1Z'],
    [
      '<rect width="6" height="4" rx="1"/>',
      'M1 0H5a1 1 0 0 1 1 1V3a1 1 0 0 1 -1 1H1a1 1 0 0 1 -1 -1V1a1 1 0 0 1 1 -1Z',
    ],
    [
      '<rect width="2" height="4" rx="9"/>',
      'M1 0H1a1 2 0 0 1 1 2V2a1 2 0 0 1 -1 2H1a1 2 0 0 1 -1 -2V2a1 2 0 0 1 1 -2Z',
    ],
    ['<line x1="1" y1="2" x2="3" y2="4" stroke="#000"/>', 'M1 2L3 4'],
    ['<polyline points="1,2 3,4 5.5-6"/>', 'M1 2L3 4L5.5 -6'],
    ['<polygon points="1 2 3 4 5 6"/>', 'M1 2L3 4L5 6Z'],
  ])('%s', (inner, path) => {
    expect(paths(inner)).toEqual([path])
  })

  test('a shape without fill is black, "none" is no fill, currentColor is black', () => {
    expect(shape('<path d="M0 0L1 1"/>')).toMatchObject({ fill: '#000000', fillRule: 'nonzero' })
    expect(shape('<path fill="none" stroke="currentColor" d="M0 0L1 1"/>')).toEqual({
      path: 'M0 0L1 1',
      fillRule: 'nonzero',
      stroke: '#000000',
      strokeWidth: 1,
      lineCap: 'butt',
      lineJoin: 'miter',
    })
    expect(shape('<path fill="#AbC" d="M0 0L1 1"/>')).toMatchObject({ fill: '#aabbcc' })
  })

  test.each([
    ['0 0 1 1', 'M0.1 0.2L0.9 0.2', 0.05],
    ['7 7 1000000 1000000', 'M100007 200007L900007 200007', 50_000],
  ])('a picture in very small or very large units (%s) is drawn in a hundred', (viewBox, path, width) => {
    const { picture } = readSvg('x', svg(`<path d="${path}" stroke="#000" stroke-width="${width}"/>`, viewBox))
    expect(picture?.size).toEqual({ width: 100, height: 100 })
    expect(picture?.shapes[0]?.path).toBe('M10 20L90 20')
    expect(picture?.shapes[0]?.strokeWidth).toBeCloseTo(5, 9)
  })

  test.each([
    ['a dot: a line of no length with round ends', '<path d="M5 5h0" stroke="#000" stroke-linecap="round"/>'],
    ['half of it outside', '<circle cx="0" cy="5" r="2"/>'],
    ['white over black', '<rect width="9" height="9"/><rect x="2" y="2" width="3" height="3" fill="#fff"/>'],
    ['a white shape with a black edge', '<rect x="2" y="2" width="3" height="3" fill="#fff" stroke="#000"/>'],
  ])('seen: %s', (_, inner) => {
    expect(problem(svg(inner))).toBeUndefined()
  })

  test('groups 20,000 deep are refused', () => {
    const deep = `${'<g>'.repeat(20_000)}${'</g>'.repeat(20_000)}`
    expect(problem(svg(deep))).toBe('its elements stand more than 100 deep within each other')
  })

  test('groups hand down what they say, inner ones win', () => {
    const inner =
      '<g fill="#111111" stroke="#222222" stroke-width="3" stroke-linecap="round"><g fill="none" fill-rule="evenodd" stroke-linejoin="bevel"><path d="M0 0L1 1"/></g></g>'
    expect(shape(inner)).toEqual({
      path: 'M0 0L1 1',
      fillRule: 'evenodd',
      stroke: '#222222',
      strokeWidth: 3,
      lineCap: 'round',
      lineJoin: 'bevel',
    })
  })

  test('a shape that would not be seen is left out', () => {
    expect(paths('<path fill="none" d="M0 0L1 1"/><path d="M1 1L2 2"/>')).toEqual(['M1 1L2 2'])
  })

  test('a view box that does not start at 0 is moved there', () => {
    expect(paths('<path d="M12 23l1 1"/>', '10 20 10 10')).toEqual(['M2 3L3 4'])
  })
})

describe('transforms', () => {
  test.each([
    ['translate(1 2)', 'M1 1h2v2z', 'M2 3L4 3L4 5Z'],
    ['scale(2)', 'M1 1L2 3', 'M2 2L4 6'],
    ['scale(2,3)', 'M1 1C1 2 3 4 5 6', 'M2 3C2 6 6 12 10 18'],
    ['rotate(90)', 'M1 0L2 0', 'M0 1L0 2'],
    ['rotate(90 1 1)', 'M1 0L1 1', 'M2 1L1 1'],
    ['matrix(1 0 0 -1 0 10)', 'M0 0A1 2 30 0 1 2 2', 'M0 10A1 2 -30 0 0 2 8'],
    ['translate(1) scale(2)', 'M1 1L2 2', 'M3 2L5 4'],
    ['scale(2)', 'm1 1 1 1 1 0', 'M2 2L4 4L6 4'],
    ['scale(2)', 'M1 1a1 1 0 011 1', 'M2 2A2 2 0 0 1 4 4'],
    ['scale(2)', 'M1 1.5.5-2', 'M2 3L1 -4'],
    ['scale(2)', 'M1 1q1 0 1 1t1 1s1 1 2 2', 'M2 2Q4 2 4 4T6 6S8 8 10 10'],
  ])('%s of %s', (transform, from, to) => {
    expect(paths(`<path transform="${transform}" d="${from}"/>`)).toEqual([to])
  })

  test('a stroke grows with its shape', () => {
    expect(shape('<path transform="scale(2)" stroke="#000" stroke-width="1.5" d="M0 0L1 1"/>')?.strokeWidth).toBe(3)
  })

  test.each([
    ['<path transform="scale(2 3)" stroke="#000" d="M0 0L1 1"/>', 'a stroke is stretched in one direction'],
    ['<path transform="scale(2 3)" d="M0 0A1 1 0 0 1 2 2"/>', 'an arc is stretched in one direction'],
    ['<path transform="skewX(3)" d="M0 0L1 1"/>', 'the transform "skewX(3)" is not understood'],
    ['<path transform="spin" d="M0 0L1 1"/>', 'the transform "spin" is not understood'],
    ['<path d="M0 0X1"/>', 'its path data is not understood at "X1"'],
    ['<path d="L0 0"/>', 'its path data does not start with a move'],
  ])('%s is refused', (inner, words) => {
    expect(problem(svg(inner))).toBe(words)
  })
})

describe('an SVG that does more than shapes is refused', () => {
  test.each([
    [svg('<text>a</text>'), 'it has a <text>'],
    [svg('<image href="x.png"/>'), '<image> has the attribute "href"'],
    [svg('<script>x</script>'), 'it has a <script>'],
    [svg('<style>x</style>'), 'it has a <style>'],
    [svg('<use/>'), 'it has a <use>'],
    [svg('<filter/>'), 'it has a <filter>'],
    [svg('<path style="fill:red" d="M0 0"/>'), '<path> has the attribute "style"'],
    [svg('<path onclick="x" d="M0 0"/>'), '<path> has the attribute "onclick"'],
    [svg('<path fill="url(#a)" d="M0 0L1 1"/>'), 'the colour "url(#a)" is not written as #rrggbb'],
    [svg('<path opacity="0.5" d="M0 0L1 1"/>'), 'it is see-through (opacity 0.5)'],
    [svg('<circle r="5%"/>'), 'r="5%" of <circle> is no plain number'],
    [svg('<polygon points="1 2 3"/>'), 'the points of <polygon> are not pairs'],
    [svg(''), 'nothing is drawn'],
    // A point, points made of shapes, what stands outside of the picture, and white on white paper.
    [svg('<path d="M3 3"/>'), 'nothing of it can be seen'],
    [svg('<path d="M3 3h0" stroke="#000"/>'), 'nothing of it can be seen'],
    [svg('<rect width="4" height="4" transform="matrix(0 0 0 0 5 5)"/>'), 'nothing of it can be seen'],
    [svg('<rect x="11" width="4" height="4"/>'), 'nothing of it can be seen'],
    [svg('<rect width="4" height="4" fill="#fff"/>'), 'nothing of it can be seen'],
    [svg('words'), 'it has text outside of shapes'],
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>', 'it has a <!DOCTYPE>'],
    ['<html/>', 'it is a <html>, not an <svg>'],
    ['<svg viewBox="0 0 0 0"/>', 'it does not say how large it is (viewBox)'],
    ['<svg viewBox="0 0 1 1"><g></svg>', '<g> is not closed'],
    ['<svg viewBox="0 0 1e300 1"/>', 'it does not say how large it is (viewBox)'],
    ['<svg viewBox="0 0 1 1e-300"/>', 'it does not say how large it is (viewBox)'],
    [svg('<path d="M1e999 1h4v4z"/>'), 'something is drawn further away than 1000000 units'],
    [svg('<path d="M-1e30 1h4v4z"/>'), 'something is drawn further away than 1000000 units'],
    [svg('<path transform="scale(1e300)" d="M1 1h4v4z"/>'), 'something is drawn further away than 1000000 units'],
    [
      svg('<path stroke="#000000" stroke-width="1e30" d="M1 1h4v4z"/>'),
      'something is drawn further away than 1000000 units',
    ],
    ['hello', 'words stand outside of all elements'],
    [
      '<svg viewBox="0 0 1 1><g/></svg>',
      'a quotation mark is missing in a tag, or a sign stands in it that XML does not allow',
    ],
    [
      '<svg viewBox=0 0 1 1"><g/></svg>',
      'a quotation mark is missing in a tag, or a sign stands in it that XML does not allow',
    ],
  ])('%s', (text, words) => {
    expect(problem(text)).toBe(words)
  })
})

describe('a fault is found where it stands, at the mark ‸', () => {
  const open = '<svg viewBox="0 0 10 10">\n  '
  test.each([
    // An element that is not drawn, and an attribute.
    [`${open}<g>\n<path d="M0 0L1 1"/>‸<text>a</text></g></svg>`],
    [`${open}<path d="M0 0L1 1"\n ‸style="x"/></svg>`],
    [`${open}<path id=" style="/><path id=" style=" ‸style="x"/></svg>`],
    [`${open}<path d='M0 0L1 1' ‸fill = 'url(#a)'/></svg>`],
    [`${open}<g ‸opacity="0.5"><path d="M0 0L1 1"/></g></svg>`],
    [`${open}<circle cx="1" ‸r="5%"/></svg>`],
    [`${open}<g ‸transform="spin"><path d="M0 0L1 1"/></g></svg>`],
    [`${open}<polygon ‸points="1 2 3"/></svg>`],
    // The very letter of a path.
    [`${open}<path d="M0 0\nL1 1 ‸X2"/></svg>`],
    [`${open}<path d=" M0 0 ‸X2"/></svg>`],
    [`${open}<path ‸d="L0 0"/></svg>`],
    // What comes of several attributes.
    [`${open}‸<path transform="scale(2 3)" stroke="#000" d="M0 0L1 1"/></svg>`],
    [`${open}<g/>‸<path d="M1e999 1h4v4z"/></svg>`],
    [`${open}<g>\n ‸words of it</g></svg>`],
    ['<svg ‸viewBox="0 0 0 0"/>'],
    ['‸<svg width="5"/>'],
    ['<!-- <svg> -->\n‸<html/>'],
    [`<!-- a -->${open.replace('<', '‸<')}</svg>`],
    // What is no XML.
    ['<svg viewBox="0 0 1 1">\n‸<g><path/></svg>'],
    ['<svg viewBox="0 0 1 1">\n<g>\n‸<path></g></svg>'],
    ['<svg viewBox="0 0 1 1">\n<g>\n‸<g><path/>'],
    ['‸'],
    ['<svg viewBox="0 0 1 1"/>\n‸</g>'],
    ['<svg viewBox="0 0 1 1"/>\n ‸words'],
    ['<svg viewBox="0 0 1 1">\n<g/>‸<path d="M0 0/></svg>\n'],
    ['<?xml version="1.0"?>\n‸<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>'],
    ['<?xml version="1.0"?>\n<!-- a -->\n‸<!DOCTYPE svg><svg viewBox="0 0 1 1"/>'],
    ['<svg viewBox="0 0 1 1"><g/>‸<?php echo ?></svg>'],
  ])('%s', (marked) => {
    const { problem: said, at } = readSvg('x', marked.replace('‸', ''))
    expect(said).toBeDefined()
    expect(at).toBe(marked.indexOf('‸'))
  })
})

describe('finding a picture', () => {
  const choices =
    '{\n "law": { "set": "healthicons", "icon": "scales" },\n "home": { "set": "openmoji", "icon": "1F3E0" }\n}'
  const packages = {
    healthicon: (name: string) => (name === 'scales' ? '<path fill="currentColor" d="M1 1L2 2L3 1z"/>' : undefined),
    openmoji: (code: string) => (code === '1F3E0' ? '<svg viewBox="0 0 72 72"><text/></svg>' : undefined),
  }
  const find = (id: string, files: Readonly<Record<string, string>> = {}) =>
    pictureShelf(memoryShelf({ 'templates/pictures.json': choices, ...files }), packages)(id)

  test('a set gives the picture and its credit', () => {
    expect(find('law')).toMatchObject({
      picture: { id: 'law', size: { width: 48, height: 48 } },
      credit: 'Health Icons (MIT)',
      findings: [],
    })
  })

  test("the workspace's own picture comes first, and needs no credit", () => {
    const found = find('law', { 'pictures/law.svg': svg('<path d="M0 0L1 1L1 0z"/>') })
    expect(found.picture?.size.width).toBe(10)
    expect(found.credit).toBeUndefined()
  })

  test('nobody knows: neither picture nor findings', () => {
    expect(find('nope')).toEqual({ findings: [] })
    expect(find('constructor')).toEqual({ findings: [] })
  })

  test('a picture that cannot be drawn is placed where it is named', () => {
    expect(find('home').findings.map(short)).toEqual([
      'error[picture-unusable] templates/pictures.json:3:39 The picture "home" cannot be drawn: it has a <text>',
    ])
    expect(find('law', { 'pictures/law.svg': '<svg/>' }).findings.map(short)).toEqual([
      'error[picture-unusable] pictures/law.svg:1:1 The picture "law" cannot be drawn: "" is no plain number',
    ])
  })

  test("in the workspace's own picture the fault is told with its line, unless that is the whole picture", () => {
    const of = (text: string) => find('law', { 'pictures/law.svg': text }).findings[0]?.place
    const lines = '<svg viewBox="0 0 9 9">\r\n  <path d="M0 0L1 1" style="x"/>\r\n</svg>'
    // Two spaces, then <path d="M0 0L1 1" with a space after it: 2 + 19 letters before "style".
    expect(of(lines)).toEqual({
      file: 'pictures/law.svg',
      line: 2,
      column: 22,
      excerpt: '  <path d="M0 0L1 1" style="x"/>',
    })
    expect(of(`<svg viewBox="0 0 9 9"><path d="M0 0${'L1 1'.repeat(500)}"/><use/></svg>`)).toEqual({
      file: 'pictures/law.svg',
      line: 1,
      // 23 + 9 + 4 + 500 × 4 + 3 letters before it.
      column: 2040,
    })
  })

  test('an icon that the set does not have is placed where it is named', () => {
    const files = { 'templates/pictures.json': choices.replace('scales', 'nope') }
    expect(find('law', files).findings.map(short)).toEqual([
      'error[picture-unusable] templates/pictures.json:2:41 The picture "law" cannot be drawn: the set "healthicons" has no "nope"',
    ])
  })

  test('a broken pictures.json is the finding of every picture', () => {
    expect(find('law', { 'templates/pictures.json': '{' }).findings.map((f) => f.code)).toEqual(['json-syntax'])
  })

  test('every picture of this workspace can be drawn', () => {
    const icons = JSON.parse(readFileSync('node_modules/@iconify-json/healthicons/icons.json', 'utf8')) as {
      icons: Record<string, { body: string } | undefined>
    }
    const shelf = pictureShelf(diskShelf, {
      healthicon: (name) => icons.icons[name]?.body,
      openmoji: (code) => diskShelf.read(`node_modules/openmoji/black/svg/${code}.svg`),
    })
    const ids = Object.keys(JSON.parse(diskShelf.read('templates/pictures.json') ?? '{}') as object)
    expect(ids.length).toBeGreaterThan(30)
    for (const id of ids) {
      const { picture, findings } = shelf(id)
      expect(findings.map(short)).toEqual([])
      expect(picture?.shapes.length).toBeGreaterThan(0)
    }
  })
})
