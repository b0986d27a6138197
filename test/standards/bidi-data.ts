import { bidiClassNames } from '../../src/text/bidi-class.js'
import { unicodeFile, unicodeLines } from './unicode-file.js'

/** Bidi_Class of every code point, by DerivedBidiClass.txt: its list, and the classes of what it doesn't list. */
export function bidiClasses(): Uint8Array {
  const classes = new Uint8Array(0x110000)
  const names = new Map<string, string>([
    ['Left_To_Right', 'L'],
    ['Right_To_Left', 'R'],
    ['Arabic_Letter', 'AL'],
    ['European_Terminator', 'ET'],
  ])
  const fill = (range: string, name: string): void => {
    const [start, end] = range.split('..').map((hex) => parseInt(hex, 16))
    const number = bidiClassNames.findIndex((known) => known === name)
    if (number < 0) throw new RangeError(`no class ${name}`)
    classes.fill(number, start, (end ?? start!) + 1)
  }
  for (const [, range, name] of unicodeFile('DerivedBidiClass.txt').matchAll(/^# @missing: (\S+); (\S+)$/gm))
    fill(range!, names.get(name!) ?? name!)
  for (const line of unicodeLines('DerivedBidiClass.txt')) {
    const [range, name] = line.split(/\s*;\s*/)
    fill(range!, name!)
  }
  return classes
}

/** src/text/bidi-data.ts, worked out from Unicode's files. */
export function bidiDataModule(): string {
  const classes = bidiClasses()
  const runs: string[] = []
  for (let start = 0; start < classes.length;) {
    let end = start + 1
    while (end < classes.length && classes[end] === classes[start]) end++
    const length = end - start === 1 ? '' : (end - start).toString(36)
    runs.push(classes[start]!.toString(36) + length)
    start = end
  }
  const pairs = unicodeLines('BidiBrackets.txt').flatMap((line) => {
    const [from, to, kind] = line.split(/\s*;\s*/)
    return kind === 'o' ? [`\\u${from!}\\u${to!}`] : []
  })
  const version = /-([\d.]+)\.txt/.exec(unicodeFile('DerivedBidiClass.txt'))![1]!
  return [
    `// Made from Unicode ${version}, DerivedBidiClass.txt and BidiBrackets.txt, by test/standards/bidi-data.ts.`,
    '// © 2022 Unicode, Inc.; terms of use: https://www.unicode.org/terms_of_use.html.',
    '// After a change of these files: npx vitest run test/standards -u.',
    '',
    '/** Runs of code points of one class, from U+0000 on: number of the class and length, both in base 36; none: 1. */',
    'export const BIDI_CLASSES =',
    ...quoted(runs, ' '),
    '',
    '/** Opening and closing brackets in turn. */',
    'export const BIDI_BRACKETS =',
    ...quoted(pairs, ''),
    '',
  ].join('\n')
}

/** A string over several lines of at most 120 characters. */
function quoted(pieces: readonly string[], between: string): string[] {
  const lines: string[] = []
  let line = ''
  pieces.forEach((piece, i) => {
    const next = piece + (i < pieces.length - 1 ? between : '')
    if (line.length + next.length > 112) {
      lines.push(line)
      line = ''
    }
    line += next
  })
  lines.push(line)
  return lines.map((l, i) => `  '${l}'${i < lines.length - 1 ? ' +' : ''}`)
}
