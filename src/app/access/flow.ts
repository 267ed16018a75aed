/** What the first step of a sign-in remembers for the second: for ten minutes, for one browser, once. */

import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { saveFlow, takeFlow, type FlowKind } from '#store/sessions.ts'
import type { Store } from '#store/store.ts'
import { flowCookie, setFlowCookie } from './cookies.ts'
import { cookieOf, type IncomingRequest } from './request.ts'
import { digestOf, newSecret } from './secrets.ts'
import { later } from './session.ts'

const flowLifeMs = 10 * 60_000

/** @returns the cookie that brings the second step back to it */
export async function startFlow(
  store: Store,
  kind: FlowKind,
  person: PersonId | null,
  content: Readonly<Record<string, string>>,
  now: IsoTime,
): Promise<string> {
  const secret = newSecret()
  await saveFlow(store, { digest: digestOf(secret), kind, person, content, expiresAt: later(now, flowLifeMs) })
  return setFlowCookie(secret, flowLifeMs / 1000)
}

export type FinishedFlow = { readonly person: PersonId | null; readonly content: Readonly<Record<string, string>> }

/** Undefined for one that is past, was finished before, or was begun in another browser. */
export async function finishFlow(
  store: Store,
  kind: FlowKind,
  request: IncomingRequest,
  now: IsoTime,
): Promise<FinishedFlow | undefined> {
  const secret = cookieOf(request, flowCookie)
  if (secret === undefined || secret === '') return undefined
  const flow = await takeFlow(store, digestOf(secret), kind, now)
  return flow && { person: flow.person, content: flow.content as Readonly<Record<string, string>> }
}
