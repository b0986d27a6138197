import type { Dialect } from './inline-reader.js'
import { tokensOf } from './inline.js'
import { languageOfPath } from './language-problem.js'
import type { HomeFile, HomeUnit } from './unit.js'
import { keyAmong, readTexts, unitsIn, type XliffFile } from './xliff-file.js'
import { childrenOf, isElement, textOf, type XmlElement } from './xml-tree.js'

/** XLIFF 1.2, which many tools still write. It is read only; Doorstep writes 2.1. */
export function readXliff1(file: XliffFile): HomeFile {
  const { root, findings } = file
  const files = childrenOf(root, 'file')
  const languages = (name: string): string | undefined =>
    files.map((f) => f.attributes.get(name)).find((l) => l !== undefined)
  const [source, target] = [languages('source-language'), languages('target-language')]
  // Files of several languages in one: the first that differs is the one to complain about.
  const odd = files.find((f) => target !== undefined && (f.attributes.get('target-language') ?? target) !== target)
  const wrong = odd?.attributes.get('target-language')
  return {
    format: 'xliff',
    place: file.place((odd ?? files[0] ?? root).at),
    ...(source === undefined ? {} : { source }),
    ...(target === undefined ? {} : { target: wrong ?? target }),
    ...languageOfPath(files[0]?.attributes.get('original')),
    units: files.flatMap((f) => unitsIn(f, 'trans-unit', ['body', 'group'])).map((unit) => readUnit(file, unit)),
    findings,
  }
}

function readUnit(file: XliffFile, unit: XmlElement): HomeUnit {
  const get = (name: string): string | undefined => unit.attributes.get(name)
  const key = keyAmong(get('id'), get('resname'))
  const [source, target] = ['source', 'target'].map((name) => childrenOf(unit, name)[0])
  const dialect = dialectOf(source, file.english(key))
  const part = (element: XmlElement | undefined) => (element ? [{ element, dialect }] : [])
  const said = saidOf(target?.attributes.get('state'), get('approved'))
  return {
    key,
    place: { ...file.place(unit.at), key },
    ...readTexts(file, key, { sources: part(source), targets: part(target), at: unit.at }),
    ...(said ? { said } : {}),
  }
}

function saidOf(state: string | undefined, approved: string | undefined): HomeUnit['said'] {
  if (approved === 'yes' || state === 'final' || state === 'signed-off') return 'reviewed'
  return state === 'translated' || state?.startsWith('needs-review') ? 'translated' : undefined
}

/**
 * Codes of 1.2 either hold what they stand for (bpt, ept, ph, it) or leave it in a skeleton that only their tool has
 * (g, x, bx, ex). The latter are those of the English, in the same order, and keep their ids in the translation.
 */
function dialectOf(source: XmlElement | undefined, english: string | undefined): Dialect {
  const known = source && english !== undefined ? codesById(source, english) : new Map<string, Pair>()
  return (element) => {
    const own = known.get(idOf(element))
    switch (element.name) {
      case 'mrk':
        return 'inside'
      case 'bpt':
      case 'ept':
      case 'ph':
      case 'it':
        if (childrenOf(element).length > 0) return { problem: `a <${element.name}> holds text of its own, in <sub>` }
        if (element.children.length > 0) return { before: textOf(element) }
        return own ? { before: own.before } : { problem: NOT_THOSE }
      case 'x':
      case 'bx':
      case 'ex': {
        const before = own?.before ?? element.attributes.get('equiv-text')
        return before === undefined ? { problem: NOT_THOSE } : { before }
      }
      case 'g':
        return own?.after === undefined ? { problem: NOT_THOSE } : { before: own.before, after: own.after }
      default:
        return { problem: `<${element.name}> stands in a text; Doorstep does not know it` }
    }
  }
}
const NOT_THOSE = 'a code is none of those that the English has'

interface Pair {
  readonly before: string
  readonly after?: string
}
/** An <ex> may have the id of its <bx>. */
const idOf = (element: XmlElement): string => `${element.name === 'ex' ? '/' : ''}${element.attributes.get('id') ?? ''}`

/** The codes of a source, matched one by one with those of the English; none if the two do not go together. */
function codesById(source: XmlElement, english: string): Map<string, Pair> {
  const tokens = tokensOf(english).filter((t) => t.kind !== 'text')
  const codes = new Map<string, Pair>()
  let next = 0
  const walk = (parent: XmlElement): boolean =>
    parent.children.filter(isElement).every((child) => {
      if (child.name === 'mrk') return walk(child)
      const before = tokens[next++]
      if (child.name !== 'g') {
        if (before) codes.set(idOf(child), { before: before.raw })
        return true
      }
      const inside = walk(child)
      const after = tokens[next++]
      if (before?.kind !== 'open' || after?.kind !== 'close' || after.pair !== before.pair) return false
      codes.set(idOf(child), { before: before.raw, after: after.raw })
      return inside
    })
  return walk(source) && next === tokens.length ? codes : new Map<string, Pair>()
}
