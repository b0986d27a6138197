import { expect, test } from 'vitest'
import { catalogue, printFinding, type FindingCode } from '../../src/report/index.js'
import { cases } from './cases.js'
import { findingsPage } from './findings-page.js'

const codes = Object.keys(catalogue) as FindingCode[]

test('every code has a case, and no case is left over', () => {
  expect(Object.keys(cases)).toEqual(codes)
})

test.each(codes)('%s says what is wrong, where, and what to do', async (code) => {
  const findings = await cases[code].input()
  expect(findings.map(printFinding)).toEqual([cases[code].said])
  expect(findings.map((f) => f.code)).toEqual([code])
})

test('docs/findings.md is what the catalogue says', async () => {
  const examples = new Map(
    await Promise.all(
      codes.map(async (code) => [code, { example: cases[code], finding: (await cases[code].input())[0]! }] as const),
    ),
  )
  await expect(findingsPage(examples)).toMatchFileSnapshot('../../docs/findings.md')
})
