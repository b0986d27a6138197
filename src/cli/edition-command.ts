import { resolve } from 'node:path'
import { findEdition, outputFolder, type EditionAnswer } from '../build/index.js'
import type { CommandLine } from './command-line.js'
import { Out } from './desk-out.js'
import type { CommonFlags, ExitCode } from './program.js'

export interface EditionFlags extends CommonFlags {
  readonly out?: string
}

/** `doorstep edition CODE`: what the code in a foot stands for, and whether it still stands. */
export function editionCommand(code: string, flags: EditionFlags, line: CommandLine): ExitCode {
  const out = new Out(flags.json ?? false)
  const { answers, findings } = findEdition(outputFolder(resolve(flags.workspace), flags.out), code, line.placeOf(code))
  for (const answer of answers) out.say(textOf(answer))
  return out.end(findings, { editions: answers })
}

function textOf({ code, state, leaflet, first, last, by, day, changes = [] }: EditionAnswer): string {
  const issued = first === last ? `issued on ${first}` : `issued from ${first} to ${last}`
  const head = `${code}  ${leaflet}, ${issued}`
  switch (state) {
    case 'current':
      return `${head}\n  current: this is what is handed out now`
    case 'withdrawn':
      return `${head}\n  withdrawn on ${day ?? ''}: do not hand it out`
    case 'superseded': {
      const what = changes.length === 0 ? ['  no text of its own language changed'] : changes.map(({ key, change }) => `  ${key}${change === undefined ? '' : `\n    ${change}`}`) // prettier-ignore
      return [
        head,
        `  superseded on ${day ?? ''} by ${by ?? ''}: do not hand it out; since then changed`,
        ...what,
      ].join('\n')
    }
  }
}
