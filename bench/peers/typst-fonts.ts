import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PeerText } from './peer-text.js'

/** The regular and the bold file of each font package: the same that Doorstep reads. */
export function fontFiles(texts: readonly PeerText[]): string[] {
  const { resolve } = createRequire(import.meta.url)
  return [...new Set(texts.flatMap((t) => Object.keys(t.language.fonts)))].flatMap((name) =>
    ['400Regular', '700Bold'].map((weight) => {
      const folder = join(dirname(resolve(`${name}/package.json`)), weight)
      return join(
        folder,
        readdirSync(folder).find((file) => file.endsWith(`_${weight}.ttf`))!,
      )
    }),
  )
}
