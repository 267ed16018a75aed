/** What publishers say against the use of a package. */

import type { PackageReleases } from './subject.ts'
import { newestRelease } from './releases.ts'

export type Deprecation = { readonly package: string; readonly version: string; readonly note: string }

/** Of the newest release: the package as a whole is given up. Of a version in use: it should be left. */
export function deprecationOf({ package: name, releases, inUse }: PackageReleases): Deprecation | undefined {
  const newest = newestRelease(releases)
  const found = [newest, ...releases.filter(({ version }) => inUse.includes(version))].find(
    (release) => release !== undefined && release.deprecation !== null,
  )
  return found === undefined ? undefined : { package: name, version: found.version, note: found.deprecation ?? '' }
}

/** Undefined when no release is known. */
export function isGivenUp({ releases }: PackageReleases): boolean | undefined {
  const newest = newestRelease(releases)
  return newest === undefined ? undefined : newest.deprecation !== null
}
