/** Reads advisory exports and sorts the records by the ecosystems they speak about. */

import type { Issue } from '#domain/issue.ts'
import { fail } from '#domain/problem.ts'
import { readOsvExports } from '#sources/osv-export.ts'
import type { Advisory } from '#vulnerabilities/advisory.ts'
import { readAdvisory } from '#vulnerabilities/osv.ts'
import { repositoryEcosystem } from '#vulnerabilities/release.ts'
import type { Progress } from './progress.ts'

export type AdvisoryRead = { readonly advisory: Advisory; readonly bytes: Uint8Array }

export type AdvisoryReading = {
  /** By base name (`Debian`, not `Debian:12`), then by advisory id; a record that names two ecosystems is in both. */
  readonly byEcosystem: ReadonlyMap<string, ReadonlyMap<string, AdvisoryRead>>
  readonly found: number
  readonly refused: readonly { readonly where: string; readonly issue: Issue }[]
}

/** Throws `nothing-found` when the path holds no advisory at all. */
export function readAdvisories(path: string, progress: Progress): AdvisoryReading {
  const byEcosystem = new Map<string, Map<string, AdvisoryRead>>()
  const refused: { where: string; issue: Issue }[] = []
  let found = 0
  for (const entry of readOsvExports(path)) {
    found += 1
    if (found % 200 === 0) progress.report({ step: 'importing', done: found })
    if ('issue' in entry) {
      refused.push({ where: entry.where, issue: entry.issue })
      continue
    }
    const read = readAdvisory(entry.bytes)
    if (!read.ok) {
      refused.push({ where: entry.name, issue: read.issue })
      continue
    }
    for (const ecosystem of ecosystemsOf(read.advisory)) {
      const records = byEcosystem.get(ecosystem) ?? new Map<string, AdvisoryRead>()
      byEcosystem.set(ecosystem, records)
      const known = records.get(read.advisory.id)
      if (known === undefined || known.advisory.modified < read.advisory.modified) {
        records.set(read.advisory.id, { advisory: read.advisory, bytes: entry.bytes })
      }
    }
  }
  if (found === 0) fail({ code: 'nothing-found', paths: [path] })
  const ordered = [...byEcosystem].sort(([a], [b]) => (a < b ? -1 : 1))
  return { byEcosystem: new Map(ordered), found, refused }
}

/** An entry without an ecosystem speaks about a repository. */
function ecosystemsOf({ affected }: Advisory): ReadonlySet<string> {
  const named = affected.map(({ ecosystem }) => ecosystem?.split(':')[0] ?? repositoryEcosystem)
  return new Set(named.length > 0 ? named : [repositoryEcosystem])
}
