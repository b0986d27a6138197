/** Where a queue is, as a person typed it. */
export interface QueueAddress {
  readonly url: string
  /** The same without its password: what may be said and kept. */
  readonly shown: string
}

/**
 * `redis://host:6379/0`, or `rediss://` for TLS. A password that the address does not have is that of `REDISCLI_AUTH`,
 * as for redis-cli: what stands on a command line can be seen by everybody on the machine.
 */
export function queueAddress(
  text: string,
  environment: Readonly<Record<string, string | undefined>> = {},
): QueueAddress | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '') return undefined
  if (!/^\/?\d*$/.test(url.pathname)) return undefined
  const shown = `${url.protocol}//${url.username === '' ? '' : `${url.username}@`}${url.host}${url.pathname}`
  const password = environment['REDISCLI_AUTH']
  if (url.password === '' && password !== undefined && password !== '') url.password = encodeURIComponent(password)
  return { url: url.href, shown }
}
