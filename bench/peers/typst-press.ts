import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PeerText } from './peer-text.js'
import type { Press } from './press.js'
import { footOf, TEMPLATE, typstSource } from './typst-files.js'
import { fontFiles } from './typst-fonts.js'

/** Turns through all languages that Typst keeps what it did not use again; its authors advise 10 for such programs. */
const KEPT_TURNS = 10

/**
 * Typst as a program that stays up: one compiler, whose memory of earlier work (comemo) is kept. Sources are put into
 * it when they change; the date is an input (`sys.inputs`), read where it invalidates the least (see typst-files.ts).
 */
export function openTypst(texts: readonly PeerText[]): Press {
  const folder = join(process.cwd(), 'bench')
  const path = (name: string): string => join(folder, `${name}.typ`)
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFiles(texts) }] })
  compiler.addSource(path('leaflet'), TEMPLATE)
  const english = texts.find((t) => t.language.tag === 'en')!
  const known = new Map<string, PeerText>()
  return {
    prepare(text, issueDate) {
      const { tag } = text.language
      const main = path(tag)
      const source = known.get(tag) === text ? undefined : typstSource(text, english)
      known.set(tag, text)
      const inputs = { foot: footOf(text, issueDate) }
      const creationTimestamp = Date.parse(`${issueDate}T00:00:00Z`) / 1000
      return () => {
        if (source !== undefined) compiler.addSource(main, source)
        const compiled = compiler.compile({ mainFilePath: main, inputs })
        if (!compiled.result) {
          compiled.printErrors()
          throw new Error(`Typst cannot compile ${tag}`)
        }
        return Promise.resolve(compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp }))
      }
    },
    endTurn: () => {
      compiler.evictCache(KEPT_TURNS)
    },
  }
}
