/**
 * Signing in through an OpenID provider. An account must be there before: the first time it is found by an address that the
 * provider has checked, afterwards by what the provider calls the person for ever.
 */

import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { finishOpenId, startOpenId, type OpenIdClient, type OpenIdPerson } from '#sources/openid.ts'
import { findAccount, findAccountByLogin } from '#store/accounts.ts'
import { recordAct } from '#store/audit.ts'
import { findIdentity, hasIdentityAt, saveIdentity } from '#store/credentials.ts'
import { engines } from '#store/dialect.ts'
import type { Store } from '#store/store.ts'
import { finishFlow, startFlow } from './flow.ts'
import { publicOrigin, type AccessSettings, type IncomingRequest } from './request.ts'
import { openSession, type OpenedSession } from './session.ts'
import { recordSignIn, refuse, throttleAddress } from './sign-in.ts'

export const callbackPath = '/api/v1/session/openid/callback'

/** Throws `provider-missing`, `provider-unavailable`, `offline`, `public-address-missing`, `sign-in-throttled`. */
export async function startOpenIdSignIn(
  store: Store,
  returnTo: string,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<{ readonly address: string; readonly cookie: string }> {
  await throttleAddress(store, request, now)
  const client = clientOf(settings)
  const { address, ...remembered } = await startOpenId(client, publicOrigin(request, settings) + callbackPath)
  const content = { ...remembered, returnTo: ownPath(returnTo) }
  return { address, cookie: await startFlow(store, 'openid', null, content, now) }
}

/** @param query of the address that the provider sent the person back to. Throws as above, and `sign-in-failed`. */
export async function finishOpenIdSignIn(
  store: Store,
  query: string,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<OpenedSession & { readonly returnTo: string }> {
  const client = clientOf(settings)
  const flow = await finishFlow(store, 'openid', request, now)
  if (flow === undefined) return refuse(store, 'openid', '', now)
  const { state = '', nonce = '', verifier = '', returnTo = '/' } = flow.content
  const returned = `${publicOrigin(request, settings)}${callbackPath}?${query}`
  const person = await finishOpenId(client, returned, { state, nonce, verifier })
  if (person === undefined) return refuse(store, 'openid', '', now)
  const opened = await store.transaction(async (inside) => {
    const account = await accountOf(inside, person, now)
    if (account === undefined) return undefined
    await recordSignIn(inside, account, 'openid', now)
    return openSession(inside, { person: account, method: 'openid' }, request, now)
  })
  return opened === undefined ? refuse(store, 'openid', '', now) : { ...opened, returnTo }
}

async function accountOf(inside: Store, known: OpenIdPerson, now: IsoTime): Promise<PersonId | undefined> {
  await engines[inside.engine].lock(inside.db, 'accounts')
  const linked = await findIdentity(inside, known)
  if (linked !== undefined) return (await findAccount(inside, linked))?.closedAt === null ? linked : undefined
  if (known.verifiedEmail === null) return undefined
  const account = await findAccountByLogin(inside, known.verifiedEmail)
  if (account === undefined || account.closedAt !== null) return undefined
  // An address that the provider gave to somebody else meanwhile must not open the account of whoever had it before.
  if (await hasIdentityAt(inside, account.person, known.issuer)) return undefined
  await saveIdentity(inside, account.person, known, now)
  const actor = { kind: 'person', id: account.person } as const
  const subject = account.person
  await recordAct(inside, { at: now, actor, act: 'identity-link', subject, unit: null, result: 'done', detail: {} })
  return account.person
}

function clientOf({ openId, offline, inside }: AccessSettings): OpenIdClient {
  return openId === null ? fail({ code: 'provider-missing' }) : { ...openId, offline, inside }
}

/** Only within this server: `//elsewhere.example` and `/\elsewhere.example` would lead away. */
function ownPath(path: string): string {
  const url = URL.parse(path, 'http://own.invalid')
  return url?.origin === 'http://own.invalid' && path.startsWith('/') ? url.pathname + url.search + url.hash : '/'
}
