/** Who sits here and what they may reach. */

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { getJson } from './api.ts'

export type UnitRow = { readonly id: string; readonly name: string; readonly parent: string | null }

export type Session = {
  /** Null: nobody is signed in. */
  readonly actor: { readonly kind: 'person' | 'key' | 'loopback'; readonly id: string; readonly name: string | null } | null
  readonly permissions: readonly string[]
  readonly organization: { readonly id: string; readonly name: string }
  readonly units: readonly UnitRow[]
  readonly asOf: string | null
  readonly knownAt: string | null
}

export function useSession(): UseQueryResult<Session> {
  return useQuery({ queryKey: ['session'], queryFn: ({ signal }) => getJson<Session>('/api/v1/session', {}, signal) })
}
