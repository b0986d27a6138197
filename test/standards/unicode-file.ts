import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

/** Text of one of Unicode's data files (test/standards/data). */
export function unicodeFile(name: string): string {
  return brotliDecompressSync(readFileSync(`test/standards/data/${name}.br`)).toString()
}

/** Lines with content, comments taken off. */
export function unicodeLines(name: string): string[] {
  return unicodeFile(name)
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
}
