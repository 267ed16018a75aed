/**
 * The one way to the network. Only hosts that the caller allows, few requests at a time per host, waiting when a host asks
 * to, answers kept with their ETag, proxies of the environment, and nothing at all when offline.
 *
 * Where a request may end is decided by the address that a name has when it is connected to. What somebody else named leads
 * to public addresses alone; what the operator named, also to their own networks; the metadata services of clouds and other
 * link-local addresses only where the operator lists them.
 */

import { lookup as lookupName, type LookupAddress, type LookupOptions } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Agent, EnvHttpProxyAgent, request } from 'undici'
import type { Dispatcher } from 'undici'
import { fail } from '#domain/problem.ts'
import { HostQueue } from './host-queue.ts'
import { readCached, writeCached } from './http-cache.ts'

export type HttpOptions = {
  /** Every call fails with the problem `offline`, before anything is resolved or opened. */
  readonly offline: boolean
  /** Hosts with port where it is not the usual one: `registry.example`, `localhost:4873`. */
  readonly allowedHosts: readonly string[]
  /** Where answers with an ETag are kept; null keeps none. */
  readonly cacheFolder: string | null
  readonly requestsPerHost?: number
  /** The least time between the starts of two requests to one host. */
  readonly betweenMs?: number
  /** For a whole answer, redirects and body included. */
  readonly timeoutMs?: number
  readonly maxBytes?: number
  /** Further tries after a first one that failed for a reason that may pass. */
  readonly retries?: number
  /** The first pause between tries; each further one is twice as long. */
  readonly pauseMs?: number
  /** A host that asks for a longer wait is given up for this request. */
  readonly longestWaitMs?: number
  /** What the operator lists as their own besides the hosts named here. */
  readonly inside?: Inside
  readonly lookup?: Lookup
}

/** Who named a place: the operator may mean one of their own networks, anybody else may not. */
export type NamedBy = 'operator' | 'other'

export type HttpRequest = {
  readonly accept?: string
  readonly authorization?: string | null
  /** Further headers, such as a key in a header of its own; like `authorization` they go to no other place. */
  readonly headers?: Readonly<Record<string, string>>
  readonly maxBytes?: number
  /** Ask about the answer and not for it: its bytes are empty, its size and day are told. */
  readonly isHeadOnly?: boolean
}

export type HttpAnswer =
  | {
      readonly kind: 'found'
      readonly url: string
      readonly bytes: Uint8Array
      readonly contentType: string | null
      /** The kept answer was still good. */
      readonly fromCache: boolean
      /** ISO time at which the host confirmed this content. */
      readonly retrievedAt: string
      /** ISO time of the last change as the host states it; null when it does not, or for an answer that was kept. */
      readonly lastModified: string | null
      /** Of the content as it travels; null when the host does not say. */
      readonly sizeBytes: number | null
      /** `X-Total-Count`: how many there are over all pages; null when the host does not say. */
      readonly totalCount: number | null
    }
  | { readonly kind: 'missing'; readonly url: string; readonly status: number }
  | { readonly kind: 'failed'; readonly url: string; readonly why: HttpFailure; readonly status: number | null }

export type HttpFailure =
  | 'host-not-allowed'
  | 'address-not-allowed'
  | 'timeout'
  | 'too-large'
  | 'rate-limited'
  | 'forbidden'
  | 'server-error'
  | 'unreachable'
  | 'too-many-redirects'

export type HttpSent = {
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string>>
}

/** Whatever the host answers, refusals with their content included. */
export type HttpReply =
  | { readonly kind: 'answered'; readonly status: number; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly url: string; readonly why: HttpFailure; readonly status: number | null }

export type HttpClient = {
  /** Throws the problem `offline` alone; everything that can go wrong on the way is an answer. */
  readonly get: (url: string, request?: HttpRequest) => Promise<HttpAnswer>
  /** The same for handing something over, once: a second try is for who knows that it does no harm. */
  readonly post: (url: string, sent: HttpSent) => Promise<HttpReply>
  readonly isAllowed: (url: string) => boolean
  /** Lets the client reach one more host: one that an allowed one named, where its own clients would go as well. */
  readonly allow: (host: string, namedBy: NamedBy) => void
  readonly close: () => Promise<void>
}

const defaults = {
  requestsPerHost: 6,
  betweenMs: 0,
  timeoutMs: 60_000,
  maxBytes: 64 * 1024 * 1024,
  retries: 3,
  pauseMs: 500,
  longestWaitMs: 120_000,
  lookup: lookupName as Lookup,
}

const userAgent = 'headwater (open source program office)'
const mostRedirects = 5

export function openHttpClient(options: HttpOptions): HttpClient {
  const inside = options.inside ?? nothingInside
  const settings = { ...defaults, ...options, inside }
  const allowed = new Set(options.allowedHosts.map((host) => host.toLowerCase()))
  /** Names without port, since that is all a lookup is told. */
  const byOperator = new Set([...allowed].flatMap((host) => URL.parse(`http://${host}`)?.hostname ?? []))
  const queues = new Map<string, HostQueue>()
  let dispatcher: Dispatcher | undefined

  const isAllowed = (url: string) => {
    const parsed = URL.parse(url)
    return parsed !== null && /^https?:$/.test(parsed.protocol) && allowed.has(parsed.host)
  }
  const guard = (name: string): Guard => ({ namedBy: byOperator.has(name) ? 'operator' : 'other', inside })
  const whyNot = (url: string): HttpFailure | null => {
    const parsed = URL.parse(url)
    if (parsed === null || !isAllowed(url)) return 'host-not-allowed'
    return mayConnect(parsed.hostname, guard(parsed.hostname)) ? null : 'address-not-allowed'
  }
  const open = () => new EnvHttpProxyAgent({ connect: { lookup: guarded(settings.lookup, guard) } })
  const queueOf = (url: string) => {
    const { host } = new URL(url)
    const known = queues.get(host)
    if (known !== undefined) return known
    const queue = new HostQueue(settings.requestsPerHost, settings.betweenMs)
    queues.set(host, queue)
    return queue
  }

  return {
    isAllowed,
    allow: (host, namedBy) => {
      allowed.add(host.toLowerCase())
      if (namedBy === 'operator') byOperator.add(new URL(`http://${host}`).hostname)
    },
    get: async (url, ask = {}) => {
      if (options.offline) fail({ code: 'offline', what: URL.parse(url)?.host ?? url })
      const refused = whyNot(url)
      if (refused !== null) return { kind: 'failed', url, why: refused, status: null }
      dispatcher ??= open()
      const context = { settings, whyNot, dispatcher, ask }
      const queue = queueOf(url)
      for (let attempt = 0; ; attempt++) {
        const result = await queue.run(() => getOnce(url, context))
        if (result.kind !== 'again') return result
        const wait = result.waitMs ?? settings.pauseMs * 2 ** attempt
        if (attempt >= settings.retries || wait > settings.longestWaitMs)
          return { kind: 'failed', url, why: result.why, status: result.status }
        queue.pause(wait)
      }
    },
    post: async (url, sent) => {
      if (options.offline) fail({ code: 'offline', what: URL.parse(url)?.host ?? url })
      const refused = whyNot(url)
      if (refused !== null) return { kind: 'failed', url, why: refused, status: null }
      dispatcher ??= open()
      const context = { settings, whyNot, dispatcher, ask: {} }
      return queueOf(url).run(() => handOver(url, sent, context))
    },
    close: async () => {
      await dispatcher?.close()
    },
  }
}

async function handOver(
  url: string,
  { bytes, headers }: HttpSent,
  { settings, dispatcher }: Context,
): Promise<HttpReply> {
  const deadline = AbortSignal.timeout(settings.timeoutMs)
  try {
    const answer = await request(url, {
      dispatcher,
      method: 'POST',
      signal: deadline,
      headers: { 'user-agent': userAgent, ...headers },
      body: bytes,
    })
    const status = answer.statusCode
    const received = await readAtMost(answer.body, settings.maxBytes)
    return received === null
      ? { kind: 'failed', url, why: 'too-large', status }
      : { kind: 'answered', status, bytes: received }
  } catch (error) {
    if (deadline.aborted) return { kind: 'failed', url, why: 'timeout', status: null }
    return { kind: 'failed', url, why: whyBroken(error), status: null }
  }
}

type Context = {
  readonly settings: Required<HttpOptions>
  /** Null when the client may go there. */
  readonly whyNot: (url: string) => HttpFailure | null
  readonly dispatcher: Dispatcher
  readonly ask: HttpRequest
}

/** A failure that may pass. */
type Again = {
  readonly kind: 'again'
  readonly why: HttpFailure
  readonly status: number | null
  /** As the host asks for; null when it does not say. */
  readonly waitMs: number | null
}

async function getOnce(first: string, context: Context): Promise<HttpAnswer | Again> {
  const { settings, whyNot, dispatcher, ask } = context
  const deadline = AbortSignal.timeout(settings.timeoutMs)
  let url = first
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    // A redirect to another place must not carry the user's credentials along.
    const isSamePlace = new URL(url).origin === new URL(first).origin
    const authorization = isSamePlace ? (ask.authorization ?? null) : null
    const ownHeaders = isSamePlace ? (ask.headers ?? {}) : {}
    const secrets = Object.keys(ownHeaders).length === 0 ? authorization : JSON.stringify([authorization, ownHeaders])
    const identity = { url, accept: ask.accept ?? '*/*', authorization: secrets }
    const folder = ask.isHeadOnly === true ? null : settings.cacheFolder
    const kept = folder === null ? null : readCached(folder, identity)
    try {
      const { statusCode, headers, body } = await request(url, {
        dispatcher,
        method: ask.isHeadOnly === true ? 'HEAD' : 'GET',
        signal: deadline,
        headers: {
          'user-agent': userAgent,
          accept: identity.accept,
          ...ownHeaders,
          ...(authorization === null ? {} : { authorization }),
          ...(kept === null ? {} : { 'if-none-match': kept.etag }),
        },
      })
      const header = (name: string) => [headers[name]].flat()[0] ?? null
      if (statusCode >= 300 && statusCode < 400 && statusCode !== 304) {
        await body.dump()
        const target = URL.parse(header('location') ?? '', url)?.href
        if (target === undefined) return { kind: 'failed', url, why: 'server-error', status: statusCode }
        const refused = whyNot(target)
        if (refused !== null) return { kind: 'failed', url: target, why: refused, status: statusCode }
        url = target
        continue
      }
      const retrievedAt = new Date().toISOString()
      if (statusCode === 304 && kept !== null) {
        await body.dump()
        const { bytes, contentType } = kept
        const about = { fromCache: true, retrievedAt, lastModified: null, sizeBytes: bytes.length, totalCount: null }
        return { kind: 'found', url, bytes, contentType, ...about }
      }
      if (statusCode !== 200) {
        await body.dump()
        return refusal(url, statusCode, header('retry-after'))
      }
      const limit = ask.maxBytes ?? settings.maxBytes
      const bytes = await readAtMost(body, limit)
      if (bytes === null) return { kind: 'failed', url, why: 'too-large', status: statusCode }
      const contentType = header('content-type')
      const etag = header('etag')
      if (folder !== null && etag !== null) writeCached(folder, identity, { etag, contentType, bytes })
      const lastModified = timeOf(header('last-modified'))
      const sizeBytes = ask.isHeadOnly === true ? countOf(header('content-length')) : bytes.length
      const totalCount = countOf(header('x-total-count'))
      const about = { fromCache: false, retrievedAt, lastModified, sizeBytes, totalCount }
      return { kind: 'found', url, bytes, contentType, ...about }
    } catch (error) {
      if (deadline.aborted) return { kind: 'again', why: 'timeout', status: null, waitMs: null }
      const why = whyBroken(error)
      if (why === 'address-not-allowed') return { kind: 'failed', url, why, status: null }
      return { kind: 'again', why, status: null, waitMs: null }
    }
  }
  return { kind: 'failed', url, why: 'too-many-redirects', status: null }
}

/** A broken connection has many names, and each is a system or undici code; anything else is a bug. */
function whyBroken(error: unknown): 'address-not-allowed' | 'unreachable' {
  const { code } = error as { code?: unknown }
  if (code === refusedCode) return 'address-not-allowed'
  if (typeof code !== 'string') throw error
  return 'unreachable'
}

export type PostAnswer =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'failed'; readonly why: 'address-not-allowed' | 'redirected' | 'timeout' | 'unreachable' }

export type PostOptions = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly timeoutMs: number
  readonly inside: Inside
  readonly lookup?: Lookup
}

/**
 * Sends once to an address that a person configured who need not be the operator. The connection goes to the address that
 * was checked, so that a name which changes its mind leads nowhere else; no redirect is followed, and no proxy is used,
 * since it would resolve the name anew.
 */
export async function postOnce(
  url: string,
  { headers, body, timeoutMs, inside, lookup = defaults.lookup }: PostOptions,
): Promise<PostAnswer> {
  const parsed = URL.parse(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '')
    return { kind: 'failed', why: 'address-not-allowed' }
  const guard: Guard = { namedBy: 'other', inside }
  if (!mayConnect(parsed.hostname, guard)) return { kind: 'failed', why: 'address-not-allowed' }
  const deadline = AbortSignal.timeout(timeoutMs)
  const agent = new Agent({ connect: { lookup: guarded(lookup, () => guard) } })
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: 'POST',
      signal: deadline,
      headers: { 'user-agent': userAgent, ...headers },
      body,
    })
    await answer.body.dump()
    const { statusCode: status } = answer
    return status >= 300 && status < 400 ? { kind: 'failed', why: 'redirected' } : { kind: 'answered', status }
  } catch (error) {
    if (deadline.aborted) return { kind: 'failed', why: 'timeout' }
    return { kind: 'failed', why: whyBroken(error) }
  } finally {
    await agent.destroy()
  }
}

/**
 * What is not a public address: the special-purpose registries of IANA (RFC 6890 and its updates), among them loopback,
 * private, shared, link-local (with the metadata services of clouds), unique local, multicast and documentation.
 */
const privateNetworks = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
const publicV6 = new BlockList()
publicV6.addSubnet('2000::', 3, 'ipv6')
const specialV6 = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  specialV6.addSubnet(network, bits, 'ipv6')
const privateV4 = new BlockList()
for (const [network, bits] of privateNetworks) privateV4.addSubnet(network, bits, 'ipv4')

export function isPrivate(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return privateV4.check(address, 'ipv4')
  // Of IPv6 only the global unicast range is public; IPv4 inside of IPv6 lies outside of it.
  return family !== 6 || !publicV6.check(address, 'ipv6') || specialV6.check(address, 'ipv6')
}

/** Addresses that an operator who names a host may mean: this machine and networks of one's own. */
const ownNetworks = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  ownNetworks.addSubnet(network, bits, 'ipv4')
ownNetworks.addAddress('::1', 'ipv6')
ownNetworks.addSubnet('fc00::', 7, 'ipv6')
/** Metadata services of clouds that do not lie on link-local addresses. */
const metadata = new BlockList()
metadata.addAddress('100.100.100.200', 'ipv4')
metadata.addAddress('fd00:ec2::254', 'ipv6')

/** What an operator lists as their own, by name or by address. */
export type Inside = { readonly names: ReadonlySet<string>; readonly networks: BlockList }

export const nothingInside: Inside = { names: new Set(), networks: new BlockList() }

export const insideSetting = 'HEADWATER_INSIDE'

/**
 * From the environment: names, addresses and networks with commas between them (`hooks.inside.example, 10.20.0.0/16`).
 * Throws `usage` for what is none of them.
 */
export function insideOf(environment: Readonly<Record<string, string | undefined>>): Inside {
  const names = new Set<string>()
  const networks = new BlockList()
  for (const entry of (environment[insideSetting] ?? '').split(',').map((text) => text.trim().toLowerCase())) {
    if (entry === '') continue
    const [start = '', bits, ...rest] = entry.split('/')
    const family = isIP(start)
    const most = family === 4 ? 32 : 128
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity
    if (family !== 0 && length <= most && rest.length === 0)
      networks.addSubnet(start, length, family === 4 ? 'ipv4' : 'ipv6')
    else if (/^(?!.*\.\.)[a-z0-9][a-z0-9._-]*$/.test(entry) && !/^[\d.]+$/.test(entry)) names.add(entry)
    else fail({ code: 'usage', what: `${insideSetting}: ${entry}` })
  }
  return { names, networks }
}

/** Resolves names as `dns.lookup` does; tests have names of their own. */
export type Lookup = (
  name: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void

type Guard = { readonly namedBy: NamedBy; readonly inside: Inside }

/** @param host of an address: what is no literal address is looked at when it is looked up */
function mayConnect(host: string, { namedBy, inside }: Guard): boolean {
  const address = host.replace(/^\[|\]$/g, '')
  const family = isIP(address)
  if (family === 0 || !isPrivate(address)) return true
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  if (inside.networks.check(address, kind)) return true
  return namedBy === 'operator' && ownNetworks.check(address, kind) && !metadata.check(address, kind)
}

const refusedCode = 'ADDRESS_NOT_ALLOWED'

/** Leaves of the addresses of a name those that may be connected to. */
function guarded(lookup: Lookup, guardOf: (name: string) => Guard): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      const guard = guardOf(name)
      const isListed = guard.inside.names.has(name.toLowerCase())
      const addresses = error === null ? found.filter(({ address }) => isListed || mayConnect(address, guard)) : []
      const [first] = addresses
      if (first === undefined)
        return done(error ?? Object.assign(new Error(`${name} leads inside`), { code: refusedCode }), [])
      if (options.all === true) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
}

/** The address of a host that the operator named, for a connection that is not made here. */
export async function addressOf(
  host: string,
  inside: Inside,
): Promise<{ readonly address: string } | 'address-not-allowed' | 'unreachable'> {
  const find = guarded(defaults.lookup, () => ({ namedBy: 'operator', inside }))
  return new Promise((resolve) => {
    find(host, {}, (error, address) => {
      if (error === null && typeof address === 'string') resolve({ address })
      else resolve(error?.code === refusedCode ? 'address-not-allowed' : 'unreachable')
    })
  })
}

export type Exchange = {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** As for the client; one that is not among them is not asked. */
  readonly allowedHosts: readonly string[]
  readonly namedBy: NamedBy
  readonly inside: Inside
  readonly offline: boolean
  readonly timeoutMs: number
  readonly maxBytes: number
}

export type Exchanged =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly bytes: Uint8Array
    }
  | { readonly kind: 'failed'; readonly why: HttpFailure }

/**
 * One request and its answer, whatever it is: no redirect is followed, nothing is kept, nothing is tried again. For
 * protocols that speak with a service and not only read from it. Throws the problem `offline`.
 */
export async function exchange(url: string, ask: Exchange): Promise<Exchanged> {
  const parsed = URL.parse(url)
  if (ask.offline) return fail({ code: 'offline', what: parsed?.host ?? url })
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || !ask.allowedHosts.includes(parsed.host))
    return { kind: 'failed', why: 'host-not-allowed' }
  const guard: Guard = { namedBy: ask.namedBy, inside: ask.inside }
  if (!mayConnect(parsed.hostname, guard)) return { kind: 'failed', why: 'address-not-allowed' }
  const dispatcher = new EnvHttpProxyAgent({ connect: { lookup: guarded(defaults.lookup, () => guard) } })
  const deadline = AbortSignal.timeout(ask.timeoutMs)
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher,
      method: ask.method,
      signal: deadline,
      headers: { ...ask.headers, 'user-agent': userAgent },
      body: ask.body,
    })
    const bytes = await readAtMost(body, ask.maxBytes)
    if (bytes === null) return { kind: 'failed', why: 'too-large' }
    const plain = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')] as const],
    )
    return { kind: 'answered', status: statusCode, headers: Object.fromEntries(plain), bytes }
  } catch (error) {
    if (deadline.aborted) return { kind: 'failed', why: 'timeout' }
    return { kind: 'failed', why: whyBroken(error) }
  } finally {
    await dispatcher.destroy()
  }
}

function refusal(url: string, status: number, retryAfter: string | null): HttpAnswer | Again {
  if (status === 404 || status === 410) return { kind: 'missing', url, status }
  if (status === 429) return { kind: 'again', why: 'rate-limited', status, waitMs: waitOf(retryAfter) }
  if (status >= 500) return { kind: 'again', why: 'server-error', status, waitMs: waitOf(retryAfter) }
  return { kind: 'failed', url, why: status === 401 || status === 403 ? 'forbidden' : 'server-error', status }
}

/** Retry-After is a number of seconds or a date. */
function waitOf(retryAfter: string | null): number | null {
  if (retryAfter === null) return null
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000
  const date = Date.parse(retryAfter)
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now())
}

function timeOf(text: string | null): string | null {
  const time = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

function countOf(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** Null when there is more; the rest is not read. */
async function readAtMost(body: AsyncIterable<Buffer>, limit: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
