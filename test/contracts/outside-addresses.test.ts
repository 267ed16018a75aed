/**
 * Where requests of ours may end: every address that can be configured, in every spelling, and whoever named it. Nothing
 * inside is reached that the operator did not mean.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rmSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { importDependencyTrack } from '#app/import-dependency-track.ts'
import { silent } from '#app/progress.ts'
import { pushDocument } from '#app/push-document.ts'
import { insideOf, nothingInside, openHttpClient, postOnce, type HttpOptions, type Lookup } from '#sources/http.ts'
import { finishOpenId, startOpenId } from '#sources/openid.ts'
import { sendMail } from '#sources/outbox/mail.ts'
import { follow } from '#sources/registry/session.ts'
import { openStore } from '#store/store.ts'
import { startMailServer } from '#test/mail-server.ts'
import { scratchFolder } from '#test/sample-folder.ts'

/** This machine, in every spelling that a URL knows. */
const thisMachine = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '127.255.255.254',
  '127。0。0。1',
  '①②⑦.0.0.1',
  'localhost',
  'LOCALHOST',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
]
/** Networks of one's own. */
const ownNetworks = ['10.0.0.1', '0xa.1', '172.16.0.1', '172.31.255.254', '192.168.0.1', '3232235521', '100.64.0.1']
const ownNetworks6 = ['[fc00::1]', '[fd12:3456::1]', '[::ffff:10.0.0.1]', '[::ffff:192.168.0.1]']
/** What nobody means: metadata services of clouds, link-local, this network, many at once, addresses in other addresses. */
const nobodyMeans = [
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '169.254.170.2',
  '100.100.100.200',
  '0.0.0.0',
  '0',
  '224.0.0.1',
  '255.255.255.255',
  '[::]',
  '[fe80::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b::7f00:1]',
  '[2002:a9fe:a9fe::]',
  '[2001:0:a9fe:a9fe::]',
]

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

async function receiver(answer: Answer = (_, response) => response.end('reached')) {
  const seen: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${body}`)
      answer(request, response)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, host: `127.0.0.1:${port}`, seen }
}

/** Names of this test alone; what it does not know does not exist. */
function names(table: Readonly<Record<string, readonly string[]>>): Lookup {
  return (name, _options, done) => {
    const found = (table[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    if (found.length > 0) done(null, found)
    else done(Object.assign(new Error(name), { code: 'ENOTFOUND' }), [])
  }
}

function client(options: Partial<HttpOptions>) {
  const opened = openHttpClient({ offline: false, allowedHosts: [], cacheFolder: null, retries: 0, ...options })
  onTestFinished(opened.close)
  return opened
}

const refused = { kind: 'failed', why: 'address-not-allowed' }

describe('a webhook, which any person may configure', () => {
  const post = (url: string, inside = nothingInside, lookup?: Lookup) =>
    postOnce(url, { headers: {}, body: 'secret', timeoutMs: 2_000, inside, ...(lookup && { lookup }) })

  it.each([...thisMachine, ...ownNetworks, ...ownNetworks6, ...nobodyMeans])('does not reach %s', async (host) => {
    const { port, seen } = await receiver()
    expect(await post(`http://${host}:${port}/`)).toEqual(refused)
    expect(await post(`https://${host}:${port}/`)).toEqual(refused)
    expect(seen).toEqual([])
  })

  it('does not reach them by a name either, nor by one that has public addresses too', async () => {
    const { port, seen } = await receiver()
    for (const address of ['127.0.0.1', '169.254.169.254', '10.0.0.1', '::1', 'fe80::1', '::ffff:127.0.0.1'])
      expect(await post(`http://hook.example:${port}/`, nothingInside, names({ 'hook.example': [address] }))).toEqual(
        refused,
      )
    const asked: string[] = []
    const mixed: Lookup = (name, options, done) => {
      asked.push(name)
      names({ 'hook.example': ['127.0.0.1', '2001:db9::1'] })(name, options, done)
    }
    // Only the public one is tried, and there is no way to it here.
    expect(await post(`http://hook.example:${port}/`, nothingInside, mixed)).not.toEqual(refused)
    // What was checked is what is connected to: the name is not asked a second time.
    expect(asked).toEqual(['hook.example'])
    expect(seen).toEqual([])
  })

  it('reaches what the operator lists: a name, an address, a network, and no more', async () => {
    const { port, seen } = await receiver()
    const lookup = names({ 'hook.inside.example': ['127.0.0.1'], 'other.inside.example': ['127.0.0.1'] })
    const at = (host: string, listed: string) =>
      post(`http://${host}:${port}/`, insideOf({ HEADWATER_INSIDE: listed }), lookup)
    const taken = { kind: 'answered', status: 200 }
    expect(await at('hook.inside.example', 'hooks.example, Hook.Inside.Example')).toEqual(taken)
    expect(await at('other.inside.example', 'hook.inside.example')).toEqual(refused)
    expect(await at('127.0.0.1', '127.0.0.1')).toEqual(taken)
    expect(await at('hook.inside.example', '10.0.0.0/8, 127.0.0.0/8')).toEqual(taken)
    expect(await at('2130706433', '10.0.0.0/8')).toEqual(refused)
    expect(seen).toHaveLength(3)
  })

  it.each(['10.0.0.0/33', '::1/129', '10.0.0.0/8/8', '10.0.0', 'a b', 'http://inside.example', '*', '10.0.0.0/'])(
    'a list with %s in it is refused',
    (listed) => {
      expect(() => insideOf({ HEADWATER_INSIDE: listed })).toThrow(
        expect.objectContaining({ problem: { code: 'usage', what: `HEADWATER_INSIDE: ${listed}` } }),
      )
    },
  )
})

describe('a service that the operator named', () => {
  it('may be on this machine or a network of their own', async () => {
    const { host, port } = await receiver()
    expect(await client({ allowedHosts: [host] }).get(`http://${host}/`)).toMatchObject({ kind: 'found' })
    const lookup = names({ 'registry.inside.example': ['127.0.0.1'] })
    const named = client({ allowedHosts: [`registry.inside.example:${port}`], lookup })
    expect(await named.get(`http://registry.inside.example:${port}/`)).toMatchObject({ kind: 'found' })
  })

  it.each(nobodyMeans)('does not lead to %s, not even when it is named so', async (host) => {
    const { port, seen } = await receiver()
    const { host: spelled } = new URL(`http://${host}:${port}`)
    const named = client({ allowedHosts: [spelled] })
    expect(await named.get(`http://${spelled}/`)).toMatchObject(refused)
    expect(await named.post(`http://${spelled}/`, { bytes: new Uint8Array(), headers: {} })).toMatchObject(refused)
    expect(seen).toEqual([])
  })

  it('does not lead there by its name', async () => {
    const lookup = names({ 'registry.example': ['169.254.169.254'] })
    const named = client({ allowedHosts: ['registry.example'], lookup })
    expect(await named.get('http://registry.example/latest/meta-data')).toMatchObject(refused)
    const listed = client({
      allowedHosts: ['registry.example'],
      lookup,
      inside: insideOf({ HEADWATER_INSIDE: '169.254.169.254' }),
      timeoutMs: 100,
    })
    expect(await listed.get('http://registry.example/')).not.toMatchObject(refused)
  })

  it('leads nowhere inside by a redirect', async () => {
    const inner = await receiver()
    for (const place of [
      `http://127.0.0.1:${inner.port}/`,
      `http://localhost:${inner.port}/`,
      'http://169.254.169.254/',
    ])
      for (const status of [301, 302, 303, 307, 308]) {
        const { host } = await receiver((_, response) => response.writeHead(status, { location: place }).end())
        expect(await client({ allowedHosts: [host] }).get(`http://${host}/`)).toMatchObject({
          kind: 'failed',
          why: 'host-not-allowed',
        })
      }
    expect(inner.seen).toEqual([])
  })

  it('cannot name a place inside, by address or by a name (registries)', async () => {
    const inner = await receiver()
    const lookup = names({ 'registry.example': ['203.0.113.1'], 'archives.example': ['127.0.0.1'] })
    const named = client({ allowedHosts: ['registry.example'], lookup })
    for (const host of [...thisMachine, ...ownNetworks, ...nobodyMeans])
      expect([host, follow(named, 'http://registry.example', `http://${host}:${inner.port}`)]).toEqual([host, false])
    const archive = `http://archives.example:${inner.port}/a.tgz`
    expect(follow(named, 'http://registry.example', archive)).toBe(true)
    expect(await named.get(archive)).toMatchObject(refused)
    expect(inner.seen).toEqual([])
    const listed = client({
      allowedHosts: ['registry.example'],
      lookup,
      inside: insideOf({ HEADWATER_INSIDE: 'archives.example' }),
    })
    follow(listed, 'http://registry.example', archive)
    expect(await listed.get(archive)).toMatchObject({ kind: 'found' })
  })
})

describe('an OpenID provider', () => {
  const clientOf = (issuer: string, inside = nothingInside) => ({
    issuer,
    clientId: 'headwater',
    clientSecret: 'between the two of us',
    offline: false,
    inside,
  })
  const away = { problem: { code: 'provider-unavailable' } }

  /** A provider that names another place for tokens. */
  async function naming(token: string) {
    const provider = await receiver((_, response) => {
      response.setHeader('content-type', 'application/json').end(
        JSON.stringify({
          issuer: `http://127.0.0.1:${provider.port}`,
          authorization_endpoint: `http://127.0.0.1:${provider.port}/authorize`,
          token_endpoint: token,
          jwks_uri: `http://127.0.0.1:${provider.port}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        }),
      )
    })
    return provider
  }
  const finish = (port: number, inside = nothingInside) =>
    finishOpenId(
      clientOf(`http://127.0.0.1:${port}`, inside),
      `https://headwater.example/back?code=c&state=s&iss=${encodeURIComponent(`http://127.0.0.1:${port}`)}`,
      { state: 's', nonce: 'n', verifier: 'v'.repeat(43) },
    )

  it('does not lead the secret to a place inside that it names', async () => {
    const inner = await receiver()
    const provider = await naming(`http://127.0.0.1:${inner.port}/token`)
    await expect(finish(provider.port)).rejects.toMatchObject(away)
    expect(inner.seen).toEqual([])
    // Listed, it is asked; what it says is no token.
    await finish(provider.port, insideOf({ HEADWATER_INSIDE: '127.0.0.1' })).catch(() => undefined)
    expect(inner.seen).toHaveLength(1)
  })

  it('is not looked for where nobody means it to be, and not behind a redirect', async () => {
    for (const host of ['169.254.169.254', '2852039166', '[fe80::1]', '0.0.0.0'])
      await expect(startOpenId(clientOf(`https://${host}/`), 'https://headwater.example/back')).rejects.toMatchObject(
        away,
      )
    const inner = await receiver()
    const provider = await receiver((_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/` }).end(),
    )
    await expect(
      startOpenId(clientOf(`http://127.0.0.1:${provider.port}`), 'https://headwater.example/back'),
    ).rejects.toMatchObject(away)
    expect(inner.seen).toEqual([])
  })
})

describe('what else can be configured', () => {
  const mail = { to: 'ada@harbor.example', subject: 's', text: 't', id: 'm', date: new Date(0) }

  it.each(['169.254.169.254', '2852039166', '0xa9fea9fe', '[fe80::1]', '0.0.0.0', '[::ffff:169.254.169.254]'])(
    'the mail server is not looked for at %s',
    async (host) => {
      const server = { url: `smtp://${host}:25`, from: 'headwater@harbor.example', inside: nothingInside }
      expect(await sendMail(server, mail)).toMatchObject(refused)
    },
  )

  it('the mail server may be on this machine, by address and by name', async () => {
    const server = await startMailServer()
    onTestFinished(() => server.close())
    for (const url of [server.url, server.url.replace('127.0.0.1', 'localhost')])
      expect(await sendMail({ url, from: 'headwater@harbor.example', inside: nothingInside }, mail)).toMatchObject({
        kind: 'sent',
      })
  })

  it('Dependency-Track and a Headwater that documents go to are not looked for at metadata addresses', async () => {
    const home = scratchFolder()
    const store = await openStore({ home })
    onTestFinished(async () => {
      await store.close()
      rmSync(home, { recursive: true, force: true })
    })
    const rest = { key: 'k', home, offline: false, isDryRun: true, isEachVersion: false, folder: undefined }
    const server = 'http://169.254.169.254'
    await expect(
      importDependencyTrack(store, { ...rest, server, environment: {} }, '2026-11-22T00:00:00.000Z', silent),
    ).rejects.toMatchObject({ problem: { code: 'server-refused', reason: 'address-not-allowed' } })
    const pushed = { server, key: 'k', bytes: new Uint8Array(1), product: 'p', path: 'a', version: null }
    await expect(pushDocument(client({}), { ...pushed, isCreating: false })).rejects.toMatchObject({
      problem: { code: 'server-refused', reason: 'address-not-allowed' },
    })
  })
})
