import { parentPort, workerData } from 'node:worker_threads'
import { Counter } from './counter.js'
import { SeenFiles } from './seen.js'
import { readShare, Shares } from './shares.js'
import { makeShares, type FromThread, type WorkerTask } from './workers.js'

/** A worker thread: makes leaflets as long as there are any, and hands each over; last, it says what it read. */
const { folder, shares, memory, proof, release, before } = workerData as WorkerTask
const counter = new Counter(folder, undefined, new SeenFiles(folder, before))
const tell = (message: FromThread): void => {
  parentPort!.postMessage(message)
}
for await (const made of makeShares(new Shares(shares.map(readShare), memory), counter, { proof, release })) tell(made)
tell({ seen: counter.seen.all })
