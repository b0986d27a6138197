import { describe, expect, test } from 'vitest'
import type { Pair } from '../../src/locale/index.js'
import { pairOf } from '../locale/shop.js'
import { bring, decode, encode, placed, readBack, sent } from './shop.js'

// As tools write it: other prefixes, attributes in another order, CDATA, comments, their own elements, other segments.
const PAIR: Pair = pairOf(
  {
    call: 'Call <strong>{{phone}}</strong> now',
    two: 'We visit. We come.',
    hard: 'A <term>slot</term> & more',
    law: 'Health &amp; care',
    cut: 'Cut',
  },
  {},
)

describe('XLIFF 2 from a tool', () => {
  const file = (units: string): string => `<?xml version="1.0"?>
<!-- made by a tool --><?tool settings?>
<x:xliff trgLang='tr' srcLang='en' version='2.0' xmlns:x='urn:oasis:names:tc:xliff:document:2.0'
  xmlns:t="urn:tool"><x:file original="a" id="f" t:job="7"><x:skeleton href="a.skl"/><t:info><t:unit id="none"/></t:info>
<x:group id="g"><x:notes><x:note>hello</x:note></x:notes>${units}</x:group></x:file></x:xliff>`
  const text = (units: string): Record<string, string> => {
    const { changes, findings } = bring(PAIR, file(units))
    expect(placed(findings)).toEqual([])
    return Object.fromEntries(changes.map((c) => [c.key, c.after]))
  }

  test('codes that came apart, marks of terms and comments, CDATA', () => {
    const unit = `<x:unit name="visit:call" id="u1"><x:originalData><x:data id="a">&lt;strong&gt;</x:data><x:data id="b">&lt;/strong&gt;</x:data><x:data id="c">{{phone}}</x:data></x:originalData>
      <x:segment id="s1" state="translated"><x:source>Call <x:pc dataRefEnd="b" dataRefStart="a" id="1"><x:ph dataRef="c" id="2"/></x:pc> now</x:source>
      <x:target><x:mrk id="m1" type="term">Ara</x:mrk>: <!-- comment --><x:sc id="1" dataRef="a"/><x:ph id="2" dataRef="c"/><x:ec startRef="1" dataRef="b"/><x:sm id="m2" type="comment" value="ok"/><![CDATA[ & şimdi]]><x:em startRef="m2"/></x:target></x:segment></x:unit>`
    expect(text(unit)).toEqual({ 'visit:call': 'Ara: <strong>{{phone}}</strong> &amp; şimdi' })
  })

  test('codes whose data the tool left to the English', () => {
    const unit = `<x:unit id="visit:call"><x:originalData><x:data id="a">&lt;strong&gt;</x:data><x:data id="b">&lt;/strong&gt;</x:data></x:originalData>
      <x:segment><x:source>Call <x:pc id="1" dataRefStart="a" dataRefEnd="b"><x:ph id="2" disp="{{phone}}"/></x:pc> now</x:source>
      <x:target><x:pc id="1"><x:ph id="2"/></x:pc> ara</x:target></x:segment></x:unit>`
    expect(text(unit)).toEqual({ 'visit:call': '<strong>{{phone}}</strong> ara' })
  })

  test('a unit that was cut into sentences, and the order of the translation', () => {
    const unit = `<x:unit id="visit:two"><x:segment><x:source>We visit.</x:source><x:target order="3">Geliyoruz.</x:target></x:segment>
      <x:ignorable><x:source> </x:source><x:target order="2"> </x:target></x:ignorable>
      <x:segment><x:source>We come.</x:source><x:target order="1">Geliriz.</x:target></x:segment></x:unit>`
    expect(text(unit)).toEqual({ 'visit:two': 'Geliriz. Geliyoruz.' })
  })

  test('what stands between sentences is the same in the translation', () => {
    const unit = `<x:unit id="visit:two"><x:segment><x:source>We visit.</x:source><x:target>A.</x:target></x:segment><x:ignorable><x:source> </x:source></x:ignorable><x:segment><x:source>We come.</x:source><x:target>B.</x:target></x:segment></x:unit>`
    expect(text(unit)).toEqual({ 'visit:two': 'A. B.' })
  })

  test.each([
    [
      'half of it is translated',
      '<x:segment><x:source>We visit.</x:source><x:target>A.</x:target></x:segment><x:ignorable><x:source> </x:source></x:ignorable><x:segment><x:source>We come.</x:source></x:segment>',
    ],
    [
      'an element nobody knows',
      '<x:segment><x:source>We visit. We come.</x:source><x:target><t:b>A</t:b></x:target></x:segment>',
    ],
    [
      'a code without data',
      '<x:segment><x:source>We visit. We come.</x:source><x:target><x:ph id="9"/></x:target></x:segment>',
    ],
  ])('%s: named', (_, inside) => {
    const { changes, findings } = bring(PAIR, file(`<x:unit id="visit:two">${inside}</x:unit>`))
    expect([changes, findings.map((f) => f.code)]).toEqual([[], ['exchange-broken']])
  })
})

describe('XLIFF 1.2 from a tool', () => {
  const file = (units: string): string => `<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:t="urn:tool"><file target-language="tr" source-language="en" original="a" datatype="plaintext"><header><t:x/></header><body><group>${units}</group></body></file></xliff>`
  const text = (units: string): Record<string, string> => {
    const { changes, findings } = bring(PAIR, file(units))
    expect(placed(findings)).toEqual([])
    return Object.fromEntries(changes.map((c) => [c.key, c.after]))
  }

  test('codes that stand for those of the English: g, x, bx, ex', () => {
    const unit = `<trans-unit id="7" resname="visit:call"><source>Call <g id="1"><x id="2"/></g> now</source><seg-source><mrk mtype="seg" mid="1">Call</mrk></seg-source>
      <target state="translated"><mrk mtype="seg" mid="1"><x id="2"/> <g id="1">ara</g></mrk></target><alt-trans><source>Other</source><target>Başka</target></alt-trans></trans-unit>`
    expect(text(unit)).toEqual({ 'visit:call': '{{phone}} <strong>ara</strong>' })
    const split = `<trans-unit id="visit:call"><source>Call <bx id="1"/><x id="2"/><ex id="1"/> now</source><target><bx id="1"/><x id="2"/><ex id="1"/> ara</target></trans-unit>`
    expect(text(split)).toEqual({ 'visit:call': '<strong>{{phone}}</strong> ara' })
  })
  test('codes that hold what they stand for: bpt, ept, ph', () => {
    const unit = `<trans-unit id="visit:call"><source>Call <bpt id="1">&lt;strong&gt;</bpt><ph id="2">{{phone}}</ph><ept id="1">&lt;/strong&gt;</ept> now</source>
      <target><bpt id="1">&lt;strong&gt;</bpt><ph id="2">{{phone}}</ph><ept id="1">&lt;/strong&gt;</ept> ara</target></trans-unit>`
    expect(text(unit)).toEqual({ 'visit:call': '<strong>{{phone}}</strong> ara' })
  })
  test('messages as they are in JSON, from tools that know no codes', () => {
    const unit = `<trans-unit id="visit:law"><source>Health &amp;amp; care</source><target>Sağlık &amp;amp; bakım</target></trans-unit>`
    expect(text(unit)).toEqual({ 'visit:law': 'Sağlık &amp; bakım' })
  })
  test('text as people read it', () => {
    const unit = `<trans-unit id="visit:law"><source>Health &amp; care</source><target>Sağlık &amp; bakım</target></trans-unit>`
    expect(text(unit)).toEqual({ 'visit:law': 'Sağlık &amp; bakım' })
  })
  test.each([
    ['a code that the English has not', '<source>Cut</source><target><g id="3">Kes</g></target>'],
    ['text inside a code', '<source>Cut</source><target><ph id="1"><sub>Kes</sub></ph></target>'],
    ['codes that are not those of the English', '<source><g id="1">Cut</g></source><target><g id="1">Kes</g></target>'],
  ])('%s: named', (_, inside) => {
    const { changes, findings } = bring(PAIR, file(`<trans-unit id="visit:cut">${inside}</trans-unit>`))
    expect(changes).toEqual([])
    expect(new Set(findings.map((f) => f.code))).toEqual(new Set(['exchange-broken']))
  })
  test('two languages in one file: the other is named', () => {
    const two = file('').replace('</xliff>', '<file source-language="en" target-language="pl"><body/></file></xliff>')
    expect(readBack(PAIR, encode(two)).home?.target).toBe('pl')
  })
})

test('PO that msgcat has refolded, with what is obsolete', () => {
  const po = decode(sent('po', PAIR)).replace(
    'msgid "We visit. We come."\nmsgstr ""',
    'msgid ""\n"We visit. "\n"We come."\nmsgstr ""\n"Geliyoruz. "\n"Geliriz \\"hemen\\"."',
  )
  const { changes, findings } = bring(PAIR, `${po}\n#~ msgctxt "visit:gone"\n#~ msgid "Gone"\n#~ msgstr "Gitti"\n`)
  expect([changes.map((c) => [c.key, c.after]), findings]).toEqual([[['visit:two', 'Geliyoruz. Geliriz "hemen".']], []])
})
