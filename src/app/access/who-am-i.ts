/** What a page has to know about who looks at it. */

import { isAllowed, permissions, scopeOf, type Actor, type Grant, type Permission } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import type { LabelSet } from '#domain/profile.ts'
import { findAccount } from '#store/accounts.ts'
import type { SignInMethod } from '#store/sessions.ts'
import type { Store } from '#store/store.ts'
import { ownLabels } from '#app/own-labels.ts'
import type { AccessSettings, IncomingRequest } from './request.ts'
import { currentSession } from './session.ts'

export type WhoAmI = {
  readonly actor: {
    readonly kind: Actor['kind']
    readonly id: PersonId
    readonly login: string | null
    readonly name: string | null
    readonly grants: readonly Grant[]
    readonly permissions: readonly Permission[]
  } | null
  readonly labels: LabelSet
  readonly csrfToken: string | null
  readonly expiresAt: IsoTime | null
  readonly method: SignInMethod | null
  readonly offers: { readonly password: boolean; readonly passkey: boolean; readonly openId: string | null }
}

export async function whoAmI(
  store: Store,
  actor: Actor | null,
  request: IncomingRequest,
  { openId }: AccessSettings,
  now: IsoTime,
): Promise<WhoAmI> {
  const session = actor?.kind === 'person' ? await currentSession(store, request, now) : undefined
  const account = actor?.kind === 'person' ? await findAccount(store, actor.id) : undefined
  return {
    actor: actor && {
      kind: actor.kind,
      id: actor.id,
      login: account?.login ?? null,
      name: account?.name ?? null,
      grants: actor.limited?.grants ?? actor.grants,
      permissions: permissions.filter((permission) => isAllowed(scopeOf(actor, permission, { units: [] }))),
    },
    labels: actor === null ? {} : ((await ownLabels(store, now)) ?? {}),
    csrfToken: session?.csrfToken ?? null,
    expiresAt: session?.expiresAt ?? null,
    method: session?.method ?? null,
    offers: { password: true, passkey: true, openId: openId?.label ?? null },
  }
}
