import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endWithTests } from '../helpers/end-with-tests.js'

/** A Redis of its own on loopback, in a temporary folder. */
export interface TestRedis {
  readonly port: number
  readonly url: string
  /** Stops it as a power cut does. */
  kill(): Promise<void>
  /** Starts it again at the same address, with what it had written down. */
  start(): Promise<void>
  close(): Promise<void>
}

export const redisInstalled = spawnSync('redis-server', ['--version']).status === 0
if (!redisInstalled)
  console.warn('!!! SKIPPED: there is no redis-server here (Debian: redis-server); builds by queue are NOT CHECKED')

/** `durable`: it writes every command down before it answers. */
export async function openRedis(
  options: { readonly durable?: boolean; readonly password?: string } = {},
): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-redis-'))
  const port = await freePort()
  let server: ChildProcess | undefined
  const args = [
    ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
    ...['--appendonly', options.durable ? 'yes' : 'no', '--appendfsync', 'always'],
    ...(options.password === undefined ? [] : ['--requirepass', options.password]),
  ]
  const redis: TestRedis = {
    port,
    url: `redis://127.0.0.1:${port}`,
    async kill() {
      server!.kill('SIGKILL')
      await once(server!, 'exit')
      server = undefined
    },
    async start() {
      server = endWithTests(spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] }))
      let said = ''
      for await (const part of server.stdout!) {
        said += String(part)
        if (said.includes('Ready to accept connections')) break
      }
      server.stdout!.resume()
      if (server.exitCode !== null) throw new Error(`redis-server did not start:\n${said}`)
    },
    async close() {
      if (server) await redis.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await redis.start()
  return redis
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
