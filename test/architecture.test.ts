import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Which room may use which: the plan of the house. `leaflet` is src/leaflet.ts, the journey of one leaflet; `index` is
 * src/index.ts, what the package promises to others.
 */
const ground = ['report', 'geometry', 'memory'] as const
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  report: [],
  geometry: [],
  memory: [],
  locale: ['report', 'memory'],
  exchange: ['report', 'locale'],
  document: [...ground],
  notice: [...ground, 'locale', 'document'],
  text: [...ground, 'document'], // spans say their language and weight
  layout: [...ground, 'text', 'document'],
  pdf: [...ground, 'layout', 'text', 'document'],
  proof: [...ground, 'document'], // never pdf, layout or text: a checker may not share the writer's mistakes
  leaflet: [...ground, 'locale', 'notice', 'document', 'text', 'layout', 'pdf', 'proof'],
  preview: [...ground, 'leaflet', 'locale', 'notice', 'document', 'text', 'layout', 'pdf'],
  build: [
    ...ground,
    'exchange',
    'leaflet',
    'preview',
    'locale',
    'notice',
    'document',
    'text',
    'layout',
    'pdf',
    'proof',
  ],
  queue: ['build', 'report'],
  cli: ['build', 'queue', 'report'],
  index: ['leaflet', 'build', ...ground, 'document', 'layout', 'notice', 'locale', 'text', 'proof'],
}

/**
 * Foreign libraries that more than one file knows, and why. (src/pdf/object-streams.ts knows the inside of pdfkit's
 * writer too, but takes it as a shape of its own and imports nothing.)
 */
const sharedLibraries: Readonly<Record<string, string>> = {
  '@cantoo/pdf-lib': 'one tree of objects is read in four parts: values, catalogue, fonts, tags; none writes',
  'jsonc-parser': 'one file reads JSON with the place of each value, the other edits it there',
  saxes:
    'the few marks within a message, the XML of templates and pictures, and translators’ files have nothing else in common',
  valibot: 'a schema stands beside what it describes; it reads nothing and decides nothing',
}
/** Files that know more than one foreign library, and why. */
const manyLibraries: Readonly<Record<string, string>> = {}

/** Node's own modules, by room: whoever is not here has no effects. Single files with a reason. */
const nodeModules: Readonly<Record<string, RegExp>> = {
  build: /./,
  queue: /./,
  cli: /./,
  'src/pdf/deflate.ts': /^node:zlib$/, // the same bytes from the same bytes
  'src/pdf/output-intent.ts': /^node:zlib$/, // the same
  'src/proof/object-table.ts': /^node:zlib$/, // inflate, for the same reason
  'src/proof/load-reader.ts': /^node:module$/, // what a reader would load and a proof has no use for
  'src/exchange/zip.ts': /^node:zlib$/, // the same, and it stops where it is told to
  'src/locale/fingerprint.ts': /^node:crypto$/, // fingerprints of sentences
  'src/document/edition.ts': /^node:crypto$/, // codes that stand for what a leaflet says
}
/** Things that give another answer at another time or place. */
const EFFECTS =
  /\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\bset(?:Timeout|Interval)\(|\bfetch\(/

/** Files over 300 lines, and why they are not two. */
const longFiles: Readonly<Record<string, string>> = {}

interface Import {
  readonly from: string
  /** Path of a file of ours, or the name of a package or of a module of Node. */
  readonly to: string
  readonly own: boolean
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.ts'))
  .map((f) => `src/${f.replaceAll('\\', '/')}`)
  .sort()
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const imports = files.flatMap((file) => importsOf(file))

/** Static imports, re-exports and dynamic imports; types count: whoever knows a type knows the room. */
function importsOf(file: string): Import[] {
  const source = textOf.get(file)!
  const found = source.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)
  return [...found].map((m) => {
    const to = m[1] ?? m[2] ?? m[3]!
    const own = to.startsWith('.')
    const path = own
      ? normalize(join(dirname(file), to))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts')
      : to
    return { from: file, to: path, own }
  })
}
/** All second parts of each first part, each once. */
function grouped(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  for (const [key, value] of pairs) groups.set(key, (groups.get(key) ?? new Set()).add(value))
  return groups
}
const roomOf = (file: string): string => file.split('/')[1]!.replace(/\.ts$/, '')
const packageOf = (name: string): string => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/') // prettier-ignore
/** Source without comments: words in them have no effects. */
const codeOf = (file: string): string =>
  textOf
    .get(file)!
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')

describe('rooms', () => {
  test('every room of src has its line in the plan', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in mayImport))).toEqual([])
  })

  test('a room uses only what the plan allows', () => {
    const across = imports.filter((i) => i.own && roomOf(i.from) !== roomOf(i.to))
    expect(across.length).toBeGreaterThan(50)
    expect(across.filter((i) => !mayImport[roomOf(i.from)]!.includes(roomOf(i.to)))).toEqual([])
  })

  test('another room is entered through its door, index.ts', () => {
    const across = imports.filter((i) => i.own && roomOf(i.from) !== roomOf(i.to))
    const side = across.filter((i) => i.to !== `src/${roomOf(i.to)}/index.ts` && i.to !== 'src/leaflet.ts')
    expect(side).toEqual([])
  })

  test('inside a room nobody goes through its own door', () => {
    const own = imports.filter((i) => i.own && roomOf(i.from) === roomOf(i.to) && i.to.endsWith('/index.ts'))
    expect(own).toEqual([])
  })

  test('every import leads to a file that is there', () => {
    expect(imports.filter((i) => i.own && !existsSync(i.to))).toEqual([])
  })

  test('every door has a plate and nothing behind it but re-exports', () => {
    for (const file of files.filter((f) => /^src\/\w+\/index\.ts$/.test(f))) {
      expect(textOf.get(file)).toMatch(/^\/\*\*\n \* Room: \w+\./)
      expect([
        file,
        codeOf(file)
          .replace(/export (?:\*|\{[^}]*\}) from '[^']+'/g, '')
          .trim(),
      ]).toEqual([file, ''])
    }
  })
})

describe('foreign libraries', () => {
  const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name)
  const foreign = imports.filter((i) => !i.own && !isNode(i.to)).map((i) => ({ ...i, to: packageOf(i.to) }))

  test('each is known to one file', () => {
    const users = grouped(foreign.map((i) => [i.to, i.from]))
    expect(
      [...users]
        .filter(([, from]) => from.size > 1)
        .map(([name]) => name)
        .sort(),
    ).toEqual(Object.keys(sharedLibraries).sort())
  })

  test('a file knows one', () => {
    const known = grouped(foreign.map((i) => [i.from, i.to]))
    expect([...known].filter(([, to]) => to.size > 1).map(([file]) => file)).toEqual(Object.keys(manyLibraries))
  })

  test('each is one that package.json asks for in print', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }
    expect([...new Set(foreign.map((i) => i.to))].filter((name) => !(name in dependencies))).toEqual([])
  })

  test('Node’s own modules are used only where effects belong', () => {
    const used = imports.filter((i) => !i.own && isNode(i.to))
    const allowed = (i: Import): boolean => (nodeModules[roomOf(i.from)] ?? nodeModules[i.from])?.test(i.to) ?? false
    expect(used.filter((i) => !allowed(i))).toEqual([])
  })

  test('the proof and the writer have no library of PDF in common', () => {
    const of = (room: string): string[] => foreign.filter((i) => roomOf(i.from) === room).map((i) => i.to)
    expect(of('proof').filter((name) => of('pdf').includes(name))).toEqual([])
  })
})

test('clock, chance, console and process are used only in build, queue and cli', () => {
  const quiet = files.filter((f) => !['build', 'queue', 'cli'].includes(roomOf(f)))
  expect(quiet.filter((f) => EFFECTS.test(codeOf(f)))).toEqual([])
})

describe('size', () => {
  const lines = new Map(files.map((file) => [file, textOf.get(file)!.split('\n').length - 1]))

  test('half of the files have about a hundred lines or fewer', () => {
    const sizes = [...lines.values()].sort((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(110)
  })
  test('no file has more than 450 lines, and those over 300 have a reason', () => {
    const over = (n: number): string[] => [...lines].filter(([, size]) => size > n).map(([file]) => file)
    expect(over(450)).toEqual([])
    expect(over(300)).toEqual(Object.keys(longFiles))
  })
  test('the story of one leaflet fits on a page', () => {
    expect(lines.get('src/leaflet.ts')).toBeLessThanOrEqual(80)
  })
})

describe('documents name only paths that exist', () => {
  // Generated, and its examples are of workspaces that are made up.
  const EXAMPLES = 'docs/findings.md'
  const documents = ['README.md', 'CONTRIBUTING.md', ...readdirSync('docs').filter((f) => f.endsWith('.md')).map((f) => `docs/${f}`)].filter((f) => existsSync(f) && f !== EXAMPLES) // prettier-ignore
  const PATH = /(?<![\w./-])(?:src|test|docs|locales|templates|pictures|bench)\/[\w./-]*[\w/]/g

  test.skipIf(documents.length === 0).each(documents)('%s', (document) => {
    const text = readFileSync(document, 'utf8')
    // `locales/<tag>` and `docs/*.md` are patterns, not paths: what stands before the first placeholder must exist.
    const named = [...text.matchAll(PATH)].map((m) => {
      const next = text[m.index + m[0].length] ?? ''
      return /[<{*]/.test(next) ? m[0].slice(0, m[0].lastIndexOf('/')) : m[0]
    })
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((m) => normalize(join(dirname(document), m[1]!))) // prettier-ignore
    expect([...new Set([...named, ...links])].filter((path) => !existsSync(path))).toEqual([])
  })
})
