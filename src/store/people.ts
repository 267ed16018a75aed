/**
 * Pseudonyms. People have names here and at their account (`accounts.ts`) alone; everywhere else stands the pseudonym, so
 * that erasing a person deletes these rows and changes no evidence.
 */

import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from '#domain/access.ts'
import type { Signature } from '#domain/contribution.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { recordAct } from './audit.ts'
import { engines } from './dialect.ts'
import { deleteEveryReport } from './reports.ts'
import { insertRows } from './rows.ts'
import type { Store } from './store.ts'
import { indexable, sha256 } from './text.ts'

/** What a person is known by; the address may be absent. */
export type PersonName = { readonly name: string; readonly email: string | null }

/** Under all names: the list of people may call somebody otherwise than the account. */
export type FoundPerson = KeptPerson & { readonly names: readonly string[] }

/** Somebody under a pseudonym that the organization chose, with all addresses. */
export type KeptPerson = { readonly id: PersonId; readonly name: string; readonly addresses: readonly string[] }

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

/** Somebody of the organization's own list is called there as before. */
export async function renamePerson({ db }: Store, person: PersonId, { name, email }: PersonName): Promise<void> {
  await db
    .updateTable('person_key')
    .set({ lookup: lookupOf({ name, email }), name, email })
    .where('person', '=', person)
    .where('lookup', 'not like', `${listMark}%`)
    .execute()
}

/** What people are called, at their account or else in the list; without those who were erased. */
export async function namesOf({ db }: Store, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  if (people.length === 0) return new Map()
  const [listed, accounts] = await Promise.all(
    (['person_key', 'account_login'] as const).map((table) =>
      db.selectFrom(table).select(['person', 'name']).where('person', 'in', people).execute(),
    ),
  )
  return new Map([...(listed ?? []), ...(accounts ?? [])].map(({ person, name }) => [person, name]))
}

/**
 * Replaces the people of the organization's own list. Somebody with an erased address is not taken in.
 *
 * @param readmit lifts what keeps erased people out, for those that the list holds
 * @returns pseudonyms that were left out
 */
export async function savePeople(
  store: Store,
  people: readonly KeptPerson[],
  readmit = false,
): Promise<readonly PersonId[]> {
  const taken = readmit ? people : await withoutErased(store, people)
  const rows = taken.map(({ id, name, addresses }) => ({ id, name, addresses: addresses.toSorted() }))
  const refused = people.filter((person) => !taken.includes(person)).map(({ id }) => id)
  if (!readmit && JSON.stringify(rows) === JSON.stringify(await listed(store))) return refused
  await store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'people')
    if (readmit) await liftErasures(inside, people)
    await inside.db.deleteFrom('person_address').execute()
    await inside.db.deleteFrom('person_key').where('lookup', 'like', `${listMark}%`).execute()
    await insertRows(
      inside,
      'person_key',
      ['person', 'lookup', 'name', 'email'],
      rows.flatMap(({ id, name, addresses: [first = null] }) => [id, listMark + id, name, first]),
    )
    await insertRows(
      inside,
      'person_address',
      ['address_key', 'address', 'person'],
      rows.flatMap(({ id, addresses }) => addresses.flatMap((address) => [addressKey(address), address, id])),
    )
  })
  // Whoever left the list is gone from the files too.
  if (!store.isInTransaction) await engines[store.engine].scrub(store.db, ['person_key', 'person_address'])
  return refused
}

/** The people of the list as they are kept, in the order they came in. */
async function listed({ db }: Store): Promise<readonly KeptPerson[]> {
  const addresses = new Map<string, string[]>()
  for (const { person, address } of await db.selectFrom('person_address').select(['person', 'address']).execute())
    addresses.set(person, [...(addresses.get(person) ?? []), address])
  const rows = await db
    .selectFrom('person_key')
    .select(['person', 'name'])
    .where('lookup', 'like', `${listMark}%`)
    .orderBy('person')
    .execute()
  return rows.map(({ person, name }) => ({ id: person, name, addresses: (addresses.get(person) ?? []).toSorted() }))
}

async function withoutErased(store: Store, people: readonly KeptPerson[]): Promise<readonly KeptPerson[]> {
  const erased = await erasedSignatures(store)
  if (erased === undefined) return people
  return people.filter(({ addresses }) =>
    addresses.every((address) => erased.conceal({ name: '', email: address }).email === address),
  )
}

async function liftErasures(store: Store, people: readonly KeptPerson[]): Promise<void> {
  const digest = await digester(store)
  if (digest === undefined) return
  for (const { name, addresses } of people)
    for (const text of [nameText(name), ...addresses])
      await store.db.deleteFrom('erased_address').where('digest', '=', digest(text)).execute()
}

/** @param asked a pseudonym or an address */
export async function findPerson(store: Store, asked: string): Promise<FoundPerson | undefined> {
  const byAddress = await store.db
    .selectFrom('person_address')
    .select('person')
    .where('address_key', '=', addressKey(asked))
    .executeTakeFirst()
  const id = byAddress?.person ?? asked
  const key = await store.db
    .selectFrom('person_key')
    .select(['name', 'email'])
    .where((where) => where.or([where('person', '=', id), where('email', '=', asked)]))
    .select('person')
    .executeTakeFirst()
  if (key === undefined) return personOfAccount(store, id)
  const rows = await store.db
    .selectFrom('person_address')
    .select('address')
    .where('person', '=', key.person)
    .orderBy('address_key')
    .execute()
  const addresses = rows.map(({ address }) => address)
  if (key.email !== null && !addresses.includes(key.email)) addresses.push(key.email)
  const account = await personOfAccount(store, key.person)
  for (const login of account?.addresses ?? []) if (!addresses.includes(login)) addresses.push(login)
  return { id: key.person, name: key.name, names: [...new Set([key.name, account?.name ?? key.name])], addresses }
}

/** Somebody who left the list of people keeps the account until it is closed. */
async function personOfAccount({ db }: Store, asked: string): Promise<FoundPerson | undefined> {
  const row = await db
    .selectFrom('account_login')
    .select(['person', 'name', 'login'])
    .where((where) => where.or([where('person', '=', asked), where('login_key', '=', addressKey(asked))]))
    .executeTakeFirst()
  return row && { id: row.person, name: row.name, names: [row.name], addresses: [row.login] }
}

const accountTables = [
  'saved_view',
  'session',
  'sign_in_link',
  'api_key',
  'account_grant',
  'passkey',
  'openid_identity',
  'account_password',
  'account_login',
  'account',
] as const

/** Everything of an account goes; what the audit log says of the pseudonym stays. */
async function eraseAccount({ db }: Store, person: PersonId): Promise<void> {
  await db.deleteFrom('sign_in_flow').where('person', '=', person).execute()
  for (const table of accountTables) await db.deleteFrom(table).where('person', '=', person).execute()
}

/**
 * Removes the name and the addresses behind a pseudonym and keeps everything else. What remains is that somebody was
 * erased on a day, and of each address a keyed hash that keeps it from being taken in again.
 *
 * @returns whether there was somebody
 */
export async function erasePerson(
  store: Store,
  person: PersonId,
  at?: IsoTime,
  by: Pick<Actor, 'kind' | 'id'> = { kind: 'loopback', id: 'command-line' },
): Promise<boolean> {
  const wasThere = await store.transaction(async (inside) => {
    const found = await findPerson(inside, person)
    if (found === undefined) return false
    if (at !== undefined) {
      const digest = await digester(inside, true)
      for (const text of [...found.names.map(nameText), ...found.addresses])
        await inside.db
          .insertInto('erased_address')
          .values({ digest: digest?.(text) ?? '' })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      await inside.db
        .insertInto('erasure')
        .values({ erased_on: at.slice(0, 10), recorded_at: at })
        .execute()
      const subject = found.id
      await recordAct(inside, { at, actor: by, act: 'person-erase', subject, unit: null, result: 'done', detail: {} })
    }
    await eraseAccount(inside, found.id)
    await inside.db.deleteFrom('person_address').where('person', '=', found.id).execute()
    await inside.db.deleteFrom('person_key').where('person', '=', found.id).execute()
    // They may hold the name, and are made again when somebody asks.
    await deleteEveryReport(inside)
    return true
  })
  if (!store.isInTransaction)
    await engines[store.engine].scrub(store.db, ['person_key', 'person_address', 'report_chunk', ...accountTables])
  return wasThere
}

/** Changes whenever somebody is erased: what was read before may name them. */
export async function lastErasure({ db }: Store): Promise<number> {
  const { last } = await db
    .selectFrom('erasure')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** The days on which somebody was erased. */
export async function listErasures(store: Store): Promise<readonly string[]> {
  const rows = await store.db.selectFrom('erasure').select('erased_on').orderBy('id').execute()
  return rows.map(({ erased_on }) => erased_on)
}

/**
 * What is kept of a signature: another one in place of an erased person's, so that histories that are read again do not
 * bring the person back. A name alone may be somebody else's, so it is left out and the address stays.
 *
 * @returns undefined when nobody was erased yet
 */
export async function erasedSignatures(store: Store): Promise<Concealment | undefined> {
  const digest = await digester(store)
  const erased = await erasedDigests(store)
  if (digest === undefined || erased.size === 0) return undefined
  const known = new Map<string, string>()
  const digestOf = (text: string): string => {
    const found = known.get(text) ?? digest(text)
    known.set(text, found)
    return found
  }
  const conceal = (signature: Signature): Signature => {
    const address = digestOf(signature.email)
    if (erased.has(address)) return { name: 'erased', email: `erased-${address.slice(0, 12)}@erased.invalid` }
    return erased.has(digestOf(nameText(signature.name))) ? { ...signature, name: 'erased' } : signature
  }
  return { version: sha256([...erased].toSorted().join()).slice(0, 16), conceal }
}

export type Concealment = {
  /** Another one whenever somebody else is concealed. */
  readonly version: string
  readonly conceal: (signature: Signature) => Signature
}

const listMark = 'list:'

async function erasedDigests({ db }: Store): Promise<ReadonlySet<string>> {
  return new Set((await db.selectFrom('erased_address').select('digest').execute()).map(({ digest }) => digest))
}

/** Undefined when there is no secret yet and none is to be made. */
async function digester({ db }: Store, isMade = false): Promise<((address: string) => string) | undefined> {
  if (isMade)
    await db
      .insertInto('erasure_key')
      .values({ id: 1, secret: randomBytes(32).toString('hex') })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const key = await db.selectFrom('erasure_key').select('secret').where('id', '=', 1).executeTakeFirst()
  if (key === undefined) return undefined
  return (address) => createHmac('sha256', key.secret).update(normalized(address)).digest('hex')
}

/** Names in a space of their own beside addresses. */
function nameText(name: string): string {
  return `name ${name.trim().replaceAll(/\s+/g, ' ')}`
}

function normalized(address: string): string {
  return address.trim().toLowerCase()
}

function addressKey(address: string): string {
  return indexable(normalized(address))
}

function lookupOf({ name, email }: PersonName): string {
  return sha256(JSON.stringify([name.normalize('NFC').trim(), email?.trim().toLowerCase() ?? null]))
}
