/** Go modules: Semantic Versioning with `v`; the toolchain's own `go1.21rc2` is understood too. */

import { defineScheme } from '#ecosystems/scheme.ts'
import { compareSemver, parseSemver, type SemverKey } from './semver.ts'

const strict = /^(?:go\d+(?:\.\d+)*(?:(?:rc|beta)\d+)?|v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$/

function parseGo(version: string): SemverKey | null {
  return parseSemver(version.startsWith('go') ? version.slice(2) : version)
}

export const scheme = defineScheme<SemverKey>({
  id: 'go',
  label: 'Go module versions',
  source: 'https://go.dev/ref/mod#versions',
  parse: parseGo,
  compare: compareSemver,
  isPrerelease: (key) => key.prerelease !== null,
  isValid: (version) => strict.test(version),
})
