import { existsSync, lstatSync } from 'node:fs'
import { join } from 'node:path'
import { isPseudo } from '../locale/index.js'
import type { Counter } from './counter.js'
import { orderOf } from './notebook.js'
import type { LeafletOrder, Request } from './orders.js'

/**
 * Leaflets of the ledger that can no longer be asked for, with what is gone: those that the request is about. None while
 * the source language is not there, since other things may be gone with it, and for a moment only.
 */
export function goneLeaflets(ids: Iterable<string>, counter: Counter, request: Request): Map<string, string> {
  const gone = new Map<string, string>()
  const source = counter.workspace?.source
  if (source === undefined || isLanguageGone(join(counter.folder, 'locales', source), source)) return gone
  for (const id of ids) {
    const order = orderOf(id, request.issueDate)
    const what = isAbout(request, order) ? whatIsGone(order, counter) : undefined
    if (what !== undefined) gone.set(id, what)
  }
  return gone
}

/** A request for Turkish leaves all other languages alone. */
function isAbout({ languages, formats, services, notice }: Request, order: LeafletOrder): boolean {
  const about = (asked: readonly string[] | undefined, name: string): boolean =>
    asked === undefined || asked.includes('all') || asked.includes(name)
  return (
    about(languages, order.language) &&
    about(formats, order.format) &&
    about(services, order.service) &&
    (notice === undefined || notice === order.notice)
  )
}

/** Only what is certainly gone: a file that cannot be read holds its leaflets and withdraws none. */
function whatIsGone({ language, notice, service, format }: LeafletOrder, counter: Counter): string | undefined {
  const { workspace, folder } = counter
  if (!workspace) return undefined
  if (!workspace.notices.includes(notice)) return 'notice'
  if (!workspace.formats.includes(format)) return 'format'
  // One that went while leaflets were made of it is withdrawn by the next look.
  if (!counter.languages().includes(language) && isLanguageGone(join(folder, 'locales', language), language))
    return 'language'
  const { value } = counter.notice(notice)
  return value && service !== 'whole' && !value.services.some((s) => s.id === service) ? 'service' : undefined
}

/** A pseudo-locale has no folder: it is made of the English. A link that leads nowhere may do so for today only. */
function isLanguageGone(folder: string, tag: string): boolean {
  if (isPseudo(tag) && !existsSync(folder)) return false
  try {
    return lstatSync(join(folder, 'locale.json'), { throwIfNoEntry: false }) === undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR'
  }
}
