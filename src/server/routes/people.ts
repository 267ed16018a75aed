import { sessionsEnded } from '#api/account.ts'
import { grantBody, newPerson, people, personAdded, personBody, personParams, personReset } from '#api/people.ts'
import { done } from '#api/session.ts'
import { linkAddress } from '#app/access/links.ts'
import {
  addPerson,
  closePerson,
  endSessions,
  grantRole,
  listPeople,
  renamePerson,
  reopenPerson,
  resetPerson,
  revokeRole,
} from '#app/access/people.ts'
import { somebody } from '#app/access/person-of.ts'
import { publicOrigin } from '#app/access/request.ts'
import { defineRoute, defineRoutes, type RequestContext } from '#server/route.ts'

const administrator = ({ actor, scope }: RequestContext) => ({ actor: somebody(actor), scope })

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/people',
    permission: 'administer',
    summary: 'Who may sign in, and what they may do',
    shape: { response: people },
    handle: async (_input, { store, scope }) => ({ body: { items: await listPeople(store, scope) } }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/people',
    permission: 'administer',
    summary: 'Add an account; the answer holds a link with which the person sets a password',
    shape: { body: newPerson, response: personAdded },
    handle: async ({ body }, context) => {
      const { store, request, access, clock } = context
      const origin = publicOrigin(request, access)
      const added = await addPerson(store, administrator(context), { ...body, password: null }, clock())
      const link = added.link === null ? null : linkAddress(origin, added.link)
      return { status: 201, body: { person: added.person, link } }
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/api/v1/people/:person',
    permission: 'administer',
    summary: 'Change what a person is called, or the name to sign in with',
    shape: { params: personParams, body: personBody, response: done },
    handle: async ({ params, body }, context) => {
      await renamePerson(context.store, administrator(context), params.person, body, context.clock())
      return { body: { done: true } }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/people/:person/sessions',
    permission: 'administer',
    summary: 'Sign a person out everywhere',
    shape: { params: personParams, response: sessionsEnded },
    handle: async ({ params }, context) => ({
      body: { ended: await endSessions(context.store, administrator(context), params.person, context.clock()) },
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/people/:person/reopening',
    permission: 'administer',
    summary: 'Open a closed account again: sign-in and keys work as before',
    shape: { params: personParams, response: done },
    handle: async ({ params }, context) => {
      await reopenPerson(context.store, administrator(context), params.person, context.clock())
      return { body: { done: true } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/people/:person/grants',
    permission: 'administer',
    summary: 'Give a person a role; their sessions end',
    shape: { params: personParams, body: grantBody, response: done },
    handle: async ({ params, body }, context) => {
      await grantRole(context.store, administrator(context), params.person, body, context.clock())
      return { body: { done: true } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/people/:person/grants/revocation',
    permission: 'administer',
    summary: 'Take a role from a person; their sessions end',
    shape: { params: personParams, body: grantBody, response: done },
    handle: async ({ params, body }, context) => {
      await revokeRole(context.store, administrator(context), params.person, body, context.clock())
      return { body: { done: true } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/people/:person/reset',
    permission: 'administer',
    summary: 'Take away whatever opens an account; the answer holds a new link',
    shape: { params: personParams, response: personReset },
    handle: async ({ params }, context) => {
      const origin = publicOrigin(context.request, context.access)
      const secret = await resetPerson(context.store, administrator(context), params.person, context.clock())
      return { body: { link: linkAddress(origin, secret) } }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/people/:person',
    permission: 'administer',
    summary: 'Close an account: no sign-in, no session, no key of the person works any more',
    shape: { params: personParams, response: done },
    handle: async ({ params }, context) => {
      await closePerson(context.store, administrator(context), params.person, context.clock())
      return { body: { done: true } }
    },
  }),
])
