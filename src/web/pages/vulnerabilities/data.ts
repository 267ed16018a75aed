import type { QueryClient, UseQueryResult } from '@tanstack/react-query'
import type { PortalWords as Words } from '#text/portal-words.ts'
import { sendJson } from '#web/api.ts'
import { useAnswer, type Page } from '#web/load.ts'
import type { FindingRow, FindingState, Use } from '#web/rows.ts'

export { useOverview } from '#web/pages/home/data.ts'
export const findingsPath = '/api/v1/findings'

/** Everything an advisory reaches, with the way to it. */
export function useReach(advisory: string): UseQueryResult<Page<Use>> {
  return useAnswer<Page<Use>>(`${findingsPath}/${encodeURIComponent(advisory)}/affected`, { limit: 200 })
}

export type Justification = keyof Words['statusPage']['justifications']
export type Response = keyof Words['statusPage']['responses']

export type StatusContent = {
  readonly state: FindingState
  readonly justification: Justification | null
  readonly response: Response | null
  readonly reason: string
  readonly detail: string | null
  readonly until: string | null
}

export type StatusEntry = StatusContent & {
  readonly id: number
  readonly part: string
  readonly product: { readonly id: string; readonly name: string } | null
  /** The system it was taken over from. */
  readonly source: string | null
  readonly by: string | null
  readonly at: string
  readonly isUndo: boolean
  readonly isCurrent: boolean
  readonly isReviewDue: boolean
}

export type StatusRights = {
  readonly everywhere: boolean
  readonly units: readonly string[]
  readonly mayAccept: boolean
}

export type FindingDetail = {
  readonly findings: readonly FindingRow[]
  readonly statuses: readonly StatusEntry[]
  readonly rights: StatusRights
}

export function useFinding(advisory: string): UseQueryResult<FindingDetail> {
  return useAnswer<FindingDetail>(`${findingsPath}/${encodeURIComponent(advisory)}`)
}

/** The findings of the same package, among which are the others of a part version. */
export function useFindingsOf(name: string): UseQueryResult<Page<FindingRow>> {
  return useAnswer<Page<FindingRow>>(findingsPath, { package: name, limit: 500 })
}

export type Statement = StatusContent & {
  readonly part: string
  readonly products: readonly string[] | null
  readonly others: readonly string[]
}

type Stated = { readonly ids: readonly number[] }

export function sendStatement(advisory: string, statement: Statement): Promise<Stated> {
  return sendJson<Stated>('POST', `${findingsPath}/${encodeURIComponent(advisory)}/statuses`, statement)
}

export type StatedTogether = Stated & {
  readonly taken: number
  readonly refused: readonly {
    readonly finding: { readonly id: string; readonly part: string }
    readonly why: keyof Words['statusPage']['many']['refusals']
  }[]
}

/** @param key the same for every try of the same statement */
export function sendTogether(
  findings: readonly FindingRow[],
  content: StatusContent,
  key: string,
): Promise<StatedTogether> {
  const body = { ...content, findings: findings.map(({ id, part }) => ({ id, part })) }
  return sendJson<StatedTogether>('POST', '/api/v1/statuses', body, { 'idempotency-key': key })
}

export function sendUndo(ids: readonly number[]): Promise<Stated> {
  return sendJson<Stated>('POST', '/api/v1/statuses/undo', { ids })
}

/** Lists and details show what was stated. */
export function forgetFindings(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [path] }) => typeof path === 'string' && path.startsWith(findingsPath),
  })
}
