import { finding } from '../report/index.js'
import type { Dialect } from './inline-reader.js'
import { languageOfPath } from './language-problem.js'
import { readStamp } from './stamp.js'
import type { HomeFile, HomeUnit } from './unit.js'
import { keyAmong, readTexts, unitsIn, type XliffFile } from './xliff-file.js'
import { childrenOf, isElement, textOf, type XmlElement } from './xml-tree.js'

const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0'

/** XLIFF 2.0 and 2.1, as Doorstep writes it and as tools hand it back: in more segments, with marks and other ids. */
export function readXliff2(file: XliffFile): HomeFile {
  const { root, findings } = file
  const units = unitsIn(root, 'unit', ['file', 'group']).map((unit) => readUnit(file, unit))
  const [source, target] = [root.attributes.get('srcLang'), root.attributes.get('trgLang')]
  return {
    format: 'xliff',
    place: file.place(root.at),
    ...(source === undefined ? {} : { source }),
    ...(target === undefined ? {} : { target }),
    ...languageOfPath(childrenOf(root, 'file')[0]?.attributes.get('original')),
    units,
    findings,
  }
}

function readUnit(file: XliffFile, unit: XmlElement): HomeUnit {
  const key = keyAmong(unit.attributes.get('name'), unit.attributes.get('id'))
  const parts = childrenOf(unit).filter((c) => c.name === 'segment' || c.name === 'ignorable')
  const dialect = dialectOf(unit)
  const inSources = parts.flatMap((p) => childrenOf(p, 'source'))
  // Between sentences stands the same in both languages, unless the tool says otherwise.
  const targets = inOrder(parts.flatMap((p) => childrenOf(p, 'target').slice(0, 1)))
  const segments = parts.filter((p) => p.name === 'segment')
  const open = segments.filter((s) => childrenOf(s, 'target').length === 0 && textOf(s).trim() !== '')
  if (targets.length > 0 && open.length > 0 && open.length < segments.length) {
    const problem = 'only some of its segments are translated'
    file.findings.push(finding('exchange-broken', { ...file.place(open[0]!.at), key }, { problem }))
  }
  const gaps =
    open.length === segments.length
      ? []
      : parts.filter((p) => p.name === 'ignorable' && childrenOf(p, 'target').length === 0)
  const translated =
    gaps.length === 0 ? targets : parts.flatMap((p) => childrenOf(p, gaps.includes(p) ? 'source' : 'target'))
  const stamp = readStamp(stampIn(unit))
  const said = saidOf(segments)
  return {
    key,
    place: { ...file.place(unit.at), key },
    ...readTexts(file, key, {
      sources: inSources.map((element) => ({ element, dialect })),
      targets: translated.map((element) => ({ element, dialect })),
      at: unit.at,
    }),
    ...(stamp ? { stamp } : {}),
    ...(said ? { said } : {}),
  }
}

/** Translations of segments may stand in another order than the English (`order`). */
function inOrder(targets: readonly XmlElement[]): XmlElement[] {
  const place = (target: XmlElement, i: number): number => Number(target.attributes.get('order') ?? i + 1)
  return targets
    .map((target, i) => ({ target, at: place(target, i) }))
    .sort((a, b) => a.at - b.at)
    .map((t) => t.target)
}

/** The least that is said of any segment. */
function saidOf(segments: readonly XmlElement[]): HomeUnit['said'] {
  const states = segments.map((s) => s.attributes.get('state') ?? 'initial')
  if (states.length === 0 || states.includes('initial')) return undefined
  return states.every((state) => state === 'reviewed' || state === 'final') ? 'reviewed' : 'translated'
}

function stampIn(unit: XmlElement): string | undefined {
  const groups = childrenOf(unit, 'metadata')
    .filter((m) => m.uri === METADATA)
    .flatMap((m) => childrenOf(m, 'metaGroup'))
  const own = groups.filter((g) => g.attributes.get('category') === 'doorstep').flatMap((g) => childrenOf(g, 'meta'))
  const meta = own.find((m) => m.attributes.get('type') === 'stamp')
  return meta && textOf(meta)
}

function dialectOf(unit: XmlElement): Dialect {
  const data = new Map<string, string>()
  for (const originals of childrenOf(unit, 'originalData'))
    for (const item of childrenOf(originals, 'data')) data.set(item.attributes.get('id') ?? '', dataText(item))
  /** Codes seen so far, by id: a translation may name those of the English and say no more of them. */
  const seen = new Map<string, { before?: string; after?: string }>()
  return (element) => {
    const get = (name: string): string | undefined => element.attributes.get(name)
    const known = seen.get(get('id') ?? '') ?? seen.get(get('copyOf') ?? '') ?? {}
    const raw = (ref: string, shown: string): string | undefined => data.get(get(ref) ?? '') ?? get(shown)
    switch (element.name) {
      case 'mrk':
        return 'inside'
      case 'sm':
      case 'em':
        return 'nothing'
      case 'cp':
        return { before: letter(get('hex')) }
      case 'ph':
      case 'sc':
      case 'ec': {
        const before = raw('dataRef', 'disp') ?? known.before
        if (before === undefined) return { problem: NO_DATA }
        if (get('id') !== undefined) seen.set(get('id')!, { before })
        return { before }
      }
      case 'pc': {
        const before = raw('dataRefStart', 'dispStart') ?? known.before
        const after = raw('dataRefEnd', 'dispEnd') ?? known.after
        if (before === undefined || after === undefined) return { problem: NO_DATA }
        seen.set(get('id') ?? '', { before, after })
        return { before, after }
      }
      default:
        return { problem: `<${element.name}> stands in a text; Doorstep does not know it` }
    }
  }
}
const NO_DATA = 'a code has lost its original data, so that nobody can tell what it stood for'

const dataText = (data: XmlElement): string =>
  data.children.map((c) => (isElement(c) ? letter(c.attributes.get('hex')) : c.text)).join('')

function letter(hex: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16)
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
}
