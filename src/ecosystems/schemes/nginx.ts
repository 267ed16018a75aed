/** nginx: three numbers, of which an odd second one is the mainline and an even one stable. */

import { defineScheme } from '#ecosystems/scheme.ts'
import { compareSemver, parseSemver, type SemverKey } from './semver.ts'

export const scheme = defineScheme<SemverKey>({
  id: 'nginx',
  label: 'nginx versions',
  source: 'https://nginx.org/en/download.html',
  parse: parseSemver,
  compare: compareSemver,
  isPrerelease: (key) => key.prerelease !== null,
  isValid: (version) => /^\d+\.\d+\.\d+$/.test(version),
})
