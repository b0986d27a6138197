import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { Counter } from './counter.js'
import type { Task } from './make-task.js'
import { SeenFiles } from './seen.js'
import { makeShares, type FromThread, type WorkerTask } from './workers.js'

/** A worker thread: asks for a share of leaflets as often as it has made one; last, it says what it read. */
const { folder, proof, release, before } = workerData as WorkerTask
const counter = new Counter(folder, undefined, new SeenFiles(folder, before))
const port = parentPort!
const answers = on(port, 'message')
const tell = (message: FromThread): void => {
  port.postMessage(message)
}

async function next(open?: string): Promise<readonly Task[] | undefined> {
  tell({ asks: open })
  const { value } = (await answers.next()) as { value: [readonly Task[] | undefined] }
  return value[0]
}

for await (const made of makeShares(next, counter, { proof, release })) tell(made)
tell({ seen: counter.seen.all })
// Its ear for answers would keep it alive.
port.close()
