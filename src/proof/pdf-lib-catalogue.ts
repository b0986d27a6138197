import { PDFDict } from '@cantoo/pdf-lib'
import { dict, dicts, integer, name, stream, text, yes } from './pdf-lib-values.js'

/** What the file says of itself as a whole (ISO 32000-1 §7.7.2). */
export interface Catalogue {
  readonly lang: string
  readonly marked: boolean
  readonly suspects: boolean
  readonly displayDocTitle: boolean
  readonly direction: string
  /** Titles of all outline items, depth first. */
  readonly outline: readonly string[]
  /** Names of all its entries and of those of its name dictionary, such as `Lang` and `EmbeddedFiles` (§7.7.4). */
  readonly entries: readonly string[]
  readonly roleMap: boolean
  readonly xmp?: { readonly packet: string; readonly compressed: boolean }
  readonly outputIntents: readonly OutputIntentBack[]
}
/** What the file says its colours mean (ISO 32000-1 §14.11.5). */
export interface OutputIntentBack {
  readonly subtype: string
  /** N of the profile: number of colour channels; 0 without a profile. */
  readonly components: number
  readonly profile: Uint8Array
}

export function catalogueOf(catalogue: PDFDict): Catalogue {
  const preferences = dict(catalogue, 'ViewerPreferences')
  const outlines = dict(catalogue, 'Outlines')
  const tree = dict(catalogue, 'StructTreeRoot')
  const xmp = stream(catalogue, 'Metadata')
  return {
    lang: text(catalogue, 'Lang') ?? '',
    marked: yes(dict(catalogue, 'MarkInfo'), 'Marked'),
    suspects: yes(dict(catalogue, 'MarkInfo'), 'Suspects'),
    displayDocTitle: yes(preferences, 'DisplayDocTitle'),
    direction: preferences ? name(preferences, 'Direction') : '',
    outline: outlines ? titlesOf(outlines, new Set()) : [],
    entries: [catalogue, dict(catalogue, 'Names')].flatMap((d) => d?.keys().map((key) => key.decodeText()) ?? []),
    roleMap: tree !== undefined && dict(tree, 'RoleMap') !== undefined,
    outputIntents: dicts(catalogue, 'OutputIntents').map(outputIntentOf),
    ...(xmp ? { xmp: { packet: Buffer.from(xmp.bytes).toString('utf8'), compressed: xmp.filtered } } : {}),
  }
}

function titlesOf(parent: PDFDict, seen: Set<PDFDict>): string[] {
  const out: string[] = []
  for (let item = dict(parent, 'First'); item && !seen.has(item); item = dict(item, 'Next')) {
    seen.add(item)
    out.push(text(item, 'Title') ?? '', ...titlesOf(item, seen))
  }
  return out
}

function outputIntentOf(intent: PDFDict): OutputIntentBack {
  const profile = stream(intent, 'DestOutputProfile')
  return {
    subtype: name(intent, 'S'),
    components: (profile && integer(profile.dictionary, 'N')) ?? 0,
    profile: profile?.bytes ?? new Uint8Array(),
  }
}
