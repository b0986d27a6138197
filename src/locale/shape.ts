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
  const lists = listsForObjects(schema, json.value)
  if (lists.length > 0) return { findings: [...json.findings, ...lists.map((path) => shapeFinding(path, 'it should be an object, not a list', json))] } // prettier-ignore
  const result = safeParse(schema, json.value)
  if (result.success) return { value: result.output, findings: json.findings }
  return { findings: [...json.findings, ...findingsOf(result.issues, { schema, json, path: [] })] }
}

/** What a part of a file should be, and where it stands. */
interface Part {
  readonly schema: unknown
  readonly json: Json
  readonly path: JsonPath
}

const findingsOf = (issues: readonly BaseIssue<unknown>[], part: Part): Finding[] =>
  issues.flatMap((issue) => findingsOfOne(issue, part))

function findingsOfOne(issue: BaseIssue<unknown>, { schema, json, path: start }: Part): Finding[] {
  const below = pathOf(issue)
  const path = [...start, ...below]
  if (issue.expected === 'never') {
    // Valibot says "never" where a strict object refuses a name: of the first that it refuses.
    const { unknown, free, known } = unknownNames(issue, namesOf(schemaAt(schema, below.slice(0, -1))))
    return unknown.map((name) => shapeFinding([...path.slice(0, -1), name], unknownName(name, free, known), json))
  }
  const form = issue.type === 'union' ? nearestForm(schemaAt(schema, below), issue.input) : undefined
  const inForm = form && safeParse(form, issue.input).issues
  return inForm ? findingsOf(inForm, { schema: form, json, path }) : [shapeFinding(path, problemOf(issue), json)]
}

const shapeFinding = (path: JsonPath, problem: string, json: Json): Finding =>
  finding('json-shape', json.place(path), { path: path.join('.') || 'the whole file', problem })

const pathOf = (issue: BaseIssue<unknown>): JsonPath =>
  (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)))

/** Names of an object that Doorstep does not know, those that it might have besides, and all that it may have. */
function unknownNames({ path }: BaseIssue<unknown>, known: readonly string[]) {
  const there = Object.keys((path?.at(-1)?.input as object | undefined) ?? {})
  return {
    unknown: there.filter((name) => !known.includes(name)),
    free: known.filter((name) => !there.includes(name)),
    known,
  }
}

function unknownName(typed: string, free: readonly string[], known: readonly string[]): string {
  const [meant] = nearest(typed, free, Math.max(1, typed.length / 3))
  if (meant !== undefined) return `Doorstep knows no such name here; "${meant}" was perhaps meant`
  return known.length === 0
    ? 'Doorstep knows no such name here'
    : `Doorstep knows no such name here, only ${known.join(', ')}`
}

/** Of several forms that an object may have the one that has most of the names that are there; none if two have as many. */
function nearestForm(union: unknown, input: unknown): GenericSchema | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  const { options = [] } = union as { readonly options?: readonly GenericSchema[] }
  const alike = (form: GenericSchema): number => namesOf(form).filter((name) => name in input).length
  const [first, second] = [...options].sort((a, b) => alike(b) - alike(a))
  return first && alike(first) > (second ? alike(second) : 0) ? first : undefined
}

/** Where lists stand in place of objects: Valibot takes them for objects, and an empty one for a sound file. */
function listsForObjects(schema: unknown, found: unknown): JsonPath[] {
  const { type } = schema as { readonly type?: string }
  if (Array.isArray(found) && (type === 'strict_object' || type === 'record')) return [[]]
  const lists: JsonPath[] = []
  for (const name in found as object) {
    const inner = (found as Readonly<Record<string, unknown>>)[name]
    if (typeof inner !== 'object' || inner === null) continue
    const step = Array.isArray(found) ? Number(name) : name
    for (const path of listsForObjects(schemaAt(schema, [step]), inner)) lists.push([step, ...path])
  }
  return lists
}

/** What a schema says of the value that a path leads to. */
function schemaAt(schema: unknown, path: JsonPath): unknown {
  const { entries, item, value, wrapped } = schema as {
    readonly entries?: Readonly<Record<string, unknown>>
    readonly item?: unknown
    readonly value?: unknown
    readonly wrapped?: unknown
  }
  if (wrapped !== undefined) return schemaAt(wrapped, path)
  const [step, ...rest] = path
  if (step === undefined) return schema
  return schemaAt((entries ? entries[step] : (item ?? value)) ?? {}, rest)
}

const namesOf = (schema: unknown): string[] => Object.keys((schema as { readonly entries?: object }).entries ?? {})

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
