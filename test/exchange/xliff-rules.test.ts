import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { childrenOf, isElement, readTree, textOf, type XmlElement } from '../../src/exchange/xml-tree.js'
import { catalogueOf, pairOf } from '../locale/shop.js'
import { decode, sent, unitsOf } from './shop.js'
import { anyName, anyText } from './texts.js'

// The rules of XLIFF 2.1's core schema and its constraints, for the elements that Doorstep writes.
const CORE = 'urn:oasis:names:tc:xliff:document:2.0'
const CHILDREN: Readonly<Record<string, RegExp>> = {
  xliff: /^(file )+$/,
  file: /^(profiles )?(unit )+$/,
  unit: /^(metadata )(notes )?(originalData )?(segment )$/,
  notes: /^(note )+$/,
  originalData: /^(data )+$/,
  segment: /^source (target )?$/,
  source: /^(ph |pc )*$/,
  target: /^(ph |pc )*$/,
  pc: /^(ph |pc )*$/,
}
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  xliff: ['version', 'srcLang', 'trgLang'],
  file: ['id', 'original', 'canResegment', 'trgDir'],
  unit: ['id', 'name', 'translate', 'urn:oasis:names:tc:xliff:sizerestriction:2.0 sizeRestriction'],
  note: ['category', 'appliesTo'],
  data: ['id'],
  segment: ['state', 'subState'],
  source: ['http://www.w3.org/XML/1998/namespace space'],
  target: ['http://www.w3.org/XML/1998/namespace space'],
  ph: ['id', 'dataRef', 'disp', 'canDelete'],
  pc: ['id', 'dataRefStart', 'dataRefEnd', 'type', 'subType', 'dispStart', 'dispEnd'],
}
const NMTOKEN = /^[\w.\-:\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u0400-\u2000]+$/

function problems(xml: string): string[] {
  const { root, problem } = readTree(xml)
  if (!root || problem) return [problem?.words ?? 'no root']
  const found: string[] = []
  const units: string[] = []
  const walk = (element: XmlElement): void => {
    if (element.uri !== CORE) return
    const { name, attributes } = element
    const kids = childrenOf(element)
    const row = kids.map((c) => `${c.name} `).join('')
    if (!(CHILDREN[name] ?? /^$/).test(row)) found.push(`<${name}> holds ${row}`)
    for (const a of attributes.keys())
      if (!a.includes('xmlns') && !ATTRIBUTES[name]?.includes(a)) found.push(`<${name} ${a}>`)
    const id = attributes.get('id')
    if (id !== undefined && !NMTOKEN.test(id)) found.push(`id "${id}"`)
    if (!['source', 'target', 'pc', 'note', 'data'].includes(name) && element.children.some((c) => !isElement(c) && c.text.trim() !== '')) found.push(`text in <${name}>`) // prettier-ignore
    if (name === 'unit') {
      units.push(id ?? '')
      found.push(...unitProblems(element))
    }
    kids.forEach(walk)
  }
  walk(root)
  if (new Set(units).size < units.length) found.push('two units of one id')
  return found
}

function unitProblems(unit: XmlElement): string[] {
  const data = childrenOf(unit, 'originalData')
    .flatMap((o) => childrenOf(o, 'data'))
    .map((d) => d.attributes.get('id'))
  const [segment] = childrenOf(unit, 'segment')
  const codes = (name: string): XmlElement[] => {
    const all = (e: XmlElement): XmlElement[] => childrenOf(e).flatMap((c) => [c, ...all(c)])
    return childrenOf(segment!, name).flatMap(all)
  }
  const found: string[] = []
  for (const part of ['source', 'target']) {
    const ids = codes(part).map((c) => c.attributes.get('id'))
    if (new Set(ids).size < ids.length) found.push(`two codes of one id in <${part}>`)
    for (const code of codes(part))
      for (const [name, ref] of code.attributes)
        if (name.startsWith('dataRef') && !data.includes(ref)) found.push(`${name} to nothing`)
  }
  const state = segment!.attributes.get('state')
  if (childrenOf(segment!, 'target').length === 0 && state !== 'initial') found.push(`no target, and "${state}"`)
  return found
}

test('whatever the texts are, the file keeps the rules of XLIFF 2.1', () => {
  const texts = fc.dictionary(anyName, fc.tuple(anyText, fc.option(anyText)), { minKeys: 1, maxKeys: 5 })
  fc.assert(
    fc.property(texts, (messages) => {
      const of = (part: 0 | 1) => Object.fromEntries(Object.entries(messages).flatMap(([k, m]) => (m[part] === null ? [] : [[k, m[part]]]))) // prettier-ignore
      const pair = { source: catalogueOf('en', of(0)), target: catalogueOf('ar', of(1)) }
      const more = { where: ['A & B'], note: 'x<y', former: 'old', limit: 40, terms: [{ english: 'a', say: ['b'] }] }
      expect(problems(decode(sent('xliff', pair, unitsOf(pair, undefined, more))))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('what is the same in both languages has the same id, and what stands for it is there once', () => {
  const pair = pairOf({ say: 'A <term>b</term> {{c}} {{c}}' }, { say: '{{c}} <term>d</term> <strong>e</strong>' })
  const { root } = readTree(decode(sent('xliff', pair)))
  const all = (e: XmlElement): XmlElement[] => childrenOf(e).flatMap((c) => [c, ...all(c)])
  const ids = (name: string): string[] =>
    all(root!).filter((e) => e.name === name).flatMap(all).map((c) => `${c.name} ${c.attributes.get('id') ?? ''}`) // prettier-ignore
  expect(ids('source')).toEqual(['pc 1', 'ph 2', 'ph 3'])
  expect(ids('target')).toEqual(['ph 2', 'pc 1', 'pc 4'])
  const data = all(root!).filter((e) => e.name === 'data').map(textOf) // prettier-ignore
  expect(data).toEqual(['<term>', '</term>', '{{c}}', '<strong>', '</strong>'])
})

test('a limit is said in XLIFF’s own way, and right to left of the file', () => {
  const pair = { source: catalogueOf('en', { say: 'A' }), target: catalogueOf('ar', {}) }
  const { source, target } = pair
  const rtl = { source, target: { ...target, locale: { ...target.locale, direction: 'rtl' as const } } }
  const xliff = decode(sent('xliff', rtl, unitsOf(rtl, undefined, { limit: 40 })))
  expect(xliff).toContain('trgDir="rtl"')
  expect(xliff).toContain('<slr:profiles generalProfile="xliff:codepoints"/>')
  expect(xliff).toContain('slr:sizeRestriction="40"')
})
