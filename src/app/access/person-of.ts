import type { Actor } from '#domain/access.ts'
import type { PersonId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'

/** The person behind a session. Throws `beyond-rights` for a key and for the one person of a machine without accounts. */
export function personOf(actor: Actor | null): PersonId {
  return actor?.kind === 'person' ? actor.id : fail({ code: 'beyond-rights', permission: 'person' })
}

/** Whoever got past a door that asks for somebody. */
export function somebody(actor: Actor | null): Actor {
  return actor ?? fail({ code: 'sign-in-needed' })
}
