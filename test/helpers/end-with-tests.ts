import type { ChildProcess } from 'node:child_process'

const running = new Set<ChildProcess>()

/** A process that ends with the tests at the latest: a test that fails does not get to its last line. */
export function endWithTests<Child extends ChildProcess>(child: Child): Child {
  // One listener for all: each of its own would be one too many in a file with ten tests at once.
  if (!process.listeners('exit').includes(killAll)) process.on('exit', killAll)
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

function killAll(): void {
  for (const child of running) child.kill('SIGKILL')
}
