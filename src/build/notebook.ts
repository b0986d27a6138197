import { join } from 'node:path'
import type { LeafletOrder } from './orders.js'
import { putInPlace } from './put-in-place.js'
import { readText } from './read-file.js'
import { isSealed, parseRecord, sealed } from './record.js'
import type { Seen, SeenByPath } from './seen.js'
import { listed } from './write-file.js'

/** Folder in the output folder for what only this machine needs: nothing in it is lost work. */
export const BACK_ROOM = '.doorstep'

/**
 * What lets the next build see, without reading anything, that nothing moved: times and numbers of files on this disk.
 * Not in the ledger: they differ from machine to machine.
 */
export interface Notebook {
  /** SHA-256 of the ledger that it belongs to. */
  readonly ledger: string
  /** Node and its data: another may make other bytes. */
  readonly platform: string
  readonly seen: SeenByPath
  /** SHA-256 of the file of dependencies that belongs to it; none if the disk refused that. */
  readonly texts?: string | undefined
  /** Leaflet, or a book of editions → its file as it lay on the disk. */
  readonly outputs: ReadonlyMap<string, string>
  /** What was asked for → leaflets in order, as long as nothing moves. */
  readonly requests: ReadonlyMap<string, readonly string[]>
}

const NAME = 'seen.json'
/** The ways of asking that are remembered. */
const REQUESTS = 12

interface Stored {
  readonly ledger: string
  readonly platform: string
  readonly texts?: string | undefined
  readonly seen: readonly (readonly [path: string, ...Values])[]
  readonly outputs: readonly (readonly [string, string])[]
  readonly requests: readonly (readonly [string, readonly string[]])[]
}
type Values = [kind: Seen['kind'], stat: string, sha256: string, at: number]

/** None if it is not there, cut short, or changed by hand: then everything is looked at. */
export function readNotebook(out: string): Notebook | undefined {
  try {
    const text = readText(join(out, BACK_ROOM, NAME))
    if (!isSealed(text)) return undefined
    const stored = parseRecord(text) as Stored
    return {
      ledger: stored.ledger,
      platform: stored.platform,
      texts: stored.texts,
      seen: new Map(stored.seen.map(([path, kind, stat, sha256, at]) => [path, { kind, stat, sha256, at }])),
      outputs: new Map(stored.outputs),
      requests: new Map(stored.requests),
    }
  } catch {
    return undefined
  }
}

/** A disk that refuses it costs the next build time and nothing else. */
export function writeNotebook(out: string, { ledger, platform, texts, seen, outputs, requests }: Notebook): void {
  try {
    putInPlace(join(out, BACK_ROOM, NAME), sealed(lines()))
  } catch {
    // Said by whoever could not write the leaflets either.
  }

  function* lines(): Generator<string> {
    yield `${JSON.stringify({ ledger, platform, texts } satisfies Partial<Stored>).slice(0, -1)},"seen":[`
    yield* listed(seen, ',', ([path, s]) => JSON.stringify([path, s.kind, s.stat, s.sha256, s.at]))
    yield '],"outputs":['
    yield* listed(outputs, ',', (output) => JSON.stringify(output))
    yield `],"requests":${JSON.stringify([...requests].slice(-REQUESTS))},\n`
  }
}

export const idOf = (o: Omit<LeafletOrder, 'issueDate'>): string => `${o.language}/${o.notice}.${o.service}.${o.format}`

export const languageOf = (id: string): string => id.slice(0, id.indexOf('/'))

/** The other way: ids have no full stop but those between their parts. */
export function orderOf(id: string, issueDate: string): LeafletOrder {
  const at = id.indexOf('/')
  const [notice = '', service = '', format = ''] = id.slice(at + 1).split('.')
  return { notice, language: languageOf(id), service, format, issueDate }
}
