/** One package asked at one address: what is asked, and the answers that are kept of it. */

import { createHash } from 'node:crypto'
import type { HttpAnswer, HttpClient } from '#sources/http.ts'
import { extract, isRecord, type Shape } from './extract.ts'
import type { RegistryAccess, RegistryMiss } from './registry.ts'

/** An answer as it is kept: what it said to our question, and the hash of all of it. */
export type KeptAnswer = {
  /** What was asked, below the base. */
  readonly asked: string
  readonly sha256: string
  /** As the host states it. */
  readonly lastModified: string | null
  readonly sizeBytes: number | null
  /** One of the two is there, apart from questions about an answer's size and day only. */
  readonly json?: unknown
  readonly text?: string
}

const mostBytes = 48 * 1024 * 1024

type Gathered = { readonly answers: KeptAnswer[]; retrievedAt: string }

export class RegistrySession {
  readonly base: string
  readonly #gathered: Gathered
  readonly #client: HttpClient
  readonly #access: RegistryAccess

  constructor(
    client: HttpClient,
    access: RegistryAccess,
    base: string,
    gathered: Gathered = { answers: [], retrievedAt: '' },
  ) {
    this.#client = client
    this.#access = access
    this.base = base
    this.#gathered = gathered
  }

  get answers(): readonly KeptAnswer[] {
    return this.#gathered.answers
  }

  /** When the first of the answers came. */
  get retrievedAt(): string {
    return this.#gathered.retrievedAt
  }

  /** Leaves the answers so far, where another way of asking begins. */
  startAgain(): void {
    this.#gathered.answers.length = 0
    this.#gathered.retrievedAt = ''
  }

  /** The same session at another place that the registry named; null for places where it must not go. */
  elsewhere(address: string): RegistrySession | null {
    const base = address.replace(/\/+$/, '')
    if (!follow(this.#client, this.base, base)) return null
    return new RegistrySession(this.#client, this.#access, base, this.#gathered)
  }

  /** Asks for JSON; what is no JSON object or list is a miss, so that a login page is not a package without releases. */
  async json(path: string, shape: Shape, accept = 'application/json'): Promise<unknown> {
    const answer = await this.#get(path, { accept })
    if (isMiss(answer)) return answer
    const value = parsed(answer.bytes)
    if (value === undefined) return nonsense
    const kept = extract(value, shape)
    this.#keep(path, answer, { json: kept })
    return kept
  }

  /** Asks for text, of which `lines` says what is kept. */
  async text(path: string, keep: (text: string) => string = (text) => text): Promise<string | RegistryMiss> {
    const answer = await this.#get(path, {})
    if (isMiss(answer)) return answer
    const text = keep(Buffer.from(answer.bytes).toString('utf8'))
    this.#keep(path, answer, { text })
    return text
  }

  /** Asks for the size and the day of a file, not for the file. */
  async head(path: string): Promise<RegistryMiss | null> {
    const answer = await this.#get(path, { isHeadOnly: true })
    if (isMiss(answer)) return answer
    this.#keep(path, answer, {})
    return null
  }

  async #get(
    path: string,
    ask: { readonly accept?: string; readonly isHeadOnly?: boolean },
  ): Promise<(HttpAnswer & { readonly kind: 'found' }) | RegistryMiss> {
    const url = `${this.base}/${path}`
    const answer = await this.#client.get(url, {
      ...ask,
      authorization: this.#access.authorizationOf(url),
      maxBytes: mostBytes,
    })
    return answer.kind === 'found' ? answer : missOf(answer)
  }

  #keep(path: string, answer: HttpAnswer & { readonly kind: 'found' }, content: { json?: unknown; text?: string }) {
    const { bytes, lastModified, sizeBytes, retrievedAt } = answer
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.#gathered.answers.push({ asked: path, sha256, lastModified, sizeBytes, ...content })
    if (this.retrievedAt === '' || retrievedAt < this.retrievedAt) this.#gathered.retrievedAt = retrievedAt
  }
}

/**
 * Whether the client may go to a place that a configured registry names, as clients of its ecosystem would. A registry on
 * the network must not send anybody to this machine, to a bare address, to a name that leads inside, or from an encrypted
 * place to an open one.
 */
export function follow(client: HttpClient, from: string, to: string): boolean {
  if (client.isAllowed(to)) return true
  const [source, target] = [URL.parse(from), URL.parse(to)]
  if (source === null || target === null || !/^https?:$/.test(target.protocol)) return false
  const isNear = (host: string) => !host.includes('.') || /^[\d.]+$|^\[|(?:^|\.)localhost$/.test(host)
  if (source.protocol === 'https:' && target.protocol === 'http:') return false
  if (isNear(target.hostname) && !isNear(source.hostname)) return false
  client.allow(target.host, isNear(source.hostname) ? 'operator' : 'other')
  return true
}

const nonsense: RegistryMiss = { kind: 'failed', why: 'nonsense' }

export function missOf(answer: Exclude<HttpAnswer, { kind: 'found' }>): RegistryMiss {
  return answer.kind === 'missing' ? { kind: 'missing', why: 'not-there' } : { kind: 'failed', why: answer.why }
}

/** Misses are made here and in the registries; an answer of a registry that looks like one has passed `extract`. */
export function isMiss(value: unknown): value is RegistryMiss {
  return isRecord(value) && (value['kind'] === 'missing' || value['kind'] === 'failed') && 'why' in value
}

function parsed(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
