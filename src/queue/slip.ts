import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Made, MakeOptions, Task } from '../build/index.js'
import { inLeaflets, type Finding } from '../report/index.js'

/** What a worker is told of one leaflet: all that a job on the queue holds. */
export interface Slip extends MakeOptions, Task {
  /** Fingerprint of everything that the leaflet is to be made from: see inputs.ts. */
  readonly inputs: string
}

/** What a worker gives back: all that a finished job holds. The PDF is in the store. */
export interface Receipt extends Pick<Made, 'pages' | 'findings' | 'later' | 'facts' | 'same'> {
  /** SHA-256 of the PDF; none of a leaflet that its findings hold, or that would be the same as the one that is there. */
  readonly sha256?: string | undefined
  readonly bytes: number
  readonly host: string
}

/** Why a worker gave a job back untouched: not the leaflet's fault. It stands at the job until somebody makes it. */
export interface Refusal {
  readonly host: string
  /** Another workspace than the one that was asked from: what differs; else what is wrong with the worker's store. */
  readonly kind: 'workspace' | 'store'
  readonly problem: string
  /** A file that differs, if one does. */
  readonly file?: string | undefined
}

const name = v.pipe(v.string(), v.regex(/^[\w.-]+$/))
const slip = v.object({
  order: v.object({ notice: name, language: name, service: name, format: name, issueDate: name }),
  proof: v.boolean(),
  release: v.boolean(),
  known: v.exactOptional(v.string()),
  edition: v.exactOptional(v.string()),
  inputs: v.string(),
})
const place = v.object({
  file: v.string(),
  line: v.number(),
  column: v.number(),
  key: v.exactOptional(v.string()),
  excerpt: v.exactOptional(v.string()),
})
const found = v.object({
  code: v.custom<Finding['code']>((code) => typeof code === 'string'),
  severity: v.picklist(['error', 'warning', 'note']),
  place,
  title: v.string(),
  printed: v.exactOptional(v.string()),
  fix: v.string(),
  leaflets: v.exactOptional(v.array(v.string())),
})
const keys = v.array(v.string())
const facts = v.object({
  fingerprint: v.string(),
  edition: name,
  asked: v.object({ own: keys, foreign: keys, drafts: keys }),
  said: v.exactOptional(v.array(v.tuple([v.string(), v.string()]))),
})
const receipt = v.object({
  sha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  bytes: v.number(),
  pages: v.number(),
  findings: v.array(found),
  later: v.number(),
  facts: v.exactOptional(facts),
  same: v.boolean(),
  host: v.string(),
})
const refusal = v.object({
  host: v.string(),
  kind: v.picklist(['workspace', 'store']),
  problem: v.string(),
  file: v.optional(v.string()),
})

/** What comes from Redis may be from anybody: names go into paths, and nothing else than these forms is taken. */
export function readSlip(value: unknown): Slip | undefined {
  const read = v.safeParse(slip, value)
  return read.success ? read.output : undefined
}
// As they came: the names of a finding keep their order, so that a build prints the same as on one machine.
export const readReceipt = (value: unknown): Receipt | undefined => (v.is(receipt, value) ? value : undefined)
export const readRefusal = (value: unknown): Refusal | undefined => (v.is(refusal, value) ? value : undefined)

export const leafletOf = ({ order: o }: Task): string => `${o.language}/${o.notice}.${o.service}.${o.format}`

/** A leaflet that could not be had this time; asked again, it may be. */
export const held = (task: Task, ...why: readonly Finding[]): Made => ({
  order: task.order,
  id: leafletOf(task),
  pages: 0,
  later: 0,
  same: false,
  findings: why.map((f) => inLeaflets(f, [leafletOf(task)])),
  passing: true,
})

/**
 * The same slip has the same id, whoever asks and however often: BullMQ keeps one job of an id. What is there already
 * counts: who has the leaflet gets no PDF, and who has its edition no texts.
 */
export function slipId({ order: o, proof, release, inputs, known, edition }: Slip): string {
  const all = [o.notice, o.language, o.service, o.format, o.issueDate, proof, release, inputs, known, edition]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 40)
}
