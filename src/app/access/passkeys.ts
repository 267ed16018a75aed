/**
 * Passkeys (WebAuthn level 3): the authenticator checks the person, the browser checks the address. Signing in names
 * nobody, so nothing can be learned about who has an account.
 */

import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { findAccount } from '#store/accounts.ts'
import { recordAct } from '#store/audit.ts'
import { findPasskey, passkeysOf, removePasskey, savePasskey, usePasskey, type Passkey } from '#store/credentials.ts'
import type { Store } from '#store/store.ts'
import { finishFlow, startFlow } from './flow.ts'
import { publicOrigin, type AccessSettings, type IncomingRequest } from './request.ts'
import { openSession, rotateSession, type OpenedSession } from './session.ts'
import { recordSignIn, refuse, throttleAddress } from './sign-in.ts'

export type Started<Options> = { readonly options: Options; readonly cookie: string }

/** Throws `beyond-rights` for anybody but a person with an account, `public-address-missing`. */
export async function startPasskeyRegistration(
  store: Store,
  person: PersonId,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<Started<PublicKeyCredentialCreationOptionsJSON>> {
  const account = (await findAccount(store, person)) ?? fail({ code: 'beyond-rights', permission: 'person' })
  const known = await passkeysOf(store, person)
  const options = await generateRegistrationOptions({
    rpName: 'Headwater',
    rpID: new URL(publicOrigin(request, settings)).hostname,
    userName: account.login,
    userDisplayName: account.name,
    userID: new Uint8Array(Buffer.from(account.handle, 'base64url')),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const cookie = await startFlow(store, 'passkey-registration', person, { challenge: options.challenge }, now)
  return { options, cookie }
}

/** The session goes on under a new secret. Throws `sign-in-failed`. */
export async function finishPasskeyRegistration(
  store: Store,
  person: PersonId,
  { label, response }: { readonly label: string; readonly response: RegistrationResponseJSON },
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<OpenedSession> {
  const flow = await finishFlow(store, 'passkey-registration', request, now)
  const challenge = flow?.content['challenge']
  if (flow?.person !== person || challenge === undefined) return fail({ code: 'sign-in-failed' })
  const origin = publicOrigin(request, settings)
  const verified = await orUndefined(
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
    }),
  )
  if (verified?.verified !== true) return fail({ code: 'sign-in-failed' })
  const { credential } = verified.registrationInfo
  return store.transaction(async (inside) => {
    const isNew = await savePasskey(inside, {
      id: credential.id,
      person,
      label,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      createdAt: now,
      lastUsedAt: null,
    })
    if (!isNew) return fail({ code: 'sign-in-failed' })
    const actor = { kind: 'person', id: person } as const
    await recordAct(inside, {
      at: now,
      actor,
      act: 'passkey-add',
      subject: person,
      unit: null,
      result: 'done',
      detail: {},
    })
    return (await rotateSession(inside, request, now)) ?? fail({ code: 'sign-in-needed' })
  })
}

export async function startPasskeySignIn(
  store: Store,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<Started<PublicKeyCredentialRequestOptionsJSON>> {
  const rpID = new URL(publicOrigin(request, settings)).hostname
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
  const cookie = await startFlow(store, 'passkey-sign-in', null, { challenge: options.challenge }, now)
  return { options, cookie }
}

/** Throws `sign-in-failed`, `sign-in-throttled`. */
export async function finishPasskeySignIn(
  store: Store,
  response: AuthenticationResponseJSON,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<OpenedSession> {
  const { passkey, counter } = await answerOf(store, 'passkey-sign-in', response, request, settings, now)
  if (passkey === undefined || counter === undefined) return refuse(store, 'passkey', passkey?.person ?? '', now)
  return store.transaction(async (inside) => {
    await usePasskey(inside, passkey.id, counter, now)
    await recordSignIn(inside, passkey.person, 'passkey', now)
    return openSession(inside, { person: passkey.person, method: 'passkey' }, request, now)
  })
}

/** For somebody who is signed in to show that they still sit there. Throws `public-address-missing`. */
export async function startPasskeyProof(
  store: Store,
  person: PersonId,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<Started<PublicKeyCredentialRequestOptionsJSON>> {
  const own = await passkeysOf(store, person)
  const options = await generateAuthenticationOptions({
    rpID: new URL(publicOrigin(request, settings)).hostname,
    userVerification: 'required',
    allowCredentials: own.map(({ id, transports }) => ({ id, transports: [...transports] })),
  })
  const cookie = await startFlow(store, 'passkey-proof', person, { challenge: options.challenge }, now)
  return { options, cookie }
}

/** Whether a passkey of the person answered. Throws `sign-in-throttled`. */
export async function isProvenByPasskey(
  store: Store,
  person: PersonId,
  response: AuthenticationResponseJSON,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<boolean> {
  const { passkey, counter } = await answerOf(store, 'passkey-proof', response, request, settings, now)
  if (passkey?.person !== person || counter === undefined) return false
  await usePasskey(store, passkey.id, counter, now)
  return true
}

/** The passkey that a browser answered with; without a counter the answer does not hold. Throws `sign-in-throttled`. */
async function answerOf(
  store: Store,
  kind: 'passkey-sign-in' | 'passkey-proof',
  response: AuthenticationResponseJSON,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<{ readonly passkey?: Passkey | undefined; readonly counter?: number }> {
  await throttleAddress(store, request, now)
  const challenge = (await finishFlow(store, kind, request, now))?.content['challenge']
  const passkey = await findPasskey(store, response.id)
  const account = passkey && (await findAccount(store, passkey.person))
  if (challenge === undefined || passkey === undefined || account === undefined || account.closedAt !== null)
    return { passkey }
  const origin = publicOrigin(request, settings)
  const verified = await orUndefined(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      credential: credentialOf(passkey),
    }),
  )
  return verified?.verified === true ? { passkey, counter: verified.authenticationInfo.newCounter } : { passkey }
}

export async function listPasskeys(
  store: Store,
  person: PersonId,
): Promise<readonly Pick<Passkey, 'id' | 'label' | 'createdAt' | 'lastUsedAt'>[]> {
  const kept = await passkeysOf(store, person)
  return kept.map(({ id, label, createdAt, lastUsedAt }) => ({ id, label, createdAt, lastUsedAt }))
}

/** Throws `passkey-unknown`. */
export async function deletePasskey(store: Store, person: PersonId, id: string, now: IsoTime): Promise<void> {
  await store.transaction(async (inside) => {
    if (!(await removePasskey(inside, person, id))) fail({ code: 'passkey-unknown' })
    const actor = { kind: 'person', id: person } as const
    await recordAct(inside, {
      at: now,
      actor,
      act: 'passkey-remove',
      subject: person,
      unit: null,
      result: 'done',
      detail: {},
    })
  })
}

function credentialOf({ id, publicKey, counter, transports }: Passkey) {
  return {
    id,
    publicKey: new Uint8Array(publicKey),
    counter,
    transports: [...transports],
  }
}

/** The library throws for whatever is wrong with an answer; to us all of that is an answer that does not hold. */
async function orUndefined<T>(verifying: Promise<T>): Promise<T | undefined> {
  try {
    return await verifying
  } catch {
    return undefined
  }
}
