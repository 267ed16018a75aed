/** When versions of packages were published, as far as facts tell. */

import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { compareVersions } from '#ecosystems/versions.ts'
import { wholeDay } from './days.ts'
import { typeOf } from './part-columns.ts'

/** Gives the day of publication of a version, NaN where nobody says; each package is looked through once. */
export function releaseDays({ upstream }: Portfolio): (packageUrl: PurlText, version: string) => number {
  const byPackage = new Map<PurlText, ReadonlyMap<string, number>>()
  return (name, version) => {
    let days = byPackage.get(name)
    if (days === undefined) {
      const releases = upstream.packages.get(name)?.releases ?? []
      days = new Map(releases.map((release) => [release.version, wholeDay(release.on)]))
      byPackage.set(name, days)
    }
    const written = days.get(version)
    if (written !== undefined) return written
    // Other ways to write the same version: `1.0` and `1.0.0`, with and without `v`.
    for (const [other, day] of days) if (compareVersions(typeOf(name), other, version) === 0) return day
    return Number.NaN
  }
}
