import { join, resolve } from 'node:path'
import { readText } from './read-file.js'

/**
 * The folder of a workspace's leaflets: the one that is asked for, or what doorstep.json says. A doorstep.json that
 * cannot be used is no matter here; the build says so.
 */
export function outputFolder(folder: string, asked?: string): string {
  return resolve(folder, asked ?? said(folder) ?? 'output')
}

function said(folder: string): string | undefined {
  try {
    const { output } = JSON.parse(readText(join(folder, 'doorstep.json'))) as { readonly output?: unknown }
    return typeof output === 'string' && output !== '' ? output : undefined
  } catch {
    return undefined
  }
}
