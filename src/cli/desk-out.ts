import { countFindings, printFinding, type Finding } from '../report/index.js'

/** Everything that a command prints goes through here: findings and progress to the terminal, JSON as one document. */
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

  findings(findings: readonly Finding[]): void {
    if (this.#json) return
    this.#clear()
    for (const f of findings) process.stderr.write(`${printFinding(f)}\n\n`)
    if (findings.length > 0) process.stderr.write(`${countFindings(findings)}\n`)
  }

  /** The one JSON document of `--json`. */
  json(value: unknown): void {
    if (this.#json) process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`)
  }

  #clear(): void {
    if (this.#line) process.stderr.write('\r\x1b[2K')
    this.#line = false
  }
}
