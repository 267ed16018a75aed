/** NuGet: interval notation, a bare version for "this one or later", `*` for the newest that fits what stands before it. */

import { allHold, type Constraint } from '#ecosystems/constraint.ts'
import { readIntervals } from '#ecosystems/interval-notation.ts'
import { defineRangeSyntax } from '#ecosystems/range.ts'
import { compareTexts } from '#ecosystems/scheme.ts'
import { scheme } from '#ecosystems/schemes/nuget.ts'

const compare = compareTexts(scheme)

export const syntax = defineRangeSyntax({
  id: 'nuget',
  label: 'NuGet ranges',
  source: 'https://learn.microsoft.com/en-us/nuget/concepts/package-versioning#version-ranges',
  read: (text) => {
    const intervals = read(text.trim())
    return (
      intervals &&
      ((version) => scheme.parse(version) !== null && intervals.some((interval) => allHold(interval, version, compare)))
    )
  },
})

function read(text: string): Constraint[][] | undefined {
  if (/^[[(]/.test(text)) return readIntervals(text)
  // A floating version sets the least one; which newest one it resolves to depends on what there is.
  const floating = /^(?:(\d+(?:\.\d+){0,3})\.)?\*$/.exec(text)
  if (floating !== null) return [[{ operator: '>=', version: floating[1] ?? '0' }]]
  const prerelease = /^(\d+(?:\.\d+){0,3}-[0-9A-Za-z.-]*?)\.?\*$/.exec(text)
  if (prerelease !== null) return [[{ operator: '>=', version: `${(prerelease[1] as string).replace(/-$/, '')}-0` }]]
  return scheme.parse(text) === null ? undefined : [[{ operator: '>=', version: text }]]
}
