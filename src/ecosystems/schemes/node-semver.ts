/** npm: Semantic Versioning to the letter; what is looser is understood for ordering all the same. */

import { defineScheme } from '#ecosystems/scheme.ts'
import { compareSemver, parseSemver, scheme as semver, type SemverKey } from './semver.ts'

export const scheme = defineScheme<SemverKey>({
  id: 'node-semver',
  label: 'npm versions',
  source: 'https://github.com/npm/node-semver#versions',
  parse: parseSemver,
  compare: compareSemver,
  isPrerelease: (key) => key.prerelease !== null,
  isValid: (version) => semver.isValid?.(version.trim().replace(/^[=v]+/, '')) ?? false,
})
