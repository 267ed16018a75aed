/** Native range syntax: whether a version satisfies a range as the ecosystem's own tools would say. */

import { longestRange, singleSpaced, type RangeOptions, type RangeSyntax } from './range.ts'
import { syntax as cargo } from './ranges/cargo.ts'
import { syntax as composer } from './ranges/composer.ts'
import { syntax as conan } from './ranges/conan.ts'
import { syntax as gem } from './ranges/gem.ts'
import { syntax as go } from './ranges/go.ts'
import { syntax as hackage } from './ranges/hackage.ts'
import { syntax as hex } from './ranges/hex.ts'
import { syntax as maven } from './ranges/maven.ts'
import { syntax as nodeSemver } from './ranges/node-semver.ts'
import { syntax as nuget } from './ranges/nuget.ts'
import { syntax as pep440 } from './ranges/pep440.ts'
import { plainRanges } from './plain-ranges.ts'
import { syntax as pub } from './ranges/pub.ts'
import { compareTexts, longestVersion } from './scheme.ts'
import { versionScheme } from './versions.ts'

/** By the id of the version scheme. Schemes that are not here have plain bounds. */
const syntaxes: Readonly<Record<string, RangeSyntax>> = {
  composer,
  conan,
  gem,
  go,
  hackage,
  hex,
  maven,
  'node-semver': nodeSemver,
  nuget,
  pep440,
  pub,
  semver: cargo,
}

/**
 * Whether a version is in a range of its ecosystem (OSV name or package URL type). A text that is no range admits nothing.
 * Undefined when the ecosystem is unknown.
 */
export function satisfies(
  ecosystem: string,
  range: string,
  version: string,
  options: RangeOptions = {},
): boolean | undefined {
  const scheme = versionScheme(ecosystem)
  if (scheme === undefined) return undefined
  const syntax = syntaxes[scheme.id] ?? plainRanges(compareTexts(scheme))
  if (range.length > longestRange || version.length > longestVersion) return false
  return syntax.read(singleSpaced(range), options)?.(version) ?? false
}
