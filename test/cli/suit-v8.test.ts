import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { v8FlagsFor } from '../../src/cli/suit-v8.js'

const SOONER = ['--interrupt-budget=264000', '--max-inlined-bytecode-size-cumulative=150']
const YOUNG = '--no-allocation-site-pretenuring'
const ALONE = ['--no-concurrent-recompilation', '--no-parallel-scavenge']

it('leaves V8 as it is for a handful of leaflets', () => {
  expect(v8FlagsFor({ leaflets: 99, all: 99, threads: 2 }, 2)).toEqual([])
})

it('optimises sooner in a long run, without threads of V8 where no core is left for them', () => {
  expect(v8FlagsFor({ leaflets: 100, all: 100, threads: 1 }, 2)).toEqual(SOONER)
  expect(v8FlagsFor({ leaflets: 100, all: 100, threads: 2 }, 2)).toEqual([...SOONER, ...ALONE])
  expect(v8FlagsFor({ leaflets: 100, all: 100, threads: 2 }, 4)).toEqual(SOONER)
})

it('collects sooner the more leaflets there are', () => {
  const collects = (leaflets: number) => v8FlagsFor({ leaflets, all: leaflets, threads: 1 }, 2).slice(SOONER.length)
  expect(collects(499)).toEqual([])
  expect(collects(500)).toEqual([YOUNG, '--heap-growing-percent=150'])
  expect(collects(3000)).toEqual([YOUNG, '--heap-growing-percent=40'])
  // Few are made, and all are known.
  expect(v8FlagsFor({ leaflets: 5, all: 3000, threads: 2 }, 2)).toEqual([YOUNG, '--heap-growing-percent=40'])
})

it('asks for nothing that this Node does not know', () => {
  const flags = [100, 500, 3000].flatMap((leaflets) => v8FlagsFor({ leaflets, all: leaflets, threads: 2 }, 2))
  const { status, stderr } = spawnSync(process.execPath, [...flags, '-e', '0'], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
