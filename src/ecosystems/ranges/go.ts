/** Go: a requirement names the least version; any later one of the same major version meets it. `go.mod` has no other ranges. */

import { allHold, releaseNumbers, type Constraint, type ConstraintOperator } from '#ecosystems/constraint.ts'
import { defineRangeSyntax } from '#ecosystems/range.ts'
import { compareTexts } from '#ecosystems/scheme.ts'
import { scheme } from '#ecosystems/schemes/go.ts'

const query = /^(>=|<=|>|<|)\s*(v?\d[^\s,]*)$/

const compare = compareTexts(scheme)

export const syntax = defineRangeSyntax({
  id: 'go',
  label: 'Go version queries',
  source: 'https://go.dev/ref/mod#version-queries',
  read: (text) => {
    const constraints: Constraint[] = []
    for (const part of text.trim().split(/\s*,\s*|\s+(?=[<>])/)) {
      const match = query.exec(part)
      if (match === null) return undefined
      const version = match[2] as string
      constraints.push({ operator: (match[1] || '>=') as ConstraintOperator, version })
      // From version 2 on the major version is part of the module's path, so a bare version stays within its own.
      const major = releaseNumbers(version)[0] ?? 0n
      if (match[1] === '') constraints.push({ operator: '<', version: `${major < 2n ? 2n : major + 1n}.0.0-0` })
    }
    return (version) => allHold(constraints, version, compare)
  },
})
