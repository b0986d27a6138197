import fc from 'fast-check'
import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import { DEEPEST, tooDeepAt } from '../../src/notice/template-depth.js'
import { processorTime } from '../helpers/processor-time.js'

/** How deep Handlebars' own tree of a template goes: blocks, and expressions in round brackets. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0]
  const within = (act: () => void): void => {
    deepest = Math.max(deepest, ++depth)
    act()
    depth--
  }
  class Diver extends Handlebars.Visitor {
    override BlockStatement(block: hbs.AST.BlockStatement): void {
      within(() => {
        super.BlockStatement(block)
      })
    }
    override PartialBlockStatement(block: hbs.AST.PartialBlockStatement): void {
      within(() => {
        super.PartialBlockStatement(block)
      })
    }
    override SubExpression(expression: hbs.AST.SubExpression): void {
      within(() => {
        super.SubExpression(expression)
      })
    }
  }
  new Diver().accept(Handlebars.parse(text))
  return deepest
}

const { template } = fc.letrec<{ template: string; piece: string; value: string }>((tie) => ({
  template: fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom('text', '{ ', ' }', '{{! a {{#if }}', '{{!-- {{#if a}} }} (( --}}', '{{~!-- --~}}', '\\{{#if a}} ', 'x\\\\{{a}}', '{{a}}', '{{{a}}}', '{{~ a ~}}', '{{elsewhere}}', '{{t "a}}{{#if ((" b}}', "{{t '((' \"\\\"((\"}}", '{{[((]}}', '{{> foot}}', '{{&a}}'), // prettier-ignore
    tie('value').map((value) => `{{t a slot=${value}}}`),
    fc.tuple(tie('value'), tie('template')).map(([value, inner]) => `{{#if ${value}}}${inner}{{/if}}`),
    fc.tuple(tie('value'), tie('template'), tie('template')).map(([value, one, two]) => `{{#if a}}${one}{{else if ${value}}}${two}{{else}}c{{/if}}`), // prettier-ignore
    tie('template').map((inner) => `{{~#each a as |b|~}}${inner}{{^}}${inner}{{~/each~}}`),
    tie('template').map((inner) => `{{^a}}${inner}{{ else }}b{{/a}}`),
    tie('template').map((inner) => `{{#> foot}}${inner}{{/foot}}`),
    tie('template').map((inner) => `{{#if a}}${inner}{{ else if b}}${inner}{{else if c}}{{/if}}`),
  ),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', '"("', "')'", '[a(]', '3'),
    tie('value').map((value) => `(iso ${value})`),
  ),
}))

test('goes as deep as Handlebars says it does', () => {
  fc.assert(
    fc.property(template, (text) => {
      const depth = depthOf(text)
      expect(tooDeepAt(text, depth)).toBeUndefined()
      if (depth > 0) expect(tooDeepAt(text, depth - 1)).toBeTypeOf('number')
    }),
    { numRuns: 500 },
  )
})

const MANY = 20_000
test.each([
  ['blocks', '{{#if a}}'.repeat(MANY) + '{{/if}}'.repeat(MANY), 100 * 9],
  ['blocks that nobody closes', 'a\n' + '{{#each a}}'.repeat(MANY), 2 + 100 * 11],
  ['blocks of what is not', '{{^a}}'.repeat(MANY), 100 * 6],
  ['blocks in chains', `{{#if a}}${'{{else if b}}'.repeat(MANY)}{{/if}}`, 9 + 99 * 13],
  ['brackets', `ab{{t ${'(iso '.repeat(MANY)}`, 2],
  ['brackets within blocks', `${'{{#if a}}'.repeat(60)}{{t ${'(iso '.repeat(41)}a${')'.repeat(41)}}}`, 60 * 9],
])('%s, 20,000 deep, are found at the first too deep, at once', (_, text, at) => {
  let found: number | undefined
  expect(processorTime(() => (found = tooDeepAt(text, DEEPEST)))).toBeLessThan(0.5)
  expect(found).toBe(at)
})

test.each(['{{!--', '{{!', '{{a "', '{{[', '{{#if', '{{!-- }}', '{{t "\\"', '{{{{'])(
  'what never ends is left to Handlebars, and takes no time: %s',
  (piece) => {
    const text = piece.repeat(100_000)
    expect(processorTime(() => tooDeepAt(text, DEEPEST))).toBeLessThan(0.5)
  },
)

test('20,000 blocks one after the other are no depth', () => {
  expect(tooDeepAt('{{#if a}}{{else}}{{/if}}'.repeat(MANY), DEEPEST)).toBeUndefined()
})
