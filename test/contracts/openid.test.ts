/** Signing in through a real OpenID provider, and through one that lies. */

import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore, type Store } from '#store/store.ts'
import { accessServer } from '#test/access-server.ts'
import { BrowserSession } from '#test/browser-session.ts'
import { scratchFolder } from '#test/sample-folder.ts'
import { samplePerson, sampleUnits } from '#test/sample-access.ts'
import { join } from 'node:path'

const callback = '/api/v1/session/openid/callback'
const clientSecret = 'a secret between the two of them, long enough'

async function listen(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function world(issuer: string): Promise<{ readonly store: Store; readonly browser: () => BrowserSession }> {
  const store = await openStore({ home: join(scratchFolder(), 'home') })
  await sampleUnits(store)
  const openId = { issuer, clientId: 'headwater', clientSecret, label: 'Harbor login' }
  const server = await accessServer({ store, settings: { openId } })
  onTestFinished(async () => {
    await server.close()
    await store.close()
  })
  return { store, browser: () => new BrowserSession(server) }
}

/** A provider with people who have these addresses; whoever is asked for signs in without more ado. */
async function realProvider(emailOf: (account: string) => object): Promise<string> {
  let handle: ReturnType<Provider['callback']> | undefined
  const server = createServer((request, response) => handle?.(request, response))
  const issuer = await listen(server)
  handle = new Provider(issuer, {
    clients: [
      {
        client_id: 'headwater',
        client_secret: clientSecret,
        redirect_uris: [`https://headwater.example${callback}`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...emailOf(sub) }),
    }),
  }).callback()
  return issuer
}

/** Goes through the provider's pages as a browser would. @returns the address it sends the browser back to */
async function throughProvider(address: string, account: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let url = address
  let form: URLSearchParams | null = null
  for (let step = 0; step < 20; step++) {
    const response: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === null ? {} : { method: 'POST', body: form }),
    })
    form = null
    for (const text of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location !== null) {
      const next = new URL(location, url)
      if (next.origin === 'https://headwater.example') return next
      url = next.href
      continue
    }
    const page = await response.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (prompt === undefined) throw new Error(`the provider answers ${response.status}: ${page.slice(0, 300)}`)
    url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url).href
    form = new URLSearchParams({ prompt, login: account, password: 'any' })
  }
  throw new Error('the provider never sends the browser back')
}

const start = async (browser: BrowserSession, returnTo = '/risk?unit=quay') =>
  String((await browser.ask('POST', '/api/v1/session/openid', { returnTo })).json['address'])

describe('a real provider', () => {
  it('signs in whom it has checked, and knows them again under another address', async () => {
    let email = 'Ada@harbor.example'
    const { store, browser } = await world(await realProvider(() => ({ email, email_verified: true })))
    const person = await samplePerson(store, 'ada@harbor.example', [{ role: 'viewer', unit: 'quay' }])
    const ada = browser()
    const address = new URL(await start(ada))
    expect(address.searchParams.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(address.searchParams.get(name)?.length).toBeGreaterThan(20)
    const back = await throughProvider(address.href, 'account-7')
    const landed = await ada.ask('GET', callback + back.search)
    expect(landed.status).toBe(200)
    expect(landed.headers['content-type']).toContain('text/html')
    expect(landed.text).toContain('url=/risk?unit=quay')
    expect((await ada.ask('GET', '/api/v1/session')).json).toMatchObject({ actor: { id: person }, method: 'openid' })

    email = 'ada.renamed@harbor.example'
    const again = browser()
    const second = await throughProvider(await start(again), 'account-7')
    expect((await again.ask('GET', callback + second.search)).status).toBe(200)
    expect(JSON.stringify(await store.db.selectFrom('openid_identity').selectAll().execute())).not.toMatch(
      /account-7|renamed/,
    )
  })

  it('lets nobody in with an address that it has not checked, without an account, or in place of somebody else', async () => {
    const emails: Record<string, object> = {
      first: { email: 'ada@harbor.example', email_verified: true },
      unchecked: { email: 'ada@harbor.example', email_verified: false },
      stranger: { email: 'eve@harbor.example', email_verified: true },
      second: { email: 'ada@harbor.example', email_verified: true },
    }
    const { store, browser } = await world(await realProvider((account) => emails[account] ?? {}))
    await samplePerson(store, 'ada@harbor.example', [{ role: 'admin', unit: null }])
    for (const [account, status] of [
      ['unchecked', 401],
      ['stranger', 401],
      ['first', 200],
      ['second', 401],
    ] as const) {
      const someone = browser()
      const back = await throughProvider(await start(someone), account)
      expect((await someone.ask('GET', callback + back.search)).status, account).toBe(status)
    }
  })

  it('is of no use in another browser, a second time, or with another state', async () => {
    const { store, browser } = await world(
      await realProvider(() => ({ email: 'ada@harbor.example', email_verified: true })),
    )
    await samplePerson(store, 'ada@harbor.example', [{ role: 'admin', unit: null }])
    const [victim, attacker] = [browser(), browser()]
    const back = await throughProvider(await start(attacker), 'account-1')
    // The attacker's own answer in the victim's browser would sign the victim in as the attacker.
    expect((await victim.ask('GET', callback + back.search)).status).toBe(401)
    await start(victim)
    expect((await victim.ask('GET', callback + back.search)).status).toBe(401)
    const forged = new URLSearchParams(back.search)
    forged.set('state', 'guessed')
    expect((await attacker.ask('GET', `${callback}?${forged.toString()}`)).status).toBe(401)
    expect((await attacker.ask('GET', callback + back.search)).status).toBe(401)
    const good = browser()
    const once = await throughProvider(await start(good), 'account-1')
    const kept = new Map(good.cookies)
    expect((await good.ask('GET', callback + once.search)).status).toBe(200)
    const replay = browser()
    for (const [name, value] of kept) replay.cookies.set(name, value)
    expect((await replay.ask('GET', callback + once.search)).status).toBe(401)
  })

  it('sends nobody away to another place', async () => {
    const { store, browser } = await world(
      await realProvider(() => ({ email: 'ada@harbor.example', email_verified: true })),
    )
    await samplePerson(store, 'ada@harbor.example', [{ role: 'admin', unit: null }])
    for (const returnTo of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/"><b>',
    ]) {
      const ada = browser()
      const back = await throughProvider(await start(ada, returnTo), 'account-1')
      const { text } = await ada.ask('GET', callback + back.search)
      expect(text, returnTo).toMatch(/content="0;url=\/(?:%22%3E%3Cb%3E)?"/)
    }
  })
})

type Lie = (claims: Record<string, unknown>) => Record<string, unknown>

/** A provider that signs whatever it is told to. */
async function lyingProvider(lie: Lie, isSignedByAnother = false): Promise<string> {
  const [own, other] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }))
  let nonce = ''
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const json = (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (url.pathname === '/keys')
      return json({ keys: [{ ...own?.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] })
    if (url.pathname === '/authorize') {
      nonce = url.searchParams.get('nonce') ?? ''
      return response.end()
    }
    const now = Math.floor(Date.now() / 1000)
    const claims = lie({
      iss: issuer,
      sub: 'account-1',
      aud: 'headwater',
      iat: now,
      exp: now + 300,
      nonce,
      email: 'ada@harbor.example',
      email_verified: true,
    })
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const content = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`
    const key = (isSignedByAnother ? other : own)?.privateKey
    const signature = key === undefined ? '' : createSign('sha256').update(content).sign(key, 'base64url')
    json({ access_token: 'x', token_type: 'Bearer', id_token: `${content}.${signature}` })
  })
  const issuer = await listen(server)
  return issuer
}

describe('a provider that lies', () => {
  const lies: Record<string, Lie> = {
    'another nonce': (claims) => ({ ...claims, nonce: 'replayed' }),
    'no nonce': (claims) => ({ ...claims, nonce: undefined }),
    'another audience': (claims) => ({ ...claims, aud: 'somebody-else' }),
    'another issuer': (claims) => ({ ...claims, iss: 'https://evil.example' }),
    'a token that is past': (claims) => ({ ...claims, exp: 1_000_000 }),
    'no subject': (claims) => ({ ...claims, sub: undefined }),
  }
  const arrive = async (issuer: string) => {
    const { store, browser } = await world(issuer)
    await samplePerson(store, 'ada@harbor.example', [{ role: 'admin', unit: null }])
    const ada = browser()
    const address = await start(ada)
    await fetch(address)
    const state = new URL(address).searchParams.get('state') ?? ''
    return ada.ask('GET', `${callback}?${new URLSearchParams({ code: 'c', state }).toString()}`)
  }

  it('would sign in if it told the truth', async () => {
    expect((await arrive(await lyingProvider((claims) => claims))).status).toBe(200)
  })

  it.each(Object.entries(lies))('signs nobody in with %s', async (_name, lie) => {
    const reply = await arrive(await lyingProvider(lie))
    expect(reply.status).toBe(401)
    expect(reply.headers['set-cookie']).toBeUndefined()
  })

  it('signs nobody in with a token that another key signed', async () => {
    expect((await arrive(await lyingProvider((claims) => claims, true))).status).toBe(401)
  })
})

describe('a provider that is away', () => {
  it('is told apart from a sign-in that failed', async () => {
    const { browser } = await world('http://127.0.0.1:9')
    const reply = await browser().ask('POST', '/api/v1/session/openid', {})
    expect(reply.json).toMatchObject({ code: 'provider-unavailable', status: 503 })
  })
})
