/** Takes OSV exports into the store, one record each, and builds the packed index of every ecosystem that changed. */

import type { IsoTime } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import { fail } from '#domain/problem.ts'
import { readOsvExports } from '#sources/osv-export.ts'
import { saveAdvisories } from '#store/advisories.ts'
import type { Store } from '#store/store.ts'
import { readAdvisory } from '#vulnerabilities/osv.ts'
import { loadPack } from './advisory-packs.ts'
import type { Progress } from './progress.ts'

export type ImportedSet = {
  readonly ecosystem: string
  readonly added: number
  readonly updated: number
  readonly unchanged: number
}

export type ImportResult = {
  readonly sets: readonly ImportedSet[]
  readonly found: number
  readonly taken: number
  readonly refused: readonly { readonly where: string; readonly issue: Issue }[]
}

type Records = Map<string, { id: string; modified: string | null; withdrawn: string | null; bytes: Uint8Array }>

export async function importAdvisories(store: Store, home: string, path: string, now: IsoTime, progress: Progress): Promise<ImportResult> {
  const byEcosystem = new Map<string, Records>()
  const refused: { where: string; issue: Issue }[] = []
  let found = 0
  for await (const entry of readOsvExports(path)) {
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
    const { id, modified, withdrawn, affected } = read.advisory
    const ecosystems = new Set(affected.flatMap(({ ecosystem }) => (ecosystem === null ? [] : [baseOf(ecosystem)])))
    if (ecosystems.size === 0) ecosystems.add(entry.ecosystem ?? noEcosystem)
    for (const ecosystem of ecosystems) recordsOf(byEcosystem, ecosystem).set(id, { id, modified, withdrawn, bytes: entry.bytes })
  }
  if (found === 0) fail({ code: 'nothing-found', paths: [path] })
  const sets: ImportedSet[] = []
  const ordered = [...byEcosystem].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [index, [ecosystem, records]] of ordered.entries()) {
    progress.report({ step: 'packing', done: index, total: ordered.length })
    const saved = await saveAdvisories(store, ecosystem, [...records.values()], { recordedAt: now })
    await loadPack(store, home, ecosystem, now)
    sets.push({ ecosystem, ...saved })
  }
  progress.report({ step: 'packing', done: ordered.length, total: ordered.length })
  return { sets, found, taken: found - refused.length, refused }
}

/** Records that name a repository and no package. */
const noEcosystem = 'GIT'

function recordsOf(byEcosystem: Map<string, Records>, ecosystem: string): Records {
  const existing = byEcosystem.get(ecosystem)
  if (existing !== undefined) return existing
  const created: Records = new Map()
  byEcosystem.set(ecosystem, created)
  return created
}

function baseOf(ecosystem: string): string {
  const colon = ecosystem.indexOf(':')
  return colon < 0 ? ecosystem : ecosystem.slice(0, colon)
}
