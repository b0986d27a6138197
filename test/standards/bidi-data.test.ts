import { expect, test } from 'vitest'
import { bidiClassOf } from '../../src/text/bidi-class.js'
import { bidiClasses, bidiDataModule } from './bidi-data.js'

test('the table of Bidi_Class is what Unicode’s files say', async () => {
  await expect(bidiDataModule()).toMatchFileSnapshot('../../src/text/bidi-data.ts')
})

test('every code point has its class, pairs of units included', () => {
  const wrong: string[] = []
  bidiClasses().forEach((given, codePoint) => {
    if (bidiClassOf(codePoint) !== given) wrong.push(codePoint.toString(16))
  })
  expect(wrong).toEqual([])
})
