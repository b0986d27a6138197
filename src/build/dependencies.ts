import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fingerprint, GLOSSARY_FILE } from '../locale/index.js'
import type { Finding } from '../report/index.js'
import type { Counter } from './counter.js'
import { BACK_ROOM } from './notebook.js'
import { putInPlace } from './put-in-place.js'
import { readText } from './read-file.js'
import { parseRecord } from './record.js'
import { sha256, type SeenByPath, type SeenFiles } from './seen.js'
import { hashed, listed } from './write-file.js'

/** Which texts each leaflet asks for, and what the texts of each file were: so that one sentence touches few leaflets. */
export interface Dependencies {
  /** By leaflet. */
  readonly asked: ReadonlyMap<string, Asked>
  /** `locales/tr/leaflet.json` → key → fingerprint; entries of review.json and history.json too. */
  readonly files: ReadonlyMap<string, ReadonlyMap<string, string>>
}
/** Keys that a leaflet asks for. */
export interface Asked {
  /** In its own language, in order. */
  readonly own: readonly string[]
  /** In the source, for staff. */
  readonly foreign: readonly string[]
  /** Those of its own that are content, and not approved. */
  readonly drafts: readonly string[]
}
export const noDependencies: Dependencies = { asked: new Map(), files: new Map() }

const NAME = 'texts.json'

interface Stored {
  readonly lists: readonly (readonly string[])[]
  readonly asked: Readonly<Record<string, readonly [own: number, foreign: number, drafts: number]>>
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** `print`: SHA-256 of the file that is meant; none of any other, nor of one that somebody changed. */
export function readDependencies(out: string, print: string | undefined): Dependencies {
  try {
    const text = readText(join(out, BACK_ROOM, NAME))
    if (sha256(text) !== print) return noDependencies
    const stored = parseRecord(text) as Stored
    const list = (n: number): readonly string[] => stored.lists[n]!
    return {
      asked: new Map(Object.entries(stored.asked).map(([id, [own, foreign, drafts]]) => [id, { own: list(own), foreign: list(foreign), drafts: list(drafts) }])), // prettier-ignore
      files: new Map(Object.entries(stored.files).map(([file, keys]) => [file, new Map(Object.entries(keys))])),
    }
  } catch {
    return noDependencies
  }
}

/** What is written: texts of one file after the other. */
interface ToWrite {
  readonly asked: Dependencies['asked']
  readonly files: Iterable<readonly [file: string, texts: ReadonlyMap<string, string>]>
}

/** Gives the SHA-256 of the file; undefined if the disk refuses it: next time everything is looked at. */
export function writeDependencies(out: string, { asked, files }: ToWrite): string | undefined {
  // Leaflets of one notice, service and format ask for the same keys in every language.
  const lists = new Map<string, number>()
  const shelve = (keys: readonly string[]): number => {
    const text = JSON.stringify(keys)
    if (!lists.has(text)) lists.set(text, lists.size)
    return lists.get(text)!
  }
  const numbered = [...asked].map(([id, a]) => [id, [shelve(a.own), shelve(a.foreign), shelve(a.drafts)]] as const)
  const hash = createHash('sha256')
  try {
    putInPlace(join(out, BACK_ROOM, NAME), hashed(lines(), hash))
    return hash.digest('hex')
  } catch {
    return undefined
  }

  function* lines(): Generator<string> {
    yield '{"lists":['
    yield* listed(lists.keys(), ',', (list) => list)
    yield `],"asked":${JSON.stringify(Object.fromEntries(numbered))},"files":{`
    yield* listed(files, ',', ([file, texts]) => `${JSON.stringify(file)}:${JSON.stringify(Object.fromEntries(texts))}`)
    yield '}}'
  }
}

/** What the moved files may have changed. */
export interface Touch {
  /** Anything may be another: a template, a theme, a font, the program. */
  readonly everything: boolean
  /** Languages of which any text may be another. */
  readonly languages: ReadonlySet<string>
  /** Language → keys, without their plural forms, of which something is another. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>
}

const LOCALE_FILE = /^locales\/([^/]+)\/([^/]+)\.json$/
const FORM = /_(?:zero|one|two|few|many|other)$/
/** A key without its plural form: which form a leaflet says may change when another form comes. */
export const family = (key: string): string => key.replace(FORM, '')

/** What may be another since the files in `moved` are. Reads the languages that they belong to. */
export function touchOf(moved: SeenByPath, counter: Counter, before: Dependencies): Touch {
  const languages = new Set<string>()
  const keys = new Map<string, Set<string>>()
  for (const path of moved.keys()) {
    // Languages came or went: no matter for those that are there.
    if (path === 'locales') continue
    const [, tag, name] = LOCALE_FILE.exec(path) ?? []
    const [folder, inside] = path.split('/')
    if (path === GLOSSARY_FILE) return { everything: true, languages, keys }
    if (tag === undefined || name === undefined || name === 'locale' || name === 'waivers') {
      // A folder of a language, whose files came or went, its locale.json, or what is no fault in any text of it.
      if (folder !== 'locales' || inside === undefined) return { everything: true, languages, keys }
      languages.add(inside)
      continue
    }
    const troubled = counter.catalogue(tag).findings.some((f) => f.place.file === path)
    const [old, now] = [before.files.get(path), textsOf(counter.seen, path)]
    if (!old || !now || troubled) languages.add(tag)
    else {
      const changed = keys.get(tag) ?? new Set<string>()
      for (const key of new Set([...old.keys(), ...now.keys()]))
        if (old.get(key) !== now.get(key)) changed.add(family(key))
      keys.set(tag, changed)
    }
  }
  return { everything: languages.has(counter.workspace?.source ?? ''), languages, keys }
}

/** Whether a leaflet of a language may be another, by what it asks for and by where its findings point. */
export function isTouched(
  leaflet: {
    readonly language: string
    readonly asked: Asked | undefined
    readonly findings: readonly Finding[]
  },
  touch: Touch & { readonly source: string; readonly moved: SeenByPath },
): boolean {
  const { language, asked, findings } = leaflet
  if (touch.everything || touch.languages.has(language) || !asked) return true
  const [own, source] = [touch.keys.get(language), touch.keys.get(touch.source)]
  const has = (keys: ReadonlySet<string> | undefined, some: readonly string[]): boolean =>
    keys !== undefined && some.some((key) => keys.has(family(key)))
  if (has(own, asked.own) || has(source, asked.own) || has(source, asked.foreign)) return true
  // The line that a finding shows may be another although the text is not.
  return findings.some((f) => touch.moved.has(f.place.file))
}

/** Fingerprints of the texts of all files of messages, reviews and history that were read; known ones as they are. */
export function* textsOfFiles(seen: SeenFiles, known: Dependencies, moved: SeenByPath): ToWrite['files'] {
  const read = [...seen.all].filter(([path, { kind }]) => kind === 'file' && LOCALE_FILE.test(path))
  for (const path of new Set([...known.files.keys(), ...read.map(([p]) => p)])) {
    if (path.endsWith('/locale.json')) continue
    const texts = (moved.has(path) ? undefined : known.files.get(path)) ?? textsOf(seen, path)
    if (texts) yield [path, texts]
  }
}

/** Undefined of what is no JSON, or is no longer what was read. */
function textsOf(seen: SeenFiles, path: string): Map<string, string> | undefined {
  const [, , name = ''] = LOCALE_FILE.exec(path) ?? []
  const texts = new Map<string, string>()
  const flat = name === 'review' || name === 'history'
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [part, child] of Object.entries(value))
        collect(child, key === '' ? `${name}:${part}` : `${key}.${part}`)
    else texts.set(key, fingerprint(typeof value === 'string' ? value : JSON.stringify(value)))
  }
  try {
    const text = readText(join(seen.folder, path))
    if (sha256(text) !== seen.all.get(path)?.sha256) return undefined
    const json = JSON.parse(text.replace(/^\uFEFF/, '')) as Readonly<Record<string, unknown>>
    if (flat) for (const [key, entry] of Object.entries(json)) texts.set(key, fingerprint(JSON.stringify(entry)))
    else collect(json, '')
    return texts
  } catch {
    return undefined
  }
}
