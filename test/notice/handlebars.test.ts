import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { fillTemplate, type Template } from '../../src/notice/handlebars.js'

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
