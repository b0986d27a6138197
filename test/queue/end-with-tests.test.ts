import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { endWithTests } from '../helpers/end-with-tests.js'

test('twenty processes at once have one listener for the end of the tests', async () => {
  const before = process.listenerCount('exit')
  const children = Array.from({ length: 20 }, () => endWithTests(spawn('sleep', ['60'])))
  expect(process.listenerCount('exit')).toBeLessThanOrEqual(before + 1)
  const ends = children.map((child) => once(child, 'exit'))
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(ends)
})
