import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * The folder of a workspace's leaflets: the one that is asked for, or what doorstep.json says. A doorstep.json that
 * cannot be used is no matter here; the build says so.
 */
export function outputFolder(folder: string, asked?: string): string {
  return resolve(folder, asked ?? said(folder) ?? 'output')
}

function said(folder: string): string | undefined {
  try {
    const { output } = JSON.parse(readFileSync(join(folder, 'doorstep.json'), 'utf8')) as { readonly output?: unknown }
    return typeof output === 'string' && output !== '' ? output : undefined
  } catch {
    return undefined
  }
}
