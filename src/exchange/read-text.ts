import { fileStart, finding, placeAt, type Finding, type Place } from '../report/index.js'

/** The text of a file in plain UTF-8, or what is wrong with its bytes. */
export function readText(
  file: string,
  bytes: Uint8Array,
): { readonly text?: string; readonly findings: readonly Finding[] } {
  const refuse = (found: string, place: Place = fileStart(file)) => ({
    findings: [finding('exchange-encoding', place, { found })],
  })
  const [a, b, c] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return refuse('it is in UTF-16')
  if (a === 0xef && b === 0xbb && c === 0xbf) return refuse('it starts with a byte order mark')
  // Without a mark, as <.?. or .<.? would be.
  if (a === 0 || b === 0) return refuse('it is in UTF-16')
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const wrong = firstWrong(text, bytes)
  return wrong === undefined
    ? { text, findings: [] }
    : refuse('a byte stands here that is none of UTF-8', placeAt(file, text, wrong))
}

/** Offset in the text of the first letter that stands for bytes that are none. */
function firstWrong(text: string, bytes: Uint8Array): number | undefined {
  if (!text.includes('\uFFFD')) return undefined
  const coder = new TextEncoder()
  let byte = 0
  for (let from = 0; ;) {
    const at = text.indexOf('\uFFFD', from)
    if (at < 0) return undefined
    byte += coder.encode(text.slice(from, at)).length
    // U+FFFD itself is a letter like any other: EF BF BD.
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) return at
    byte += 3
    from = at + 1
  }
}
