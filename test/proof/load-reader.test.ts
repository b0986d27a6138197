import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openProgram } from '../build/program.js'

/** Loads the proof of the program as it is installed, in a process of its own; gives what `look` is after it. */
function afterLoading(look: string): unknown {
  const proof = pathToFileURL(join(openProgram().folder, 'proof.js')).href
  const code = `
    const before = { push: Array.prototype.push, parse: JSON.parse, text: Function.prototype.toString }
    await import(${JSON.stringify(proof)})
    console.log(JSON.stringify(${look}))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

test('the readers of a proof leave the functions of the language as they are', () => {
  const same = '[before.push === Array.prototype.push, before.parse === JSON.parse, before.text === Function.prototype.toString]' // prettier-ignore
  expect(afterLoading(same)).toEqual([true, true, true])
})

test('no program that draws is loaded, and none of its names are left behind', () => {
  const loaded = 'process.report.getReport().sharedObjects.filter((file) => file.includes("canvas"))'
  const shapes = '["DOMMatrix", "ImageData", "Path2D"].filter((name) => name in globalThis)'
  expect(afterLoading(`[${loaded}, ${shapes}]`)).toEqual([[], []])
})
