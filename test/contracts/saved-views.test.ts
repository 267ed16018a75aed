/** Views that people keep: their own alone, the shared ones for everybody, and never an address that leads elsewhere. */

import { expect, it, onTestFinished } from 'vitest'
import type { Role } from '#domain/access.ts'
import { loadAudit } from '#store/audit.ts'
import { findAccountByLogin } from '#store/accounts.ts'
import { erasePerson } from '#store/people.ts'
import { accessServer } from '#test/access-server.ts'
import { BrowserSession } from '#test/browser-session.ts'
import { goodPassword, samplePerson, sampleUnits } from '#test/sample-access.ts'
import { describeOnEveryEngine, openFresh, type Place } from './stores.ts'

const now = '2026-11-26T08:00:00.000Z'
const path = '/api/v1/saved-views'
const view = { name: 'Urgent', page: 'vulnerabilities', search: 'isUrgent=true&sort=score.desc', isShared: false }

async function prepared(place: Place) {
  const store = await openFresh(place)
  await sampleUnits(store)
  const server = await accessServer({ store, clock: () => now })
  onTestFinished(() => server.close())
  const as = async (role: Role, unit: string | null): Promise<BrowserSession> => {
    const login = `${role}@people.example`
    await samplePerson(store, login, [{ role, unit }], now)
    const browser = new BrowserSession(server)
    await browser.ask('POST', '/api/v1/session', { login, password: goodPassword })
    return browser
  }
  return { store, as }
}

type Listed = { readonly id: number; readonly name: string; readonly search: string; readonly isOwn: boolean }
const listed = async (browser: BrowserSession) => (await browser.ask('GET', path)).json['items'] as readonly Listed[]
const keep = (browser: BrowserSession, body: object) => browser.ask('POST', path, body)

describeOnEveryEngine(
  'saved views',
  (place) => {
    it('are kept, kept anew under the same name, renamed and dropped by who keeps them, and nobody else', async () => {
      const { as, store } = await prepared(place)
      const [analyst, viewer] = [await as('analyst', 'quay'), await as('viewer', 'dock')]
      const { status, json } = await keep(analyst, view)
      expect(status).toBe(201)
      const id = Number(json['id'])
      expect((await keep(analyst, { ...view, name: ' Urgent ', search: 'q=log4j' })).json['id']).toBe(id)
      expect(await listed(analyst)).toEqual([{ ...view, id, search: 'q=log4j', isOwn: true }])
      expect(await listed(viewer)).toEqual([])
      expect((await viewer.ask('PUT', `${path}/${id}`, view)).status).toBe(404)
      expect((await viewer.ask('DELETE', `${path}/${id}`)).status).toBe(404)

      expect((await analyst.ask('PUT', `${path}/${id}`, { ...view, name: 'Mine', isShared: true })).status).toBe(200)
      expect((await listed(viewer)).map(({ name, isOwn }) => [name, isOwn])).toEqual([['Mine', false]])
      expect((await viewer.ask('PUT', `${path}/${id}`, view)).status).toBe(404)
      expect((await viewer.ask('DELETE', `${path}/${id}`)).status).toBe(404)
      await keep(analyst, { ...view, name: 'Other' })
      expect((await analyst.ask('PUT', `${path}/${id}`, { ...view, name: 'Other' })).status).toBe(400)
      expect((await analyst.ask('DELETE', `${path}/${id}`)).status).toBe(200)
      expect(await listed(viewer)).toEqual([])
      const acts = await loadAudit(store, { scope: 'all', before: null, limit: 50 })
      const told = acts.filter(({ act }) => act === 'view-share').map(({ subject, detail }) => [subject, detail])
      expect(told).toEqual([
        [`view ${id}`, { isShared: false }],
        [`view ${id}`, { isShared: true }],
      ])
    })

    it('are shared by those alone who may state what things mean', async () => {
      const { as } = await prepared(place)
      const viewer = await as('viewer', null)
      expect((await keep(viewer, { ...view, isShared: true })).status).toBe(403)
      expect((await viewer.ask('GET', path)).json['mayShare']).toBe(false)
      expect((await keep(viewer, view)).status).toBe(201)
    })

    it('hold a page that there is and pairs of names and values, nothing that leads elsewhere', async () => {
      const { as } = await prepared(place)
      const viewer = await as('viewer', null)
      for (const wrong of [
        { ...view, page: 'https://elsewhere.example' },
        { ...view, page: '/vulnerabilities' },
        { ...view, page: '' },
        { ...view, name: '  ' },
        { ...view, name: 'x'.repeat(101) },
        { ...view, search: 'x'.repeat(4_001) },
        { ...view, address: 'https://elsewhere.example' },
      ])
        expect((await keep(viewer, wrong)).status, JSON.stringify(wrong)).toBe(400)
      for (const search of ['//elsewhere.example', 'https://elsewhere.example/?a=1#b', '?a=1&why=figure', 'q=<b>&a'])
        expect((await keep(viewer, { ...view, name: search, search })).status).toBe(201)
      expect((await listed(viewer)).map(({ search }) => search).toSorted()).toEqual([
        '%2F%2Felsewhere.example=',
        'a=1',
        'https%3A%2F%2Felsewhere.example%2F%3Fa=1%23b',
        'q=%3Cb%3E&a=',
      ])
    })

    it('go with the account of who kept them', async () => {
      const { as, store } = await prepared(place)
      const [analyst, viewer] = [await as('analyst', null), await as('viewer', null)]
      await keep(analyst, { ...view, isShared: true })
      expect(await listed(viewer)).toHaveLength(1)
      const account = await findAccountByLogin(store, 'analyst@people.example')
      await erasePerson(store, account?.person ?? '', now)
      expect(await listed(viewer)).toEqual([])
    })
  },
  ['C'],
)
