/** Sends waiting news again and again while a server or a worker runs. Several may: each takes what no other has taken. */

import { randomUUID } from 'node:crypto'
import { insideOf } from '#sources/http.ts'
import type { Store } from '#store/store.ts'
import type { Words } from '#text/words.ts'
import { deliverDue } from './deliver-news.ts'
import { newsRights } from './news-rights.ts'
import { mailServerOf } from './test-notification.ts'
import { currentUnits } from './units.ts'

export type DeliveryLoop = { readonly stop: () => Promise<void> }

const pauseMilliseconds = 5_000

/** @param environment `HEADWATER_SMTP_URL`, `HEADWATER_MAIL_FROM`, `HEADWATER_INSIDE`. Throws `usage` for a wrong one. */
export function keepDelivering(
  store: Store,
  words: Words,
  environment: Readonly<Record<string, string | undefined>>,
): DeliveryLoop {
  const owner = randomUUID()
  const inside = insideOf(environment)
  const clock = (): string => new Date().toISOString()
  let running: Promise<unknown> | null = null
  const once = async (): Promise<void> => {
    await deliverDue(store, {
      organization: { units: await currentUnits(store, clock()) },
      grantsOf: (person) => newsRights(store, person),
      owner,
      words,
      mail: mailServerOf(environment),
      inside,
      clock,
    })
  }
  const timer = setInterval(() => {
    // One round at a time; while the database is away nothing is taken, and nothing is lost.
    running ??= once()
      .catch(() => undefined)
      .finally(() => {
        running = null
      })
  }, pauseMilliseconds)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
