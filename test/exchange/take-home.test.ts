import { describe, expect, test } from 'vitest'
import { isError } from '../../src/report/index.js'
import type { Bringer } from '../../src/exchange/index.js'
import { fingerprint, type Pair, type Review } from '../../src/locale/index.js'
import { pairOf } from '../locale/shop.js'
import { bring, decode, placed, sent, unitsOf } from './shop.js'

const review = (english: string, turkish: string, state: Review['state']): Review => ({
  source: fingerprint(english),
  text: fingerprint(turkish),
  state,
  by: 'A. Reader',
  date: '2026-12-01',
  note: '',
})
/** One text: what the ledger says of it, and the English and Turkish that it says it of. */
function pairWith(state: Review['state'], made = 'We visit', now = 'Geliyoruz'): Pair {
  const pair = pairOf({ say: 'We visit' }, { say: now })
  const history = new Map([['visit:say', [{ source: fingerprint(made), text: made, date: '2026-12-01' }, { source: fingerprint('We visit'), text: 'We visit', date: '2026-12-02' }]]]) // prettier-ignore
  return {
    source: { ...pair.source, history: made === 'We visit' ? new Map() : history },
    target: { ...pair.target, review: new Map([['visit:say', review(made, now, state)]]) },
  }
}
const DRAFT = pairWith('draft')
const REVIEWED = pairWith('reviewed')
const APPROVED = pairWith('approved')
const STALE = pairWith('reviewed', 'We came')

/** What comes of the file of a pair after some words in it were replaced. */
function home(pair: Pair, edits: Readonly<Record<string, string>>, bringer: Bringer = {}, now = pair) {
  let file = decode(sent('xliff', pair))
  for (const [from, to] of Object.entries(edits)) {
    expect(file.split(from).length).toBe(2)
    file = file.replace(from, () => to)
  }
  const { changes, said, findings } = bring(now, file, bringer)
  return [changes.map((c) => c.after), [...said.values()], findings.map((f) => f.code)]
}
const NEW_TEXT = { Geliyoruz: 'Geliriz' }

describe('states', () => {
  test('a new text is a draft, whatever stood there and whoever brings it', () => {
    expect(home(DRAFT, NEW_TEXT)).toEqual([['Geliriz'], ['draft'], []])
    expect(home(DRAFT, NEW_TEXT, { by: 'B' })).toEqual([['Geliriz'], ['draft'], []])
  })
  test('"reviewed" counts if somebody answers for it', () => {
    const edits = { ...NEW_TEXT, 'state="translated"': 'state="reviewed"' }
    expect(home(DRAFT, edits)).toEqual([['Geliriz'], ['draft'], ['exchange-nobody']])
    expect(home(DRAFT, edits, { by: 'B' })).toEqual([['Geliriz'], ['reviewed'], []])
    expect(home(DRAFT, edits, { by: 'B', state: 'draft' })).toEqual([['Geliriz'], ['draft'], []])
  })
  test('"final" is no more than reviewed: a file approves nothing', () => {
    expect(home(DRAFT, { 'state="translated"': 'state="final"' }, { by: 'B' })).toEqual([[], ['reviewed'], []])
  })
  test('a state that XLIFF does not have makes no text reviewed', () => {
    for (const state of ['done', 'needs-translation', 'Reviewed', '']) {
      const edits = { 'state="translated"': `state="${state}"` }
      expect(home(DRAFT, edits, { by: 'B' })).toEqual([[], [], []])
      expect(home(DRAFT, { ...NEW_TEXT, ...edits }, { by: 'B' })).toEqual([['Geliriz'], ['draft'], []])
    }
  })
  test('a text that was only read is reviewed then', () => {
    expect(home(DRAFT, { 'state="translated"': 'state="reviewed"' }, { by: 'B' })).toEqual([[], ['reviewed'], []])
    expect(home(DRAFT, { 'state="translated"': 'state="reviewed"' })).toEqual([[], [], ['exchange-nobody']])
    expect(home(DRAFT, {}, { by: 'B', state: 'reviewed' })).toEqual([[], ['reviewed'], []])
  })
  test('what went out as reviewed comes home as no news', () => {
    expect(home(REVIEWED, {}, { by: 'B' })).toEqual([[], [], []])
    expect(home(APPROVED, {}, { by: 'B', state: 'reviewed' })).toEqual([[], [], []])
  })
  test('an old translation that still stands is confirmed', () => {
    const edits = { 'state="initial" subState="doorstep:needs-editing"': 'state="translated"' }
    expect(home(STALE, edits)).toEqual([[], ['draft'], []])
    expect(home(STALE, {})).toEqual([[], [], []])
    expect(home(STALE, NEW_TEXT)).toEqual([['Geliriz'], ['draft'], []])
  })
  test('a text that is fuzzy in PO comes home and still needs editing', () => {
    const file = decode(sent('po', STALE)).replace('Geliyoruz', 'Geliriz')
    expect(file).toContain('#, fuzzy')
    const { changes, said } = bring(STALE, file)
    expect([changes.map((c) => c.after), said.size]).toEqual([['Geliriz'], 0])
    const done = bring(STALE, file.replace('#, fuzzy\n', ''))
    expect([...done.said]).toEqual([['visit:say', 'draft']])
  })
})

describe('only what the translator did counts', () => {
  const here = pairWith('draft', 'We visit', 'Uğrarız')
  test('a text that was changed here only stays as it is here', () => {
    expect(home(DRAFT, {}, {}, here)).toEqual([[], [], []])
    expect(home(DRAFT, {}, { by: 'B', state: 'reviewed' }, here)).toEqual([[], [], []])
  })
  test('one that was changed in both places is refused', () => {
    expect(home(DRAFT, NEW_TEXT, {}, here)).toEqual([[], [], ['exchange-both-changed']])
  })
  test('unless both changed it to the same', () => {
    expect(home(DRAFT, { Geliyoruz: 'Uğrarız' }, {}, here)).toEqual([[], [], []])
  })
  test('one that was approved is refused, even if the file never knew', () => {
    expect(home(DRAFT, NEW_TEXT, {}, APPROVED)).toEqual([[], [], ['exchange-locked']])
    expect(home(APPROVED, { ...NEW_TEXT, 'translate="no"': '' })).toEqual([[], [], ['exchange-locked']])
  })
  test('a file never takes a text away', () => {
    expect(home(DRAFT, { Geliyoruz: '' })).toEqual([[], [], []])
  })
  test('English that a tool has put into units that nobody translated is no translation', () => {
    const pair = pairOf({ say: 'We visit' }, {})
    expect(home(pair, { '</source>': '</source><target>We visit</target>' })).toEqual([[], [], []])
    const said = { '</source>': '</source><target>We visit</target>', 'state="initial"': 'state="translated"' }
    expect(home(pair, said)).toEqual([[], [], ['text-untranslated']])
  })
})

describe('the English', () => {
  const moved = { source: pairOf({ say: 'We visit you' }, {}).source, target: DRAFT.target }
  test('has moved since: what was translated is refused, what was not is said', () => {
    expect(home(DRAFT, NEW_TEXT, {}, moved)).toEqual([[], [], ['exchange-english-moved']])
    expect(home(DRAFT, {}, { by: 'B', state: 'reviewed' }, moved)).toEqual([[], [], ['exchange-english-moved']])
    expect(home(DRAFT, {}, {}, moved)).toEqual([[], [], ['exchange-english-old']])
  })
  test('has moved in a way that somebody declared cosmetic: what was translated still stands', () => {
    const [first, second] = ['We visit', 'We visit you'].map((text) => ({ source: fingerprint(text), text, date: '2026-12-01' })) // prettier-ignore
    const cosmetic = { by: 'C', date: '2026-12-02', note: '' }
    const history = new Map([['visit:say', [first!, { ...second!, cosmetic }]]])
    const now = { ...moved, source: { ...moved.source, history } }
    expect(home(DRAFT, NEW_TEXT, {}, now)).toEqual([['Geliriz'], ['draft'], []])
    expect(home(DRAFT, {}, {}, now)).toEqual([[], [], []])
  })
  test('is known to have moved from its history, if the tool has dropped the stamp', () => {
    const file = `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="en" target-language="tr"><body><trans-unit id="visit:say"><source>We came</source><target>Geldik</target></trans-unit></body></file></xliff>`
    const at = `1:${file.indexOf('We came') + 1}`
    expect(placed(bring(STALE, file).findings)).toEqual([`exchange-english-moved ${at}`])
    expect(placed(bring(DRAFT, file).findings)).toEqual([`exchange-source-changed ${at}`])
  })
  test('was changed in the file: nobody knows what was translated', () => {
    expect(home(DRAFT, { 'We visit': 'We visit you', ...NEW_TEXT })).toEqual([[], [], ['exchange-source-changed']])
  })
})

describe('each text passes the checks of its language', () => {
  const pair = pairOf(
    { say: 'Call <strong>{{phone}}</strong>', title: 'We visit' },
    { say: 'Ara: {{phone}}', title: 'Geliyoruz' },
  )
  test.each([
    ['a slot is lost', 'Arayın', 'slot-lost 2:13'],
    ['a slot is misspelt', 'Ara: {{telefon}} {{phone}}', 'slot-unknown 2:18'],
    ['a mark is not closed', '{{phone}} <strong>ara', 'markup-broken 2:23'],
    ['a direction mark', 'Ara\u200F {{phone}}', 'bidi-control 2:16'],
    ['nothing but space', '   ', 'message-empty 2:13'],
  ])('%s', (_, text, said) => {
    const file = `msgctxt "visit:say" msgid "Call <strong>{{phone}}</strong>"
    msgstr "${text}"\nmsgctxt "visit:title"\nmsgid "We visit"\nmsgstr "Geliriz"\n`
    const { findings, changes } = bring(pair, file)
    expect(placed(findings.filter(isError))).toEqual([said])
    // The other is sound: whether it may come home alone is not decided here.
    expect(changes.map((c) => c.key)).toEqual(['visit:title'])
  })
  test('in XLIFF the place is that of the letter in the file', () => {
    const units = unitsOf(pair, ['visit:say'], { translation: 'A &amp; B {{phone}}' })
    const file = decode(sent('xliff', pair, units)).replace('B <ph', 'B {{x}} <ph')
    const line = file.split('\n').findIndex((l) => l.includes('{{x}}'))
    const column = file.split('\n')[line]!.indexOf('{{x}}') + 1
    const stampless = file.replace(/<mda:meta type[^]*?<\/mda:meta>/, '')
    expect(placed(bring(pair, stampless).findings.filter(isError))).toEqual([`slot-unknown ${line + 1}:${column}`])
  })
})
