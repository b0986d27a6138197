import { countFindings, isError, printFinding, type Finding } from '../report/index.js'
import { documentParts } from './document-parts.js'
import type { ExitCode } from './program.js'

/**
 * Everything that a command prints goes through here. Results go to stdout, findings and progress to stderr; with
 * `--json` stdout has one document and nothing else. Its form is a promise to scripts: names are added, never changed.
 *
 *   every command  { "findings": [ finding, … ], … }
 *   finding        { code, severity, place: { file, line, column, key?, excerpt? }, title, printed?, fix, keys?, leaflets? };
 *                  keys: all texts that it is about, where it is about several
 *   build          leaflets: [ { id, notice, language, service, format, issueDate, state, file, bytes, pages,
 *                  edition? }, … ]; state is "built", "current" (it would come out the same) or "held", file is relative
 *                  to the output folder
 *   status         languages: [ { tag, englishName, ownName, missing, needs-editing, draft, reviewed, approved,
 *                  texts: [ { key, state, review? }, … ] }, … ], waiting: [ { key, english, change?, missing: [ tag, … ],
 *                  stale: [ tag, … ], leaflets: [ id, … ] }, … ]
 *   proof          file, leaflet?, dump
 *   trace          key, stages: [ { stage, text }, … ]
 *   preview        file?, bytes, leaflet?, pages: [ number, … ], of, texts: [ { key, state, text, english, sightings: [
 *                  { key, page, kind, box, lines, size }, … ] }, … ], numbers: [ { number, page, texts: [ { key?, file, own,
 *                  picture }, … ] }, … ]
 *   preview --watch  as preview, with page?, renewed: one document a line for each change
 *   edition        editions: [ { code, state, leaflet, notice, language, service, format, first, last, by?, day?,
 *                  changes?: [ { key, change? }, … ] }, … ]; state is "current", "superseded" or "withdrawn"
 *   impact         keys: [ { key, changes: { tag: change, … }, leaflets, languages, formats, ready, waiting }, … ],
 *                  leaflets: [ { id, notice, language, service, format, issueDate, englishName, why, state, texts,
 *                  waitsFor: [ { key, state }, … ], recall?: { edition, first, last } }, … ]
 *   verify         same, all: numbers of leaflets
 *   watch          as build, one document a line for each build
 *   review         written: [ file, … ]
 *   worker         made, same, held, failed: how many leaflets
 *   queue          counts?: { waiting, making, made, aside }, workers?, aside: [ { leaflet, problem, host }, … ]
 *   export         file?, language, format, keys: [ key, … ]
 *   import         file, language?, changes: [ { key, before?, after, shown }, … ], said: { key: "draft" or "reviewed", … },
 *                  untranslated, files: [ file, … ], written; a finding in a spreadsheet has place.cell too
 */
export class Out {
  readonly #json: boolean
  #line = false

  constructor(json: boolean) {
    this.#json = json
  }

  /** A line of result, for people. */
  say(text: string): void {
    if (this.#json) return
    this.#clear()
    process.stdout.write(`${text}\n`)
  }

  /** One line that is written over and over, on a terminal only. */
  progress(done: number, all: number, what: string): void {
    if (this.#json || !process.stderr.isTTY) return
    const width = 24
    const bar = '█'.repeat(Math.round((done / all) * width)).padEnd(width, '░')
    process.stderr.write(`\r\x1b[2K${bar} ${done}/${all} ${what}`)
    this.#line = true
  }

  /** On a terminal, in place of progress while there is none. */
  waiting(what: string): void {
    if (this.#json || !process.stderr.isTTY) return
    process.stderr.write(`\r\x1b[2K${what}`)
    this.#line = true
  }

  /** A line for whoever runs a command that goes on: with `--json` too, since its document comes at the end. */
  warn(text: string): void {
    this.#clear()
    process.stderr.write(`${text}\n`)
  }

  #findings(findings: readonly Finding[]): void {
    this.#clear()
    for (const f of findings) process.stderr.write(`${printFinding(f)}\n\n`)
    if (findings.length > 0) process.stderr.write(`${countFindings(findings)}\n`)
  }

  /** What a command that goes on has to say so far: with `--json` one document a line. */
  news(findings: readonly Finding[], rest: object): void {
    if (this.#json) process.stdout.write(`${JSON.stringify({ ...rest, findings })}\n`)
    else this.#findings(findings)
  }

  /** The end of every command: its findings, or the one document of `--json`, with `rest`. Gives the exit code. */
  end(findings: readonly Finding[], rest: object): ExitCode {
    if (this.#json) for (const part of documentParts({ findings, ...rest })) process.stdout.write(part)
    else this.#findings(findings)
    return findings.some(isError) ? 1 : 0
  }

  #clear(): void {
    if (this.#line) process.stderr.write('\r\x1b[2K')
    this.#line = false
  }
}
