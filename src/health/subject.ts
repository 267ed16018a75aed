/**
 * What is asked about: a project with the packages in use that it publishes, or a lone package. Every fact may be absent;
 * what needs it is then unknown.
 */

import type { HealthSubject } from '#domain/assessment/health.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import type { StatedDeprecation } from '#domain/portfolio.ts'
import type { ProjectId } from '#domain/project.ts'
import type { ProjectFiles, LifecycleCycle, ProjectFacts, Release } from '#domain/upstream.ts'

/** Published versions of a package in use. */
export type PackageReleases = {
  readonly package: PurlText
  readonly releases: readonly Release[]
  /** Versions of it that are in use, ascending as text. */
  readonly inUse: readonly string[]
}

export type PackagePublishers = { readonly package: PurlText; readonly publishers: number }

/** A release line that a version in use belongs to. */
export type UsedCycle = LifecycleCycle & { readonly package: PurlText; readonly version: string }

/** A version in use whose publishers tell people to leave it, and the place in a lockfile that repeats it. */
export type UsedDeprecation = StatedDeprecation & { readonly package: PurlText; readonly version: string }

/** The days on which versions came out, ascending, each once; at least one. */
export type ReleaseDays = {
  readonly days: readonly IsoDate[]
  /** Up to when they are told: ages are counted to it. */
  readonly seenOn: IsoDate
  readonly basis: 'releases' | 'tags'
}

/** What a clone tells. */
export type CloneFacts = Pick<
  ProjectFacts,
  'firstCommitOn' | 'lastCommitOn' | 'authorsEver' | 'year' | 'yearBefore' | 'halfYear' | 'mainAuthor' | 'reviewedShare'
> & { readonly files: ProjectFiles }

/** What registries and tables tell. */
export type RegistryFacts = {
  readonly releases: readonly PackageReleases[]
  readonly publishers: readonly PackagePublishers[]
  readonly fundingLinks: readonly string[]
  readonly cycles: readonly UsedCycle[]
}

/** Facts that are known; an absent one and a null are unknown. */
export type SubjectFacts = Partial<
  CloneFacts & RegistryFacts & { readonly releaseDays: ReleaseDays; readonly deprecations: readonly UsedDeprecation[] }
>
export type FactKey = keyof SubjectFacts

/** The days up to which the facts tell: ages are counted to them, so that an old copy does not look like silence. */
export type SubjectDays = {
  readonly asOf: IsoDate
  readonly clone: IsoDate
  readonly registry: IsoDate
}

export type Subject = {
  readonly id: HealthSubject
  readonly project: ProjectId | null
  /** In use, ascending. */
  readonly packages: readonly PurlText[]
  readonly days: SubjectDays
  readonly facts: SubjectFacts
}

export const cloneKeys: readonly FactKey[] = [
  'firstCommitOn',
  'lastCommitOn',
  'authorsEver',
  'year',
  'yearBefore',
  'halfYear',
  'mainAuthor',
  'reviewedShare',
  'files',
] satisfies readonly (keyof CloneFacts)[]

export const registryKeys: readonly FactKey[] = [
  'releases',
  'publishers',
  'fundingLinks',
  'cycles',
] satisfies readonly (keyof RegistryFacts)[]
