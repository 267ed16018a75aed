/** Passkeys in a real browser with a virtual authenticator: adding one, signing in with it, and what must not work. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store } from '#store/store.ts'
import { accessServer } from '#test/access-server.ts'
import { goodPassword, samplePerson, sampleUnits } from '#test/sample-access.ts'
import { scratchFolder } from '#test/sample-folder.ts'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

describe.skipIf(!existsSync(executablePath))('a passkey', () => {
  let store: Store
  let server: Awaited<ReturnType<typeof accessServer>>
  let browser: Browser
  let page: Page
  let address = ''
  let person = ''

  beforeAll(async () => {
    store = await openStore({ home: join(scratchFolder(), 'home') })
    await sampleUnits(store)
    person = await samplePerson(store, 'ada@harbor.example', [{ role: 'admin', unit: null }], new Date().toISOString())
    server = await accessServer({ store, settings: { publicAddress: null, isLoopbackOnly: true } })
    const listening = await server.listen({ host: '127.0.0.1', port: 0 })
    // A passkey belongs to a name; a number is none.
    address = `http://localhost:${new URL(listening).port}`
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    // The answers of the interface forbid scripts; here one of their pages stands in for the portal's.
    page = await (await browser.newContext({ bypassCSP: true })).newPage()
    await page.goto(`${address}/healthz`)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
  })

  type Told = { readonly status: number; readonly body: Record<string, unknown> }

  const ask = (method: string, path: string, body: unknown, csrfToken: string): Promise<Told> =>
    page.evaluate(
      async ([method, path, body, csrfToken]) => {
        const response = await fetch(path, {
          method,
          headers: { 'x-headwater-csrf': csrfToken, ...(body === null ? {} : { 'content-type': 'application/json' }) },
          ...(body === null ? {} : { body: JSON.stringify(body) }),
        })
        return { status: response.status, body: (await response.json()) as Record<string, unknown> }
      },
      [method, path, body, csrfToken] as const,
    )

  /** What the browser makes of the server's options, in WebAuthn's own JSON. */
  const credential = (kind: 'create' | 'get', options: unknown): Promise<Record<string, unknown>> =>
    page.evaluate(`(async () => {
      const options = ${JSON.stringify(options)}
      const made = ${JSON.stringify(kind)} === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
      return made.toJSON()
    })()`)

  const proof = { password: goodPassword }
  const whoAmI = async () => (await ask('GET', '/api/v1/session', null, '')).body
  const cookies = async () => page.context().cookies(address)

  it('is added, signs in without a name, and is removed', async () => {
    const signedIn = await ask(
      'POST',
      '/api/v1/session',
      { login: 'ada@harbor.example', password: goodPassword },
      'page',
    )
    expect(signedIn.status).toBe(200)
    const token = String(signedIn.body['csrfToken'])
    const before = (await cookies()).find(({ name }) => name === '__Host-headwater-session')
    expect(before).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', path: '/' })
    // Whoever finds an open browser leaves no way in for later.
    for (const without of [{}, { proof: { password: 'not the password' } }])
      expect(await ask('POST', '/api/v1/passkeys/registration', without, token)).toMatchObject({
        status: 403,
        body: { code: 'proof-failed' },
      })
    const { body } = await ask('POST', '/api/v1/passkeys/registration', { proof }, token)
    const response = await credential('create', body['options'])
    const added = await ask('POST', '/api/v1/passkeys', { label: 'laptop', response }, token)
    expect(added).toMatchObject({ status: 200 })
    const after = (await cookies()).find(({ name }) => name === '__Host-headwater-session')
    expect(after?.value).not.toBe(before?.value)

    const fresh = String(added.body['csrfToken'])
    expect((await ask('POST', '/api/v1/passkeys', { label: 'again', response }, fresh)).status).toBe(401)
    expect((await ask('DELETE', '/api/v1/session', null, fresh)).status).toBe(200)
    expect((await whoAmI())['actor']).toBeNull()

    const options = (await ask('POST', '/api/v1/session/passkey/options', null, 'page')).body['options']
    expect(JSON.stringify(options)).not.toContain('ada')
    const answer = await credential('get', options)
    expect((await ask('POST', '/api/v1/session/passkey', { response: answer }, 'page')).status).toBe(200)
    expect(await whoAmI()).toMatchObject({ actor: { id: person }, method: 'passkey' })

    const csrfToken = String((await whoAmI())['csrfToken'])
    const listed = (await ask('GET', '/api/v1/passkeys', null, '')).body['items'] as { id: string; label: string }[]
    expect(listed.map(({ label }) => label)).toEqual(['laptop'])
    // A passkey does not stand in for the password, where there is one.
    const shown = (await ask('POST', '/api/v1/account/passkey/options', null, csrfToken)).body['options']
    const byPasskey = { proof: { passkey: await credential('get', shown) } }
    expect((await ask('POST', '/api/v1/passkeys/registration', byPasskey, csrfToken)).status).toBe(403)
    expect((await ask('DELETE', `/api/v1/passkeys/${listed[0]?.id}`, null, csrfToken)).status).toBe(200)
    await ask('DELETE', '/api/v1/session', null, csrfToken)
    const late = (await ask('POST', '/api/v1/session/passkey/options', null, 'page')).body['options']
    const removed = await credential('get', late)
    expect((await ask('POST', '/api/v1/session/passkey', { response: removed }, 'page')).status).toBe(401)
  })

  it('answers one question once, and not another one', async () => {
    const signedIn = await ask(
      'POST',
      '/api/v1/session',
      { login: 'ada@harbor.example', password: goodPassword },
      'page',
    )
    const token = String(signedIn.body['csrfToken'])
    const { body } = await ask('POST', '/api/v1/passkeys/registration', { proof }, token)
    const response = await credential('create', body['options'])
    const added = await ask('POST', '/api/v1/passkeys', { label: 'laptop', response }, token)
    await ask('DELETE', '/api/v1/session', null, String(added.body['csrfToken']))
    const options = (await ask('POST', '/api/v1/session/passkey/options', null, 'page')).body['options']
    const answer = await credential('get', options)
    const signIn = () => ask('POST', '/api/v1/session/passkey', { response: answer }, 'page')
    await ask('POST', '/api/v1/session/passkey/options', null, 'page')
    expect((await signIn()).status).toBe(401)
    expect((await signIn()).status).toBe(401)
  })
})
