/**
 * Erases a person: the key that names them, what was read of histories, written reports that hold the name, all reports in
 * the database. Kept originals are never changed; those that hold the name all the same are told, and deleted on request.
 */

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { listEvidence, loadEvidenceBytes, tombstoneEvidence } from '#store/evidence.ts'
import { findMentions, type Mention } from '#store/mentions.ts'
import { erasePerson, findPerson } from '#store/people.ts'
import type { Store } from '#store/store.ts'
import { cacheFolder } from './cache-folder.ts'
import { forgetInEdits } from './kept-edits.ts'

export type Erasure = {
  readonly person: PersonId
  readonly addresses: number
  /** False when it was only told what would go. */
  readonly isDone: boolean
  /** Originals that hold the name or an address, and whether their bytes were deleted. */
  readonly originals: readonly { readonly id: EvidenceId; readonly name: string; readonly isDeleted: boolean }[]
  /** Files of the home folder that held them and were removed; they can be made again. */
  readonly files: readonly string[]
  /** Tables that still hold them. */
  readonly mentions: readonly Mention[]
}

export type ErasureOptions = {
  readonly home: string
  /** False only tells what would go. */
  readonly isConfirmed: boolean
  /** Delete the bytes of originals that hold the name; what rests on them is then withheld. */
  readonly withOriginals: boolean
}

/** @param asked a pseudonym or an address. Throws `person-unknown`. */
export async function runErasure(
  store: Store,
  asked: string,
  { home, isConfirmed, withOriginals }: ErasureOptions,
  now: IsoTime,
): Promise<Erasure> {
  const person = (await findPerson(store, asked)) ?? fail({ code: 'person-unknown', asked })
  const texts = [...person.names, ...person.addresses].filter((text) => text.trim() !== '')
  if (isConfirmed) await forgetInEdits(store, person.id, texts, now)
  const found = await originalsWith(store, texts)
  const files = filesWith(home, texts)
  if (isConfirmed) {
    await erasePerson(store, person.id, now)
    rmSync(cacheFolder(home, 'git'), { recursive: true, force: true })
    for (const file of files) rmSync(join(home, file), { force: true })
    if (withOriginals) for (const { id } of found) await tombstoneEvidence(store, id, 'a person was erased', now)
  }
  return {
    person: person.id,
    addresses: person.addresses.length,
    isDone: isConfirmed,
    originals: found.map((one) => ({ ...one, isDeleted: isConfirmed && withOriginals })),
    files,
    mentions: await findMentions(store, texts),
  }
}

async function originalsWith(
  store: Store,
  texts: readonly string[],
): Promise<readonly { readonly id: EvidenceId; readonly name: string }[]> {
  const found: { id: EvidenceId; name: string }[] = []
  // Advisories and answers of registries are public and name nobody of the organization by its own doing.
  const kinds = ['sbom', 'lockfile', 'manifest', 'organization', 'measurement', 'git-extract', 'answer'] as const
  for (const { id, name, tombstone } of await listEvidence(store, { kinds })) {
    if (tombstone !== null) continue
    if (holds(await loadEvidenceBytes(store, id), texts)) found.push({ id, name })
  }
  return found
}

/** Below the home folder, without the database itself. */
function filesWith(home: string, texts: readonly string[]): readonly string[] {
  if (!existsSync(home)) return []
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('headwater.db'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => holds(readFileSync(path), texts))
    .map((path) => relative(home, path))
    .sort()
}

function holds(bytes: Uint8Array, texts: readonly string[]): boolean {
  const content = Buffer.from(bytes).toString('utf8').toLowerCase()
  return texts.some((text) => content.includes(text.toLowerCase()))
}
