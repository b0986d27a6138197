import { parentPort, workerData } from 'node:worker_threads'
import { counterOf, printHere, type PressPlan } from './press.js'
import type { Slip } from './slip.js'

/** A thread of a worker: makes one leaflet after the other, as it is told. */
const counter = counterOf(workerData as PressPlan)
parentPort!.on('message', (slip: Slip) => {
  void printHere(slip, counter).then((printed) => {
    parentPort!.postMessage(printed)
  })
})
