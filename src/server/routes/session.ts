import {
  done,
  linkBody,
  linkKind,
  openIdCallbackQuery,
  openIdStartBody,
  openIdStarted,
  passwordLinkBody,
  setupBody,
  signedIn,
  signInBody,
  whoAmI as whoAmIShape,
} from '#api/session.ts'
import { Type } from 'typebox'
import { clearFlowCookie, clearSessionCookie } from '#app/access/cookies.ts'
import { completeSetup, inspectLink, setPasswordWithLink } from '#app/access/links.ts'
import { finishOpenIdSignIn, startOpenIdSignIn } from '#app/access/openid.ts'
import { leastPasswordLength } from '#app/access/password.ts'
import { signInWithPassword, signOut } from '#app/access/sign-in.ts'
import { whoAmI } from '#app/access/who-am-i.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'
import { onwardPage } from '#server/onward-page.ts'
import { signedInAnswer } from '#server/signed-in-answer.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/session',
    permission: 'public',
    summary: 'Who is asking, what they may do, and how one signs in here',
    shape: { response: whoAmIShape },
    handle: async (_input, { store, actor, request, access, clock, language }) => ({
      body: { ...(await whoAmI(store, actor, request, access, clock())), language },
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/session',
    permission: 'public',
    summary: 'Sign in with a password',
    shape: { body: signInBody, response: signedIn },
    handle: async ({ body }, { store, request, clock }) =>
      signedInAnswer(await signInWithPassword(store, body, request, clock())),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/session',
    permission: 'public',
    summary: 'Sign out',
    shape: { response: done },
    handle: async (_input, { store, request, clock }) => {
      await signOut(store, request, clock())
      return {
        headers: { 'set-cookie': [clearSessionCookie(), clearFlowCookie()], 'clear-site-data': '"cache"' },
        body: { done: true },
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/session/link',
    permission: 'public',
    summary: 'What a link that works once is for',
    shape: { body: linkBody, response: linkKind },
    handle: async ({ body }, { store, clock }) => {
      const link = await inspectLink(store, body.secret, clock())
      return { body: { kind: link.kind, login: link.kind === 'account' ? link.login : null, leastPasswordLength } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/session/setup',
    permission: 'public',
    summary: 'Make the first account, with the link that the first start prints',
    shape: { body: setupBody, response: signedIn },
    handle: async ({ body }, { store, request, clock }) =>
      signedInAnswer(await completeSetup(store, body.secret, body, request, clock())),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/session/password',
    permission: 'public',
    summary: 'Set the password of an account, with its link',
    shape: { body: passwordLinkBody, response: signedIn },
    handle: async ({ body }, { store, request, clock }) =>
      signedInAnswer(await setPasswordWithLink(store, body.secret, body.password, request, clock())),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/session/openid',
    permission: 'public',
    summary: 'Begin to sign in at the OpenID provider',
    shape: { body: openIdStartBody, response: openIdStarted },
    handle: async ({ body }, { store, request, access, clock }) => {
      const { address, cookie } = await startOpenIdSignIn(store, body.returnTo ?? '/', request, access, clock())
      return { headers: { 'set-cookie': cookie }, body: { address } }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/session/openid/callback',
    permission: 'public',
    summary: 'Where the OpenID provider sends people back to',
    shape: { query: openIdCallbackQuery, response: Type.String() },
    produces: 'text/html; charset=utf-8',
    handle: async ({ query }, { store, request, access, clock, words, language }) => {
      const sent = Object.entries(query).flatMap(([key, values]) => [values].flat().map((value) => [key, value]))
      const { cookie, returnTo } = await finishOpenIdSignIn(
        store,
        new URLSearchParams(sent as [string, string][]).toString(),
        request,
        access,
        clock(),
      )
      return {
        headers: { 'set-cookie': [cookie, clearFlowCookie()] },
        body: onwardPage(returnTo, words.access.signedIn, language),
      }
    },
  }),
])
