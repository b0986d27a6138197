import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { fillTemplate } from '../../src/notice/handlebars.js'
import type { Template } from '../../src/notice/template-files.js'
import { processorTime } from '../helpers/processor-time.js'

const template: Template = {
  main: { file: 'templates/a.hbs', text: '<p>{{say word}}</p>{{> foot}}' },
  partials: new Map([['foot', { file: 'templates/partials/foot.hbs', text: '{{say "end"}}' }]]),
  unread: new Map(),
}
const fill = (texts: readonly string[]) =>
  fillTemplate(template, { word: 'go' }, { say: ({ values }) => `${values.join('')} ${texts.length}` }).markup

test('helpers are called with the values of the template, in partials too', () => {
  expect(fill(['a'])).toBe('<p>go 1</p>end 1')
  expect(fill(['a', 'b'])).toBe('<p>go 2</p>end 2')
})

test('a template that was filled keeps nothing of what its helpers knew', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const ofTexts = (): WeakRef<string[]> => {
    const texts = ['the texts of a language']
    fill(texts)
    return new WeakRef(texts)
  }
  const kept = ofTexts()
  await new Promise(setImmediate)
  collect()
  expect(kept.deref()).toBeUndefined()
})

describe('a template that would go on for years is refused after a moment, in the file that does it', () => {
  const twice = (i: number): string => `{{> p${i}}}{{> p${i}}}`
  const partials = Array.from({ length: 40 }, (_, i) => [`p${i + 1}`, twice(i)] as const)
  const sheets = [['p0', 'end'] as const, ...partials].map(
    ([name, text]) => [name, { file: `templates/partials/${name}.hbs`, text }] as const,
  )
  const nested = (open: string, close: string): string => open.repeat(40) + close.repeat(40)
  // Asked for in the order of a tree of twos: calls 26 to 65,560 are p15 and all below it, and so on, down to the 50,001st.
  const cases = [
    ['partials that each ask twice for the next', '{{> p40}}', 'templates/partials/p2.hbs:1:1'],
    // The innermost but one: 38 of 20 letters stand before it, or of 15.
    ['rounds within rounds', nested('{{#each @root.list}}', '{{/each}}'), 'templates/a.hbs:1:761'],
    ['the same in short', nested('{{#@root.list}}', '{{/@root.list}}'), 'templates/a.hbs:1:571'],
  ] as const
  test.each(cases)('%s', (_, text, place) => {
    const endless: Template = { main: { file: 'templates/a.hbs', text }, partials: new Map(sheets), unread: new Map() }
    let said: unknown
    const work = (): void => {
      said = fillTemplate(endless, { list: [1, 2] }, {}).findings.map(
        (f) => `${f.place.file}:${f.place.line}:${f.place.column} ${f.title}`,
      )
    }
    expect(processorTime(work)).toBeLessThan(2)
    expect(said).toEqual([`${place} The template cannot be used: it goes on for more than 50000 rounds and partials`])
  })
})
