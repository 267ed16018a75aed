/** What `data import` and `data status` print for a person. */

import type { AdvisorySet } from '#domain/assessment/vulnerabilities.ts'
import type { ImportResult } from '#app/import-advisories.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

export function importText(result: ImportResult, words: Words): string {
  const labels = words.cli.data
  const table = alignedTable(
    [labels.ecosystem, labels.added, labels.updated, labels.unchanged],
    result.sets.map(({ ecosystem, added, updated, unchanged }) => [ecosystem, added, updated, unchanged]),
  )
  return `${table}\n${labels.imported(result.found, result.taken, result.refused.length)}\n`
}

export function statusText(sets: readonly AdvisorySet[], words: Words): string {
  const labels = words.cli.data
  if (sets.length === 0) return `${labels.none}\n`
  return alignedTable(
    [labels.ecosystem, labels.advisories, labels.newest, labels.importedAt],
    sets.map(({ ecosystem, advisories, newest, importedAt }) => [
      ecosystem,
      advisories,
      newest?.slice(0, 10) ?? labels.noDate,
      importedAt.slice(0, 10),
    ]),
  )
}
