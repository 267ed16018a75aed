/** NuGet: Semantic Versioning with up to four numbers, compared without regard to case. */

import { defineScheme } from '#ecosystems/scheme.ts'
import { compareSemver, parseSemver, type SemverKey } from './semver.ts'

const strict = /^\d+(?:\.\d+){0,3}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/

export const scheme = defineScheme<SemverKey>({
  id: 'nuget',
  label: 'NuGet versions',
  source: 'https://learn.microsoft.com/en-us/nuget/concepts/package-versioning',
  parse: (version) => parseSemver(version.toLowerCase()),
  compare: compareSemver,
  isPrerelease: (key) => key.prerelease !== null,
  isValid: (version) => strict.test(version),
})
