import { expect, test } from 'vitest'
import { mm, papers, pt } from '../../src/geometry/index.js'

test('an inch is 25.4 millimetres and 72 points', () => {
  expect(mm(25.4)).toBe(72)
  expect(mm(0)).toBe(0)
  expect(pt(72)).toBe(72)
})

test('two of the smaller paper lie side by side on the larger (ISO 216)', () => {
  const { A4, A5 } = papers
  expect(A5.height).toBe(A4.width)
  expect(A4.height - 2 * A5.width).toBeCloseTo(mm(1), 9)
})

test('papers stand upright and know their names', () => {
  for (const [name, paper] of Object.entries(papers)) {
    expect(paper.name).toBe(name)
    expect(paper.height).toBeGreaterThan(paper.width)
  }
  expect(papers.A4.width).toBeCloseTo(595.2756, 3)
  expect(papers.A4.height).toBeCloseTo(841.8898, 3)
})
