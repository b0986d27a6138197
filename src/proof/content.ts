import { instructionsOf, type Instruction, type Operand } from './content-tokens.js'

/**
 * What one page paints, read from its content stream: which marked content owns the paint, and which codes of which
 * font are shown. pdf.js has an operator list too, but it names no font resource, so its codes cannot be looked up in
 * the font; and making it costs 10 ms of a leaflet whose text it reads in 12 ms, this scan costs 1.5 ms.
 */
export interface PageContent {
  /** Marked content that belongs to the tag tree, by its id. */
  readonly marks: ReadonlyMap<number, Mark>
  /** Artifacts that paint no text: rules, backgrounds. */
  readonly drawnArtifacts: number
  /** What breaks the rule that all paint is either tagged or artifact, in words. */
  readonly faults: readonly string[]
  /** Strings shown, as bytes (latin1), by name of the font resource. */
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>
  /** The last code of each string that something follows on its own line, two bytes, by name of the font resource. */
  readonly followed: ReadonlyMap<string, ReadonlySet<string>>
}
export interface Mark {
  /** The tag that the content stream gives, such as `P`. */
  readonly tag: string
  /** Number of painting operators inside. */
  readonly paints: number
}

/** `stream`: the decoded content of the page as latin1. */
export function scanContent(stream: string): PageContent {
  const state: State = {
    open: [],
    marks: new Map(),
    drawn: 0,
    faults: new Set(),
    shown: new Map(),
    followed: new Map(),
    baseline: NaN,
    last: undefined,
    font: '',
    fonts: [],
  }
  for (const instruction of instructionsOf(stream)) step(state, instruction)
  if (state.open.length > 0) state.faults.add('marked content that does not end')
  const { marks, drawn, faults, shown, followed } = state
  return { marks, drawnArtifacts: drawn, faults: [...faults], shown, followed }
}

interface OpenMark {
  readonly kind: 'artifact' | 'tagged' | 'other'
  readonly id: number
  /** Type and subtype of an artifact, such as `Pagination Header`. */
  readonly type?: string
  shapes: number
  texts: number
}
interface State {
  readonly open: OpenMark[]
  readonly marks: Map<number, { tag: string; paints: number }>
  drawn: number
  readonly faults: Set<string>
  readonly shown: Map<string, Set<string>>
  readonly followed: Map<string, Set<string>>
  /** Of the text matrix (§9.4.2). */
  baseline: number
  last: { readonly font: string; readonly code: string; readonly baseline: number } | undefined
  font: string
  /** Fonts saved by `q`. */
  readonly fonts: string[]
}

/** Operators that show text (ISO 32000-1 table 109), and those that paint shapes (tables 60, 77, 87 and 92). */
const SHOWS = new Set(['Tj', 'TJ', "'", '"'])
const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'EI'])

function step(state: State, { operator, operands }: Instruction): void {
  if (SHOWS.has(operator)) {
    show(state, operands)
    paint(state, 'texts')
  } else if (PAINTS.has(operator) || operator === 'ID') {
    paint(state, 'shapes')
  } else if (operator === 'BDC' || operator === 'BMC') {
    state.open.push(openMark(state, operands))
  } else if (operator === 'EMC') {
    close(state)
  } else if (operator === 'Tf') {
    const font = operands[0]
    if (font?.kind === 'name') state.font = font.value
  } else if (operator === 'Tm') {
    const y = operands[5]
    state.baseline = y?.kind === 'number' ? y.value : NaN
  } else if (operator === 'q') {
    state.fonts.push(state.font)
  } else if (operator === 'Q') {
    state.font = state.fonts.pop() ?? state.font
  }
}

/** Properties named in the page's resources are not looked up: Doorstep writes them in place (§14.6.2 allows both). */
function openMark(state: State, operands: readonly Operand[]): OpenMark {
  const tag = operands[0]?.kind === 'name' ? operands[0].value : ''
  const properties = operands[1]?.kind === 'dict' ? operands[1].entries : undefined
  const mcid = properties?.get('MCID')
  const inside = (kind: OpenMark['kind']): boolean => state.open.some((m) => m.kind === kind)
  if (tag === 'Artifact') {
    if (inside('tagged')) state.faults.add('an artifact inside tagged content') // Matterhorn 01-003
    const names = ['Type', 'Subtype'].map((key) => properties?.get(key))
    const type = names.flatMap((n) => (n?.kind === 'name' ? [n.value] : [])).join(' ')
    return { kind: 'artifact', id: -1, type, shapes: 0, texts: 0 }
  }
  if (mcid?.kind !== 'number') return { kind: 'other', id: -1, shapes: 0, texts: 0 }
  if (inside('artifact')) state.faults.add(`tagged content ${mcid.value} inside an artifact`) // Matterhorn 01-004
  // Ids are unique within a page (§14.7.4.2).
  if (state.marks.has(mcid.value)) state.faults.add(`marked content ${mcid.value} twice`)
  else state.marks.set(mcid.value, { tag, paints: 0 })
  return { kind: 'tagged', id: mcid.value, shapes: 0, texts: 0 }
}

function close(state: State): void {
  const mark = state.open.pop()
  if (mark === undefined) state.faults.add('an end of marked content that has no beginning')
  if (mark?.kind !== 'artifact') return
  if (mark.texts === 0 && mark.shapes > 0) state.drawn++
  // Running heads and feet are pagination artifacts (§14.8.2.2.2; Matterhorn 18-001, 18-002).
  if (mark.texts > 0 && !/^Pagination (?:Header|Footer)$/.test(mark.type ?? ''))
    state.faults.add('an artifact with text that is no running head or foot')
}

/** All paint belongs to a tag or to an artifact (§14.8.2.2.1; Matterhorn 01-005). */
function paint(state: State, what: 'shapes' | 'texts'): void {
  const owner = state.open.findLast((m) => m.kind !== 'other')
  if (owner === undefined) {
    state.faults.add(`${what === 'texts' ? 'text' : 'a shape'} outside marked content`)
    return
  }
  owner[what]++
  const mark = state.marks.get(owner.id)
  if (mark) mark.paints++
}

function show(state: State, operands: readonly Operand[]): void {
  const strings = operands.flatMap((o) => (o.kind === 'array' ? o.items : [o]))
  const seen = state.shown.get(state.font) ?? new Set<string>()
  state.shown.set(state.font, seen)
  for (const s of strings) {
    if (s.kind !== 'string') continue
    seen.add(s.bytes)
    if (state.last?.baseline === state.baseline) {
      const { font, code } = state.last
      state.followed.set(font, (state.followed.get(font) ?? new Set()).add(code))
    }
    state.last = { font: state.font, code: s.bytes.slice(-2), baseline: state.baseline }
  }
}
