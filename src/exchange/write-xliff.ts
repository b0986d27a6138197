import { namespaceOf, type State } from '../locale/index.js'
import { hintText } from './glossary.js'
import { tokensOf, type Token } from './inline.js'
import { stampOf } from './stamp.js'
import type { OutFile, OutUnit } from './unit.js'
import { unitNotes } from './unit-notes.js'
import { xmlEmpty, xmlTag, xmlText } from './xml-write.js'

/**
 * XLIFF 2.1: one `<file>` for each file of messages. What only Doorstep needs stands as metadata (`mda`), which tools
 * hand back as they got it; what a translator needs stands in notes.
 */
export function writeXliff({ source, target, units }: OutFile): string {
  const byFile = new Map<string, OutUnit[]>()
  for (const unit of units) {
    const namespace = namespaceOf(unit.key)
    byFile.set(namespace, [...(byFile.get(namespace) ?? []), unit])
  }
  const files = [...byFile].map(([namespace, own], i) => {
    const head = xmlTag('file', {
      id: `f${i + 1}`,
      original: `locales/${target.tag}/${namespace}.json`,
      canResegment: 'no',
      trgDir: target.direction === 'rtl' ? 'rtl' : undefined,
    })
    const limits = own.some((u) => u.limit !== undefined)
      ? [`    ${xmlEmpty('slr:profiles', { generalProfile: 'xliff:codepoints' })}`]
      : []
    return [`  ${head}`, ...limits, ...own.map(unitText), '  </file>'].join('\n')
  })
  const root = xmlTag('xliff', {
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    'xmlns:mda': 'urn:oasis:names:tc:xliff:metadata:2.0',
    'xmlns:slr': 'urn:oasis:names:tc:xliff:sizerestriction:2.0',
    version: '2.1',
    srcLang: source,
    trgLang: target.tag,
  })
  return ['<?xml version="1.0" encoding="UTF-8"?>', root, ...files, '</xliff>', ''].join('\n')
}

function unitText(unit: OutUnit): string {
  const { key, english, translation, state, limit } = unit
  const head = xmlTag('unit', {
    id: unitId(key),
    name: key,
    translate: state === 'approved' ? 'no' : undefined,
    'slr:sizeRestriction': limit === undefined ? undefined : String(limit),
  })
  const codes = new Codes()
  const source = codes.write(tokensOf(english))
  const target = translation === undefined ? undefined : codes.write(tokensOf(translation))
  return [
    `    ${head}`,
    '      <mda:metadata>',
    `        <mda:metaGroup category="doorstep">`,
    `          <mda:meta type="stamp">${stampOf(unit)}</mda:meta>`,
    '        </mda:metaGroup>',
    '      </mda:metadata>',
    ...notesOf(unit),
    ...codes.data(),
    `      ${xmlTag('segment', stateWords[state])}`,
    `        <source xml:space="preserve">${source}</source>`,
    ...(target === undefined ? [] : [`        <target xml:space="preserve">${target}</target>`]),
    '      </segment>',
    '    </unit>',
  ].join('\n')
}

/** XLIFF knows four states; a text of an older English is "initial" again, and says why. */
const stateWords: Readonly<Record<State, { readonly state: string; readonly subState?: string }>> = {
  missing: { state: 'initial' },
  'needs-editing': { state: 'initial', subState: 'doorstep:needs-editing' },
  draft: { state: 'translated' },
  reviewed: { state: 'reviewed' },
  approved: { state: 'final' },
}

/** Ids are name tokens of XML; a key may be anything, and stands as it is in `name`. */
const unitId = (key: string): string =>
  key.replace(
    /[^\w.:\-\u00C0-\u00D6\u00D8-\u00F6\u0370-\u037D\u0400-\u052F]/gu,
    (c) => `_${c.codePointAt(0)!.toString(16)}_`,
  )

function notesOf(unit: OutUnit): string[] {
  const notes = unitNotes(unit).map(
    ({ category, text, about }) => xmlTag('note', { category, appliesTo: about }) + `${xmlText(text)}</note>`,
  )
  const terms = unit.terms.map(
    (hint) => `${xmlTag('note', { category: 'glossary', appliesTo: 'target' })}${xmlText(hintText(hint))}</note>`,
  )
  const all = [...notes, ...terms]
  return all.length === 0 ? [] : ['      <notes>', ...all.map((note) => `        ${note}`), '      </notes>']
}

interface Code {
  readonly id: string
  readonly raw: string
}

/** The codes of a unit: what is the same in English and translation has the same id, so that tools can pair them. */
class Codes {
  readonly #data = new Map<string, string>()
  /** Of the English, those that the translation has not used yet. */
  #free: Code[] = []
  #last = 0

  write(tokens: readonly Token[]): string {
    const before = this.#free
    const own: Code[] = []
    const ids = new Map<number, string>()
    const idFor = (raw: string): string => {
      const at = before.findIndex((code) => code.raw === raw)
      const id = at < 0 ? String(++this.#last) : before.splice(at, 1)[0]!.id
      own.push({ id, raw })
      return id
    }
    const closing = new Map(tokens.flatMap((t) => (t.kind === 'close' ? [[t.pair, t.raw] as const] : [])))
    const text = tokens.map((token) => {
      switch (token.kind) {
        case 'text':
          return xmlText(token.text)
        case 'code':
          return this.#placeholder(token.raw, idFor(token.raw))
        case 'open':
          ids.set(token.pair, idFor(token.raw))
          return this.#pair(token.raw, closing.get(token.pair) ?? '', ids.get(token.pair)!)
        case 'close':
          return '</pc>'
      }
    })
    this.#free = own
    return text.join('')
  }

  #placeholder(raw: string, id: string): string {
    const slot = raw.startsWith('{{')
    return xmlEmpty('ph', { id, dataRef: this.#refTo(raw), disp: raw, canDelete: slot ? 'no' : undefined })
  }

  #pair(open: string, close: string, id: string): string {
    const name = /\w+/.exec(open)?.[0] ?? ''
    return xmlTag('pc', {
      id,
      dataRefStart: this.#refTo(open),
      dataRefEnd: this.#refTo(close),
      type: name === 'strong' ? 'fmt' : 'other',
      subType: name === 'strong' ? 'xlf:b' : `doorstep:${name}`,
      dispStart: open,
      dispEnd: close,
    })
  }

  #refTo(raw: string): string {
    const known = this.#data.get(raw) ?? `d${this.#data.size + 1}`
    this.#data.set(raw, known)
    return known
  }

  /** What the codes stand for. */
  data(): string[] {
    if (this.#data.size === 0) return []
    const lines = [...this.#data].map(([raw, id]) => `        ${xmlTag('data', { id })}${xmlText(raw)}</data>`)
    return ['      <originalData>', ...lines, '      </originalData>']
  }
}
