import type { OpenedSession } from '#app/access/session.ts'

/**
 * To whom a session was opened.
 *
 * @param others cookies that change with it
 */
export function signedInAnswer({ cookie, csrfToken }: OpenedSession, ...others: readonly string[]) {
  return { headers: { 'set-cookie': [cookie, ...others] }, body: { csrfToken } }
}
