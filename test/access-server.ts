/** The real server with a store and a clock of the test, for tests of rights and sign-in. */

import type { FastifyInstance } from 'fastify'
import type { AccessSettings } from '#app/access/request.ts'
import { createServer } from '#server/server.ts'
import type { Route } from '#server/route.ts'
import { routes as registry } from '#server/routes.generated.ts'
import { nothingInside } from '#sources/http.ts'
import type { Store } from '#store/store.ts'

export const routes: readonly Route[] = registry.flat()

export type AccessServerOptions = {
  readonly store: Store
  readonly settings?: Partial<AccessSettings>
  /** Tests move time with it. */
  readonly clock?: () => string
  readonly home?: string
}

export const publicAddress = 'https://headwater.example'

export function accessServer({
  store,
  settings = {},
  clock = () => new Date().toISOString(),
  home = '/nonexistent',
}: AccessServerOptions): Promise<FastifyInstance> {
  const access: AccessSettings = {
    publicAddress,
    isLoopbackOnly: false,
    openId: null,
    offline: false,
    inside: nothingInside,
    ...settings,
  }
  return createServer({ store, home, clock, language: 'en', isLoopback: access.isLoopbackOnly, access })
}
