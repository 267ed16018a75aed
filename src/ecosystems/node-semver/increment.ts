/** The next version of a kind, and the beginning of a version's line. */

import { formatNpmVersion, identifiers, npmVersion, parseNpmVersion, type NpmVersion } from './version.ts'

export type ReleaseKind = 'major' | 'minor' | 'patch' | 'premajor' | 'preminor' | 'prepatch' | 'prerelease' | 'release'

export type IncrementOptions = {
  readonly loose?: boolean
  /** The word a prerelease begins with, for example `beta`. */
  readonly identifier?: string
  /** The number a new prerelease starts at; `none` leaves it without one. */
  readonly start?: 0 | 1 | 'none'
}

/** Undefined where npm refuses: a text that is no version, an unknown kind, an identifier that cannot stand in a version. */
export function incrementNpmVersion(text: string, kind: string, options: IncrementOptions = {}): string | undefined {
  const version = parseNpmVersion(text, options.loose)
  if (version === undefined) return undefined
  const identifier = options.identifier ?? ''
  if (kind.startsWith('pre')) {
    if (identifier === '' && options.start === 'none') return undefined
    if (identifier !== '' && parseNpmVersion(`0.0.0-${identifier}`, options.loose)?.prerelease.join('.') !== identifier)
      return undefined
  }
  const next = incremented(version, kind, options)
  return next && formatNpmVersion(next)
}

/** `1.2.3` as a `minor` is `1.2.0`: what follows the named number is set back. Undefined as above. */
export function truncateNpmVersion(text: string, kind: string, isLoose = false): string | undefined {
  const version = parseNpmVersion(text, isLoose)
  if (version === undefined) return undefined
  const { major, minor, patch } = version
  switch (kind) {
    case 'major':
      return `${major}.0.0`
    case 'minor':
      return `${major}.${minor}.0`
    case 'patch':
      return `${major}.${minor}.${patch}`
    case 'premajor':
    case 'preminor':
    case 'prepatch':
    case 'prerelease':
      return formatNpmVersion(version)
    default:
      return undefined
  }
}

function incremented(version: NpmVersion, kind: string, options: IncrementOptions): NpmVersion | undefined {
  const { major, minor, patch, prerelease } = version
  const isPrerelease = prerelease.length > 0
  switch (kind as ReleaseKind) {
    case 'premajor':
      return npmVersion(major + 1, 0, 0, nextPrerelease([], options))
    case 'preminor':
      return npmVersion(major, minor + 1, 0, nextPrerelease([], options))
    case 'prepatch':
      return npmVersion(major, minor, patch + 1, nextPrerelease([], options))
    case 'prerelease':
      return npmVersion(major, minor, isPrerelease ? patch : patch + 1, nextPrerelease(prerelease, options))
    case 'release':
      return isPrerelease ? npmVersion(major, minor, patch) : undefined
    // A prerelease of a release of that kind becomes that release: 1.0.0-5 as major is 1.0.0.
    case 'major':
      return isPrerelease && minor === 0 && patch === 0 ? npmVersion(major, 0, 0) : npmVersion(major + 1, 0, 0)
    case 'minor':
      return isPrerelease && patch === 0 ? npmVersion(major, minor, 0) : npmVersion(major, minor + 1, 0)
    case 'patch':
      return npmVersion(major, minor, isPrerelease ? patch : patch + 1)
    default:
      return undefined
  }
}

function nextPrerelease(
  current: NpmVersion['prerelease'],
  { identifier = '', start = 0 }: IncrementOptions,
): (number | string)[] {
  const first = start === 'none' ? [] : [start]
  const counted = countUp(current, first)
  if (identifier === '') return counted
  const wanted = identifiers(identifier)
  const hasSameWords = wanted.every((part, index) => String(current[index]) === String(part))
  if (!hasSameWords || current.length === 0) return [...wanted, ...first]
  // The number after the words goes on counting; without one the count begins.
  const hasNumber =
    current.slice(wanted.length).some((part) => typeof part === 'number') || typeof wanted.at(-1) === 'number'
  return hasNumber && (current.length > wanted.length || wanted.length > 1) ? counted : [...wanted, ...first]
}

/** Raises the last number; without a number one is added. */
function countUp(parts: NpmVersion['prerelease'], first: readonly number[]): (number | string)[] {
  if (parts.length === 0) return [...first]
  const last = parts.findLastIndex((part) => typeof part === 'number')
  return last === -1 ? [...parts, ...first] : parts.map((part, index) => (index === last ? Number(part) + 1 : part))
}
