import { safeParse, type BaseIssue, type GenericSchema, type InferOutput } from 'valibot'
import { finding, type Finding } from '../report/index.js'
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
  return { findings: [...json.findings, ...result.issues.map((issue) => shapeFinding(issue, json))] }
}

function shapeFinding(issue: BaseIssue<unknown>, json: Json): Finding {
  const path = pathOf(issue)
  return finding('json-shape', json.place(path), {
    path: path.join('.') || 'the whole file',
    problem: problemOf(issue),
  })
}

const pathOf = (issue: BaseIssue<unknown>): JsonPath =>
  (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)))

function problemOf(issue: BaseIssue<unknown>): string {
  // Valibot says "never" where strict objects refuse a name.
  if (issue.expected === 'never') return 'Doorstep knows no such name here'
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
