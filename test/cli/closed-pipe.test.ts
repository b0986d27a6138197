import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openProgram } from '../build/program.js'

test('a command whose reader has had enough ends as it would have ended, without a word', () => {
  const script = join(openProgram().folder, 'cli', 'main.js')
  const words = `"${process.execPath}" "${script}" status | true; echo "\${PIPESTATUS[0]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', words], { encoding: 'utf8' })
  expect([stdout, stderr]).toEqual(['0\n', ''])
})
