import {
  affectedQuery,
  findingDetail,
  findingPage,
  findingParams,
  findingQuery,
  stated,
  statedTogether,
  statusBody,
  statusesBody,
  undoBody,
} from '#api/findings.ts'
import { usePage } from '#api/packages.ts'
import { dayOf } from '#app/clock.ts'
import { fileOf, openLens } from '#app/lists/ask.ts'
import { findings } from '#app/lists/findings.ts'
import { findingPage as showFinding } from '#app/lists/pages.ts'
import { partsOfAdvisory, useColumns, usesOfParts } from '#app/lists/where-used.ts'
import { stateStatus, statusRights, undoStatuses } from '#app/state-status.ts'
import { stateTogether } from '#app/state-together.ts'
import { statusHistory } from '#app/status-history.ts'
import { actorOf } from '#server/actor-of.ts'
import { fileAnswer, listRoute } from '#server/list-route.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

/** Five thousand findings by name. */
const largestBody = 8 * 1024 * 1024

export const routes = defineRoutes([
  listRoute({
    path: '/api/v1/findings',
    summary: 'Findings, gravest first: part versions that advisories speak about',
    list: findings,
    query: findingQuery,
    page: findingPage,
    ofProduct: 'finding',
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/findings/:finding',
    permission: 'read',
    summary: 'An advisory by any of its ids: affected versions, and the products that use them',
    shape: { params: findingParams, response: findingDetail },
    handle: async ({ params }, context) => {
      const { store, scope, clock } = context
      const lens = await openLens(store, scope, dayOf(clock()))
      const page = await showFinding(lens, params.finding)
      const statuses = await statusHistory(lens, actorOf(context), page.findings)
      const rights = await statusRights(store, actorOf(context), clock())
      return { body: { ...page, statuses, rights } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/findings/:finding/statuses',
    permission: 'analyze',
    summary: 'State what a finding means for a part version, in all products or some',
    shape: { params: findingParams, body: statusBody, response: stated },
    handle: async ({ params, body }, context) => {
      const { store, scope, clock } = context
      const now = clock()
      const lens = await openLens(store, scope, dayOf(now))
      const by = { actor: actorOf(context), now }
      return { status: 201, body: await stateStatus(store, lens, by, params.finding, body) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/statuses',
    permission: 'analyze',
    summary: 'State the same about many findings, all at once; with an Idempotency-Key, once however often it is sent',
    shape: { body: statusesBody, response: statedTogether },
    largestBody,
    handle: async ({ body }, context) => {
      const { store, scope, clock, request } = context
      const now = clock()
      const lens = await openLens(store, scope, dayOf(now))
      const key = request.header('idempotency-key')?.slice(0, 200) ?? null
      const { isNew, ...answer } = await stateTogether(store, lens, { actor: actorOf(context), now }, body, key)
      return { status: isNew ? 201 : 200, body: answer }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/statuses/undo',
    permission: 'analyze',
    summary: 'Take statements about findings back: what stood before is stated anew',
    shape: { body: undoBody, response: stated },
    handle: async ({ body }, context) => {
      const { store, scope, clock } = context
      const now = clock()
      const lens = await openLens(store, scope, dayOf(now))
      return { status: 201, body: await undoStatuses(store, lens, { actor: actorOf(context), now }, body.ids) }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/findings/:finding/affected',
    permission: 'read',
    summary: 'All products that an advisory concerns, with owners and paths',
    shape: { params: findingParams, query: affectedQuery, response: usePage },
    handle: async ({ params, query }, { store, scope }) => {
      const { after = null, limit = 50, format = 'json' } = query
      const lens = await openLens(store, scope)
      const parts = partsOfAdvisory(lens, params.finding)
      if (format === 'json') return { body: await usesOfParts(lens, parts, { after, limit }) }
      const { items } = await usesOfParts(lens, parts, { after: null, limit: null })
      return fileAnswer(fileOf('affected', format, useColumns, items)) as never
    },
  }),
])
