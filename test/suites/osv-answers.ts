/**
 * Queries with what OSV.dev answered. Only the advisories at hand can be judged: `ids_in_shared` is what we must find, and
 * what we find beyond must stand in the recorded answer. Queries where neither side says anything are not counted.
 */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readOsvExports } from '#sources/osv-export.ts'
import { sharedData } from '#test/shared-data.ts'
import type { KeptAdvisory } from '#vulnerabilities/advisory.ts'
import { packAdvisories, openPack, type AdvisoryPack } from '#vulnerabilities/index-pack.ts'
import { lookUpCommit, lookUpPart, type LookUp } from '#vulnerabilities/look-up.ts'
import { readAdvisory } from '#vulnerabilities/osv.ts'
import { repositoryEcosystem, splitRelease } from '#vulnerabilities/release.ts'
import type { Miss, SuiteResult } from './suite.ts'

type Row = {
  readonly query: {
    readonly commit?: string
    readonly version?: string
    readonly package?: { readonly ecosystem: string; readonly name: string }
  }
  readonly ids: readonly string[]
  readonly ids_in_shared: readonly string[]
}

/** Without the data the suite has no cases. */
export async function run(): Promise<SuiteResult> {
  const answers = sharedData('conformance/osv-query-answers.jsonl.gz')
  const advisories = sharedData('advisories/osv')
  if (answers === undefined || advisories === undefined)
    return { suite: 'osv-answers', passed: 0, total: 0, misses: [] }
  const packs = packFolder(advisories)
  const rows = gunzipSync(readFileSync(answers)).toString('utf8').trim().split('\n')
  const judged = rows.flatMap((line) => judge(packs, JSON.parse(line) as Row) ?? [])
  const misses = judged.flatMap((verdict) => (verdict === 'same' ? [] : [verdict]))
  return { suite: 'osv-answers', passed: judged.length - misses.length, total: judged.length, misses }
}

const later =
  'The record names fixes that came out after the answer was recorded; other records of the answer end before them.'

/** Records at hand that say something else than the ones behind the recorded answers. */
const reasons: ReadonlyMap<string, string> = new Map([
  ...['5026', '5942', '5972', '6088', '6089', '6090', '6091', '6218', '6222'].map(
    (number) => [`GO-2026-${number}`, later] as const,
  ),
  [
    'PYSEC-2021-108',
    'The copy at hand, of October 2024, says "before 1.26.5" and lists 1.24.3; the later answer leaves it out. Why is not recorded.',
  ],
])

/** The packs of every record in an export, by ecosystem without release. */
export function packFolder(path: string): ReadonlyMap<string, AdvisoryPack> {
  const byEcosystem = new Map<string, KeptAdvisory[]>()
  for (const entry of readOsvExports(path)) {
    if ('issue' in entry) continue
    const read = readAdvisory(entry.bytes)
    if (!read.ok) continue
    const evidence = createHash('sha256').update(entry.bytes).digest('hex')
    const named = read.advisory.affected.map(({ ecosystem }) =>
      ecosystem === null ? repositoryEcosystem : splitRelease(ecosystem).base,
    )
    for (const ecosystem of new Set(named)) {
      const list = byEcosystem.get(ecosystem)
      if (list === undefined) byEcosystem.set(ecosystem, [{ advisory: read.advisory, evidence }])
      else list.push({ advisory: read.advisory, evidence })
    }
  }
  return new Map([...byEcosystem].map(([name, kept]) => [name, openPack(packAdvisories(name, kept))]))
}

function judge(packs: ReadonlyMap<string, AdvisoryPack>, row: Row): Miss | 'same' | undefined {
  const { query, ids, ids_in_shared: expected } = row
  const answer = ask(packs, query)
  // Folded: a match stands for all its aliases.
  const found = new Set(
    answer.matches.flatMap(({ advisories, aliases }) => [...aliases, ...advisories.map(({ id }) => id)]),
  )
  const missing = expected.filter((id) => !found.has(id))
  const surplus = answer.matches.filter(({ aliases }) => !aliases.some((id) => ids.includes(id)))
  if (expected.length === 0 && answer.matches.length === 0) return undefined
  if (missing.length === 0 && surplus.length === 0) return 'same'
  const reason = reasons.get(surplus[0]?.advisories[0].id ?? '')
  return {
    ...(reason === undefined ? {} : { reason }),
    case: JSON.stringify(query),
    expected: missing.length === 0 ? '' : `also ${missing.join(' ')}`,
    got: surplus.map(({ advisories }) => advisories.map(({ id }) => id).join('=')).join(' '),
  }
}

function ask(packs: ReadonlyMap<string, AdvisoryPack>, query: Row['query']): LookUp {
  if (query.commit !== undefined) return lookUpCommit(packs, query.commit)
  const { ecosystem = '', name = '' } = query.package ?? {}
  return lookUpPart(packs, { ecosystem, name, version: query.version ?? null })
}
