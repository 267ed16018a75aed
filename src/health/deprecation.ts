/** What publishers say against the use of a package. */

import { newestRelease } from './releases.ts'
import type { PackageReleases, SubjectFacts, UsedDeprecation } from './subject.ts'

type Deprecation = Pick<UsedDeprecation, 'package' | 'version' | 'note'>

/** What registries say before what lockfiles repeat of them from the day of an installation. */
export function firstDeprecation({ releases = [], deprecations = [] }: SubjectFacts): Deprecation | undefined {
  return releases.map(deprecationOf).find((one) => one !== undefined) ?? deprecations[0]
}

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
