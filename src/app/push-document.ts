/** Hands a document in at a server, from a pipeline or a shell. */

import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { fail } from '#domain/problem.ts'
import type { HttpClient, HttpReply } from '#sources/http.ts'

export type Pushed = {
  readonly bytes: Uint8Array
  readonly server: string
  readonly key: string | null
  readonly product: string
  readonly path: string
  readonly version: string | null
  readonly isCreating: boolean
}

const tries = 5
const firstPauseMilliseconds = 500

/**
 * The same document sent again is the same upload, so what got no answer is sent again.
 *
 * @returns the answer of the server: token, product, state. Problem: `server-refused`
 */
export async function pushDocument(http: HttpClient, pushed: Pushed): Promise<Readonly<Record<string, unknown>>> {
  const { bytes, product, path, version, isCreating } = pushed
  const query = new URLSearchParams({ product, path })
  if (version !== null) query.set('version', version)
  if (isCreating) query.set('create', 'true')
  const url = addressOf(pushed.server, `/api/v1/documents?${query.toString()}`)
  http.allow(new URL(url).host, 'operator')
  const headers = {
    'content-type': 'application/octet-stream',
    // Not the bare hash of the bytes: the same document may be handed in for two products.
    'idempotency-key': createHash('sha256').update(`${query.toString()}\n`).update(bytes).digest('hex'),
    ...(pushed.key === null ? {} : { 'x-api-key': pushed.key }),
  }
  for (let attempt = 1; ; attempt += 1) {
    const reply = await http.post(url, { bytes, headers })
    if (reply.kind === 'answered' && reply.status < 300) return parsed(reply.bytes)
    const isPassing = reply.kind === 'failed' ? !reply.why.endsWith('not-allowed') : reply.status >= 500
    if (!isPassing || attempt === tries)
      return fail({ code: 'server-refused', address: pushed.server, reason: reasonOf(reply) })
    await wait(firstPauseMilliseconds * 2 ** (attempt - 1))
  }
}

/** @returns what became of it once it is analyzed or failed. Problem: `server-refused` */
export async function awaitUpload(
  http: HttpClient,
  { server, key }: Pick<Pushed, 'server' | 'key'>,
  token: string,
): Promise<Readonly<Record<string, unknown>>> {
  const url = addressOf(server, `/api/v1/uploads/${encodeURIComponent(token)}`)
  for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
    const answer = await http.get(url, { authorization: key === null ? null : `Bearer ${key}` })
    if (answer.kind !== 'found') {
      const reason = answer.kind === 'missing' ? String(answer.status) : answer.why
      return fail({ code: 'server-refused', address: server, reason })
    }
    const upload = parsed(answer.bytes)
    if (upload['state'] === 'analyzed' || upload['state'] === 'failed') return upload
    await wait(pause)
  }
}

function addressOf(server: string, path: string): string {
  const address = URL.parse(path, server)
  if (address === null || !/^https?:$/.test(address.protocol))
    return fail({ code: 'usage', what: `--server ${server}: an address such as https://headwater.example is needed` })
  return address.href
}

function reasonOf(reply: HttpReply): string {
  if (reply.kind === 'failed') return reply.why
  const problem = parsed(reply.bytes)
  const said = [problem['title'], problem['detail']].filter((part) => typeof part === 'string')
  return [String(reply.status), ...said].join(' ')
}

/** Something between us and the server may answer with anything. */
function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
