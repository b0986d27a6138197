import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Counter } from '../build/index.js'

type Shelf = Counter['shelf']

/** Everything that leaflets of a workspace are made from. */
export interface Inputs {
  readonly fingerprint: string
  /** Path or name → digest or version; sorted. */
  readonly parts: Readonly<Record<string, string>>
}

/**
 * What a build may read of a workspace folder, with all that is in it: glossary and waivers too. A worker's threads see
 * nothing else of it.
 */
const READ = ['doorstep.json', 'templates', 'locales', 'pictures']
/** Packages beside the program: read when a leaflet needs them. */
const PACKAGES = ['@cantoo/pdf-lib', '@iconify-json/healthicons', 'hyphen', 'openmoji', 'pdf-parse', 'pdfjs-dist']

/** Files of a workspace as they were read, by path. */
export interface Files {
  readonly texts: ReadonlyMap<string, string>
  /** Why what is there could not be read: files and folders. */
  readonly unread: ReadonlyMap<string, string>
}

/** All files of a workspace that a build may read, as its shelf gives them: what is read once stays what it was. */
export function filesOn(shelf: Shelf): Files {
  const texts = new Map<string, string>()
  const unread = new Map<string, string>()
  /** Whether there is such a file. */
  const take = (path: string): boolean => {
    const text = shelf.read(path)
    if (text !== undefined) texts.set(path, text)
    return text !== undefined
  }
  const walk = (path: string): void => {
    // A folder is not asked for its text: why it has none would be noted, or not, by what was asked before.
    const isNamedAsFile = /\.\w+$/.test(path)
    if (isNamedAsFile && take(path)) return
    const file = isNamedAsFile ? shelf.why?.(path) : undefined
    const names = shelf.list(path)
    for (const name of names) walk(`${path}/${name}`)
    const why = names.length > 0 ? undefined : (file ?? shelf.why?.(path))
    if (why !== undefined) unread.set(path, why)
    else if (names.length === 0 && !isNamedAsFile) take(path)
  }
  for (const path of READ) walk(path)
  return { texts, unread }
}

/** The other way round: a shelf that has these files and no others. */
export function shelfOf({ texts, unread }: Files): Shelf {
  const lists = new Map<string, Set<string>>()
  for (const path of [...texts.keys(), ...unread.keys()]) {
    const names = path.split('/')
    for (const [i, name] of names.entries()) {
      const folder = names.slice(0, i).join('/')
      lists.set(folder, (lists.get(folder) ?? new Set()).add(name))
    }
  }
  return {
    read: (path) => texts.get(path),
    list: (path) => [...(lists.get(path) ?? [])].sort(),
    why: (path) => unread.get(path),
  }
}

/**
 * The fingerprint under which hosts agree that they would make the same leaflets: files, font packages, the program, and
 * what Node brings: the tables of ICU and Unicode, and zlib, whose bytes are in the PDF.
 */
export function inputsOf(folder: string, { texts, unread }: Files): Inputs {
  const { icu, unicode, zlib } = process.versions
  // As build/engine.ts has it: a ledger of one architecture is not that of another.
  const parts: Record<string, string> = {}
  for (const [path, text] of texts) parts[path] = digest(text).slice(0, 16)
  for (const [path, why] of unread) parts[path] = `${UNREAD}${why}`
  for (const name of [...PACKAGES, ...fontPackages(texts)]) parts[`npm ${name}`] = versionOf(name, folder)
  parts['Doorstep'] = programDigest()
  parts['Node'] = `ICU ${icu}, Unicode ${unicode}, zlib ${zlib}, ${process.arch}`
  const sorted = Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))
  return { fingerprint: digest(JSON.stringify(sorted)), parts: Object.fromEntries(sorted) }
}

/** What stands in place of a digest. */
const UNREAD = 'cannot be read: '

/** How one part of a worker's workspace is another than that of the build, in words. */
export function howDiffers(name: string, { there, here }: { there: Inputs['parts']; here: Inputs['parts'] }): string {
  const [other, own] = [there[name], here[name]]
  if (!isFile(name)) return `${name} differs: ${other ?? 'none'} there, ${own ?? 'none'} here`
  for (const [part, where] of [
    [other, 'there'],
    [own, 'here'],
  ] as const)
    // prettier-ignore
    if (part?.startsWith(UNREAD)) return `${name} cannot be read ${where}: ${part.slice(UNREAD.length)}`
  if (other === undefined) return `${name} is missing there`
  return own === undefined ? `${name} is there, and not here` : `${name} differs`
}

/** Names of what differs; those of the workspace's files come first. */
export function differences(a: Inputs['parts'], b: Inputs['parts']): string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name])
  return names.sort((x, y) => Number(isFile(y)) - Number(isFile(x)) || (x < y ? -1 : 1))
}
export const isFile = (part: string): boolean => READ.some((path) => part === path || part.startsWith(`${path}/`))

const digest = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

/** Packages that any locale.json names. One that cannot be read has its finding when its leaflets are made. */
function fontPackages(files: ReadonlyMap<string, string>): Set<string> {
  const names = new Set<string>()
  for (const [path, text] of files) {
    if (!/^locales\/[^/]+\/locale\.json$/.test(path)) continue
    for (const [, name] of text.matchAll(/"package"\s*:\s*"((?:@[\w.-]+\/)?[\w.-]+)"/g)) names.add(name!)
  }
  return names
}

/** Looked for as `build` looks for fonts: from the workspace, then from the program. */
function versionOf(name: string, workspace: string): string {
  for (const from of [join(workspace, 'package.json'), import.meta.url]) {
    for (const folder of createRequire(from).resolve.paths(name) ?? []) {
      const file = join(folder, name, 'package.json')
      if (!existsSync(file)) continue
      const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown }
      return String(version)
    }
  }
  return 'not installed'
}

let program: string | undefined

/** All code of the program: its version is the same between two releases, its leaflets are not. */
function programDigest(): string {
  if (program !== undefined) return program
  let root = dirname(fileURLToPath(import.meta.url))
  // In dist/ the rooms are bundled, and this file's code stands at its top.
  while (!['js', 'ts'].some((ending) => existsSync(join(root, 'cli', `main.${ending}`)))) root = dirname(root)
  const code = createHash('sha256')
  for (const file of codeIn(root))
    code.update(`${relative(root, file).split(sep).join('/')}\0`).update(readFileSync(file))
  return (program = code.digest('hex').slice(0, 16))
}

function codeIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    // dist/modules is what dist was bundled from.
    if (entry.isDirectory()) return ['modules', 'node_modules'].includes(entry.name) ? [] : codeIn(path)
    return /(?<!\.d)\.(?:[jt]s|wasm)$/.test(entry.name) ? [path] : []
  })
}
