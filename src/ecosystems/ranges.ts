/** Native range syntax: whether a version satisfies a range as the ecosystem's own tools would say. */

import type { RangeOptions, RangeSyntax } from './range.ts'
import { syntax as nodeSemver } from './ranges/node-semver.ts'
import { syntax as pep440 } from './ranges/pep440.ts'
import { versionScheme } from './versions.ts'

/** By the id of the version scheme. */
const syntaxes: Readonly<Record<string, RangeSyntax>> = {
  'node-semver': nodeSemver,
  pep440,
}

/**
 * Whether a version is in a range of its ecosystem (OSV name or package URL type). A text that is no range admits nothing.
 * Undefined when no range syntax is known for the ecosystem.
 */
export function satisfies(
  ecosystem: string,
  range: string,
  version: string,
  options: RangeOptions = {},
): boolean | undefined {
  const scheme = versionScheme(ecosystem)
  const syntax = scheme === undefined ? undefined : syntaxes[scheme.id]
  if (syntax === undefined) return undefined
  return syntax.read(range, options)?.(version) ?? false
}
