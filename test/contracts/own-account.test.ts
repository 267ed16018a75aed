/** What people do with their own account and administrators with those of others, over HTTP, on every engine. */

import { expect, it } from 'vitest'
import { issueAccountLink } from '#app/access/links.ts'
import { commandLine, listPeople } from '#app/access/people.ts'
import { runErasure } from '#app/erase-person.ts'
import { loadAudit, verifyAudit } from '#store/audit.ts'
import { saveIdentity } from '#store/credentials.ts'
import { findPerson, namesOf, savePeople } from '#store/people.ts'
import type { Store } from '#store/store.ts'
import type { BrowserSession } from '#test/browser-session.ts'
import { goodPassword, samplePerson } from '#test/sample-access.ts'
import { prepareLists } from '#test/sample-lists.ts'
import { admin, hour, minute, signIn, viewer, world } from './access-world.ts'
import { describeOnEveryEngine } from './stores.ts'

const another = 'low water at the old pier, again'
const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }

const change = (browser: BrowserSession, password = another, present = goodPassword) =>
  browser.ask('PUT', '/api/v1/account/password', { proof: { password: present }, password })

const seesKeys = async (browser: BrowserSession) => (await browser.ask('GET', '/api/v1/keys')).status

/** The acts of the log, the newest first. */
async function acts(store: Store): Promise<readonly object[]> {
  const entries = await loadAudit(store, { scope: 'all', before: null, limit: 100 })
  return entries.map(({ act, actor, subject, result, detail }) => ({ act, actor, subject, result, detail }))
}

describeOnEveryEngine(
  'the own password',
  (place) => {
    it('is changed with the present one: the session goes on under a new secret, the others end', async () => {
      const { store, browser, pass } = await world(place)
      const person = await samplePerson(store, 'ada@harbor.example', viewer)
      await samplePerson(store, 'ben@harbor.example', viewer)
      const [ada, phone, ben] = [browser(), browser(), browser()]
      await signIn(ada)
      await signIn(phone)
      await signIn(ben, 'ben@harbor.example')
      const planted = ada.sessionCookie
      const token = ada.csrfToken
      pass(hour)
      const changed = await change(ada)
      expect(changed.status).toBe(200)
      expect(String(changed.headers['set-cookie'])).toMatch(/^__Host-headwater-session=[\w-]{43}; Max-Age=39600; /)
      expect(ada.sessionCookie).not.toBe(planted)
      expect(ada.csrfToken).not.toBe(token)
      expect(await seesKeys(ada)).toBe(200)
      expect(await seesKeys(phone)).toBe(401)
      expect(await seesKeys(ben)).toBe(200)
      const thief = browser()
      thief.cookies.set('__Host-headwater-session', planted ?? '')
      expect(await seesKeys(thief)).toBe(401)
      expect((await signIn(browser())).status).toBe(401)
      expect((await signIn(browser(), 'ada@harbor.example', another)).status).toBe(200)
      expect(await acts(store)).toContainEqual({
        act: 'password-set',
        actor: person,
        subject: person,
        result: 'done',
        detail: {},
      })
      expect((await verifyAudit(store)).breaks).toEqual([])
    })

    it('is not changed without it, and a failure is in the log', async () => {
      const { store, browser } = await world(place)
      const person = await samplePerson(store, 'ada@harbor.example', viewer)
      const ada = browser()
      await signIn(ada)
      const cookie = ada.sessionCookie
      const refused = await change(ada, another, 'not the password at all')
      expect(refused).toMatchObject({ status: 403, json: { code: 'proof-failed' } })
      expect(ada.sessionCookie).toBe(cookie)
      expect((await acts(store))[0]).toMatchObject({ act: 'password-set', actor: person, result: 'refused' })
      expect((await ada.ask('PUT', '/api/v1/account/password', { password: another })).status).toBe(400)
      const weak = ['short', 'ada@harbor.example!!', 'aaaaaaaaaaaaaaaaaaaa']
      for (const one of weak) expect((await change(ada, one)).json, one).toMatchObject({ code: 'password-weak' })
      expect((await signIn(browser())).status).toBe(200)
    })

    it('cannot be guessed there faster than at the door', async () => {
      const { store, browser, pass } = await world(place)
      await samplePerson(store, 'ada@harbor.example', viewer)
      const ada = browser()
      await signIn(ada)
      const statuses = []
      for (let tries = 0; tries < 8; tries++) {
        ada.ip = `192.0.2.${tries + 1}`
        statuses.push((await change(ada, another, `guess number ${tries}`)).status)
      }
      expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 429, 429])
      const right = await change(ada)
      expect(right.status).toBe(429)
      expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
      // One count for both: a pause at one is a pause at the other.
      expect((await signIn(browser())).status).toBe(429)
      pass(minute)
      expect((await change(ada)).status).toBe(200)
      const atOnce = await Promise.all(Array.from({ length: 12 }, () => change(ada, goodPassword, 'guess of many')))
      expect(atOnce.filter(({ status }) => status === 403)).toHaveLength(6)
      expect(atOnce.filter(({ status }) => status === 429)).toHaveLength(6)
    })

    it('takes a link along that was handed out to set one', async () => {
      const { store, browser, now } = await world(place)
      const person = await samplePerson(store, 'ada@harbor.example', viewer)
      const secret = await issueAccountLink(store, commandLine.actor, person, now())
      const ada = browser()
      await signIn(ada)
      expect((await change(ada)).status).toBe(200)
      expect((await browser().ask('POST', '/api/v1/session/link', { secret })).status).toBe(410)
    })

    it('is none for who signs in through a provider alone, and the account says so', async () => {
      const { store, browser } = await world(place)
      const person = await samplePerson(store, 'ada@harbor.example', viewer)
      const ada = browser()
      await signIn(ada)
      expect((await ada.ask('GET', '/api/v1/account')).json).toMatchObject({
        login: 'ada@harbor.example',
        proof: 'password',
        hasProvider: false,
        mayChangeLogin: true,
      })
      await store.db.deleteFrom('account_password').where('person', '=', person).execute()
      await saveIdentity(store, person, { issuer: 'https://id.example', subject: '1' }, '2026-06-01T00:00:00.000Z')
      expect((await ada.ask('GET', '/api/v1/account')).json).toMatchObject({
        passwordSetAt: null,
        proof: null,
        hasProvider: true,
        mayChangeLogin: false,
      })
      expect((await change(ada)).json).toMatchObject({ code: 'proof-failed' })
      expect(await listPeople(store, 'all')).toMatchObject([{ person, hasPassword: false, hasProvider: true }])
      expect((await signIn(browser(), 'ada@harbor.example', another)).status).toBe(401)
    })

    it('is nothing that a key or the one person of a machine without accounts has', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      const ada = browser()
      await signIn(ada)
      const made = await ada.ask('POST', '/api/v1/keys', {
        label: 'ci',
        permissions: ['administer'],
        units: null,
        days: 9,
      })
      const key = { 'x-api-key': String(made.json['secret']) }
      const body = { proof: { password: goodPassword }, password: another }
      expect((await browser().ask('PUT', '/api/v1/account/password', body, key)).status).toBe(403)
      for (const url of ['/api/v1/account', '/api/v1/account/sessions'])
        expect((await browser().ask('GET', url, undefined, key)).status, url).toBe(403)
    })
  },
  ['icu'],
)

describeOnEveryEngine(
  'the own sessions',
  (place) => {
    it('are listed with when and from what browser, and all but the present one can be ended', async () => {
      const { store, browser, pass, now } = await world(place)
      const person = await samplePerson(store, 'ada@harbor.example', viewer)
      await samplePerson(store, 'ben@harbor.example', viewer)
      const [ada, phone, stale, ben] = [browser(), browser(), browser(), browser()]
      await signIn(stale)
      await signIn(ben, 'ben@harbor.example')
      pass(hour)
      await signIn(phone)
      const began = now()
      const body = { login: 'ada@harbor.example', password: goodPassword }
      await ada.ask('POST', '/api/v1/session', body, firefox)
      pass(hour)
      await phone.ask('GET', '/api/v1/keys')
      await ben.ask('GET', '/api/v1/keys')
      const listed = await ada.ask('GET', '/api/v1/account/sessions')
      const items = listed.json['items'] as { isPresent: boolean }[]
      expect(items).toHaveLength(2)
      expect(items.find(({ isPresent }) => isPresent)).toEqual({
        method: 'password',
        browser: 'Firefox · Linux',
        createdAt: began,
        lastSeenAt: now(),
        isPresent: true,
      })
      expect(items.find(({ isPresent }) => !isPresent)).toMatchObject({ method: 'password', browser: null })
      for (const { digest } of await store.db.selectFrom('session').select('digest').execute())
        expect(listed.text).not.toContain(digest)
      await change(ada)
      const after = (await ada.ask('GET', '/api/v1/account/sessions')).json['items']
      expect(after).toMatchObject([{ createdAt: began, isPresent: true }])
      await signIn(phone, undefined, another)
      expect((await ada.ask('DELETE', '/api/v1/account/sessions')).json).toEqual({ ended: 1 })
      expect(await seesKeys(phone)).toBe(401)
      expect(await seesKeys(ada)).toBe(200)
      expect((await acts(store))[0]).toMatchObject({ act: 'sessions-end', actor: person, subject: person })
    })
  },
  [],
)

describeOnEveryEngine(
  'names',
  (place) => {
    it('are changed by their owner; another login needs the present password, and signs in from then on', async () => {
      const { store, browser } = await world(place)
      const person = await samplePerson(store, 'ada@harbor.example', viewer)
      await samplePerson(store, 'ben@harbor.example', viewer)
      const ada = browser()
      await signIn(ada)
      const patch = (body: object) => ada.ask('PATCH', '/api/v1/account', body)
      expect((await patch({ name: '  Ada Harbor ' })).status).toBe(200)
      expect((await ada.ask('GET', '/api/v1/session')).json).toMatchObject({ actor: { name: 'Ada Harbor' } })
      expect((await patch({ name: '   ' })).json).toMatchObject({ code: 'usage' })
      expect((await patch({ login: 'ada@quay.example' })).json).toMatchObject({ code: 'proof-failed' })
      const proof = { password: goodPassword }
      const wrong = { password: 'not the password at all' }
      expect((await patch({ login: 'ada@quay.example', proof: wrong })).json).toMatchObject({ code: 'proof-failed' })
      expect((await patch({ login: ' BEN@harbor.example', proof })).json).toMatchObject({ code: 'login-taken' })
      expect((await patch({ login: 'ada@quay.example', proof })).status).toBe(200)
      expect((await signIn(browser())).status).toBe(401)
      expect((await signIn(browser(), 'ADA@quay.example')).status).toBe(200)
      expect(await findPerson(store, 'ada@quay.example')).toMatchObject({ id: person, names: ['Ada Harbor'] })
      // Nothing is left of the address, so that somebody else may come under it.
      expect(await samplePerson(store, 'ada@harbor.example', viewer)).not.toBe(person)
      const log = JSON.stringify(await store.db.selectFrom('audit_entry').selectAll().execute())
      expect(log).not.toMatch(/quay\.example|Ada Harbor/)
      expect(await acts(store)).toContainEqual({
        act: 'account-change',
        actor: person,
        subject: person,
        result: 'done',
        detail: { login: true, name: false },
      })
    })

    it('are not another one’s address of the list of people, nor one under which a provider would find the account', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', viewer)
      await savePeople(store, [{ id: 'p-1', name: 'Cara Quay', addresses: ['cara@harbor.example'] }])
      const ada = browser()
      await signIn(ada)
      const asked = { login: 'cara@harbor.example', proof: { password: goodPassword } }
      expect((await ada.ask('PATCH', '/api/v1/account', asked)).json).toMatchObject({ code: 'login-taken' })
      const openId = { issuer: 'https://id.example', clientId: 'h', clientSecret: null, label: 'Harbor ID' }
      const provided = await world(place, { openId })
      await samplePerson(provided.store, 'ada@harbor.example', viewer)
      const guest = provided.browser()
      await signIn(guest)
      const lying = { login: 'boss@harbor.example', proof: { password: goodPassword } }
      expect((await guest.ask('PATCH', '/api/v1/account', lying)).json).toMatchObject({ code: 'beyond-rights' })
      expect((await guest.ask('PATCH', '/api/v1/account', { name: 'Ada' })).status).toBe(200)
      expect((await guest.ask('GET', '/api/v1/account')).json).toMatchObject({ mayChangeLogin: false })
    })

    it('of the account count before those of the list, and both go when the person is erased', async () => {
      const { store, browser, now } = await world(place)
      await savePeople(store, [{ id: 'p-1', name: 'Cara Quayside', addresses: ['cara@harbor.example'] }])
      expect(await samplePerson(store, 'cara@harbor.example', viewer)).toBe('p-1')
      const cara = browser()
      await signIn(cara, 'cara@harbor.example')
      await cara.ask('PATCH', '/api/v1/account', { name: 'Dr. Cara Q.' })
      expect(await namesOf(store, ['p-1', 'p-2'])).toEqual(new Map([['p-1', 'Dr. Cara Q.']]))
      expect((await findPerson(store, 'p-1'))?.names).toEqual(['Cara Quayside', 'Dr. Cara Q.'])
      await runErasure(store, 'p-1', { home: '/nonexistent', isConfirmed: true, withOriginals: false }, now())
      expect(await namesOf(store, ['p-1'])).toEqual(new Map())
    })
  },
  ['icu'],
)

describeOnEveryEngine(
  'an administrator',
  (place) => {
    it('renames a person, signs a person out, takes access away and gives it back', async () => {
      const { store, browser } = await world(place)
      const boss = await samplePerson(store, 'ada@harbor.example', admin)
      const person = await samplePerson(store, 'ben@harbor.example', viewer)
      const [ada, ben] = [browser(), browser()]
      await signIn(ada)
      await signIn(ben, 'ben@harbor.example')
      const { secret } = (
        await ben.ask('POST', '/api/v1/keys', { label: 'ci', permissions: ['read'], units: null, days: 9 })
      ).json as { secret: string }
      const withKey = async () =>
        (await browser().ask('GET', '/api/v1/keys', undefined, { 'x-api-key': secret })).status
      const names = { name: 'Ben Quay', login: 'ben@quay.example' }
      expect((await ada.ask('PATCH', '/api/v1/people/ben@harbor.example', names)).status).toBe(200)
      expect((await ben.ask('GET', '/api/v1/session')).json).toMatchObject({ actor: names })
      const taken = await ada.ask('PATCH', '/api/v1/people/ben@quay.example', { login: 'ada@harbor.example' })
      expect(taken).toMatchObject({ status: 409, json: { code: 'login-taken' } })
      expect((await ada.ask('DELETE', `/api/v1/people/${person}/sessions`)).json).toEqual({ ended: 1 })
      expect(await seesKeys(ben)).toBe(401)
      expect((await signIn(ben, names.login)).status).toBe(200)
      expect(await withKey()).toBe(200)
      await ada.ask('DELETE', `/api/v1/people/${person}`)
      expect([await seesKeys(ben), await withKey()]).toEqual([401, 401])
      expect((await signIn(ben, names.login)).status).toBe(401)
      expect((await ada.ask('POST', `/api/v1/people/${person}/reopening`)).status).toBe(200)
      expect(await seesKeys(ben)).toBe(401)
      expect((await signIn(ben, names.login)).status).toBe(200)
      expect([await seesKeys(ben), await withKey()]).toEqual([200, 200])
      expect(await acts(store)).toEqual(
        expect.arrayContaining(
          ['account-change', 'sessions-end', 'account-close', 'account-reopen'].map((act) =>
            expect.objectContaining({ act, actor: boss, subject: person, result: 'done' }),
          ),
        ),
      )
    })

    it('of a unit does so to those alone who work there and nowhere else', async () => {
      const { store, browser } = await world(place)
      await samplePerson(store, 'ada@harbor.example', admin)
      await samplePerson(store, 'dora@harbor.example', [{ role: 'admin', unit: 'dock' }])
      await samplePerson(store, 'crane@harbor.example', [{ role: 'viewer', unit: 'crane' }])
      await samplePerson(store, 'ben@harbor.example', [...viewer, { role: 'viewer', unit: 'dock' }])
      const dora = browser()
      await signIn(dora, 'dora@harbor.example')
      for (const [login, status] of [
        ['crane@harbor.example', 200],
        ['ben@harbor.example', 403],
        ['nobody@harbor.example', 404],
      ] as const) {
        const url = `/api/v1/people/${login}`
        expect((await dora.ask('PATCH', url, { name: 'X' })).status, login).toBe(status)
        expect((await dora.ask('DELETE', `${url}/sessions`)).status, login).toBe(status)
        expect((await dora.ask('DELETE', url)).status, login).toBe(status)
        expect((await dora.ask('POST', `${url}/reopening`)).status, login).toBe(status)
      }
    })
  },
  [],
)

describeOnEveryEngine(
  'who decided',
  (place) => {
    it('stands there by name for people, not for programs, and no more when the person is erased', async () => {
      const { store, browser, now } = await world(place, {}, '2026-11-26T08:00:00.000Z')
      await prepareLists(store)
      const person = await samplePerson(store, 'ada@harbor.example', [{ role: 'approver', unit: null }])
      await samplePerson(store, 'ben@harbor.example', [{ role: 'viewer', unit: null }])
      await samplePerson(store, 'quinn@harbor.example', viewer)
      const [ada, ben, quinn] = [browser(), browser(), browser()]
      await signIn(ada)
      await signIn(ben, 'ben@harbor.example')
      await signIn(quinn, 'quinn@harbor.example')
      const reason = 'One person carries it'
      const decision = { subject: 'pkg:npm/ms', decision: { option: 8 }, reason, until: null, unit: null }
      expect((await ada.ask('POST', '/api/v1/decisions', decision)).status).toBe(201)
      const aside = { scenario: 'too-slow', reason, until: '2027-01-31' }
      expect((await ada.ask('POST', '/api/v1/advice/put-aside', aside)).status).toBe(201)
      const status = {
        part: 'pkg:npm/ms@1.2.0',
        state: 'under-investigation',
        justification: null,
        response: null,
        reason,
        detail: null,
        until: null,
        products: null,
        others: [],
      }
      expect((await ada.ask('POST', '/api/v1/findings/EXAMPLE-2026-4/statuses', status)).status).toBe(201)
      const keyOf = async (permissions: readonly string[], by: BrowserSession) => {
        const made = await by.ask('POST', '/api/v1/keys', { label: 'ci', permissions, units: null, days: 9 })
        return { 'x-api-key': String(made.json['secret']) }
      }
      type By = { readonly by: string }
      const makers = async (by: BrowserSession, headers: Record<string, string> = {}) => {
        const of = async (url: string) => (await by.ask('GET', url, undefined, headers)).json
        const part = (await of('/api/v1/engagement/pkg:npm/ms')) as { decided: By; decisions: By[] }
        const { items } = (await of('/api/v1/engagement')) as { items: { decided: By | null }[] }
        const advice = (await of('/api/v1/advice')) as { putAside: By[] | null }
        const finding = (await of('/api/v1/findings/EXAMPLE-2026-4')) as { statuses: By[] }
        const told = [part.decided, ...part.decisions, ...items.flatMap(({ decided }) => decided ?? [])]
        return [...told, ...(advice.putAside ?? []), ...finding.statuses].map(({ by: maker }) => maker)
      }
      const called = (name: string, times: number) => Array.from({ length: times }, () => name)
      const name = 'Name of ada@harbor.example'
      const count = (await makers(ben)).length
      expect(count).toBeGreaterThanOrEqual(4)
      expect(await makers(ben)).toEqual(called(name, count))
      // Who sees a part of the organization is told nothing of what was put aside for the whole.
      expect(await makers(quinn)).toEqual(called(name, count - 1))
      expect(await makers(browser(), await keyOf(['read'], ben))).toEqual(called(person, count))
      await ada.ask('PATCH', '/api/v1/account', { name: 'Ada Harbor' })
      expect(await makers(ben)).toEqual(called('Ada Harbor', count))
      await runErasure(store, person, { home: '/nonexistent', isConfirmed: true, withOriginals: false }, now())
      expect(await makers(ben)).toEqual(called(person, count))
    })
  },
  ['icu'],
)
