/** Failed sign-ins, counted before a password is looked at, so that many tries at once do not slip through. */

import { createHmac, randomBytes } from 'node:crypto'
import type { IsoTime } from '#domain/figure.ts'
import { engines } from './dialect.ts'
import type { Store } from './store.ts'

export type ThrottleRule = {
  /** A login or a network address, with a word in front that tells which; kept as HMAC. */
  readonly name: string
  /** Failures that cost nothing. */
  readonly free: number
}

const firstPauseMs = 15_000
const longestPauseMs = 15 * 60_000
/** Without a failure for so long, counting starts anew. */
const forgetMs = 60 * 60_000

/**
 * Counts a try against each name. Every failure beyond the free ones doubles the pause.
 *
 * @returns milliseconds to wait when one of them is blocked; nothing is counted then
 */
export async function countAttempt(
  store: Store,
  rules: readonly ThrottleRule[],
  now: IsoTime,
): Promise<{ readonly waitMs: number }> {
  return store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'throttle')
    await inside.db
      .deleteFrom('sign_in_throttle')
      .where('last_at', '<', shifted(now, -24 * 60 * 60_000))
      .execute()
    const digest = await throttleDigest(inside)
    const counted = []
    let waitMs = 0
    for (const { name, free } of rules) {
      const key = digest(name)
      const row = await inside.db
        .selectFrom('sign_in_throttle')
        .selectAll()
        .where('digest', '=', key)
        .executeTakeFirst()
      if (row?.blocked_until != null && row.blocked_until > now)
        waitMs = Math.max(waitMs, Date.parse(row.blocked_until) - Date.parse(now))
      const failures = (row === undefined || row.last_at < shifted(now, -forgetMs) ? 0 : row.failures) + 1
      const pause =
        failures <= free ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(20, failures - free - 1))
      counted.push({ digest: key, failures, last_at: now, blocked_until: pause === 0 ? null : shifted(now, pause) })
    }
    if (waitMs > 0) return { waitMs }
    for (const { digest: key, ...values } of counted)
      await inside.db
        .insertInto('sign_in_throttle')
        .values({ digest: key, ...values })
        .onConflict((conflict) => conflict.column('digest').doUpdateSet(values))
        .execute()
    return { waitMs: 0 }
  })
}

/** After a success. */
export async function forgetAttempts(store: Store, names: readonly string[]): Promise<void> {
  const digest = await throttleDigest(store)
  for (const name of names) await store.db.deleteFrom('sign_in_throttle').where('digest', '=', digest(name)).execute()
}

async function throttleDigest({ db }: Store): Promise<(name: string) => string> {
  await db
    .insertInto('access_secret')
    .values({ id: 1, secret: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { secret } = await db.selectFrom('access_secret').select('secret').where('id', '=', 1).executeTakeFirstOrThrow()
  return (name) => createHmac('sha256', secret).update(name).digest('hex')
}

function shifted(time: IsoTime, ms: number): IsoTime {
  return new Date(Date.parse(time) + ms).toISOString()
}
