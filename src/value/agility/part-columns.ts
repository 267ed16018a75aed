/** Measures of every part version in use, as columns: worked out once per unique part, whatever the number of its uses. */

import type { PartMeasureId } from '#domain/assessment/agility.ts'
import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { PackageFacts, Release } from '#domain/upstream.ts'
import { rankVersions, versionOrder } from '#ecosystems/versions.ts'
import { wholeDay } from './days.ts'
import type { StableReleases, UsedRelease } from './measure.ts'
import { partMeasures } from './measures-by-kind.ts'
import { versionNumbers } from './version-numbers.ts'

export type PartColumns = {
  /** One element per part of the portfolio; NaN where unknown. */
  readonly values: Readonly<Record<PartMeasureId, Float64Array>>
  /** Day of publication of the version in use. */
  readonly usedOn: Float64Array
  /** Index into the releases of the package's facts; -1 where there is no stable release. */
  readonly latest: Int32Array
}

/** The facts of a package as far as they hold releases that were known on the day. */
export function partColumns(portfolio: Portfolio): PartColumns {
  const { parts, upstream } = portfolio
  const asOf = wholeDay(portfolio.asOf)
  const empty = (): Float64Array => new Float64Array(parts.length).fill(Number.NaN)
  const values = Object.fromEntries(partMeasures.map(({ id }) => [id, empty()])) as Record<PartMeasureId, Float64Array>
  const usedOn = empty()
  const latest = new Int32Array(parts.length).fill(-1)
  for (const [name, indices] of versionsInUse(portfolio)) {
    const facts = upstream.packages.get(name)
    const known = facts?.releases.filter(({ on }) => on === null || on <= portfolio.asOf) ?? []
    if (facts === undefined || known.length === 0) continue
    const ecosystem = parts[indices[0] ?? -1]?.ecosystem ?? typeOf(name)
    const versions = indices.map((index) => parts[index]?.version ?? '')
    const ranks = rankVersions(ecosystem, [...known.map(({ version }) => version), ...versions])
    const { releases, newest } = stableReleases(known, ranks, ecosystem)
    for (const [at, index] of indices.entries()) {
      const version = versions[at] ?? ''
      const rank = ranks[known.length + at] ?? 0
      const used: UsedRelease = {
        rank,
        day: dayOfVersion(known, ranks, version, rank),
        numbers: versionNumbers(version),
        releases,
        asOf,
      }
      usedOn[index] = used.day
      latest[index] = newest === undefined ? -1 : facts.releases.indexOf(newest)
      for (const { id, measure } of partMeasures) values[id][index] = measure(used)
    }
  }
  return { values, usedOn, latest }
}

/** Parts with a version, by package. */
function versionsInUse({ parts }: Portfolio): ReadonlyMap<PurlText, readonly number[]> {
  const byPackage = new Map<PurlText, number[]>()
  for (const [index, { package: name, version }] of parts.entries()) {
    if (name === null || version === null) continue
    const known = byPackage.get(name)
    if (known === undefined) byPackage.set(name, [index])
    else known.push(index)
  }
  return byPackage
}

export function typeOf(packageUrl: PurlText): string {
  return /^pkg:([^/]+)\//.exec(packageUrl)?.[1] ?? 'generic'
}

/** Whether a version is one that people are meant to take up. */
export function isStable({ version, isPrerelease, isWithdrawn }: Release, ecosystem: string): boolean {
  return !isPrerelease && !isWithdrawn && versionOrder(ecosystem)?.isPrerelease(version) !== true
}

function stableReleases(
  known: PackageFacts['releases'],
  ranks: Int32Array,
  ecosystem: string,
): { readonly releases: StableReleases; readonly newest: Release | undefined } {
  const order = known
    .map((release, index) => ({ release, rank: ranks[index] ?? 0 }))
    .filter(({ release }) => isStable(release, ecosystem))
    .sort((a, b) => a.rank - b.rank)
  const days = Float64Array.from(order, ({ release }) => wholeDay(release.on))
  return {
    releases: {
      ranks: Int32Array.from(order, ({ rank }) => rank),
      days,
      numbers: order.map(({ release }) => versionNumbers(release.version)),
      calendar: days.some((day) => Number.isNaN(day)) ? new Float64Array() : days.toSorted(),
    },
    newest: order.at(-1)?.release,
  }
}

/** The version as it is written, or another way to write it. */
function dayOfVersion(known: PackageFacts['releases'], ranks: Int32Array, version: string, rank: number): number {
  const written = known.find((release) => release.version === version)
  const release = written ?? known.find((_, index) => ranks[index] === rank)
  return wholeDay(release?.on ?? null)
}
