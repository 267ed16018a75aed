/**
 * SPDX 2 relationship types that say "is used by". Source: SPDX 2.3, clause 11, table 68. Types about origin, documents and
 * variants (`GENERATED_FROM`, `COPY_OF`, …) say nothing about use and make no edge.
 */

import type { Scope } from '#domain/part.ts'

export type UseRelation = {
  /** The relation is written from the used thing to its user. */
  readonly isBackward: boolean
  /** What the used thing is needed for; `unknown` when the type does not tell. */
  readonly scope: Scope
}

function forward(scope: Scope): UseRelation {
  return { isBackward: false, scope }
}

function backward(scope: Scope): UseRelation {
  return { isBackward: true, scope }
}

export const useRelations: ReadonlyMap<string, UseRelation> = new Map([
  ['DEPENDS_ON', forward('unknown')],
  ['DEPENDENCY_OF', backward('unknown')],
  ['CONTAINS', forward('unknown')],
  ['CONTAINED_BY', backward('unknown')],
  ['HAS_PREREQUISITE', forward('unknown')],
  ['PREREQUISITE_FOR', backward('unknown')],
  ['DYNAMIC_LINK', forward('runtime')],
  ['STATIC_LINK', forward('runtime')],
  ['RUNTIME_DEPENDENCY_OF', backward('runtime')],
  // Needed to run, supplied by the surroundings.
  ['PROVIDED_DEPENDENCY_OF', backward('runtime')],
  ['OPTIONAL_DEPENDENCY_OF', backward('optional')],
  ['OPTIONAL_COMPONENT_OF', backward('optional')],
  ['BUILD_DEPENDENCY_OF', backward('development')],
  ['DEV_DEPENDENCY_OF', backward('development')],
  ['TEST_DEPENDENCY_OF', backward('development')],
  ['BUILD_TOOL_OF', backward('development')],
  ['DEV_TOOL_OF', backward('development')],
  ['TEST_TOOL_OF', backward('development')],
])

/** `DESCRIBE` is no type of the specification and common in the wild. */
export const describes: ReadonlySet<string> = new Set(['DESCRIBES', 'DESCRIBE'])

/** Types that relate things otherwise. */
export const otherRelations: ReadonlySet<string> = new Set([
  'AMENDS',
  'ANCESTOR_OF',
  'COPY_OF',
  'DATA_FILE_OF',
  'DEPENDENCY_MANIFEST_OF',
  'DESCENDANT_OF',
  'DESCRIBED_BY',
  'DISTRIBUTION_ARTIFACT',
  'DOCUMENTATION_OF',
  'EXAMPLE_OF',
  'EXPANDED_FROM_ARCHIVE',
  'FILE_ADDED',
  'FILE_DELETED',
  'FILE_MODIFIED',
  'GENERATED_FROM',
  'GENERATES',
  'METAFILE_OF',
  'OTHER',
  'PACKAGE_OF',
  'PATCH_APPLIED',
  'PATCH_FOR',
  'REQUIREMENT_DESCRIPTION_FOR',
  'SPECIFICATION_FOR',
  'TEST_CASE_OF',
  'TEST_OF',
  'VARIANT_OF',
])
