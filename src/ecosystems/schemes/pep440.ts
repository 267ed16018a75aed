/**
 * Python's PEP 440. Text that does not follow it has no key and so orders below every version that does, as the legacy
 * versions of setuptools did.
 */

import {
  compareNumeralLists,
  compareNumerals,
  compareText,
  numeral,
  withoutTrailingZeros,
  type Numeral,
} from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

export type Pep440Key = {
  readonly epoch: Numeral
  /** As written, zeros at the end included: prefix matching needs them. */
  readonly release: readonly Numeral[]
  /** The release without zeros at its end. */
  readonly significant: readonly Numeral[]
  /** 0 alpha, 1 beta, 2 release candidate; -1 when only a development release, 3 when none. */
  readonly phase: number
  readonly pre: Numeral
  /** -1 when it is no post-release. */
  readonly post: Numeral
  /** Infinity when it is no development release. */
  readonly dev: Numeral
  readonly local: readonly (Numeral | string)[] | null
}

const pattern =
  /^\s*v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d+)?)?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d+)?)?(?:[-_.]?(dev)[-_.]?(\d+)?)?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?\s*$/i

const phases: Readonly<Record<string, number>> = { alpha: 0, a: 0, beta: 1, b: 1, c: 2, rc: 2, pre: 2, preview: 2 }

export function parsePep440(version: string): Pep440Key | null {
  const match = pattern.exec(version)
  if (match === null) return null
  const release = (match[2] as string).split('.').map(numeral)
  const hasPre = match[3] !== undefined
  const hasPost = match[5] !== undefined || match[6] !== undefined
  const hasDev = match[8] !== undefined
  return {
    epoch: match[1] === undefined ? 0 : numeral(match[1]),
    release,
    significant: withoutTrailingZeros(release),
    phase: hasPre ? (phases[(match[3] as string).toLowerCase()] as number) : hasDev && !hasPost ? -1 : 3,
    pre: hasPre ? numeral(match[4] ?? '0') : 0,
    post: hasPost ? numeral(match[5] ?? match[7] ?? '0') : -1,
    dev: hasDev ? numeral(match[9] ?? '0') : Number.POSITIVE_INFINITY,
    local: match[10] === undefined ? null : match[10].toLowerCase().split(/[-_.]/).map(localSegment),
  }
}

export function comparePep440(a: Pep440Key, b: Pep440Key): number {
  const order = comparePublic(a, b)
  return order === 0 ? compareLocals(a.local, b.local) : order
}

/** The order without the local version (`+…`), which specifiers ignore. */
export function comparePublic(a: Pep440Key, b: Pep440Key): number {
  if (a.epoch !== b.epoch) return compareNumerals(a.epoch, b.epoch)
  const release = compareNumeralLists(a.significant, b.significant)
  if (release !== 0) return release
  if (a.phase !== b.phase) return a.phase - b.phase
  if (a.pre !== b.pre) return compareNumerals(a.pre, b.pre)
  if (a.post !== b.post) return compareNumerals(a.post, b.post)
  return compareNumerals(a.dev, b.dev)
}

export function isPep440Prerelease(key: Pep440Key): boolean {
  return (key.phase >= 0 && key.phase < 3) || key.dev !== Number.POSITIVE_INFINITY
}

function compareLocals(a: Pep440Key['local'], b: Pep440Key['local']): number {
  if (a === null) return b === null ? 0 : -1
  if (b === null) return 1
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index += 1) {
    const left = a[index] as Numeral | string
    const right = b[index] as Numeral | string
    // A number is greater than a word, the other way round than in Semantic Versioning.
    const order =
      typeof left === 'string'
        ? typeof right === 'string'
          ? compareText(left, right)
          : -1
        : typeof right === 'string'
          ? 1
          : compareNumerals(left, right)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function localSegment(text: string): Numeral | string {
  return /^\d+$/.test(text) ? numeral(text) : text
}

export const scheme = defineScheme<Pep440Key>({
  id: 'pep440',
  label: 'PEP 440',
  source: 'https://packaging.python.org/en/latest/specifications/version-specifiers/',
  parse: parsePep440,
  compare: comparePep440,
  isPrerelease: isPep440Prerelease,
})
