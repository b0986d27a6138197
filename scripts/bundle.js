// Makes the program that people run out of what the compiler made: dist/modules, some 130 files and the packages they
// import, become a few files in dist. Node spends more time on finding, reading and linking 250 modules than on one
// leaflet: an English leaflet in a fresh process takes a third of the processor time from here.
// `node scripts/bundle.js FOLDER` makes it of FOLDER/modules, with the packages beside FOLDER.
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const to = resolve(process.argv[2] ?? join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist'))
const from = join(to, 'modules')

/**
 * Parts of packages that Doorstep never calls, though the packages load them at their start. Whoever calls one after
 * all gets an error that says so.
 *
 * - pdfkit reads fonts with fontkit, breaks lines with linebreak, reads PNG and encrypts; Doorstep brings its own fonts,
 *   lines and vector pictures, and encrypts nothing. fontkit and linebreak unpack tables of Unicode when they load.
 * - Handlebars makes source maps of templates if it finds the package; nobody reads them.
 */
const UNUSED = /^(fontkit|linebreak|png-js|@noble\/ciphers\/aes|source-map)$/

/** What stays where it is: the proof's readers, which are large, have files beside them, and load when a proof is made. */
const READERS = ['pdf-parse', 'pdfjs-dist']
/** So does the reader of PO: it brings tables of encodings that nobody here uses. */
const LARGE = ['gettext-parser']

for (const name of readdirSync(to)) if (join(to, name) !== from) rmSync(join(to, name), { recursive: true })
await build({
  entryPoints: {
    // Beside each other, since build/workers.ts and queue/press.ts look for their threads in the folder of their own file.
    index: join(from, 'index.js'),
    proof: join(from, 'proof/index.js'),
    worker: join(from, 'build/worker.js'),
    'press-thread': join(from, 'queue/press-thread.js'),
    'cli/main': join(from, 'cli/main.js'),
  },
  outdir: to,
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  // Without it jsonc-parser comes in a form whose parts no bundler finds.
  mainFields: ['module', 'main'],
  external: [...READERS, ...LARGE].flatMap((name) => [name, `${name}/*`]),
  // Packages in the older form ask for Node's modules by `require`.
  banner: {
    js: "import { createRequire as toRequire } from 'node:module'\nconst require = toRequire(import.meta.url)",
  },
  plugins: [
    { name: 'unused', setup: leaveOut },
    { name: 'doors', setup: goStraight },
  ],
  logLevel: 'warning',
})
// HarfBuzz's JavaScript looks for it beside itself.
copyFileSync(createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm'), join(to, 'harfbuzz.wasm'))
chmodSync(join(to, 'cli/main.js'), 0o755)

function leaveOut(esbuild) {
  esbuild.onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'unused' }))
  esbuild.onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
    contents:
      path === 'source-map' // Handlebars does without when it finds no SourceNode in it.
        ? 'module.exports = {}'
        : `const unused = () => { throw new Error('${path} is no part of Doorstep') }
           export { unused as create, unused as cbc, unused as ecb, unused as default }`,
  }))
}

/**
 * A room's door, index.js, is nothing but re-exports: whoever imports a name from it imports it from its own file here.
 * Otherwise esbuild would load for each command all that any name behind the door needs: a build in which nothing
 * changed would load HarfBuzz and every template engine to say so.
 */
function goStraight(esbuild) {
  const doors = new Map()
  const behind = (door) => {
    if (!doors.has(door)) {
      const text = readFileSync(door, 'utf8')
      const all = [...text.matchAll(/export \{([^}]*)\} from '([^']+)'/g)]
      doors.set(door, new Map(all.flatMap(([, names, file]) => namesIn(names).map((n) => [n.as, { ...n, file }]))))
    }
    return doors.get(door)
  }
  esbuild.onLoad({ filter: /\.js$/ }, ({ path }) => {
    if (!path.startsWith(from)) return undefined
    const straight = readFileSync(path, 'utf8').replace(
      /import \{([^}]*)\} from '((?:\.\.\/|\.\/)\w+\/index\.js)'/g,
      (whole, names, door) => {
        const file = resolve(dirname(path), door)
        const known = behind(file)
        const asked = namesIn(names)
        if (!asked.every(({ name }) => known.has(name))) return whole // export * says no names
        return asked
          .map(({ name, as }) => {
            const to = relative(dirname(path), resolve(dirname(file), known.get(name).file))
            return `import { ${known.get(name).name} as ${as} } from '${to.startsWith('.') ? to : `./${to}`}'`
          })
          .join('; ')
      },
    )
    return { contents: straight, loader: 'js' }
  })
}

function namesIn(list) {
  return list
    .split(',')
    .map((part) => part.trim().split(/\s+as\s+/))
    .filter(([name]) => name !== '')
    .map(([name, as = name]) => ({ name, as }))
}
