/** OpenSSL: until 1.1.1 three numbers with patch letters (1.0.2z before 1.0.2za), from 3.0.0 on Semantic Versioning. */

import { compareNumerals, compareText, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'
import { comparePrereleases, parseSemver } from './semver.ts'

type OpensslKey = {
  readonly numbers: readonly [Numeral, Numeral, Numeral]
  readonly patch: string
  readonly prerelease: readonly (Numeral | string)[] | null
}

function parse(version: string): OpensslKey | null {
  const legacy = /^\s*(\d+)\.(\d+)(?:\.(\d+))?([a-z]*)(?:-(.+))?\s*$/.exec(version)
  if (legacy === null) return null
  const prerelease =
    legacy[5] === undefined
      ? null
      : (parseSemver(`0.0.0-${legacy[5].replace(/(?<=[a-z])(?=\d)/g, '.')}`)?.prerelease ?? null)
  return {
    numbers: [numeral(legacy[1] as string), numeral(legacy[2] as string), numeral(legacy[3] ?? '0')],
    patch: legacy[4] ?? '',
    prerelease,
  }
}

function compare(a: OpensslKey, b: OpensslKey): number {
  for (let index = 0; index < 3; index += 1) {
    const order = compareNumerals(a.numbers[index] as Numeral, b.numbers[index] as Numeral)
    if (order !== 0) return order
  }
  // Patch letters count on from z to za, so a text that begins like the other comes after it.
  return compareText(a.patch, b.patch) || comparePrereleases(a.prerelease, b.prerelease)
}

export const scheme = defineScheme<OpensslKey>({
  id: 'openssl',
  label: 'OpenSSL versions',
  source: 'https://www.openssl.org/policies/general/versioning-policy.html',
  parse,
  compare,
  isPrerelease: (key) => key.prerelease !== null,
})
