/** Version specifiers of PEP 440, as `pip` and `packaging` evaluate them. */

import {
  comparePep440,
  comparePublic,
  isPep440Prerelease,
  parsePep440,
  type Pep440Key,
} from '#ecosystems/schemes/pep440.ts'

export type SpecifierOperator = '~=' | '==' | '!=' | '<=' | '>=' | '<' | '>' | '==='

export type Specifier = {
  readonly operator: SpecifierOperator
  /** As written, without white space. */
  readonly text: string
  /** Null for `===`, which compares text. */
  readonly version: Pep440Key | null
  /** `==1.2.*`: the version is a beginning. */
  readonly isPrefix: boolean
}

const grammar = /^\s*(~=|===|==|!=|<=|>=|<|>)\s*(\S+)\s*$/
const prefix = /^v?(?:\d+!)?\d+(?:\.\d+)*\.\*$/i

/** A comma-separated list; empty for no restriction, undefined when one of them is invalid. */
export function parseSpecifiers(text: string): readonly Specifier[] | undefined {
  const specifiers: Specifier[] = []
  for (const part of text.split(',')) {
    if (part.trim() === '') continue
    const specifier = parseSpecifier(part)
    if (specifier === undefined) return undefined
    specifiers.push(specifier)
  }
  return specifiers
}

export function parseSpecifier(part: string): Specifier | undefined {
  const match = grammar.exec(part)
  if (match === null) return undefined
  const operator = match[1] as SpecifierOperator
  const text = match[2] as string
  if (operator === '===') return /[;)]/.test(text) ? undefined : { operator, text, version: null, isPrefix: false }
  const isEquality = operator === '==' || operator === '!='
  const isPrefix = isEquality && prefix.test(text)
  const version = parsePep440(isPrefix ? text.slice(0, -2) : text)
  if (version === null || (version.local !== null && !isEquality)) return undefined
  if (operator === '~=' && version.release.length < 2) return undefined
  return { operator, text, version, isPrefix }
}

/** Sorted, each in a normal spelling, so that equal sets are equal texts. */
export function canonicalSpecifiers(specifiers: readonly Specifier[]): string {
  return [...new Set(specifiers.map(canonicalSpecifier))].toSorted().join(',')
}

export function formatSpecifier({ operator, text }: Specifier): string {
  return `${operator}${text}`
}

/**
 * Whether all specifiers admit a version. Without a word on prereleases they are let in where they order in, as `packaging`
 * does for a single version; false keeps them out.
 */
export function isSpecified(specifiers: readonly Specifier[], version: string, prereleases?: boolean): boolean {
  const key = parsePep440(version)
  if (prereleases === false && key !== null && isPep440Prerelease(key)) return false
  return specifiers.every((specifier) => admits(specifier, version, key))
}

/**
 * Those of the versions that all specifiers admit, in their order. Without a word on prereleases these are taken when a
 * specifier names one, or when nothing else is left.
 */
export function filterSpecified(
  specifiers: readonly Specifier[],
  versions: readonly string[],
  prereleases?: boolean,
): string[] {
  const wanted = prereleases ?? (specifiers.some(namesPrerelease) || undefined)
  const admitted = versions.filter((version) => isSpecified(specifiers, version, wanted))
  if (wanted !== undefined) return admitted
  const hasRelease = admitted.some((version) => {
    const key = parsePep440(version)
    return key !== null && !isPep440Prerelease(key)
  })
  return hasRelease ? admitted.filter((version) => !isPrereleaseText(version)) : admitted
}

/** Whether a specifier asks for prereleases by naming one; excluding one is no such wish. */
export function namesPrerelease({ operator, version, text, isPrefix }: Specifier): boolean {
  if (operator === '!=' || isPrefix) return false
  const key = operator === '===' ? parsePep440(text) : version
  return key !== null && isPep440Prerelease(key)
}

function admits(specifier: Specifier, version: string, key: Pep440Key | null): boolean {
  if (specifier.operator === '===') return specifier.text.toLowerCase() === version.trim().toLowerCase()
  const bound = specifier.version as Pep440Key
  if (key === null) return false
  switch (specifier.operator) {
    case '==':
      return isEqual(specifier, key)
    case '!=':
      return !isEqual(specifier, key)
    case '>=':
      return comparePublic(key, bound) >= 0
    case '<=':
      return comparePublic(key, bound) <= 0
    case '<':
      return comparePublic(key, startOf(bound)) < 0
    case '>':
      return comparePublic(key, endOf(bound)) > 0
    case '~=':
      return comparePublic(key, bound) >= 0 && beginsWith(key, bound.release.slice(0, -1), bound.epoch)
  }
}

/** `<2.0` keeps out the prereleases of 2.0 too, so it means below 2.0.dev0. */
export function startOf(key: Pep440Key): Pep440Key {
  if (isPep440Prerelease(key)) return key
  return key.post === -1 ? { ...key, phase: -1, dev: 0 } : { ...key, dev: 0 }
}

/** `>2.0` keeps out the post-releases of 2.0 too, so it means above all of these. */
export function endOf(key: Pep440Key): Pep440Key {
  return key.post === -1 && key.dev === Number.POSITIVE_INFINITY ? { ...key, post: Number.POSITIVE_INFINITY } : key
}

function isEqual({ version, isPrefix }: Specifier, key: Pep440Key): boolean {
  const bound = version as Pep440Key
  if (isPrefix) return beginsWith(key, bound.release, bound.epoch)
  return bound.local === null ? comparePublic(key, bound) === 0 : comparePep440(key, bound) === 0
}

function beginsWith(key: Pep440Key, release: Pep440Key['release'], epoch: Pep440Key['epoch']): boolean {
  return key.epoch === epoch && release.every((number, index) => (key.release[index] ?? 0) === number)
}

function isPrereleaseText(version: string): boolean {
  const key = parsePep440(version)
  return key !== null && isPep440Prerelease(key)
}

function canonicalSpecifier({ operator, text, version, isPrefix }: Specifier): string {
  if (version === null || isPrefix) return `${operator}${text.toLowerCase()}`
  // The number of places matters to "~=" alone.
  const release = (operator === '~=' || version.significant.length === 0 ? version.release : version.significant).join(
    '.',
  )
  const phase = version.phase >= 0 && version.phase < 3 ? `${['a', 'b', 'rc'][version.phase]}${version.pre}` : ''
  const post = version.post === -1 ? '' : `.post${version.post}`
  const dev = version.dev === Number.POSITIVE_INFINITY ? '' : `.dev${version.dev}`
  const local = version.local === null ? '' : `+${version.local.join('.')}`
  return `${operator}${version.epoch === 0 ? '' : `${version.epoch}!`}${release}${phase}${post}${dev}${local}`
}
