import { fileStart, finding, type Finding, type Place } from '../report/index.js'
import { parsePo, type PoEntry } from './gettext.js'
import { placesWithin } from './places-within.js'
import { poOffset, poSpots, type PoSpot } from './po-places.js'
import type { Parcel } from './read-home.js'
import { readStamp } from './stamp.js'
import { shortKey, type HomeFile, type HomeText, type HomeUnit } from './unit.js'
import { ENTRIES, STAMP } from './write-po.js'

/** Whether a text could be PO: it starts with comments or with an entry. */
export const looksLikePo = (text: string): boolean =>
  /^(?:\s|#[^\n]*(?:\n|$))*msg(?:ctxt|id)\b/.test(text.slice(0, 100_000))

export function readPo(
  { file }: Parcel,
  text: string,
): { readonly home?: HomeFile; readonly findings: readonly Finding[] } {
  const place = placesWithin(file, text)
  const spots = new Map<string, PoSpot>()
  const twice: Finding[] = []
  for (const spot of poSpots(text)) {
    const { msgctxt: key, at } = spot
    if (spots.has(key)) twice.push(finding('exchange-unit-twice', { ...place(at), key }, { key }))
    else spots.set(key, spot)
  }
  if (twice.length > 0) return { findings: twice }
  const parsed = parsePo(text)
  if ('problem' in parsed) return { findings: [broken(parsed.problem, lineStart(parsed.line))] }

  const charset = /charset=\s*([\w-]+)/i.exec(parsed.headers['Content-Type'] ?? '')?.[1]
  if (charset !== undefined && !/^(utf-?8|us-ascii|ascii)$/i.test(charset))
    return {
      findings: [
        finding('exchange-encoding', fileStart(file), { found: `it says that it is in ${charset}, and is not` }),
      ],
    }
  const units = parsed.entries.map((entry) => unitOf(entry))
  const sent = Number(parsed.headers[ENTRIES])
  const findings = [
    ...(units.length < sent ? [finding('exchange-cut', placeOfHeader(ENTRIES), { sent, here: units.length })] : []),
    ...parsed.entries.flatMap((e) =>
      e.plural ? [broken(`"${e.msgctxt}" has plural forms of its own`, placeOf(e))] : [],
    ),
  ]
  const source = parsed.headers['X-Source-Language']
  const target = parsed.headers['Language']?.replaceAll('_', '-')
  const sentFor = parsed.headers['X-Target-Language']
  const home: HomeFile = {
    format: 'po',
    place: placeOfHeader('Language'),
    ...(source ? { source } : {}),
    ...(target ? { target } : {}),
    ...(sentFor ? { sentFor } : {}),
    units,
    findings,
  }
  return { home, findings }

  function lineStart(line: number): Place {
    let at = 0
    for (let n = 1; n < line && at >= 0; n++) at = text.indexOf('\n', at) + 1
    return place(at)
  }
  function placeOfHeader(name: string): Place {
    return place(Math.max(0, text.search(new RegExp(`^"${name}:`, 'm'))))
  }
  function broken(problem: string, at: Place): Finding {
    return finding('exchange-broken', at, { problem })
  }
  function placeOf({ msgctxt: key }: PoEntry): Place {
    const spot = spots.get(key)
    return spot ? { ...place(spot.at), key } : { ...fileStart(file), key }
  }
  function textAt(entry: PoEntry, part: 'msgid' | 'msgstr'): HomeText {
    const spot = spots.get(entry.msgctxt)
    return {
      text: entry[part],
      placeOf: (offset) =>
        spot ? { ...place(poOffset(text, spot[part], offset)), key: entry.msgctxt } : placeOf(entry),
    }
  }
  function unitOf(entry: PoEntry): HomeUnit {
    const stamp = readStamp(entry.extracted.find((line) => line.startsWith(STAMP))?.slice(STAMP.length))
    const done = entry.msgstr !== ''
    return {
      key: shortKey(entry.msgctxt === '' ? entry.msgid : entry.msgctxt),
      place: placeOf(entry),
      english: textAt(entry, 'msgid'),
      ...(done ? { translation: textAt(entry, 'msgstr'), said: entry.fuzzy ? 'needs-editing' : 'translated' } : {}),
      ...(stamp ? { stamp } : {}),
    }
  }
}
