import { describe, expect, test } from 'vitest'
import { dumpDocument } from '../../src/document/index.js'
import { composeNotice } from '../../src/notice/index.js'
import { changedShelf, diskShelf } from '../helpers/shelf.js'
import { short } from '../locale/shop.js'
import { openShop } from './shop.js'
import { processorTime } from '../helpers/processor-time.js'

const FOLIO = '<folio>1</folio>'

/** Composes the English leaflet with another template; the partials are the real ones unless given. */
function compose(template: string | undefined, partials: Readonly<Record<string, string>> = {}) {
  const shelf = changedShelf(diskShelf, { 'templates/standard.hbs': template, ...partials })
  return composeNotice({ service: 'whole', format: 'standard', issueDate: '2026-11-23' }, openShop('en', shelf))
}
const problems = (...args: Parameters<typeof compose>): string[] =>
  compose(...args)
    .findings.filter((f) => f.severity === 'error')
    .map(short)
const inLeaflet = (inner: string): string => `<leaflet lang="en">${inner}${FOLIO}</leaflet>`
const dump = (inner: string): string[] => {
  const { document, findings } = compose(inLeaflet(inner))
  if (!document) throw new Error(findings.map(short).join('\n'))
  return dumpDocument(document).split('\n').slice(1, -2)
}

describe('a template that cannot be used', () => {
  const broken = (at: string, problem: string) => [
    `error[template-broken] ${at} The template cannot be used: ${problem}`,
  ]

  test('a format without a template', () => {
    expect(problems(undefined)).toEqual([
      'error[template-missing] templates/standard.hbs:1:1 The format "standard" has no template',
    ])
  })

  test.each([
    ['a\n {{#if draft}}\n {{#if draft}}b{{/if}}\n\n', '2:2', '"if" is opened here and never closed'],
    ['a {{t title\n\n', '1:3', 'something in braces is opened here and never closed'],
    ['{{!-- a --}}\n {{!-- b }} c', '2:2', 'a comment is opened here and never closed'],
    ['a\n{{title}', '2:8', 'the braces on this line are not understood'],
    ['{{! a }}\n a {{t title}}}\n', '2:13', 'the braces on this line are not understood'],
    ['{{#if draft}}{{/each}}', '1:14', '"each" is closed here, and "if" of line 1 is still open'],
    ['{{#if}}\n a{{/each}} b\n{{t title}}', '2:3', '"each" is closed here, and "if" of line 1 is still open'],
    ['a\n{{#each a}}\n {{~/if~}}\n{{t title}}', '3:2', '"if" is closed here, and "each" of line 2 is still open'],
    ['{{{{if}}}}\n{{{{/of}}}}{{t title}}', '2:1', '"of" is closed here, and "if" of line 1 is still open'],
    ['a\n b {{/if}} c', '2:4', 'a block is closed here that was not opened'],
    ['a\n b {{else}} c', '2:4', 'this stands once in a block such as {{#if}}, and nowhere else'],
    ['{{#if draft}}\n{{else}}{{else}}{{/if}}', '2:9', 'this stands once in a block such as {{#if}}, and nowhere else'],
    ['a {{if draft}}', '1:3', '"if" opens a block: it is written {{#if …}} and closed by {{/if}}'],
    ['a\n {{t (with title)}}', '2:6', '"with" opens a block: it is written {{#with …}} and closed by {{/with}}'],
    ['a\n {{#if}}b{{/if}}', '2:2', '"if" takes one value, and has 0 here'],
    ['a {{#if draft}}b{{else}} {{#each a b}}{{/each}}{{/if}}', '1:26', '"each" takes one value, and has 2 here'],
    ['a {{lookup}}', '1:3', '"lookup" takes two values, and has 0 here'],
    ['a {{* b}}', '1:3', 'tags with "*" do nothing here'],
    ['{{#*inline "b"}}{{/inline}}', '1:1', 'tags with "*" do nothing here'],
    ['a\n\0b', '2:1', 'it is not in UTF-8, or a letter was lost here'],
    ['Caf\uFFFD', '1:4', 'it is not in UTF-8, or a letter was lost here'],
    ['a {{log title}}', '1:3', 'there is no helper "log"'],
    ['a {{helperMissing}}', '1:5', 'nothing is called "helperMissing" here'],
    ['a {{#blockHelperMissing}}{{/blockHelperMissing}}', '1:6', 'nothing is called "blockHelperMissing" here'],
    ['a\n {{> nowhere}}', '2:2', 'there is no partial "nowhere"'],
    ['{{> (lookup this "title")}}', '1:1', 'the name of a partial is written plainly'],
    ['a\n  {{shout title}}', '2:3', 'there is no helper "shout"'],
    ['a\n  {{titel}}', '2:5', 'nothing is called "titel" here'],
    ['a\n  {{t titel}}', '2:3', '{{t}} is given something that does not exist'],
    ['a\n {{t}}', '2:2', '{{t}} needs a text'],
    ['{{t "updated" when=draft}}', '1:1', 'the slot "when" of {{t}} needs a text or a number'],
    ['{{longDate "2026-02-30"}}', '1:1', '"2026-02-30" is not a date'],
    ['{{field "sheet"}}', '1:1', 'there is no field "sheet"'],
  ])('%j', (template, at, problem) => {
    expect(problems(template)).toEqual(broken(`templates/standard.hbs:${at}`, problem))
  })

  test.each([
    ['a\n {{#if ../title}}{{/if}}', '2:8'],
    ['{{#each sections}}{{#if ../title}}{{t ../../title}}{{/if}}{{/each}}', '1:39'],
    ['{{> opening ../title}}', '1:13'],
    ['{{lookup ../title "a"}}', '1:10'],
  ])('%j goes up where nothing is', (template, at) => {
    expect(problems(template)).toEqual(broken(`templates/standard.hbs:${at}`, 'it goes further up with ../ than there is anything')) // prettier-ignore
  })

  test('a fault in a partial is placed in the partial', () => {
    const partial = 'templates/partials/opening.hbs'
    const at = (text: string) => problems('a\n\n{{> opening}}', { [partial]: text })
    expect(at('x\n {{titel}}')).toEqual(broken(`${partial}:2:4`, 'nothing is called "titel" here'))
    expect(at('x\n {{stamp "x"}}')).toEqual(broken(`${partial}:2:2`, '"x" is not a date'))
    expect(at('x\n {{#if}}')).toEqual(broken(`${partial}:2:2`, '"if" is opened here and never closed'))
    expect(at('x\n {{shout 1}}')).toEqual(broken(`${partial}:2:2`, 'there is no helper "shout"'))
  })

  const deep = (open: string, close: string): string => open.repeat(20_000) + close.repeat(20_000)
  test('blocks 20,000 deep, at the first that is too deep, and soon', () => {
    const words = 'blocks or brackets stand more than 100 deep within each other'
    const partial = 'templates/partials/opening.hbs'
    const work = (): void => {
      expect(problems(`<leaflet>\n${deep('{{#if draft}}', '{{/if}}')}`)).toEqual(
        broken('templates/standard.hbs:2:1301', words),
      )
      expect(problems('{{> opening}}', { [partial]: deep('{{#if draft}}', '') })).toEqual(
        broken(`${partial}:1:1301`, words),
      )
    }
    expect(processorTime(work)).toBeLessThan(2)
  })

  test.each([
    ['<box>', '</box>'],
    ['<p><b>', '</b></p>'],
    ['<box>', ''],
  ])('elements 20,000 deep: %s', (open, close) => {
    expect(problems(inLeaflet(deep(open, close)))).toEqual(['error[template-markup] templates/standard.hbs:1:1 The template gives markup that Doorstep does not know: its elements stand more than 100 deep within each other']) // prettier-ignore
  })

  test('a template reaches nothing but what it is shown', () => {
    expect(dump('<p>{{language.constructor}}{{language.toString}}</p>')).toEqual(['  P ""'])
  })

  test('a partial that no leaflet reaches is checked too', () => {
    expect(problems(inLeaflet(''), { 'templates/partials/furniture.hbs': '{{> lost}}' })).toEqual(
      broken('templates/partials/furniture.hbs:1:1', 'there is no partial "lost"'),
    )
  })
})

describe('markup of templates', () => {
  test('each element becomes its block', () => {
    const html = [
      '<organisation>O</organisation><h1>A</h1><p>B</p><p class="lead">C</p><p class="draft">D</p><p class="small">E</p>',
      '<ul> <li>F</li> <li>G</li> </ul><h2>H</h2><h3>I</h3><row picture="law">J</row>',
      '<words><word><term>K</term><meaning>L</meaning></word></words><box><h2>M</h2><p>N</p><ul><li>O</li></ul></box>',
    ]
    expect(dump(html.join('\n'))).toEqual([
      '  P "O"',
      '  H1 "A"',
      '  P "B"',
      '  P "C"',
      '  P "D"',
      '  P "E"',
      '  L',
      '    LI',
      '      Lbl "•"',
      '      LBody "F"',
      '    LI',
      '      Lbl "•"',
      '      LBody "G"',
      '  H2 "H"',
      '  H3 "I"',
      '  Div',
      '    Figure alt="An official paper with a seal"',
      '    P "J"',
      '  L',
      '    LI',
      '      Lbl "K"',
      '      LBody "L"',
      '  Div',
      '    H2 "M"',
      '    P "N"',
      '    L',
      '      LI',
      '        Lbl "•"',
      '        LBody "O"',
    ])
  })

  test('white space within a line is folded, at its ends dropped; typographic spaces stay', () => {
    expect(dump('<p>\n  a\n  <b> b</b> \n c\u00A0\u202Fd  </p>')).toEqual(['  P "a *b* c\u00A0\u202Fd"'])
    expect(dump('<p><span lang="tr">\n a </span> </p>')).toEqual(['  P "[tr:a]"'])
  })

  test('bold, language and links are marked', () => {
    expect(dump('<p>a <b>b</b> <span lang="tr">c</span> <a href="https://x.example">d</a></p>')).toEqual([
      '  P "a *b* [tr:c] <d https://x.example>"',
    ])
  })

  test('a message cannot break the structure', () => {
    const shelf = changedShelf(diskShelf, {
      'templates/standard.hbs': inLeaflet('<p>{{t "leaflet:whole"}}</p>'),
      'locales/en/leaflet.json': JSON.stringify({ whole: '</p><h1>&lt;x&gt;' }),
    })
    const composed = composeNotice(
      { service: 'whole', format: 'standard', issueDate: '2026-11-23' },
      openShop('en', shelf),
    )
    expect(composed.findings.filter((f) => f.severity === 'error').map((f) => f.code)).toEqual(['markup-broken'])
    expect(composed.document?.blocks).toHaveLength(1)
  })

  test('a value of the workspace is text, never markup', () => {
    const doorstep = (diskShelf.read('doorstep.json') ?? '').replace('Hackney Council', '<b>A & B</b>')
    const shelf = changedShelf(diskShelf, {
      'doorstep.json': doorstep,
      'templates/standard.hbs': inLeaflet('<p>{{organisation}}</p>'),
    })
    const { document } = composeNotice(
      { service: 'whole', format: 'standard', issueDate: '2026-11-23' },
      openShop('en', shelf),
    )
    expect(document && dumpDocument(document).split('\n')[1]).toBe('  P "<b>A & B</b>"')
  })

  const refused = (problem: string) => [
    `error[template-markup] templates/standard.hbs:1:1 The template gives markup that Doorstep does not know: ${problem}`,
  ]
  test.each([
    ['<table></table>', '<table>'],
    ['<p style="x">a</p>', '<p style>'],
    ['<p class="big">a</p>', '<p class="big">'],
    ['<ul><p>a</p></ul>', '<p> within <ul>'],
    ['<p><em>a</em></p>', '<em> within a line of text'],
    ['<p><span lang="en_GB">a</span></p>', '<span lang="en_GB">, which is no BCP 47 language tag'],
    [
      '<p><a href="javascript:go()">a</a></p>',
      '<a href="javascript:go()">, which is no web address, e-mail address or phone number',
    ],
    [
      '<p><a href="privacy.html">a</a></p>',
      '<a href="privacy.html">, which is no web address, e-mail address or phone number',
    ],
    ['<p><a href="">a</a></p>', '<a href="">, which is no web address, e-mail address or phone number'],
    ['<p><span lang="">a</span></p>', '<span lang="">, which is no BCP 47 language tag'],
    ['<p><m n="9"/></p>', '<m> that no {{t}} has made'],
    ['loose words', 'the words "loose words" in <leaflet>, outside a paragraph'],
    ['<box><row picture="law">a</row></box>', '<row> within <box>'],
    ['<words><word><term>a</term></word></words>', '<word> without exactly <term> and <meaning>'],
    ['<foot class="x">a</foot>', '<foot class>'],
    ['<folio>2</folio>', 'none or several <folio>; each page has one'],
    ['<p>a', '<p> is not closed'],
    ['</p>', '</p> closes nothing'],
  ])('%s is refused', (inner, problem) => {
    expect(problems(inLeaflet(inner))).toEqual(refused(problem))
  })

  test('a leaflet is one <leaflet>', () => {
    expect(problems('<page></page>')).toEqual(refused('<page> as the whole'))
    expect(problems('')).toEqual(refused('it has no element'))
    expect(problems(inLeaflet('<p>a</p>').replace(/lang="[^"]*"/, 'lang="en-"'))).toEqual(
      refused('<leaflet lang="en-">, which is no BCP 47 language tag'),
    )
    expect(problems('<!DOCTYPE x><leaflet lang="en"></leaflet>')).toEqual(refused('it has a <!DOCTYPE>'))
  })

  test('a key that the English does not have is placed where it is named', () => {
    expect(problems(inLeaflet('\n<p>{{t "leaflet:nope"}}</p>'))).toEqual([
      'error[key-unknown] templates/standard.hbs:2:4 The English has no text for "leaflet:nope"',
    ])
  })

  test('a picture of the template that nobody knows is placed in the template', () => {
    const shelf = changedShelf(diskShelf, { 'templates/standard.hbs': inLeaflet('<row picture="nope">x</row>') })
    const shop = openShop('en', shelf, () => ({ findings: [] }))
    const { findings } = composeNotice({ service: 'whole', format: 'standard', issueDate: '2026-11-23' }, shop)
    expect(findings.filter((f) => f.severity === 'error').map(short)).toEqual([
      'error[picture-unknown] templates/standard.hbs:1:1 There is no picture "nope"',
      'error[key-unknown] templates/standard.hbs:1:1 The English has no text for "pictures:nope"',
    ])
  })
})
