/**
 * The target of a link as a PDF holds it: a URI, 7-bit ASCII (ISO 32000-1 §12.6.4.7, table 206). Of an address that people
 * write with other letters (RFC 3987 §3.1) the host is in Punycode, as the web asks for it, and all else percent-encoded:
 *
 *   written   https://münchen.example/grüße
 *   target    https://xn--mnchen-3ya.example/gr%C3%BC%C3%9Fe
 */
export function linkTarget(address: string): string {
  if (/^[!-~]*$/.test(address)) return address
  // What is no address at all leads nowhere, but breaks nothing.
  return URL.canParse(address) ? new URL(address).href : encodeURI(address.toWellFormed())
}
