// The one file that knows aws4fetch: it signs requests (AWS Signature 4) and asks again after answers of 500 and more or
// 429. For S3 it leaves the body unsigned unless the header x-amz-content-sha256 is there. What `fetch` itself throws it
// passes on at once, so connections are asked for again here.
import { AwsClient } from 'aws4fetch'
import { setTimeout as pause } from 'node:timers/promises'
import { sha256Of, StoreError, type Store, type StoreAddress } from './store.js'

type S3Address = Extract<StoreAddress, { kind: 's3' }>
type Environment = Readonly<Record<string, string | undefined>>

/** Milliseconds until an answer must be there. */
const PATIENCE = 20_000
const TRIES = 3

/**
 * A bucket of Amazon's S3, or of another that speaks like it. What it asks for comes from the environment variables that
 * Amazon's own programs read.
 */
export class S3Store implements Store {
  readonly #client: AwsClient
  readonly #base: string

  constructor({ bucket, prefix }: S3Address, environment: Environment) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment
    if (!accessKeyId || !secretAccessKey)
      throw new StoreError('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set in the environment')
    const { AWS_SESSION_TOKEN: sessionToken, AWS_REGION, AWS_DEFAULT_REGION } = environment
    const region = AWS_REGION ?? AWS_DEFAULT_REGION ?? 'us-east-1'
    this.#client = new AwsClient({
      accessKeyId,
      secretAccessKey,
      ...(sessionToken ? { sessionToken } : {}),
      service: 's3',
      region,
      retries: TRIES - 1,
      initRetryMs: 200,
    })
    const endpoint = environment['AWS_ENDPOINT_URL_S3'] ?? environment['AWS_ENDPOINT_URL']
    if (endpoint !== undefined && !/^https?:\/\//.test(endpoint))
      throw new StoreError(`AWS_ENDPOINT_URL is "${endpoint}", which is no address such as https://s3.example.org`)
    // Other stores than Amazon's have no host name for each bucket.
    const root = endpoint === undefined ? `https://${bucket}.s3.${region}.amazonaws.com` : `${endpoint.replace(/\/+$/, '')}/${bucket}` // prettier-ignore
    this.#base = prefix === '' ? root : `${root}/${prefix.split('/').map(encodeURIComponent).join('/')}`
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const answer = await this.#ask(name, { method: 'PUT', body: bytes, headers: { 'x-amz-content-sha256': sha256Of(bytes) } }) // prettier-ignore
    if (!answer.ok) throw await refused(answer)
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    const answer = await this.#ask(name, { method: 'GET' })
    if (answer.status === 404 && !/<Code>NoSuchBucket</.test(await answer.clone().text())) return undefined
    if (!answer.ok) throw await refused(answer)
    return new Uint8Array(await answer.arrayBuffer())
  }

  async #ask(name: string, init: RequestInit): Promise<Response> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#client.fetch(`${this.#base}/${name}`, { ...init, signal: AbortSignal.timeout(PATIENCE) })
      } catch (error) {
        if (tried >= TRIES) throw new StoreError(connectionProblem(error))
        await pause(200 * 2 ** tried)
      }
    }
  }
}

/** What the store says, by its code: its message may repeat what it was asked with. */
async function refused(answer: Response): Promise<StoreError> {
  const code = /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? ''
  const words: Readonly<Record<string, string>> = {
    AccessDenied: 'this account may not use it',
    InvalidAccessKeyId: 'it does not know AWS_ACCESS_KEY_ID',
    NoSuchBucket: 'there is no such bucket',
    SignatureDoesNotMatch: 'AWS_SECRET_ACCESS_KEY is another than its own',
    RequestTimeTooSkewed: 'the clock of this machine is wrong',
    ExpiredToken: 'AWS_SESSION_TOKEN is no longer good',
  }
  return new StoreError(words[code] ?? `it answers ${answer.status}${code === '' ? '' : ` ${code}`}`)
}

function connectionProblem(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `it does not answer within ${PATIENCE / 1000} s`
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined
  const words: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing answers at its address',
    ENOTFOUND: 'there is no host of its name',
    EAI_AGAIN: 'there is no host of its name',
  }
  return words[cause?.code ?? ''] ?? `it cannot be reached (${cause?.code ?? String(error)})`
}
