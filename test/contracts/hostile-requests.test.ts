/** Requests made to hurt, and what every answer carries against misuse. On the real server. */

import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createServer, startServer } from '#server/server.ts'
import { openStore, type Store } from '#store/store.ts'
import { accessServer, routes } from '#test/access-server.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'
import { sampleUnits } from '#test/sample-access.ts'

const home = scratchFolder()
const portal = join(home, 'portal')
const clock = (): string => new Date().toISOString()
let store: Store
let server: FastifyInstance
beforeAll(async () => {
  writeFiles(portal, { 'index.html': '<!doctype html>', 'assets/a.js': '' })
  store = await openStore({ home })
  await sampleUnits(store)
  server = await createServer({ store, home, clock, language: 'en', isLoopback: true, portal })
})
afterAll(async () => {
  await server.close()
  await store.close()
  rmSync(home, { recursive: true, force: true })
})

const own = { host: 'localhost' }

describe('every answer', () => {
  const planted = '"><script>alert(1)</script>planted'
  const addresses = [
    ...routes
      .filter(({ produces }) => produces !== 'text/event-stream')
      .map(({ method, path }) => [method, path.replaceAll(/:\w+|\*/g, 'none')] as const),
    ...['/', '/inventory', '/assets/a.js', '/report', '/metrics', '/healthz', '/readyz', '/figures/none'].map(
      (path) => ['GET', path] as const,
    ),
    ...['/api/openapi.json', '/api/reference', '/api/v1/nowhere', '/%00', '/%E0%A4%A', '/..%2f..%2fetc/passwd'].map(
      (path) => ['GET', path] as const,
    ),
    ['POST', '/nowhere'] as const,
  ]

  it.each(addresses)('%s %s carries what keeps a browser from misuse', async (method, url) => {
    const asked = { method, url }
    const answers = [
      await server.inject({ ...asked, headers: { ...own, accept: 'text/html', 'x-request-id': planted } }),
      await server.inject({ ...asked, headers: { host: 'evil.example' } }),
    ]
    for (const { headers, statusCode, body } of answers) {
      const policy = String(headers['content-security-policy'])
      expect(policy, `${statusCode} ${body}`).toContain("frame-ancestors 'none'")
      expect(policy).toContain("default-src 'none'")
      expect(/script-src ([^;]*)/.exec(policy)?.[1] ?? '').toMatch(/^(?:'self'|'sha256-[\w+/=]+')?$/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      // What the sender chose must not come back in a header, a page or a log.
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
      expect(JSON.stringify(headers) + body).not.toContain('planted')
      for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
        expect(headers[name]).toBeUndefined()
      if (statusCode >= 400 && url.startsWith('/api/'))
        expect(headers['content-type']).toContain('application/problem+json')
    }
  })

  it('says nothing of what was asked in the page of an unknown address', async () => {
    for (const url of ['/<script>planted</script>', '/api/v1/<script>planted', '/api/v1/products/<script>planted']) {
      const answer = await server.inject({ url, headers: { ...own, accept: 'text/html' } })
      if (String(answer.headers['content-type']).includes('html')) expect(answer.body).not.toContain('planted')
      else expect(answer.headers['content-type']).toContain('json')
    }
  })

  it('keeps the cookie of a session from scripts and other sites, also where a proxy speaks https', async () => {
    const accounts = await accessServer({ store })
    onTestFinished(() => accounts.close())
    const answer = await accounts.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { host: 'headwater.example', origin: 'https://headwater.example', 'x-headwater-csrf': 'page' },
    })
    for (const cookie of [answer.headers['set-cookie']].flat())
      expect(cookie).toMatch(/^__Host-[\w-]+=; Max-Age=0; Path=\/; Secure; HttpOnly; SameSite=(?:Strict|Lax)$/)
  })
})

const json = { ...own, 'content-type': 'application/json' }
const mebibyte = 1024 * 1024

describe('a body', () => {
  it('larger than its route takes is refused, before it is read where its size is told', async () => {
    for (const { method, path, receives, largestBody } of routes) {
      if (method === 'GET' || receives !== undefined || largestBody !== undefined) continue
      const url = path.replaceAll(/:\w+/g, 'none')
      const answer = await server.inject({ method, url, headers: json, payload: `"${'a'.repeat(mebibyte)}"` })
      expect([path, answer.statusCode]).toEqual([path, 413])
      expect(answer.json()).toMatchObject({ code: 'body-too-large' })
    }
    for (const url of ['/api/v1/documents?product=quay-gate', '/api/v1/bom']) {
      const headers = { ...own, 'content-type': 'application/octet-stream', 'content-length': `${201 * mebibyte}` }
      const answer = await server.inject({ method: 'POST', url, headers, payload: 'a' })
      expect([url, answer.statusCode]).toEqual([url, 413])
    }
  })

  it('that is no JSON, nested without end, or means the prototype is refused', async () => {
    for (const payload of [
      '{',
      '['.repeat(500_000),
      `${'['.repeat(400_000)}${']'.repeat(400_000)}`,
      '{"__proto__":{"isAdmin":true},"secret":"x"}',
      '{"constructor":{"prototype":{"isAdmin":true}},"secret":"x"}',
      '\u0000',
    ]) {
      const answer = await server.inject({ method: 'POST', url: '/api/v1/session/link', headers: json, payload })
      expect([payload.slice(0, 30), answer.statusCode]).toEqual([payload.slice(0, 30), 400])
    }
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })

  it('of a form with too many files, fields or parts is refused', async () => {
    const boundary = 'harbor-boundary'
    const part = (name: string, content: string, file = '') =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`
    const headers = { ...own, 'content-type': `multipart/form-data; boundary=${boundary}` }
    const file = part('file', '{}', '; filename="a.json"')
    for (const [what, body] of [
      ['two files', file + part('other', '{}', '; filename="b.json"')],
      ['fields', Array.from({ length: 30 }, (_, at) => part(`f${at}`, 'x')).join('')],
      ['nothing that ends', `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nx`],
    ] as const) {
      const payload = what === 'nothing that ends' ? body : `${body}--${boundary}--\r\n`
      const answer = await server.inject({ method: 'POST', url: '/api/v1/documents', headers, payload })
      expect([what, answer.statusCode]).toEqual([what, expect.toSatisfy((code) => code === 400 || code === 413)])
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
  })

  it('that comes in drop by drop is ended, and nobody waits behind it', { timeout: 60_000 }, async () => {
    const running = await startServer({
      store,
      home,
      clock,
      language: 'en',
      host: '127.0.0.1',
      port: 0,
      portal,
      slowestRequestMs: 1_000,
    })
    onTestFinished(() => running.close())
    const { port, host } = new URL(running.address)
    const began = Date.now()
    const slow = Array.from({ length: 20 }, () => {
      const socket = connect(Number(port), '127.0.0.1')
      const head = `POST /api/v1/documents?product=quay-gate HTTP/1.1\r\nhost: ${host}\r\n`
      socket.write(`${head}content-type: application/octet-stream\r\ncontent-length: 1000000\r\n\r\n`)
      const drops = setInterval(() => socket.write('a'), 50)
      let answer = ''
      return new Promise<string>((resolve) => {
        socket.setEncoding('utf8').on('data', (text: string) => (answer += text))
        socket.on('error', () => undefined)
        socket.once('close', () => {
          clearInterval(drops)
          resolve(answer)
        })
      })
    })
    expect((await fetch(`${running.address}/healthz`)).status).toBe(200)
    for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^(?:HTTP\/1\.1 408 |$)/)
    expect(Date.now() - began).toBeLessThan(20_000)
    expect((await fetch(`${running.address}/healthz`)).status).toBe(200)
  })
})
