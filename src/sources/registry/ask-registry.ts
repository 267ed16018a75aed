/** Asks a registry about packages, and for the archive of one version. What is kept is JSON that `readKept` reads again. */

import type { HttpClient } from '#sources/http.ts'
import { isRecord, listAt } from './extract.ts'
import { isIntact } from './integrity.ts'
import type {
  AskedPackage,
  PackedFile,
  PublishedVersion,
  Registry,
  RegistryAccess,
  RegistryMiss,
  RegistryReading,
} from './registry.ts'
import { follow, isMiss, missOf, RegistrySession, type KeptAnswer } from './session.ts'

export type RegistryAnswer = {
  readonly kind: 'found'
  /** What was asked and answered, cut down to what is read: evidence. */
  readonly bytes: Uint8Array
  readonly retrievedAt: string
  readonly reading: RegistryReading
}

/** The first base that knows the package answers, as with the client itself. Throws the problem `offline` alone. */
export async function askRegistry(
  registry: Registry,
  client: HttpClient,
  access: RegistryAccess,
  of: AskedPackage,
): Promise<RegistryAnswer | RegistryMiss> {
  if (access.isPrivate(of.name)) return { kind: 'failed', why: 'private' }
  let miss: RegistryMiss = { kind: 'failed', why: 'not-configured' }
  for (const base of access.basesOf(of.name)) {
    const session = new RegistrySession(client, access, base)
    const missed = await registry.ask(session, of)
    const { answers, retrievedAt } = session
    const reading = missed === null ? registry.read(answers, of) : null
    if (reading === null) {
      // What one place failed to say, another may; that none has it is told only when all said so.
      if (miss.why === 'not-configured' || miss.kind === 'missing') miss = missed ?? { kind: 'failed', why: 'nonsense' }
      continue
    }
    const bytes = new TextEncoder().encode(
      `${JSON.stringify({ package: of.package, registry: registry.id, answers }, null, 1)}\n`,
    )
    return { kind: 'found', bytes, retrievedAt, reading }
  }
  return miss
}

/** What an answer that was kept says; null when it is none. */
export function readKept(registry: Registry, bytes: Uint8Array, of: AskedPackage): RegistryReading | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    if (!isRecord(value) || value['package'] !== of.package) return null
    return registry.read(listAt(value, 'answers') as readonly KeptAnswer[], of)
  } catch {
    return null
  }
}

export type FetchedArchive = {
  readonly kind: 'found'
  readonly files: readonly PackedFile[]
  /** What a size would be estimated from: `Registry.sizedBy`. */
  readonly sizedBytes: number
}

export async function fetchArchive(
  registry: Registry,
  client: HttpClient,
  access: RegistryAccess,
  name: string,
  { archive }: PublishedVersion,
): Promise<FetchedArchive | RegistryMiss> {
  if (archive === null) return { kind: 'missing', why: 'no-archive' }
  let miss: RegistryMiss = { kind: 'failed', why: 'not-configured' }
  for (const base of access.basesOf(name)) {
    const url = archiveUrl(registry, client, base, archive)
    if (url === null) return { kind: 'failed', why: 'host-not-allowed' }
    const answer = await client.get(url, { authorization: access.authorizationOf(url), maxBytes: mostBytes })
    if (answer.kind !== 'found') {
      miss = missOf(answer)
      continue
    }
    if (!isIntact(answer.bytes, archive.hash)) return { kind: 'failed', why: 'integrity' }
    const files = await registry.filesOf(archive.address, answer.bytes)
    if (files === null) return { kind: 'failed', why: 'nonsense' }
    return { kind: 'found', files, sizedBytes: sizedBytes(registry, answer.bytes, files) }
  }
  return miss
}

const mostBytes = 128 * 1024 * 1024

export function sizedBytes(registry: Registry, archive: Uint8Array, files: readonly PackedFile[]): number {
  return registry.sizedBy === 'archive' ? archive.length : files.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

function archiveUrl(
  registry: Registry,
  client: HttpClient,
  base: string,
  { address, usual }: NonNullable<PublishedVersion['archive']>,
): string | null {
  const url = URL.parse(address, `${base}/`)?.href ?? null
  if (url !== null && (client.isAllowed(url) || (registry.followsToArchives && follow(client, base, url)))) return url
  return usual === undefined ? null : `${base}/${usual}`
}

/** True for what `askRegistry` and `fetchArchive` give instead of an answer. */
export function isMissed(answer: { readonly kind: string }): answer is RegistryMiss {
  return isMiss(answer)
}
