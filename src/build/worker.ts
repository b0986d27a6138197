import { parentPort, workerData } from 'node:worker_threads'
import { Counter } from './counter.js'
import { makeHere, type WorkerTask } from './workers.js'

/** A worker thread: makes its share of leaflets and hands each over as soon as it is ready. */
const { folder, orders, proof, release } = workerData as WorkerTask
const counter = new Counter(folder)
for (const order of orders) parentPort!.postMessage(await makeHere(order, counter, { proof, release }))
