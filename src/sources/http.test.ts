import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openHttpClient } from './http.ts'
import type { HttpOptions } from './http.ts'

let answer: (request: IncomingMessage, response: ServerResponse) => void
let seen: IncomingMessage[] = []
const server = createServer((request, response) => {
  seen.push(request)
  answer(request, response)
})
let host = ''
let folder = ''

beforeEach(async () => {
  seen = []
  folder = mkdtempSync(join(tmpdir(), 'http-'))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  rmSync(folder, { recursive: true, force: true })
})

const quick = { offline: false, cacheFolder: null, pauseMs: 1, retries: 2 }
const open = (options: Partial<HttpOptions> = {}) => openHttpClient({ ...quick, allowedHosts: [host], ...options })

describe('the way to the network', () => {
  it('returns what is found, and says when it was confirmed', async () => {
    answer = (_, response) => response.setHeader('content-type', 'application/json').end('{"a":1}')
    const client = open()
    const got = await client.get(`http://${host}/a`)
    expect(got).toMatchObject({ kind: 'found', contentType: 'application/json', fromCache: false })
    expect(got.kind === 'found' && Buffer.from(got.bytes).toString()).toBe('{"a":1}')
    await client.close()
  })

  it('opens no socket when offline', async () => {
    answer = (_, response) => response.end('x')
    const client = open({ offline: true })
    await expect(client.get(`http://${host}/a`)).rejects.toMatchObject({ problem: { code: 'offline' } })
    expect(seen).toHaveLength(0)
    await client.close()
  })

  it('goes to allowed hosts alone, also behind a redirect', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://elsewhere.example/secret' }).end()
    const client = open()
    expect(await client.get('http://elsewhere.example/')).toMatchObject({ kind: 'failed', why: 'host-not-allowed' })
    expect(await client.get('file:///etc/hosts')).toMatchObject({ kind: 'failed', why: 'host-not-allowed' })
    expect(seen).toHaveLength(0)
    expect(await client.get(`http://${host}/`)).toMatchObject({ kind: 'failed', why: 'host-not-allowed' })
    expect(seen).toHaveLength(1)
    await client.close()
  })

  it('follows a redirect, and gives up on a circle of them', async () => {
    answer = (request, response) =>
      request.url === '/old'
        ? response.writeHead(301, { location: '/new' }).end()
        : request.url === '/new'
          ? response.end('moved')
          : response.writeHead(302, { location: '/circle' }).end()
    const client = open()
    expect(await client.get(`http://${host}/old`)).toMatchObject({ kind: 'found', url: `http://${host}/new` })
    expect(await client.get(`http://${host}/circle`)).toMatchObject({ why: 'too-many-redirects' })
    await client.close()
  })

  it('tells what is missing from what could not be found out', async () => {
    answer = (request, response) => response.writeHead(Number(request.url?.slice(1))).end()
    const client = open({ retries: 0 })
    expect(await client.get(`http://${host}/404`)).toMatchObject({ kind: 'missing', status: 404 })
    expect(await client.get(`http://${host}/410`)).toMatchObject({ kind: 'missing' })
    expect(await client.get(`http://${host}/403`)).toMatchObject({ kind: 'failed', why: 'forbidden' })
    expect(await client.get(`http://${host}/500`)).toMatchObject({ kind: 'failed', why: 'server-error', status: 500 })
    await client.close()
  })

  it('waits as long as the host asks, then goes on', async () => {
    answer = (_, response) =>
      seen.length === 1 ? response.writeHead(429, { 'retry-after': '1' }).end() : response.end('at last')
    const client = open({ pauseMs: 60_000 })
    expect(await client.get(`http://${host}/`)).toMatchObject({ kind: 'found' })
    expect(seen).toHaveLength(2)
    await client.close()
  })

  it('gives up on a host that asks for hours, or that keeps refusing', async () => {
    answer = (request, response) =>
      response.writeHead(429, request.url === '/long' ? { 'retry-after': '7200' } : {}).end()
    const client = open()
    expect(await client.get(`http://${host}/long`)).toMatchObject({ kind: 'failed', why: 'rate-limited', status: 429 })
    expect(seen).toHaveLength(1)
    expect(await client.get(`http://${host}/`)).toMatchObject({ kind: 'failed', why: 'rate-limited' })
    expect(seen).toHaveLength(1 + 3)
    await client.close()
  })

  it('tries again after a broken connection, and says so when it stays broken', async () => {
    answer = (request, response) =>
      request.url === '/once' && seen.length > 1 ? response.end('x') : request.socket.destroy()
    const client = open()
    expect(await client.get(`http://${host}/once`)).toMatchObject({ kind: 'found' })
    expect(await client.get(`http://${host}/always`)).toMatchObject({ kind: 'failed', why: 'unreachable' })
    await client.close()
  })

  it('does not wait for ever, neither for an answer nor for its end', async () => {
    answer = (request, response) => {
      if (request.url === '/half') response.writeHead(200).write('half')
    }
    const client = open({ timeoutMs: 200, retries: 0 })
    expect(await client.get(`http://${host}/silent`)).toMatchObject({ kind: 'failed', why: 'timeout' })
    expect(await client.get(`http://${host}/half`)).toMatchObject({ kind: 'failed', why: 'timeout' })
    await client.close()
  })

  it('stops reading an answer that is larger than expected', async () => {
    answer = (_, response) => response.end(Buffer.alloc(100_000))
    const client = open()
    expect(await client.get(`http://${host}/`, { maxBytes: 1000 })).toMatchObject({ kind: 'failed', why: 'too-large' })
    await client.close()
  })

  it('asks only whether a kept answer is still good, and forgets a damaged one', async () => {
    answer = (request, response) =>
      request.headers['if-none-match'] === '"v1"'
        ? response.writeHead(304).end()
        : response.setHeader('etag', '"v1"').end('content')
    const client = open({ cacheFolder: folder })
    expect(await client.get(`http://${host}/`)).toMatchObject({ fromCache: false })
    const again = await client.get(`http://${host}/`)
    expect(again).toMatchObject({ kind: 'found', fromCache: true })
    expect(again.kind === 'found' && Buffer.from(again.bytes).toString()).toBe('content')
    for (const file of readdirSync(folder)) if (file.endsWith('.body')) writeFileSync(join(folder, file), 'other')
    expect(await client.get(`http://${host}/`)).toMatchObject({ fromCache: false })
    await client.close()
  })

  it('sends credentials to the place they are for, and keeps them out of a redirect elsewhere', async () => {
    const other = createServer((request, response) => response.end(request.headers.authorization ?? 'none'))
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
    const otherHost = `127.0.0.1:${(other.address() as AddressInfo).port}`
    answer = (_, response) => response.writeHead(302, { location: `http://${otherHost}/` }).end()
    const client = open({ allowedHosts: [host, otherHost] })
    const got = await client.get(`http://${host}/`, { authorization: 'Bearer sample' })
    expect(seen[0]?.headers.authorization).toBe('Bearer sample')
    expect(got.kind === 'found' && Buffer.from(got.bytes).toString()).toBe('none')
    await client.close()
    other.closeAllConnections()
    other.close()
  })

  it('asks one host few things at a time', async () => {
    let running = 0
    let most = 0
    answer = (_, response) => {
      most = Math.max(most, ++running)
      setTimeout(() => {
        running--
        response.end('x')
      }, 5)
    }
    const client = open({ requestsPerHost: 2 })
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => client.get(`http://${host}/${index}`)))
    expect(answers.every(({ kind }) => kind === 'found')).toBe(true)
    expect(most).toBe(2)
    await client.close()
  })
})
