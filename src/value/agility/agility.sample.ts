/** Packages with dated releases, and histories, for the tests of this area. */

import type { IsoDate } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { LockfileChange, ReleaseTag, UpdateHistory, VersionChange } from '#domain/update-history.ts'
import { nothingUpstream, type PackageFacts, type Release } from '#domain/upstream.ts'
import { samplePortfolio, type SampleUse } from '#value/portfolio.sample.ts'

/** Version → day of publication; null where nobody says. */
export type SampleReleases = Readonly<Record<string, IsoDate | null>>

export function sampleRelease(version: string, on: IsoDate | null, more: Partial<Release> = {}): Release {
  return { version, on, isPrerelease: false, isWithdrawn: false, deprecation: null, license: null, ...more }
}

export function sampleFacts(packageUrl: string, releases: SampleReleases | readonly Release[]): PackageFacts {
  const list = Array.isArray(releases)
    ? (releases as readonly Release[])
    : Object.entries(releases as SampleReleases).map(([version, on]) => sampleRelease(version, on))
  return {
    package: packageUrl,
    releases: list,
    publishers: null,
    repository: null,
    fundingLinks: [],
    evidence: 'releases',
    at: `/${packageUrl}`,
    observedOn: '2026-11-20',
  }
}

/** A portfolio of the uses, with facts of packages by their URL without version. */
export function datedPortfolio(
  uses: readonly SampleUse[],
  releases: Readonly<Record<string, SampleReleases | readonly Release[]>>,
  asOf: IsoDate = '2026-11-22',
): Portfolio {
  const packages = new Map(Object.entries(releases).map(([name, of]) => [name, sampleFacts(name, of)]))
  return { ...samplePortfolio(uses), asOf, upstream: { ...nothingUpstream, packages } }
}

/** `[day, …changes]`; a change is `package from to` with `-` for nothing. */
export function sampleChanges(...days: readonly (readonly [IsoDate, ...string[]])[]): readonly LockfileChange[] {
  return days.map(([on, ...texts], index) => ({
    commit: `c${index}`,
    on: `${on}T12:00:00.000Z`,
    changes: texts.map(sampleChange),
  }))
}

function sampleChange(text: string): VersionChange {
  const [name = '', from = '-', to = '-'] = text.split(' ')
  return { package: `pkg:npm/${name}`, from: from === '-' ? null : from, to: to === '-' ? null : to }
}

export function sampleHistory(
  changes: readonly LockfileChange[],
  { product = 'portal', isWhole = true, tags = [] as readonly ReleaseTag[] } = {},
): UpdateHistory {
  return {
    evidence: 'history',
    product,
    observedOn: '2026-11-20',
    counts: { lockfiles: 1, changes: changes.length, tags: tags.length },
    repositories: [
      {
        path: product,
        tip: 'f'.repeat(40),
        isShallow: false,
        files: [{ path: 'package-lock.json', changes, isWhole, unread: 0 }],
        tags,
        issues: [],
      },
    ],
  }
}

export function sampleTag(name: string, on: string, more: Partial<ReleaseTag> = {}): ReleaseTag {
  return { name, on: `${on}T12:00:00.000Z`, leadSeconds: [], repairs: 0, isCounted: true, ...more }
}
