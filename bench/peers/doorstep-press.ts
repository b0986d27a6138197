import { Counter, diskShelf } from '../../src/build/index.js'
import { makeLeaflet, type LeafletShop } from '../../src/leaflet.js'
import { readCatalogue, type Shelf } from '../../src/locale/index.js'
import { printFinding } from '../../src/report/index.js'
import { localeFiles, noticeOf, workspaceFiles, type Files } from './doorstep-files.js'
import type { PeerText } from './peer-text.js'
import type { Press } from './press.js'

/** Doorstep as a program that stays up: the workspace is open, and makeLeaflet makes one leaflet after another. */
export function openDoorstep(texts: readonly PeerText[]): Press {
  const counter = new Counter(process.cwd(), shelfOf(workspaceFiles(texts)))
  const shops = new Map(texts.map((text) => [text.language.tag, shopOf(counter, text)]))
  const originals = new Map(texts.map((text) => [text.language.tag, text]))
  return {
    prepare(text, issueDate) {
      const { tag } = text.language
      const shop = shops.get(tag)!
      const order = { service: 'whole', format: 'standard', issueDate }
      const original = originals.get(tag)!
      if (text === original) return () => make(() => shop)
      const shelf = shelfOf(localeFiles(text, { original, english: originals.get('en')! }))
      return () => make(() => reread(shop, shelf))

      async function make(open: () => LeafletShop): Promise<Uint8Array> {
        const { id, pdf, findings } = await makeLeaflet(order, open())
        if (!pdf) throw new Error(`${id}:\n${findings.map(printFinding).join('\n')}`)
        return pdf
      }
    },
    endTurn: () => undefined,
  }
}

function shopOf(counter: Counter, text: PeerText): LeafletShop {
  const { workspace, theme, shelf, pictures } = counter
  const notice = counter.notice(noticeOf(text)).value
  const source = counter.catalogue('en').catalogue
  const target = counter.catalogue(text.language.tag).catalogue
  const { fonts, findings } = counter.fonts(text.language.tag)
  if (!workspace || !theme || !notice || !source || !target || !fonts) {
    throw new Error(
      `Cannot open the bench's workspace:\n${[...counter.findings, ...findings].map(printFinding).join('\n')}`,
    )
  }
  return { shelf, workspace, theme, notice, source, target, pictures, fonts, proof: false, release: true }
}

/**
 * The shop after the language's files changed: its catalogue is read anew. English is then its own source. Every block
 * differs, so that no leaflet comes again.
 */
function reread(shop: LeafletShop, shelf: Shelf): LeafletShop {
  const { catalogue } = readCatalogue(shelf, shop.target.locale.tag)
  if (!catalogue) throw new Error(`Cannot read locales/${shop.target.locale.tag}`)
  return { once: true, ...shop, target: catalogue, source: shop.source === shop.target ? catalogue : shop.source }
}

/** Files in memory; templates and theme from Doorstep's own folder. */
function shelfOf(files: Files): Shelf {
  const disk = diskShelf(process.cwd())
  const ours = (path: string): boolean => !path.startsWith('templates/') || path.startsWith('templates/notices')
  return {
    read: (path) => files.get(path) ?? (ours(path) ? undefined : disk.read(path)),
    list(folder) {
      if (!ours(folder)) return disk.list(folder)
      const names = [...files.keys()].filter((f) => f.startsWith(`${folder}/`)).map((f) => f.slice(folder.length + 1).split('/')[0]!) // prettier-ignore
      return [...new Set(names)].sort()
    },
  }
}
