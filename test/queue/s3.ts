import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * As much of an S3-compatible store as Doorstep uses: one bucket, PUT and GET, and signatures (AWS Signature Version 4)
 * worked out here from Amazon's description, "Authenticating Requests", without the library that made them.
 */
export interface TestS3 {
  readonly endpoint: string
  readonly files: Map<string, Uint8Array>
  /** Methods and paths that came, with the status that each got. */
  readonly asked: string[]
  /** Answers the next requests with these, in place of its own. */
  readonly troubles: number[]
  close(): Promise<void>
}

export const KEYS = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'a+secret/of+nobody' }

export async function openS3(bucket: string): Promise<TestS3> {
  const files = new Map<string, Uint8Array>()
  const [asked, troubles]: [string[], number[]] = [[], []]
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    const path = request.url!
    const trouble = troubles.shift()
    const problem = trouble ? { status: trouble, code: 'SlowDown' } : (wrong(request, body) ?? lost(request, path))
    if (!problem && request.method === 'PUT') files.set(path, body)
    const status = problem?.status ?? 200
    asked.push(`${request.method!} ${path} ${status}`)
    response.writeHead(status)
    response.end(problem ? `<?xml version="1.0"?><Error><Code>${problem.code}</Code></Error>` : files.get(path))
  }
  const lost = (request: IncomingMessage, path: string): Problem | undefined => {
    if (path.split('/')[1] !== bucket) return { status: 404, code: 'NoSuchBucket' }
    return request.method === 'GET' && !files.has(path) ? { status: 404, code: 'NoSuchKey' } : undefined
  }
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    asked,
    troubles,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Problem {
  readonly status: number
  readonly code: string
}

function wrong(request: IncomingMessage, body: Buffer): Problem | undefined {
  const given = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '') // prettier-ignore
  if (!given) return { status: 403, code: 'AccessDenied' }
  const [, key, day, region, names, signature] = given as unknown as [string, string, string, string, string, string]
  if (key !== KEYS.AWS_ACCESS_KEY_ID) return { status: 403, code: 'InvalidAccessKeyId' }
  const header = (name: string): string => String(request.headers[name] ?? '').trim()
  // The body's hash is signed, so a body that was changed on its way is refused.
  const hash = header('x-amz-content-sha256')
  if (body.length > 0 && hash !== sha256(body)) return { status: 400, code: 'XAmzContentSHA256Mismatch' }
  for (const name of ['host', 'x-amz-date']) if (!names.split(';').includes(name)) return { status: 403, code: 'AccessDenied' } // prettier-ignore
  const canonical = [
    request.method,
    request.url,
    '',
    ...names.split(';').map((name) => `${name}:${header(name)}`),
    '',
    names,
    hash,
  ].join('\n')
  const time = header('x-amz-date')
  const text = ['AWS4-HMAC-SHA256', time, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n')
  let signing: Buffer | string = `AWS4${KEYS.AWS_SECRET_ACCESS_KEY}`
  for (const step of [day, region, 's3', 'aws4_request']) signing = hmac(signing, step)
  const expected = hmac(signing, text).toString('hex')
  return expected === signature && time.startsWith(day) ? undefined : { status: 403, code: 'SignatureDoesNotMatch' }
}

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()
