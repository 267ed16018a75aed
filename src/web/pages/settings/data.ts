import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { ApiProblem, getJson } from '#web/api.ts'
import type { Words } from '#text/words.ts'

export type PersonRow = {
  readonly person: string
  readonly login: string
  readonly name: string
  readonly grants: readonly {
    readonly role: keyof Words['portal']['settings']['roles']
    readonly unit: string | null
  }[]
  readonly hasPassword: boolean
  readonly passkeys: number
  readonly closedAt: string | null
}

export type KeyRow = {
  readonly id: string
  readonly label: string
  readonly permissions: readonly string[]
  readonly units: readonly string[] | null
  readonly createdAt: string
  readonly expiresAt: string
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

export type AuditRow = {
  readonly sequence: number
  readonly at: string
  readonly actor: string
  readonly act: string
  readonly subject: string
  readonly result: 'done' | 'refused'
}

/** Null: this person may not see it, or it is not kept here. The page then leaves it out. */
export function useItems<Row>(path: string): UseQueryResult<readonly Row[] | null> {
  return useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => {
      try {
        return (await getJson<{ readonly items: readonly Row[] }>(path, {}, signal)).items
      } catch (problem) {
        if (problem instanceof ApiProblem && (problem.status === 403 || problem.status === 404)) return null
        throw problem
      }
    },
  })
}
