import { createRequire } from 'node:module'

/**
 * Loads pdf.js, or what brings it, and leaves the rest of the program as it is. `load` is an `import()`: a bundle puts all
 * plain imports of packages before its own lines.
 *
 * - The legacy build of pdf.js, the only one that runs in Node, brings core-js, which replaces native functions of Node 20
 *   for the whole program: `Array.prototype.push` by one that is 5 times slower, `JSON.parse` by a parser in JavaScript.
 *   Both differ only where specifications are younger than V8; pdf.js does not depend on it. They are put back.
 * - In Node pdf.js loads @napi-rs/canvas, 28 MB of machine code that draws pages, for the shapes that it hands to it. A
 *   proof draws nothing, and its readers load in two thirds of the time.
 */
export async function loadReader<T>(load: () => Promise<T>): Promise<T> {
  const reader = await load()
  unveil()
  putBack()
  return reader
}

// Once for all readers, before the first is loaded: they load beside each other.
const putBack = keepNatives()
const unveil = hideCanvas()

/** Remembers the functions of the language; gives a function that puts back those that were replaced. */
function keepNatives(): () => void {
  const known = [Array, ArrayBuffer, DataView, Error, Function, Map, Number, Object, Promise, RegExp, Set, String, Uint8Array] // prettier-ignore
  const holders: object[] = [JSON, Math, Reflect, ...known, ...known.map((k): object => k.prototype)]
  const before = holders.map((holder) => [holder, Object.getOwnPropertyDescriptors(holder)] as const)
  return () => {
    for (const [holder, native] of before)
      for (const name of Reflect.ownKeys(native)) {
        const was = Reflect.get(native, name) as PropertyDescriptor
        const is = Reflect.getOwnPropertyDescriptor(holder, name)
        const same = Object.is(is?.value, was.value) && is?.get === was.get
        if (!same && was.configurable === true) Object.defineProperty(holder, name, was)
      }
  }
}

/** Puts empty shapes in place of the package, unless somebody has loaded it; gives a function that undoes it. */
function hideCanvas(): () => void {
  const ours = createRequire(import.meta.url)
  const theirs = createRequire(ours.resolve('pdfjs-dist/legacy/build/pdf.mjs'))
  let file: string
  try {
    file = theirs.resolve('@napi-rs/canvas')
  } catch {
    // It is not installed: pdf.js does without.
    return () => undefined
  }
  if (theirs.cache[file]) return () => undefined
  const shapes = { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} }
  theirs.cache[file] = { id: file, filename: file, loaded: true, exports: shapes } as unknown as NodeJS.Module
  return () => {
    Reflect.deleteProperty(theirs.cache, file)
    for (const [name, shape] of Object.entries(shapes))
      if (Reflect.get(globalThis, name) === shape) Reflect.deleteProperty(globalThis, name)
  }
}
