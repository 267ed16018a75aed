/** A server with an own clock and browsers in front of it, for tests of sign-in and accounts. */

import { onTestFinished } from 'vitest'
import type { Store } from '#store/store.ts'
import { accessServer, type AccessServerOptions } from '#test/access-server.ts'
import { BrowserSession, type Reply } from '#test/browser-session.ts'
import { goodPassword, sampleUnits } from '#test/sample-access.ts'
import { openFresh, type Place } from './stores.ts'

export const minute = 60_000
export const hour = 60 * minute

export type World = {
  readonly store: Store
  readonly browser: () => BrowserSession
  readonly pass: (ms: number) => void
  readonly now: () => string
}

export async function world(
  place: Place,
  settings: AccessServerOptions['settings'] = {},
  begin = '2026-06-01T08:00:00.000Z',
): Promise<World> {
  const store = await openFresh(place)
  await sampleUnits(store)
  let time = Date.parse(begin)
  const now = () => new Date(time).toISOString()
  const server = await accessServer({ store, settings, clock: now })
  onTestFinished(() => server.close())
  return { store, browser: () => new BrowserSession(server), pass: (ms) => void (time += ms), now }
}

export const signIn = (
  browser: BrowserSession,
  login = 'ada@harbor.example',
  password = goodPassword,
): Promise<Reply> => browser.ask('POST', '/api/v1/session', { login, password })

export const admin = [{ role: 'admin', unit: null }] as const
export const viewer = [{ role: 'viewer', unit: 'quay' }] as const
