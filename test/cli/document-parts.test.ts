import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentParts } from '../../src/cli/document-parts.js'

const whole = (document: object): string => [...documentParts(document)].join('')

test('the parts are what JSON.stringify makes of the whole', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
      expect(whole(document)).toBe(`${JSON.stringify(document, undefined, 2)}\n`)
    }),
  )
})

test('what is undefined is left out', () => {
  expect(whole({ a: undefined, b: [{ c: undefined }], d: [] })).toBe('{\n  "b": [\n    {}\n  ],\n  "d": []\n}\n')
})
