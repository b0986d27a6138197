import { safeParse, type BaseIssue, type GenericSchema, type InferOutput } from 'valibot'
import { finding, nearest, type Finding } from '../report/index.js'
import type { Json, JsonPath } from './json.js'

/** What a file holds, if it holds what it should, and what is wrong with it. */
export interface Reading<T> {
  readonly value?: T
  readonly findings: readonly Finding[]
}

/** Checks the form of a file; each problem is placed at the value that has it. */
export function readShape<S extends GenericSchema>(schema: S, json: Json): Reading<InferOutput<S>> {
  if (json.value === undefined) return { findings: json.findings }
  const result = safeParse(schema, json.value)
  if (result.success) return { value: result.output, findings: json.findings }
  return { findings: [...json.findings, ...result.issues.map((issue) => shapeFinding(issue, schema, json))] }
}

function shapeFinding(issue: BaseIssue<unknown>, schema: GenericSchema, json: Json): Finding {
  const path = pathOf(issue)
  return finding('json-shape', json.place(path), {
    path: path.join('.') || 'the whole file',
    problem: issue.expected === 'never' ? unknownName(issue, schema) : problemOf(issue),
  })
}

const pathOf = (issue: BaseIssue<unknown>): JsonPath =>
  (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)))

/** Valibot says "never" where strict objects refuse a name. */
function unknownName(issue: BaseIssue<unknown>, schema: GenericSchema): string {
  const names = namesAt(schema, pathOf(issue).slice(0, -1))
  const last = issue.path?.at(-1)
  const typed = String(last?.key)
  const there = Object.keys((last?.input as object | undefined) ?? {})
  const free = names.filter((name) => !there.includes(name))
  const [meant] = nearest(typed, free, Math.max(1, typed.length / 3))
  if (meant !== undefined) return `Doorstep knows no such name here; "${meant}" was perhaps meant`
  return names.length === 0
    ? 'Doorstep knows no such name here'
    : `Doorstep knows no such name here, only ${names.join(', ')}`
}

/** Names that an object of a schema may have, where a path leads to. */
function namesAt(schema: unknown, path: JsonPath): string[] {
  const { entries, item, value, wrapped } = schema as {
    readonly entries?: Readonly<Record<string, unknown>>
    readonly item?: unknown
    readonly value?: unknown
    readonly wrapped?: unknown
  }
  if (wrapped !== undefined) return namesAt(wrapped, path)
  const [step, ...rest] = path
  if (step === undefined) return Object.keys(entries ?? {})
  const next = entries ? entries[step] : (item ?? value)
  return next === undefined ? [] : namesAt(next, rest)
}

function problemOf(issue: BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'it is missing'
  // The schemas give their own words where they can; Valibot's own all start like this.
  if (!issue.message.startsWith('Invalid ')) return issue.message
  return `it should be ${typeWords[issue.expected ?? ''] ?? choiceOf(issue.expected ?? 'something else')}, not ${foundOf(issue)}`
}

/** `("A4" | "A5")`, as Valibot says it. */
const choiceOf = (expected: string): string =>
  expected
    .replace(/^\((.*)\)$/, '$1')
    .replace(/ \| (?=[^|]*$)/, ' or ')
    .replaceAll(' | ', ', ')

/** Valibot takes objects without prototype, as readJson makes them, for null. */
function foundOf({ input, received }: BaseIssue<unknown>): string {
  if (Array.isArray(input)) return 'a list'
  return typeof input === 'object' && input !== null ? 'an object' : received
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Object: 'an object',
  Array: 'a list',
}
