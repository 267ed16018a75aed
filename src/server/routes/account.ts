import { account, accountBody, passwordBody, sessions, sessionsEnded } from '#api/account.ts'
import { passkeyOptions } from '#api/passkeys.ts'
import { done, signedIn } from '#api/session.ts'
import { clearFlowCookie } from '#app/access/cookies.ts'
import {
  changeOwnAccount,
  changeOwnPassword,
  endOtherSessions,
  ownAccount,
  ownSessions,
} from '#app/access/own-account.ts'
import { startPasskeyProof } from '#app/access/passkeys.ts'
import { personOf } from '#app/access/person-of.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'
import { signedInAnswer } from '#server/signed-in-answer.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/account',
    permission: 'session',
    summary: 'One’s own account: what it is called and what opens it',
    shape: { response: account },
    handle: async (_input, { store, actor, access }) => ({ body: await ownAccount(store, personOf(actor), access) }),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/api/v1/account',
    permission: 'session',
    summary: 'Change what one is called, or the name to sign in with',
    shape: { body: accountBody, response: done },
    handle: async ({ body }, { store, actor, request, access, clock }) => {
      await changeOwnAccount(store, personOf(actor), body as never, request, access, clock())
      return { body: { done: true } }
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/account/password',
    permission: 'session',
    summary: 'Set one’s own password; other sessions end',
    shape: { body: passwordBody, response: signedIn },
    handle: async ({ body }, { store, actor, request, access, clock }) => {
      const opened = await changeOwnPassword(store, personOf(actor), body as never, request, access, clock())
      return signedInAnswer(opened, clearFlowCookie())
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/account/passkey/options',
    permission: 'session',
    summary: 'Begin to show with a passkey that one still sits there',
    shape: { response: passkeyOptions },
    handle: async (_input, { store, actor, request, access, clock }) => {
      const { options, cookie } = await startPasskeyProof(store, personOf(actor), request, access, clock())
      return { headers: { 'set-cookie': cookie }, body: { options } }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/account/sessions',
    permission: 'session',
    summary: 'Where one is signed in: since when, and from what browser',
    shape: { response: sessions },
    handle: async (_input, { store, actor, request, clock }) => ({
      body: { items: await ownSessions(store, personOf(actor), request, clock()) },
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/account/sessions',
    permission: 'session',
    summary: 'Sign out everywhere else',
    shape: { response: sessionsEnded },
    handle: async (_input, { store, actor, request, clock }) => ({
      body: { ended: await endOtherSessions(store, personOf(actor), request, clock()) },
    }),
  }),
])
