import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openProgram } from '../build/program.js'
import { run } from './run.js'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

test.each([['--version'], ['-V'], ['build', '--version']])(
  '%s %s prints the version of the package',
  async (...args) => {
    expect(await run(...args)).toEqual({ code: 0, out: `${version}\n`, err: '' })
  },
)

test('the bundled program finds it too', () => {
  expect(openProgram().run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
})
