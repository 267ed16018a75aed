/** Who sits here, what they may do, and the units they may look at. */

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Grant, Permission } from '#api/rights.ts'
import { getJson, sendJson } from './api.ts'

export type Session = {
  /** Null: nobody is signed in. */
  readonly actor: {
    readonly kind: 'person' | 'key' | 'loopback'
    readonly id: string
    readonly login: string | null
    readonly name: string | null
    /** A null unit is the whole organization. */
    readonly grants: readonly Grant[]
    readonly permissions: readonly Permission[]
  } | null
  /** What the organization calls otherwise. */
  readonly labels: Readonly<Record<string, string>>
  readonly csrfToken: string | null
  readonly offers: { readonly password: boolean; readonly passkey: boolean; readonly openId: string | null }
}

export type UnitRow = { readonly id: string; readonly name: string; readonly parent: string | null }

export function useSession(): UseQueryResult<Session> {
  return useQuery({ queryKey: ['session'], queryFn: ({ signal }) => getJson<Session>('/api/v1/session', {}, signal) })
}

export function useUnits(): UseQueryResult<readonly UnitRow[]> {
  return useQuery({
    queryKey: ['units'],
    queryFn: async ({ signal }) =>
      (await getJson<{ readonly items: readonly UnitRow[] }>('/api/v1/units', {}, signal)).items,
  })
}

/** Leaves for the sign-in page with nothing of this person in memory. */
export async function signOut(): Promise<void> {
  await sendJson('DELETE', '/api/v1/session')
  location.assign('/sign-in')
}

/** Whether everything may be seen, and not a part of the organization alone. */
export function mayReadAll(session: Session | undefined): boolean {
  return session?.actor?.grants.some(({ unit }) => unit === null) === true
}

const analyzing = new Set(['analyst', 'approver', 'admin'])

export function mayAnalyzeAll(session: Session | undefined): boolean {
  return session?.actor?.grants.some(({ unit, role }) => unit === null && analyzing.has(role)) === true
}
