import { newPasskeyBody } from '#api/account.ts'
import { authenticationBody, passkeyOptions, passkeyParams, passkeys, registrationBody } from '#api/passkeys.ts'
import { done, signedIn } from '#api/session.ts'
import { clearFlowCookie } from '#app/access/cookies.ts'
import {
  deletePasskey,
  finishPasskeyRegistration,
  finishPasskeySignIn,
  listPasskeys,
  startPasskeySignIn,
} from '#app/access/passkeys.ts'
import { startOwnPasskey } from '#app/access/own-account.ts'
import { personOf } from '#app/access/person-of.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'
import { signedInAnswer } from '#server/signed-in-answer.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/passkeys',
    permission: 'session',
    summary: 'One’s own passkeys',
    shape: { response: passkeys },
    handle: async (_input, { store, actor }) => ({ body: { items: await listPasskeys(store, personOf(actor)) } }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/passkeys/registration',
    permission: 'session',
    summary: 'Begin to add a passkey',
    shape: { body: newPasskeyBody, response: passkeyOptions },
    handle: async ({ body: { proof } }, { store, actor, request, access, clock }) => {
      const started = await startOwnPasskey(store, personOf(actor), proof as never, request, access, clock())
      const { options, cookie } = started
      return { headers: { 'set-cookie': cookie }, body: { options } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/passkeys',
    permission: 'session',
    summary: 'Add the passkey that the browser made',
    shape: { body: registrationBody, response: signedIn },
    handle: async ({ body }, { store, actor, request, access, clock }) => {
      const opened = await finishPasskeyRegistration(store, personOf(actor), body as never, request, access, clock())
      return signedInAnswer(opened, clearFlowCookie())
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/passkeys/:passkey',
    permission: 'session',
    summary: 'Remove one of one’s own passkeys',
    shape: { params: passkeyParams, response: done },
    handle: async ({ params }, { store, actor, clock }) => {
      await deletePasskey(store, personOf(actor), params.passkey, clock())
      return { body: { done: true } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/session/passkey/options',
    permission: 'public',
    summary: 'Begin to sign in with a passkey',
    shape: { response: passkeyOptions },
    handle: async (_input, { store, request, access, clock }) => {
      const { options, cookie } = await startPasskeySignIn(store, request, access, clock())
      return { headers: { 'set-cookie': cookie }, body: { options } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/session/passkey',
    permission: 'public',
    summary: 'Sign in with a passkey',
    shape: { body: authenticationBody, response: signedIn },
    handle: async ({ body }, { store, request, access, clock }) => {
      const opened = await finishPasskeySignIn(store, body.response as never, request, access, clock())
      return signedInAnswer(opened, clearFlowCookie())
    },
  }),
])
