/** Versions as npm reads them: strict, or loose (leading zeros, `=`, a prerelease without its hyphen). */

import { compareText } from '#ecosystems/numeral.ts'

export type NpmVersion = {
  readonly major: number
  readonly minor: number
  readonly patch: number
  readonly prerelease: readonly (number | string)[]
  readonly build: readonly string[]
}

/** npm refuses longer texts. */
const longest = 256

const strictNumber = '(0|[1-9]\\d*)'
const strictIdentifier = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)'
const looseIdentifier = '(?:\\d+|\\d*[A-Za-z-][0-9A-Za-z-]*)'
const build = '(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?'
const strict = new RegExp(
  `^v?${strictNumber}\\.${strictNumber}\\.${strictNumber}(?:-(${strictIdentifier}(?:\\.${strictIdentifier})*))?${build}$`,
)
const loose = new RegExp(
  `^[v=\\s]*(\\d+)\\.(\\d+)\\.(\\d+)(?:-?(${looseIdentifier}(?:\\.${looseIdentifier})*))?${build}$`,
)

/** Undefined when npm would refuse the text, also for numbers that a double does not hold exactly. */
export function parseNpmVersion(text: string, isLoose = false): NpmVersion | undefined {
  const match = text.length > longest ? null : (isLoose ? loose : strict).exec(text.trim())
  if (match === null) return undefined
  return npmVersion(
    Number(match[1]),
    Number(match[2]),
    Number(match[3]),
    identifiers(match[4]),
    match[5]?.split('.') ?? [],
  )
}

/** Undefined when a number is too large. */
export function npmVersion(
  major: number,
  minor: number,
  patch: number,
  prerelease: readonly (number | string)[] = [],
  buildParts: readonly string[] = [],
): NpmVersion | undefined {
  if (!Number.isSafeInteger(major) || !Number.isSafeInteger(minor) || !Number.isSafeInteger(patch)) return undefined
  return { major, minor, patch, prerelease, build: buildParts }
}

/** The identifiers of a prerelease; numbers that are too large stay text. */
export function identifiers(text: string | undefined): (number | string)[] {
  if (text === undefined || text === '') return []
  return text.split('.').map((part) => (/^\d+$/.test(part) && Number.isSafeInteger(Number(part)) ? Number(part) : part))
}

/** Without build metadata, as npm prints versions. */
export function formatNpmVersion({ major, minor, patch, prerelease }: NpmVersion): string {
  return `${major}.${minor}.${patch}${prerelease.length === 0 ? '' : `-${prerelease.join('.')}`}`
}

export function compareNpmVersions(a: NpmVersion, b: NpmVersion): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrerelease(a.prerelease, b.prerelease)
}

function comparePrerelease(a: NpmVersion['prerelease'], b: NpmVersion['prerelease']): number {
  if (a.length === 0 || b.length === 0) return b.length === a.length ? 0 : a.length === 0 ? 1 : -1
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index += 1) {
    const left = a[index] as number | string
    const right = b[index] as number | string
    const order =
      typeof left === 'number'
        ? typeof right === 'number'
          ? left - right
          : -1
        : typeof right === 'number'
          ? 1
          : compareText(left, right)
    if (order !== 0) return order
  }
  return a.length - b.length
}

export function isSameRelease(a: NpmVersion, b: NpmVersion): boolean {
  return a.major === b.major && a.minor === b.minor && a.patch === b.patch
}
