import type { UseQueryResult } from '@tanstack/react-query'
import { type channels, eventKinds } from '#api/choices.ts'
import type { PortalWords as Words } from '#text/portal-words.ts'
import { useAnswer } from '#web/load.ts'

/** What one can ask to be told; a test is only tried out. */
export const kinds = eventKinds.filter((kind) => kind !== 'test')

export type Inbox = {
  readonly unread: number
  readonly next: number | null
  readonly items: readonly {
    readonly id: number
    readonly createdAt: string
    readonly readAt: string | null
    readonly text: string
  }[]
}

export type Subscription = {
  readonly id: number
  readonly kind: keyof Words['live']['news']['kinds']
  readonly channel: (typeof channels)[number]
  readonly unit: string | null
  readonly address: string | null
  readonly log: readonly {
    readonly message: string
    readonly attemptedAt: string
    readonly outcome: string
    readonly status: number | null
  }[]
}

export const inboxPath = '/api/v1/notifications'
export const subscriptionsPath = '/api/v1/subscriptions'

export const useInbox = (limit: number): UseQueryResult<Inbox> => useAnswer<Inbox>(inboxPath, { limit })
export const useSubscriptions = (): UseQueryResult<{ readonly items: readonly Subscription[] }> =>
  useAnswer(subscriptionsPath)
