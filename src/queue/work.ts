import { diskShelf } from '../build/index.js'
import type { Finding, Place } from '../report/index.js'
import type { QueueAddress } from './address.js'
import { Bench } from './bull.js'
import { differences, filesOn, howDiffers, inputsOf, isFile, type Inputs } from './inputs.js'
import { openTools, troubleOf } from './open.js'
import { Press } from './press.js'
import { leafletOf, readSlip, type Receipt, type Refusal, type Slip } from './slip.js'
import { inputsName, pdfName, sha256Of, StoreError, type Store, type StoreAddress } from './store.js'

export interface WorkOptions {
  /** Absolute path of the workspace. */
  readonly folder: string
  readonly address: QueueAddress
  readonly store: StoreAddress
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Leaflets at the same time, each in a thread. */
  readonly jobs: number
  readonly host: string
  /** Milliseconds after which others take the jobs of a worker that went silent. */
  readonly lock?: number
  /** Ends the work: what is begun is finished, nothing more is taken. */
  readonly until: AbortSignal
  readonly placeOf: (asked: string) => Place
  /** It waits for leaflets, of a workspace with this fingerprint. */
  ready(fingerprint: string): void
  made(leaflet: string, receipt: Receipt): void
  /** Something that whoever runs this worker should know. */
  trouble(problem: string): void
}

export interface Worked {
  readonly made: number
  /** Would be the same as those that the build has. */
  readonly same: number
  readonly held: number
  readonly failed: number
  readonly findings: readonly Finding[]
}

/** BullMQ's own: what waits on the queue makes no leaflets itself, so it is never late. */
const LOCK = 30_000

/** Makes leaflets of a queue until it is told to stop. */
export async function work(options: WorkOptions): Promise<Worked> {
  const { store, findings } = await openTools(options)
  const count = { made: 0, same: 0, held: 0, failed: 0 }
  if (!store) return { ...count, findings }
  const workplace = new Workplace(options, store)
  const bench = new Bench({
    address: options.address,
    host: options.host,
    jobs: options.jobs,
    lock: options.lock ?? LOCK,
    async make(data) {
      const outcome = await workplace.make(data)
      if ('kind' in outcome) options.trouble(`Gave a leaflet back: ${outcome.problem}`)
      else count[outcome.same ? 'same' : outcome.sha256 === undefined ? 'held' : 'made']++
      return outcome
    },
    failed(leaflet, problem) {
      count.failed++
      options.trouble(`${leaflet} could not be made: ${problem}`)
    },
    trouble: onceInARow((error: Error) => {
      options.trouble(`The queue: ${troubleOf(error)}`)
    }),
  })
  options.ready(workplace.fingerprint)
  if (!options.until.aborted)
    await new Promise((resolve) => {
      options.until.addEventListener('abort', resolve, { once: true })
    })
  await bench.close()
  await workplace.close()
  return { ...count, findings }
}

/** A workspace and the threads that make its leaflets; both anew when the workspace has changed. */
class Workplace {
  readonly #options: WorkOptions
  readonly #store: Store
  #inputs: Inputs
  #press: Press

  constructor(options: WorkOptions, store: Store) {
    this.#options = options
    this.#store = store
    const { inputs, press } = this.#read()
    this.#inputs = inputs
    this.#press = press
  }

  get fingerprint(): string {
    return this.#inputs.fingerprint
  }

  async make(data: unknown): Promise<Receipt | Refusal> {
    const { host } = this.#options
    const slip = readSlip(data)
    if (!slip) return { host, kind: 'workspace', problem: 'the build is of another version of Doorstep' }
    if (slip.inputs !== this.#inputs.fingerprint) this.#readAgain()
    if (slip.inputs !== this.#inputs.fingerprint) return this.#refuse(slip)
    const { pdf, pages, findings, later, facts, same } = await this.#press.make(slip)
    const receipt: Receipt = {
      ...{ pages, findings, later, same, host, bytes: pdf?.byteLength ?? 0 },
      ...(pdf ? { sha256: sha256Of(pdf) } : {}),
      ...(facts ? { facts } : {}),
    }
    try {
      if (pdf) await this.#store.put(pdfName(receipt.sha256!), pdf)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      return { host, kind: 'store', problem: error.message }
    }
    this.#options.made(leafletOf(slip), receipt)
    return receipt
  }

  async close(): Promise<void> {
    await this.#press.close()
  }

  #read(): { inputs: Inputs; press: Press } {
    const { folder, jobs } = this.#options
    const files = filesOn(diskShelf(folder))
    return { inputs: inputsOf(folder, files), press: new Press({ folder, files }, jobs) }
  }

  /** The workspace may have been updated since. Leaflets that are being made are finished from what was read before. */
  #readAgain(): void {
    const { inputs, press } = this.#read()
    if (inputs.fingerprint === this.#inputs.fingerprint) return
    void this.#press.close()
    this.#inputs = inputs
    this.#press = press
  }

  /** Says what differs, as far as the store tells what the build was asked from. */
  async #refuse({ inputs }: Slip): Promise<Refusal> {
    const { host } = this.#options
    try {
      const bytes = await this.#store.get(inputsName(inputs))
      const asked = bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Inputs['parts'])
      if (!asked) return { host, kind: 'store', problem: 'it does not have what the build put into it: it is another' }
      const [first, ...rest] = differences(asked, this.#inputs.parts)
      if (first === undefined) return { host, kind: 'workspace', problem: 'its workspace is changing' }
      const more = rest.length === 0 ? '' : `, and ${rest.length} more ${rest.length === 1 ? 'thing' : 'things'}`
      const problem = `${howDiffers(first, { there: this.#inputs.parts, here: asked })}${more}`
      return { host, kind: 'workspace', problem, ...(isFile(first) ? { file: first } : {}) }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      return { host, kind: 'store', problem: error.message }
    }
  }
}

/** The same trouble again and again, as of a Redis that is away, is told once. */
function onceInARow(tell: (error: Error) => void): (error: Error) => void {
  let last = ''
  return (error) => {
    if (error.message !== last) tell(error)
    last = error.message
  }
}
