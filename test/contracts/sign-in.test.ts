/** Sign-in, sessions, links and keys as whoever attacks them meets them, on every engine. */

import { expect, it } from 'vitest'
import { runErasure } from '#app/erase-person.ts'
import { issueSetupLink } from '#app/access/links.ts'
import { verifyAudit } from '#store/audit.ts'
import { goodPassword, samplePerson } from '#test/sample-access.ts'
import { admin, hour, minute, signIn, viewer, world } from './access-world.ts'
import { describeOnEveryEngine } from './stores.ts'

describeOnEveryEngine(
  'signing in',
  (place) => {
    it('opens a session that tells who it is, and closes it', async () => {
      const { store, browser } = await world(place)
      const person = await samplePerson(store, 'ada@harbor.example', admin)
      const ada = browser()
      expect((await ada.ask('GET', '/api/v1/session')).json).toMatchObject({ actor: null, csrfToken: null })
      expect((await signIn(ada, ' ADA@harbor.example ')).status).toBe(200)
      expect((await ada.ask('GET', '/api/v1/session')).json).toMatchObject({
        actor: { kind: 'person', id: person, login: 'ada@harbor.example', grants: admin },
        method: 'password',
      })
      const kept = ada.sessionCookie ?? ''
      expect((await ada.ask('DELETE', '/api/v1/session')).status).toBe(200)
      expect(ada.sessionCookie).toBeUndefined()
      ada.cookies.set('__Host-headwater-session', kept)
      expect((await ada.ask('GET', '/api/v1/people')).status).toBe(401)
    })

    it('keeps the secret of a session from scripts, other sites, other paths and the database', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      const ada = browser()
      const cookie = String((await signIn(ada)).headers['set-cookie'])
      expect(cookie).toMatch(
        /^__Host-headwater-session=[\w-]{43}; Max-Age=43200; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
      )
      const rows = JSON.stringify(await store.db.selectFrom('session').selectAll().execute())
      expect(rows).not.toContain(ada.sessionCookie)
      expect(rows).not.toContain(ada.csrfToken)
    })

    it('does not take over a session that somebody planted', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      await samplePerson(store, 'eve@harbor.example', viewer)
      const [eve, ada] = [browser(), browser()]
      await signIn(eve, 'eve@harbor.example')
      ada.cookies.set('__Host-headwater-session', eve.sessionCookie ?? '')
      ada.csrfToken = eve.csrfToken
      await signIn(ada)
      expect(ada.sessionCookie).not.toBe(eve.sessionCookie)
      expect((await eve.ask('GET', '/api/v1/people')).status).toBe(401)
      const made = browser()
      made.cookies.set('__Host-headwater-session', 'chosen-by-the-attacker')
      await signIn(made)
      expect(made.sessionCookie).not.toBe('chosen-by-the-attacker')
    })

    it('ends after two idle hours, and after twelve hours in any case', async () => {
      const { store, browser, pass } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      const [idle, busy] = [browser(), browser()]
      await signIn(idle)
      await signIn(busy)
      for (let hours = 1; hours < 12; hours++) {
        pass(hour)
        expect((await busy.ask('GET', '/api/v1/people')).status, `after ${hours} hours`).toBe(200)
      }
      expect((await idle.ask('GET', '/api/v1/people')).status).toBe(401)
      pass(hour)
      expect((await busy.ask('GET', '/api/v1/people')).status).toBe(401)
    })

    it('answers alike for a wrong password, an unknown login, an account without password and a closed one', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      await samplePerson(store, 'new@harbor.example', viewer, undefined, null)
      await samplePerson(store, 'old@harbor.example', viewer)
      const boss = browser()
      await signIn(boss)
      expect((await boss.ask('DELETE', '/api/v1/people/old@harbor.example')).status).toBe(200)
      const answers = []
      for (const login of ['ada@harbor.example', 'nobody@harbor.example', 'new@harbor.example', 'old@harbor.example']) {
        const { status, json, headers } = await signIn(browser(), login, 'not the password at all')
        // The number of the request is another one each time.
        answers.push({ status, json: { ...json, instance: '' }, cookie: headers['set-cookie'] })
      }
      expect(answers[0]).toMatchObject({ status: 401, cookie: undefined })
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect((await signIn(browser(), 'old@harbor.example')).status).toBe(401)
    })

    it('pauses after five failures of one login, whether or not it exists, and from any address', async () => {
      const { store, browser, pass } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      for (const login of ['ada@harbor.example', 'nobody@harbor.example']) {
        const statuses = []
        for (let tries = 0; tries < 8; tries++) {
          const attacker = browser()
          attacker.ip = `192.0.2.${tries + 1}`
          statuses.push((await signIn(attacker, login, 'guess number one')).status)
        }
        expect(statuses, login).toEqual([401, 401, 401, 401, 401, 401, 429, 429])
      }
      const ada = browser()
      const refused = await signIn(ada)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
      pass(minute)
      expect((await signIn(ada)).status).toBe(200)
      expect(JSON.stringify(await store.db.selectFrom('sign_in_throttle').selectAll().execute())).not.toContain(
        'harbor',
      )
    })

    it('lets no more tries through when they come all at once', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      const tries = await Promise.all(
        Array.from({ length: 15 }, () => signIn(browser(), 'ada@harbor.example', 'guess number two')),
      )
      expect(tries.filter(({ status }) => status === 401)).toHaveLength(6)
      expect(tries.filter(({ status }) => status === 429)).toHaveLength(9)
    })

    it('pauses an address that tries many logins', async () => {
      const { browser } = await world(place)
      const attacker = browser()
      attacker.ip = '2001:db8:1:2::7'
      const statuses = []
      for (let n = 0; n < 33; n++) {
        attacker.ip = `2001:db8:1:2::${n + 1}`
        statuses.push((await attacker.ask('POST', '/api/v1/session/openid', {})).status)
      }
      expect(statuses.indexOf(429)).toBe(31)
    })
  },
  ['icu'],
)

describeOnEveryEngine(
  'a request that changes something',
  (place) => {
    it('needs the token of the session, and no page elsewhere can send it', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      const ada = browser()
      await signIn(ada)
      const add = (headers: Record<string, string>) =>
        ada.ask('POST', '/api/v1/people', { login: `n${Math.random()}@harbor.example`, name: 'N', grants: [] }, headers)
      expect((await add({ 'x-headwater-csrf': '' })).json).toMatchObject({ code: 'request-forged' })
      expect((await add({ 'x-headwater-csrf': 'page' })).status).toBe(403)
      expect((await add({ 'x-headwater-csrf': `${ada.csrfToken?.slice(1)}0` })).status).toBe(403)
      expect((await add({ origin: 'https://evil.example' })).status).toBe(403)
      expect((await add({ origin: 'null' })).status).toBe(403)
      expect((await add({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
      expect((await add({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
      expect((await add({})).status).toBe(201)
    })

    it('cannot sign somebody in from elsewhere either (login CSRF)', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      const body = { login: 'ada@harbor.example', password: goodPassword }
      const from = (headers: Record<string, string>) => browser().ask('POST', '/api/v1/session', body, headers)
      expect((await from({ origin: 'https://evil.example' })).status).toBe(403)
      expect((await from({ 'x-headwater-csrf': '' })).status).toBe(403)
      expect((await from({ 'content-type': 'text/plain' })).status).toBeGreaterThanOrEqual(400)
    })
  },
  [],
)

describeOnEveryEngine(
  'a change of what somebody may do',
  (place) => {
    it('ends their sessions, and counts from then on', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      await samplePerson(store, 'ben@harbor.example', viewer)
      const [ada, ben] = [browser(), browser()]
      await signIn(ada)
      await signIn(ben, 'ben@harbor.example')
      expect((await ben.ask('GET', '/api/v1/audit')).status).toBe(403)
      const grant = { role: 'auditor', unit: 'quay' }
      expect((await ada.ask('POST', '/api/v1/people/ben@harbor.example/grants', grant)).status).toBe(200)
      expect((await ben.ask('GET', '/api/v1/audit')).status).toBe(401)
      await signIn(ben, 'ben@harbor.example')
      expect((await ben.ask('GET', '/api/v1/audit')).status).toBe(200)
      await ada.ask('POST', '/api/v1/people/ben@harbor.example/grants/revocation', grant)
      await signIn(ben, 'ben@harbor.example')
      expect((await ben.ask('GET', '/api/v1/audit')).status).toBe(403)
    })

    it('keeps an administrator of the whole, also when two take it from each other at once', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      const ada = browser()
      await signIn(ada)
      const last = await ada.ask('POST', '/api/v1/people/ada@harbor.example/grants/revocation', admin[0])
      expect(last.json).toMatchObject({ code: 'last-administrator' })
      expect((await ada.ask('DELETE', '/api/v1/people/ada@harbor.example')).status).toBe(409)
      await samplePerson(store, 'bea@harbor.example', admin)
      const bea = browser()
      await signIn(bea, 'bea@harbor.example')
      const both = await Promise.all([
        ada.ask('DELETE', '/api/v1/people/bea@harbor.example'),
        bea.ask('DELETE', '/api/v1/people/ada@harbor.example'),
      ])
      expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    })

    it('stays within the units that its administrator has', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      await samplePerson(store, 'dora@harbor.example', [{ role: 'admin', unit: 'dock' }])
      await samplePerson(store, 'quinn@harbor.example', viewer)
      const dora = browser()
      await signIn(dora, 'dora@harbor.example')
      const listed = (await dora.ask('GET', '/api/v1/people')).json as { items: { login: string }[] }
      expect(listed.items.map(({ login }) => login)).toEqual(['dora@harbor.example'])
      const give = (unit: string | null) =>
        dora.ask('POST', '/api/v1/people/quinn@harbor.example/grants', { role: 'viewer', unit })
      expect((await give('crane')).status).toBe(200)
      for (const unit of ['quay', 'harbor', null]) expect((await give(unit)).status, String(unit)).toBe(403)
      expect((await dora.ask('POST', '/api/v1/people/ada@harbor.example/reset')).status).toBe(403)
      expect((await dora.ask('POST', '/api/v1/people/quinn@harbor.example/reset')).status).toBe(403)
      expect((await dora.ask('DELETE', '/api/v1/people/ada@harbor.example')).status).toBe(403)
    })
  },
  ['icu'],
)

describeOnEveryEngine(
  'a link that works once',
  (place) => {
    it('makes the first administrator, once and in time, and no other one', async () => {
      const { store, browser, pass, now } = await world(place)
      const stale = (await issueSetupLink(store, now())) ?? ''
      const replaced = (await issueSetupLink(store, now())) ?? ''
      const ada = browser()
      const setup = (secret: string, login = 'ada@harbor.example', password = goodPassword) =>
        ada.ask('POST', '/api/v1/session/setup', { secret, login, name: 'Ada', password })
      expect((await setup(stale)).status).toBe(410)
      pass(hour)
      expect((await setup(replaced)).status).toBe(410)
      const good = (await issueSetupLink(store, now())) ?? ''
      expect((await ada.ask('POST', '/api/v1/session/link', { secret: good })).json).toMatchObject({ kind: 'setup' })
      for (const weak of ['short', 'ada@harbor.example!!', 'aaaaaaaaaaaaaaaaaaaa'])
        expect((await setup(good, undefined, weak)).status, weak).toBe(422)
      expect((await setup(good)).status).toBe(200)
      expect((await ada.ask('GET', '/api/v1/session')).json).toMatchObject({ actor: { grants: admin } })
      expect((await setup(good, 'eve@harbor.example')).status).toBe(410)
      expect(await issueSetupLink(store, now())).toBeUndefined()
      expect(JSON.stringify(await store.db.selectFrom('sign_in_link').selectAll().execute())).not.toContain(good)
    })

    it('lets one of two who use it at once in', async () => {
      const { store, browser, now } = await world(place)
      const secret = (await issueSetupLink(store, now())) ?? ''
      const tries = await Promise.all(
        ['ada', 'eve'].map((name) =>
          browser().ask('POST', '/api/v1/session/setup', {
            secret,
            login: `${name}@harbor.example`,
            name,
            password: goodPassword,
          }),
        ),
      )
      expect(tries.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 410])
    })

    it('sets a new password after a reset, and what was open before is closed', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      await samplePerson(store, 'ben@harbor.example', viewer)
      const [ada, ben] = [browser(), browser()]
      await signIn(ada)
      await signIn(ben, 'ben@harbor.example')
      const { link } = (await ada.ask('POST', '/api/v1/people/ben@harbor.example/reset')).json as { link: string }
      const secret = link.split('#')[1] ?? ''
      expect(link.startsWith('https://headwater.example/link#')).toBe(true)
      expect((await ben.ask('GET', '/api/v1/keys')).status).toBe(401)
      expect((await signIn(ben, 'ben@harbor.example')).status).toBe(401)
      const password = 'another long sentence to type'
      expect((await ben.ask('POST', '/api/v1/session/password', { secret, password })).status).toBe(200)
      expect((await ben.ask('POST', '/api/v1/session/password', { secret, password })).status).toBe(410)
      expect((await signIn(ben, 'ben@harbor.example', password)).status).toBe(200)
    })
  },
  ['icu'],
)

describeOnEveryEngine(
  'a key',
  (place) => {
    it('does what it was made for, in the units it was made for, as long as it lasts', async () => {
      const { store, browser, pass } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      await samplePerson(store, 'dora@harbor.example', [{ role: 'viewer', unit: 'dock' }])
      const ada = browser()
      await signIn(ada)
      const make = (changes: object) =>
        ada.ask('POST', '/api/v1/keys', { label: 'ci', permissions: ['audit'], units: null, days: 1, ...changes })
      const all = (await make({})).json as { secret: string; id: string }
      const reader = (await make({ permissions: ['read'] })).json as { secret: string }
      const local = (await make({ permissions: ['administer'], units: ['dock'] })).json as { secret: string }
      const as = (secret: string, url: string) => browser().ask('GET', url, undefined, { 'x-api-key': secret })
      expect((await as(all.secret, '/api/v1/audit')).status).toBe(200)
      expect((await as(all.secret, '/api/v1/people')).status).toBe(403)
      expect((await as(reader.secret, '/api/v1/audit')).status).toBe(403)
      const listed = (await as(local.secret, '/api/v1/people')).json as { items: { login: string }[] }
      expect(listed.items.map(({ login }) => login)).toEqual(['dora@harbor.example'])
      const bearer = await browser().ask('GET', '/api/v1/audit', undefined, { authorization: `Bearer ${all.secret}` })
      expect(bearer.status).toBe(200)
      expect(JSON.stringify(await store.db.selectFrom('api_key').selectAll().execute())).not.toContain(all.secret)
      expect((await ada.ask('GET', '/api/v1/keys')).text).not.toContain(all.secret)
      expect((await as(`${all.secret}x`, '/api/v1/audit')).status).toBe(401)
      expect((await ada.ask('DELETE', `/api/v1/keys/${all.id}`)).status).toBe(200)
      expect((await as(all.secret, '/api/v1/audit')).status).toBe(401)
      pass(24 * hour)
      expect((await as(reader.secret, '/api/v1/session')).json).toMatchObject({ actor: null })
    })

    it('never reaches beyond its maker, neither when it is made nor later, and makes no keys', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      await samplePerson(store, 'dora@harbor.example', [{ role: 'admin', unit: 'dock' }])
      const [ada, dora] = [browser(), browser()]
      await signIn(ada)
      await signIn(dora, 'dora@harbor.example')
      const make = (units: readonly string[] | null, permissions = ['administer']) =>
        dora.ask('POST', '/api/v1/keys', { label: 'ci', permissions, units, days: 30 })
      expect((await make(['quay'])).status).toBe(403)
      expect((await make(['harbor'])).status).toBe(403)
      const made = (await make(null)).json as { secret: string; id: string }
      const by = { 'x-api-key': made.secret }
      expect((await browser().ask('GET', '/api/v1/people', undefined, by)).status).toBe(200)
      const again = { label: 'x', permissions: ['administer'], units: null, days: 30 }
      expect((await browser().ask('POST', '/api/v1/keys', again, by)).status).toBe(403)
      const revoke = { role: 'admin', unit: 'dock' }
      await ada.ask('POST', '/api/v1/people/dora@harbor.example/grants/revocation', revoke)
      expect((await browser().ask('GET', '/api/v1/people', undefined, by)).status).toBe(403)
      await ada.ask('DELETE', '/api/v1/people/dora@harbor.example')
      expect((await browser().ask('GET', '/api/v1/people', undefined, by)).status).toBe(401)
    })

    it('that does not work is nobody, also beside a session that does', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      const ada = browser()
      await signIn(ada)
      expect((await ada.ask('GET', '/api/v1/people', undefined, { 'x-api-key': 'hwk_wrong' })).status).toBe(401)
    })
  },
  ['icu'],
)

describeOnEveryEngine(
  'a machine that serves itself alone',
  (place) => {
    const alone = { isLoopbackOnly: true, publicAddress: null }
    const local = { host: 'localhost:4680', origin: 'http://localhost:4680' }

    it('needs no account while there is none, under its own names and without a proxy', async () => {
      const { store, browser } = await world(place, alone)
      const ask = (headers: Record<string, string>) => browser().ask('GET', '/api/v1/people', undefined, headers)
      expect((await ask(local)).status).toBe(200)
      expect((await ask({ ...local, host: 'rebound.example' })).status).toBe(421)
      expect((await ask({ ...local, 'x-forwarded-for': '203.0.113.9' })).status).toBe(401)
      await samplePerson(store, 'ada@harbor.example', admin)
      expect((await ask(local)).status).toBe(401)
    })

    it('is not steered by a page elsewhere', async () => {
      const { browser } = await world(place, alone)
      const body = { login: 'eve@harbor.example', name: 'Eve', grants: admin }
      const from = (headers: Record<string, string>) =>
        browser().ask('POST', '/api/v1/people', body, { ...local, ...headers })
      expect((await from({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
      expect((await from({ 'x-headwater-csrf': '' })).status).toBe(403)
      expect((await from({})).status).toBe(201)
    })

    it('elsewhere nobody is let in without an account', async () => {
      const { browser } = await world(place)
      expect((await browser().ask('GET', '/api/v1/people', undefined, local)).status).toBe(401)
    })
  },
  [],
)

describeOnEveryEngine(
  'erasing a person',
  (place) => {
    it('takes the account, sessions and keys, and changes nothing in the audit log', async () => {
      const { store, browser, now } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      const person = await samplePerson(store, 'Tamsin@quillfeather.example', viewer)
      const tamsin = browser()
      await signIn(tamsin, 'tamsin@quillfeather.example')
      const key = (
        await tamsin.ask('POST', '/api/v1/keys', { label: 'ci', permissions: ['read'], units: null, days: 9 })
      ).json as { secret: string }
      const before = await store.db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute()
      expect(JSON.stringify(before)).not.toMatch(/quillfeather/i)
      expect(before.some(({ actor, subject }) => actor === person || subject === person)).toBe(true)
      const options = { home: '/nonexistent', isConfirmed: true, withOriginals: false }
      expect(await runErasure(store, 'tamsin@quillfeather.example', options, now())).toMatchObject({
        person,
        mentions: [],
      })
      const after = await store.db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute()
      expect(after.slice(0, before.length)).toEqual(before)
      expect((await verifyAudit(store)).breaks).toEqual([])
      expect((await tamsin.ask('GET', '/api/v1/keys')).status).toBe(401)
      expect((await browser().ask('GET', '/api/v1/keys', undefined, { 'x-api-key': key.secret })).status).toBe(401)
      for (const table of ['account_login', 'person_key', 'account', 'session', 'api_key', 'account_grant'] as const)
        expect(JSON.stringify(await store.db.selectFrom(table).selectAll().execute())).not.toMatch(
          new RegExp(`quillfeather|${person}`, 'i'),
        )
    })
  },
  ['icu'],
)
