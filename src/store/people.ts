/**
 * Pseudonyms. This is the only place where people have names; everywhere else stands the pseudonym, so that erasing a
 * person deletes one row and changes no evidence.
 */

import { randomUUID } from 'node:crypto'
import type { PersonId } from '#domain/organization.ts'
import { engines } from './dialect.ts'
import type { Store } from './store.ts'
import { sha256 } from './text.ts'

/** What a person is known by; the address may be absent. */
export type PersonName = { readonly name: string; readonly email: string | null }

/**
 * The person's pseudonym, made on first asking. Addresses are compared without regard to case. After an erasure the same
 * person gets another pseudonym: nothing leads back to the first.
 */
export async function pseudonymFor(store: Store, { name, email }: PersonName): Promise<PersonId> {
  const lookup = lookupOf({ name, email })
  await store.db
    .insertInto('person_key')
    // Drawn at random: a hash of an address can be found again by whoever has a list of addresses.
    .values({ person: `person-${randomUUID()}`, lookup, name, email })
    .onConflict((conflict) => conflict.column('lookup').doNothing())
    .execute()
  const { person } = await store.db
    .selectFrom('person_key')
    .select('person')
    .where('lookup', '=', lookup)
    .executeTakeFirstOrThrow()
  return person
}

/** @returns undefined for a person who was erased, or never was */
export async function nameOf(store: Store, person: PersonId): Promise<PersonName | undefined> {
  return store.db.selectFrom('person_key').select(['name', 'email']).where('person', '=', person).executeTakeFirst()
}

/** Removes the name behind a pseudonym and keeps everything else. @returns whether there was one */
export async function erasePerson(store: Store, person: PersonId): Promise<boolean> {
  const { numDeletedRows } = await store.db
    .deleteFrom('person_key')
    .where('person', '=', person)
    .executeTakeFirstOrThrow()
  if (!store.isInTransaction) await engines[store.engine].scrub(store.db, ['person_key'])
  return numDeletedRows > 0n
}

function lookupOf({ name, email }: PersonName): string {
  return sha256(JSON.stringify([name.normalize('NFC').trim(), email?.trim().toLowerCase() ?? null]))
}
