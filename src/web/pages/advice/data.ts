import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { adviceAnswer } from '#api/advice.ts'
import type { engagementDetail, engagementPage } from '#api/engagement.ts'
import { useAnswer } from '#web/load.ts'
import { useSession } from '#web/session.ts'

export type Advice = Static<typeof adviceAnswer>
export type Recommended = NonNullable<Advice['recommendations']>[number]
export type Aside = NonNullable<Advice['putAside']>[number]
export type PartRow = Static<typeof engagementPage>['items'][number]
export type PartDetail = Static<typeof engagementDetail>
export type Decided = PartDetail['decisions'][number]

export const advicePath = '/api/v1/advice'
export const engagementPath = '/api/v1/engagement'

export const useAdvice = (): UseQueryResult<Advice> => useAnswer<Advice>(advicePath)

export const useWays = (): UseQueryResult<Static<typeof engagementPage>> => useAnswer(engagementPath, { limit: 1 })

export function usePart(subject: string): UseQueryResult<PartDetail> {
  return useAnswer<PartDetail>(`${engagementPath}/${subject.split('/').map(encodeURIComponent).join('/')}`)
}

/** Whether the buttons that change something are of use to this person; the server decides. */
export function useMayDecide(): boolean {
  return useSession().data?.actor?.permissions.includes('decide') === true
}

/** Asks again for everything below a path, and waits until it is there. */
export function useRefresh(path: string): () => Promise<void> {
  const client = useQueryClient()
  return () =>
    client.invalidateQueries({ predicate: ({ queryKey: [key] }) => typeof key === 'string' && key.startsWith(path) })
}
