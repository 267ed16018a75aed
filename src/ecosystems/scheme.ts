/**
 * The contract of a version scheme: how the versions of one or several ecosystems are read and ordered. A scheme parses a
 * version into a key once; comparing keys is the hot path when all versions of a package are ranked.
 */

export type VersionScheme<Key = unknown> = {
  /** The file name. */
  readonly id: string
  readonly label: string
  /** Where the order is defined. */
  readonly source: string
  /** The key of a version, null when the scheme cannot order it. May be more lenient than `isValid`. */
  readonly parse: (version: string) => Key | null
  /** Negative, zero or positive. A total order on keys. */
  readonly compare: (a: Key, b: Key) => number
  readonly isPrerelease: (key: Key) => boolean
  /** Whether the version follows the scheme to the letter; by default whatever parses. */
  readonly isValid?: (version: string) => boolean
}

/** Longer texts are no versions and get no key: nobody's release has so many digits, and reading them could take long. */
export const longestVersion = 1000

/** Declares a scheme; the type of its key is known inside its file only. */
export function defineScheme<Key>(scheme: VersionScheme<Key>): VersionScheme {
  const { parse, isValid = (version) => parse(version) !== null } = scheme
  return {
    ...(scheme as unknown as VersionScheme),
    parse: (version) => (version.length > longestVersion ? null : parse(version)),
    isValid: (version) => version.length <= longestVersion && isValid(version),
  }
}

/** Compares texts by a scheme; not a number when one of them is no version, so that no bound holds for it. */
export function compareTexts(scheme: VersionScheme): (a: string, b: string) => number {
  return (a, b) => {
    const left = scheme.parse(a)
    const right = scheme.parse(b)
    return left === null || right === null ? Number.NaN : scheme.compare(left, right)
  }
}
