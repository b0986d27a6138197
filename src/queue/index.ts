/**
 * Room: queue. The same orders on a queue (BullMQ on Redis), made by workers on any number of hosts; PDFs go through a
 * store, a folder or S3, never through Redis. One more way to make all: what comes in and leaves is what `build` knows.
 * Not here: how a leaflet is made, where it is put, which are asked for (build).
 */
export { queueAddress, type QueueAddress } from './address.js'
export { coordinate, lookIntoQueue, work, type Coordinator } from './late.js'
export { storeAddress } from './open-store.js'
export { type StoreAddress } from './store.js'
