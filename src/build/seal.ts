import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from './seen.js'

const SEAL = '"seal": "'

/** A JSON object, all but its end, with the SHA-256 of all before as its last entry. */
export const sealed = (body: string): string => `${body}${SEAL}${sha256(body)}"\n}\n`

/** Whether nobody changed a sealed file, and nothing is missing. */
export function unsealed(text: string): boolean {
  const at = text.lastIndexOf(SEAL)
  return at >= 0 && text === sealed(text.slice(0, at))
}

/** Puts a file that nobody can rely on where a person can look at it; gives its new name. Throws what the disk says. */
export function keepDamaged(out: string, name: string): string {
  const kept = damagedName(out, name)
  renameSync(join(out, name), join(out, kept))
  return kept
}

/** `ledger.damaged.json`; a number is in it where there is one already. */
export function damagedName(out: string, name: string): string {
  const stem = name.replace(/\.json$/, '.damaged')
  for (let n = 1; ; n++) {
    const kept = n === 1 ? `${stem}.json` : `${stem}-${n}.json`
    if (!existsSync(join(out, kept))) return kept
  }
}
