/** The first three numbers of a version, and the version in the name of a tag. */

import { versionOrder } from '#ecosystems/versions.ts'
import type { VersionNumbers } from './measure.ts'

/** Null for versions that do not begin with a number. An epoch (`1:2.0`, `1!2.0`) is not part of them. */
export function versionNumbers(version: string): VersionNumbers | null {
  const match = /^(?:\d+[:!])?[vV=]?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version)
  return match === null ? null : [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)]
}

export type TagVersion = {
  /** What stands before the version: tags of a repository with several packages have one each. */
  readonly series: string
  readonly numbers: VersionNumbers
}

const semver = versionOrder('semver')

/** Null for tags that name no version of at least two numbers, or a pre-release. */
export function stableTagVersion(name: string): TagVersion | null {
  const match = /^(?:(.*?)[@/_-])?v?(\d+\.\d+(?:\.\d+)*(?:[-+.]?[0-9A-Za-z][0-9A-Za-z.+-]*)?)$/i.exec(name)
  const version = match?.[2]
  if (version === undefined || semver?.isPrerelease(version) !== false) return null
  const numbers = versionNumbers(version)
  return numbers === null ? null : { series: match?.[1] ?? '', numbers }
}
