/** Hex: Semantic Versioning with exactly three numbers and no leading `v`. */

import { defineScheme } from '#ecosystems/scheme.ts'
import { compareSemver, parseSemver, scheme as semver, type SemverKey } from './semver.ts'

export const scheme = defineScheme<SemverKey>({
  id: 'hex',
  label: 'Hex versions',
  source: 'https://hexdocs.pm/elixir/Version.html',
  parse: parseSemver,
  compare: compareSemver,
  isPrerelease: (key) => key.prerelease !== null,
  isValid: (version) => !version.startsWith('v') && (semver.isValid?.(version) ?? false),
})
