import type { Finding } from '#domain/finding.ts'
import { versionOrder } from '#ecosystems/versions.ts'
import type { AdvisoryPack, Hit, PackedRecord } from './advisory-pack.ts'
import { compareIds, foldAliases } from './aliases.ts'
import { isStronger, unrated } from './severity.ts'

/** A finding that does not say yet about which part. */
export type Match = Omit<Finding, 'part'>

type HitRecord = PackedRecord & { readonly hits: readonly [Hit, ...Hit[]] }

/** Turns the hits of one package version into one match per vulnerability. */
export function foldHits(pack: AdvisoryPack, hits: Iterable<number>): readonly Match[] {
  const records = recordsOf(pack, hits)
  return foldAliases(records).map((group) =>
    foldGroup(pack, group.map((index) => records[index]) as unknown as readonly [HitRecord, ...HitRecord[]]),
  )
}

function recordsOf(pack: AdvisoryPack, hits: Iterable<number>): readonly HitRecord[] {
  const records = new Map<number, HitRecord & { hits: [Hit, ...Hit[]] }>()
  for (const number of hits) {
    const hit = pack.hit(number)
    const existing = records.get(hit.record)
    if (existing === undefined) records.set(hit.record, { ...pack.record(hit.record), hits: [hit] })
    else if (!existing.hits.some(({ at }) => at === hit.at)) existing.hits.push(hit)
  }
  return [...records.values()]
}

function foldGroup(pack: AdvisoryPack, group: readonly [HitRecord, ...HitRecord[]]): Match {
  const records = [...group].sort((a, b) => compareIds(a.id, b.id))
  const aliases = [...new Set(records.flatMap(({ id, aliases }) => [id, ...aliases]))].sort(byText)
  const [id = group[0].id] = [...aliases].sort(compareIds)
  const hits = records.flatMap((record) => record.hits)
  const rating = hits.reduce((best, hit) => (isStronger(hit.rating, best) ? hit.rating : best), unrated)
  const order = versionOrder(pack.ecosystem)?.compare ?? byText
  const fixed = [...new Set(hits.flatMap((hit) => hit.fixed ?? []))].sort(order)
  const published = records.flatMap((record) => record.published ?? []).sort(byText)
  const modified = records.map((record) => record.modified).sort(byText)
  return {
    id,
    aliases,
    advisories: records.flatMap((record) =>
      record.hits.map(({ at }) => ({ id: record.id, evidence: record.evidence, at })),
    ) as unknown as Match['advisories'],
    summary: records.find(({ summary }) => summary !== '')?.summary ?? '',
    severity: rating.severity,
    score: rating.score,
    vector: rating.vector,
    fixed,
    published: published[0] ?? null,
    modified: modified.at(-1) ?? null,
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
