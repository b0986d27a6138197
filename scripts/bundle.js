// Makes the program that people run out of what the compiler made: dist/modules, some 130 files and the packages they
// import, become a few files in dist. Node spends more time on finding, reading and linking 250 modules than on one
// leaflet: an English leaflet in a fresh process takes a third of the processor time from here.
import { chmodSync, copyFileSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [from, to] = [join(root, 'dist/modules'), join(root, 'dist')]

/**
 * Parts of packages that Doorstep never calls, though the packages load them at their start. Whoever calls one after
 * all gets an error that says so.
 *
 * - pdfkit reads fonts with fontkit, breaks lines with linebreak, reads PNG and encrypts; Doorstep brings its own fonts,
 *   lines and vector pictures, and encrypts nothing. fontkit and linebreak unpack tables of Unicode when they load.
 * - Handlebars makes source maps of templates if it finds the package; nobody reads them.
 */
const UNUSED = /^(fontkit|linebreak|png-js|@noble\/ciphers\/aes|source-map)$/

/**
 * What stays where it is: the proof's readers, which are large, have files beside them, and load when a proof is made;
 * and what only a build with a queue needs.
 */
const READERS = ['pdf-parse', 'pdfjs-dist', '@cantoo/pdf-lib']
const QUEUE = ['bullmq', 'ioredis', 'aws4fetch']

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
  external: [...READERS, ...QUEUE].flatMap((name) => [name, `${name}/*`]),
  // Packages in the older form ask for Node's modules by `require`.
  banner: {
    js: "import { createRequire as toRequire } from 'node:module'\nconst require = toRequire(import.meta.url)",
  },
  plugins: [{ name: 'unused', setup: leaveOut }],
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
