/**
 * The contract of a package registry: where the user's own client would ask, what is asked there about one package, and how
 * the answers are read. One file per package URL type in `registries/`; the file name is the id. No registry's address stands
 * in our code: what the user's client is not configured for is not asked.
 */

import type { PurlText } from '#domain/part.ts'
import type { PackageFacts } from '#domain/upstream.ts'
import type { HttpFailure } from '#sources/http.ts'
import type { KeptAnswer, RegistrySession } from './session.ts'
import type { Surroundings } from './surroundings.ts'

/** A package to ask about, with the versions of it that are in use. */
export type AskedPackage = {
  /** Package URL without version. */
  readonly package: PurlText
  /** As the registry calls it: `@scope/name`, `group:artifact`, a module path. */
  readonly name: string
  readonly versions: readonly string[]
}

/** Where the user's client would look. */
export type RegistryAccess = {
  /** Addresses without a slash at the end, in the order of the client; none when nothing is configured. */
  readonly basesOf: (name: string) => readonly string[]
  /** The `Authorization` header for an address; null when none is set for it. */
  readonly authorizationOf: (url: string) => string | null
  /** All hosts named: what the network client may reach. */
  readonly hosts: readonly string[]
  /** Names that the client keeps from the registry. */
  readonly isPrivate: (name: string) => boolean
}

/** Why nothing could be found out about a package. */
export type MissReason =
  | HttpFailure
  | 'not-there'
  | 'not-configured'
  | 'private'
  | 'nonsense'
  | 'integrity'
  | 'no-archive'

export type RegistryMiss = { readonly kind: 'missing' | 'failed'; readonly why: MissReason }

/** What a registry of this kind does not say at all, or did not say this time. */
export type Lack = 'release-dates' | 'withdrawn' | 'license' | 'publishers' | 'repository' | 'published-size'

/** How one version can be had. */
export type PublishedVersion = {
  readonly version: string
  /** npm: the unpacked files; others: the archive. Null when the registry does not say. */
  readonly bytes: number | null
  /** JSON pointer into the kept answers. */
  readonly bytesAt: string
  /** Relative to the base, or absolute where the registry names another place; null when there is no archive to read. */
  readonly archive: PublishedArchive | null
  /** The version's own manifest where sizes are estimated with it (npm); null elsewhere. */
  readonly manifest: unknown
}

export type PublishedArchive = {
  readonly address: string
  /** Below the base, where the address is out of reach. */
  readonly usual?: string
  readonly hash: ArchiveHash | null
}

export type ArchiveHash = { readonly algorithm: 'sha512' | 'sha384' | 'sha256' | 'sha1'; readonly hex: string }

/** What the answers say. */
export type RegistryReading = {
  readonly facts: Omit<PackageFacts, 'evidence' | 'at' | 'observedOn'>
  /** JSON pointer into the kept answers: where the releases stand. */
  readonly at: string
  readonly lacks: readonly Lack[]
  readonly published: (version: string) => PublishedVersion | null
}

export type Registry = {
  /** The package URL type; the file name. */
  readonly id: string
  readonly label: string
  /** What is asked, in a sentence. */
  readonly explanation: string
  /** The protocol, with where it is described. */
  readonly source: string
  readonly requestsPerHost: number
  readonly betweenMs: number
  /** Reads the client's configuration; asks the client itself, never the network. */
  readonly configure: (surroundings: Surroundings) => Promise<RegistryAccess>
  /** Asks one base; the answers stay with the session. Null when there is enough to read. */
  readonly ask: (session: RegistrySession, of: AskedPackage) => Promise<RegistryMiss | null>
  /** Pure. Null when the answers are not what such a registry says. */
  readonly read: (answers: readonly KeptAnswer[], of: AskedPackage) => RegistryReading | null
  /** What an archive of this registry is, with the folder at its top taken off; null when it cannot be opened. */
  readonly filesOf: (address: string, bytes: Uint8Array) => Promise<readonly PackedFile[] | null>
  /** Whether its own clients fetch archives from wherever the registry says; otherwise from hosts that are configured. */
  readonly followsToArchives: boolean
  /** What sizes are estimated from: see `PublishedVersion.bytes`. */
  readonly sizedBy: 'unpacked files' | 'archive'
}

export type PackedFile = { readonly path: string; readonly bytes: Uint8Array }

export function defineRegistry(registry: Registry): Registry {
  return registry
}
