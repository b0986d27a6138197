import { parentPort, workerData } from 'node:worker_threads'
import { Counter } from './counter.js'
import { SeenFiles } from './seen.js'
import { makeHere, type FromThread, type WorkerTask } from './workers.js'

/** A worker thread: makes its share of leaflets and hands each over as soon as it is ready; last, what it read. */
const { folder, tasks, proof, release, before } = workerData as WorkerTask
const counter = new Counter(folder, undefined, new SeenFiles(folder, before))
for (const task of tasks) parentPort!.postMessage(await makeHere(task, counter, { proof, release }))
parentPort!.postMessage({ seen: counter.seen.all } satisfies FromThread)
