/** Whether a package came under other terms. */

import type { IsoDate } from '#domain/figure.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import type { Release } from '#domain/upstream.ts'
import { monthsBack } from './days.ts'
import { newestRelease } from './releases.ts'
import type { PackageReleases } from './subject.ts'

/** How far back a change is news. */
export const licenseMonths = 24

export type LicenseChange = {
  readonly package: string
  readonly from: string
  readonly to: string
  /** The first release under the new terms. */
  readonly version: string
}

/**
 * Compares the newest release with the versions in use and with the last one before the window. More choice is no change.
 *
 * @returns null when the terms stayed; undefined when too little is stated, or in words that no grammar reads
 */
export function licenseChange(
  { package: name, releases, inUse }: PackageReleases,
  asOf: IsoDate,
): LicenseChange | null | undefined {
  const newest = newestRelease(releases)
  if (newest === undefined || newest.license === null) return undefined
  const since = monthsBack(asOf, licenseMonths)
  const finished = releases.filter(({ isWithdrawn, license }) => !isWithdrawn && license !== null)
  const before = finished.findLast(({ on, isPrerelease }) => !isPrerelease && on !== null && on < since)
  const used = finished.filter(({ version }) => inUse.includes(version))
  const earlier = [before ?? finished[0], ...used].filter((one) => one !== undefined && one !== newest)
  let isUnclear = false
  for (const old of earlier) {
    const isChanged = changes(old?.license ?? '', newest.license)
    if (isChanged === undefined) isUnclear = true
    else if (isChanged)
      return {
        package: name,
        from: old?.license ?? '',
        to: newest.license,
        version: firstUnder(newest.license, finished, old),
      }
  }
  const isStatedForAll = finished.length === releases.filter(({ isWithdrawn }) => !isWithdrawn).length
  return isUnclear || (earlier.length === 0 && !isStatedForAll) ? undefined : null
}

function firstUnder(license: string, finished: readonly Release[], after: Release | undefined): string {
  const start = after === undefined ? 0 : finished.indexOf(after) + 1
  return finished.slice(start).find((one) => changes(one.license ?? '', license) === false)?.version ?? ''
}

function changes(from: string, to: string): boolean | undefined {
  if (from.trim().toLowerCase() === to.trim().toLowerCase()) return false
  const [old, fresh] = [parseLicenseExpression(from.trim()), parseLicenseExpression(to.trim())]
  if (!old.ok || !fresh.ok) return undefined
  if (old.canonical === fresh.canonical) return false
  const offered = new Set(fresh.choices?.map(key))
  return old.choices === null || !old.choices.every((choice) => offered.has(key(choice)))
}

function key(choice: readonly string[]): string {
  return [...choice].sort().join(' AND ')
}
