import Handlebars from 'handlebars'
import { fileStart, finding, placeAt, type Finding, type Place } from '../report/index.js'
import { keptFor } from '../memory/index.js'
import { DEEPEST, tooDeepAt } from './template-depth.js'
import type { Sheet, Template } from './template-files.js'
import { furthestUp, isTooFarUp, misuse, NO_DECORATORS, offsetOf, plainWords, templateFault, type Refusal } from './template-fault.js' // prettier-ignore

/** A helper as the rest of the room sees it. */
export type Helper = (call: HelperCall) => unknown
export interface HelperCall {
  readonly name: string
  readonly values: readonly unknown[]
  readonly named: Readonly<Record<string, unknown>>
  /** Where the template calls it. */
  readonly place: Place
}

/** What a helper throws when a template asks for something that cannot be. */
export class HelperRefusal extends Error {}

/** Markup that a helper made and that must not be escaped again. */
export const rawMarkup = (markup: string): unknown => new Handlebars.SafeString(markup)

/** Fills a template. One that is wrong gives no markup and a finding, placed in the file that is wrong. */
export function fillTemplate(
  template: Template,
  view: object,
  helpers: Readonly<Record<string, Helper>>,
): { readonly markup?: string; readonly findings: readonly Finding[] } {
  const sheets = [template.main, ...template.partials.values()]
  const filling: Filling = { helpers, sheets: new Map(sheets.map((sheet) => [sheet.file, sheet])), steps: 0 }
  try {
    checkPartials(template, Object.keys(helpers))
    const partials = Object.fromEntries(
      [...template.partials].map(([name, sheet]) => [name, countedPartial(sheet, Object.keys(helpers), filling)] as const), // prettier-ignore
    )
    const bridged = Object.fromEntries(Object.keys(helpers).map((name) => [name, bridge(name, filling)]))
    const run = runner(template.main, Object.keys(helpers))
    // Views are plain data; a template that reaches for "constructor" gets nothing.
    const safe = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false }
    return {
      markup: run(view, { partials, helpers: { ...bridged, ...countedRounds(filling) }, ...safe }),
      findings: [],
    }
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error
    return { findings: [finding('template-broken', error.place, { problem: error.message })] }
  } finally {
    // A compiled template keeps the helpers that it was filled with last, and with them all texts of a language.
    filling.helpers = {}
  }
}

/** What helpers are called with while a template is filled. */
interface Filling {
  helpers: Readonly<Record<string, Helper>>
  readonly sheets: ReadonlyMap<string, Sheet>
  /** Rounds of lists, and partials, so far. */
  steps: number
}

/** A long notice has some hundred texts, each a round or two; partials that ask for others twice soon ask for billions. */
const MOST_STEPS = 50_000

function takeStep(filling: Filling, sheet: Sheet, { line, column }: hbs.AST.Position): void {
  if (++filling.steps > MOST_STEPS) throw new TemplateProblem(placeInSheet(sheet, line, column), `it goes on for more than ${MOST_STEPS} rounds and partials`) // prettier-ignore
}

function countedPartial(sheet: Sheet, helpers: readonly string[], filling: Filling): Run {
  const run = runner(sheet, helpers)
  return (context, options) => {
    takeStep(filling, sheet, { line: 1, column: 0 })
    return run(context, options)
  }
}

/** {{#each list}}, and {{#list}}, which is the same in short. */
function countedRounds(filling: Filling): Handlebars.HelperDeclareSpec {
  const counted = (name: 'each' | 'blockHelperMissing'): Handlebars.HelperDelegate =>
    function (this: unknown, list: unknown, options: Handlebars.HelperOptions & { loc: hbs.AST.SourceLocation }) {
      const sheet = filling.sheets.get(options.loc.source)
      const fn = (...round: Parameters<typeof options.fn>): string => {
        if (sheet) takeStep(filling, sheet, options.loc.start)
        return options.fn(...round)
      }
      return kitchen.helpers[name]!.call(this, list, { ...options, fn }) as string
    }
  return { each: counted('each'), blockHelperMissing: counted('blockHelperMissing') }
}

/** Stops the filling; becomes a finding. */
class TemplateProblem extends Error {
  constructor(
    readonly place: Place,
    problem: string,
  ) {
    super(problem)
  }
}

type Run = (context: unknown, options?: Handlebars.RuntimeOptions) => string
interface Compiled {
  readonly run: Run
  readonly partials: readonly { readonly name: string; readonly line: number; readonly column: number }[]
}

/** Compiling costs more than filling, and a batch fills the same few templates hundreds of times. */
const compiledFrom = keptFor<Sheet, Map<string, Compiled>>(() => new Map())

function compile(sheet: Sheet, helpers: readonly string[]): Compiled {
  const compiled = compiledFrom(sheet)
  const id = helpers.join(' ')
  const known = compiled.get(id)
  if (known) return known
  const lost = sheet.text.search(/[\0\uFFFD]/)
  if (lost >= 0) throw new TemplateProblem(placeAt(sheet.file, sheet.text, lost), 'it is not in UTF-8, or a letter was lost here') // prettier-ignore
  const deep = tooDeepAt(sheet.text, DEEPEST)
  if (deep !== undefined)
    throw new TemplateProblem(placeAt(sheet.file, sheet.text, deep), `blocks or brackets stand more than ${DEEPEST} deep within each other`) // prettier-ignore
  const tree = parse(sheet)
  const options = {
    strict: true,
    noEscape: false,
    // An unknown helper is found when the template is compiled, not when a family's leaflet first needs it.
    knownHelpers: { ...OUT_OF_REACH, ...Object.fromEntries(helpers.map((name) => [name, true])) },
    knownHelpersOnly: true,
    preventIndent: true,
  }
  // `compile` waits for the first run before it looks at the template; `precompile` looks at once. Its code is a literal
  // object of functions, which `compile` would make a second time.
  const partials = partialsOf(sheet, tree)
  const code = Handlebars.precompile(tree, options) as unknown as string
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what Handlebars itself does with it
  const specify = new Function(`return ${code}`) as () => ReturnType<typeof Handlebars.precompile>
  const made = { run: kitchen.template(specify()) as Run, partials }
  compiled.set(id, made)
  return made
}

/** Its parser throws plain errors; only its lexer knows where it stopped. */
function parse({ file, text }: Sheet): hbs.AST.Program {
  try {
    return Handlebars.parse(text, { srcName: file })
  } catch (error) {
    const { message } = error as Error
    // Of a wrong path it knows the place.
    if (!/^(Parse|Lexical) error on line|doesn't match/.test(message)) throw error
    const last = { ...lexer.yylloc }
    const { words, at } = templateFault(text, { message, last }, (other) => Handlebars.parse(other))
    throw new TemplateProblem(placeAt(file, text, at), words)
  }
}

const { lexer } = (Handlebars as unknown as { readonly Parser: { readonly lexer: { readonly yylloc: Refusal['last'] } } }).Parser // prettier-ignore

const kitchen = Handlebars.create()
/** Handlebars knows these by itself: the first writes to the console, which is not this room's to do, the others are its own. */
const OUT_OF_REACH = { log: false, helperMissing: false, blockHelperMissing: false }

/** The partials that a template asks for. Stops at tags that Handlebars takes and then fails on when it is filled. */
function partialsOf(sheet: Sheet, tree: hbs.AST.Program): Compiled['partials'] {
  const found: { name: string; line: number; column: number }[] = []
  const note = ({ name, loc }: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): unknown =>
    found.push({ name: name.type === 'PathExpression' ? name.original : '', ...loc.start })
  const refuse = ({ loc }: hbs.AST.Node, problem: string | undefined): void => {
    if (problem !== undefined) throw new TemplateProblem(placeInSheet(sheet, loc.start.line, loc.start.column), problem)
  }
  class Finder extends Handlebars.Visitor {
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      note(partial)
      super.PartialStatement(partial)
    }
    override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
      note(partial)
      super.PartialBlockStatement(partial)
    }
    override BlockStatement(block: hbs.AST.BlockStatement): void {
      refuse(block, misuse(block.path, block.params.length, 'block'))
      super.BlockStatement(block)
    }
    override MustacheStatement(tag: hbs.AST.MustacheStatement): void {
      refuse(tag, misuse(tag.path, tag.params.length, 'value'))
      super.MustacheStatement(tag)
    }
    override SubExpression(tag: hbs.AST.SubExpression): void {
      refuse(tag, misuse(tag.path, tag.params.length, 'value'))
      super.SubExpression(tag)
    }
    override Decorator(tag: hbs.AST.Decorator): void {
      refuse(tag, NO_DECORATORS)
    }
    override DecoratorBlock(tag: hbs.AST.DecoratorBlock): void {
      refuse(tag, NO_DECORATORS)
    }
  }
  new Finder().accept(tree)
  return found
}

/** Looks at all files before any is run: a broken partial is found although this leaflet may not reach it. */
function checkPartials(template: Template, helpers: readonly string[]): void {
  for (const sheet of [template.main, ...template.partials.values()]) {
    for (const { name, line, column } of located(sheet, () => compile(sheet, helpers)).partials) {
      if (template.partials.has(name)) continue
      const why = template.unread.get(name)
      const missing =
        why === undefined ? `there is no partial "${name}"` : `the partial "${name}" cannot be read: ${why}`
      const problem = name === '' ? 'the name of a partial is written plainly' : missing
      throw new TemplateProblem(placeInSheet(sheet, line, column), problem)
    }
  }
}

/** A template as a function whose errors know their file. */
function runner(sheet: Sheet, helpers: readonly string[]): Run {
  const { run } = compile(sheet, helpers)
  return (context, options) => located(sheet, () => run(context, options))
}

/** Errors inside get a place; the innermost file is the one that is wrong. */
function located<T>(sheet: Sheet, act: () => T): T {
  try {
    return act()
  } catch (error) {
    // Anything else is a bug of Doorstep, and must not be blamed on the template.
    if (error instanceof RangeError && error.message.includes('call stack'))
      throw new TemplateProblem(placeInSheet(sheet, 1, 0), 'it includes itself without end')
    if (isTooFarUp(error)) {
      const at = sheet.text.indexOf(furthestUp(sheet.text))
      throw new TemplateProblem(
        placeAt(sheet.file, sheet.text, at),
        'it goes further up with ../ than there is anything',
      )
    }
    if (!(error instanceof Handlebars.Exception)) throw error
    const { lineNumber, column } = error as { lineNumber?: number; column?: number }
    throw new TemplateProblem(placeInSheet(sheet, lineNumber ?? 1, column ?? 0), plainWords(error.message))
  }
}

/** A batch asks for the same few hundred spots again and again. */
const spots = keptFor<Sheet, Map<string, Place>>(() => new Map())

/** Handlebars counts lines from 1 and columns from 0. */
function placeInSheet(sheet: Sheet, line: number, column: number): Place {
  const known = spots(sheet)
  const id = `${line}:${column}`
  const spot = known.get(id) ?? findPlace(sheet, line, column)
  known.set(id, spot)
  return spot
}

const findPlace = ({ file, text }: Sheet, line: number, column: number): Place =>
  placeAt(file, text, offsetOf(text, line, column))

/** Handlebars calls helpers with values and, last, its options, whose type does not mention `loc` (4.7 sets it). */
function bridge(name: string, filling: Filling): Handlebars.HelperDelegate {
  return (...args: unknown[]): unknown => {
    const options = args.at(-1) as { hash: Record<string, unknown>; loc: hbs.AST.SourceLocation }
    const { line, column } = options.loc.start
    const sheet = filling.sheets.get(options.loc.source)
    const place = sheet ? placeInSheet(sheet, line, column) : fileStart(options.loc.source)
    try {
      return filling.helpers[name]!({ name, values: args.slice(0, -1), named: options.hash, place })
    } catch (error) {
      if (error instanceof HelperRefusal) throw new TemplateProblem(place, error.message)
      throw error
    }
  }
}
