/**
 * What is known of packages, projects and people's work, read out of kept originals. Rows are appended; the last one
 * observed of a subject by a source counts. What a kind holds is the business of the area that reads it.
 */

import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import { evidenceKeys } from './evidence.ts'
import { endOfTime, type Times } from './revisions.ts'
import { insertRows, selectInBatches } from './rows.ts'
import type { Store } from './store.ts'
import type { FactKind } from './tables.ts'
import { indexable } from './text.ts'

export type { FactKind } from './tables.ts'

export type Fact<T = unknown> = {
  readonly kind: FactKind
  /** A package URL without version, a project, or `organization`. */
  readonly subject: string
  /** Who says so: `registry`, `table`, `clone`, … Facts of different sources stand side by side. */
  readonly source: string
  readonly evidence: EvidenceId
  /** Place in the original: a JSON pointer or `line N`; empty for the whole. */
  readonly at: string
  readonly observedOn: IsoDate
  /** Kept as JSON. */
  readonly facts: T
}

/** Appends facts; one that says what the last of the same kind, subject, source and day said is not written again. */
export async function saveFacts(
  store: Store,
  facts: readonly Fact[],
  { recordedAt }: { readonly recordedAt: IsoTime },
): Promise<void> {
  await store.transaction(async (inside) => {
    const originalOf = await evidenceKeys(
      inside,
      facts.map(({ evidence }) => evidence),
    )
    const said = new Map<string, string>()
    for (const kind of new Set(facts.map((fact) => fact.kind))) {
      const keys = facts.filter((fact) => fact.kind === kind).map(({ subject }) => indexable(subject))
      const rows = await selectInBatches([...new Set(keys)], (batch) =>
        currentRows(inside, kind, { asOf: endOfTime, knownAt: endOfTime }, batch),
      )
      for (const row of rows) said.set(subjectOf(toFact(row)), sayingOf(toFact(row)))
    }
    const fresh: Fact[] = []
    for (const fact of facts) {
      if (said.get(subjectOf(fact)) === sayingOf(fact)) continue
      said.set(subjectOf(fact), sayingOf(fact))
      fresh.push(fact)
    }
    await insertRows(
      inside,
      'fact',
      ['kind', 'subject', 'subject_key', 'source', 'evidence', 'at', 'observed_on', 'recorded_at', 'facts'],
      fresh.flatMap(({ kind, subject, source, evidence, at, observedOn, facts: content }) => [
        kind,
        subject,
        indexable(subject),
        source,
        originalOf(evidence),
        at,
        observedOn,
        recordedAt,
        JSON.stringify(content),
      ]),
    )
  })
}

/** The last fact of each subject and source that was observed by the day and known at the time, by subject and source. */
export async function loadFacts<T>(store: Store, kind: FactKind, times: Times): Promise<readonly Fact<T>[]> {
  return (await currentRows(store, kind, times)).map((row) => toFact(row) as Fact<T>)
}

type Row = Awaited<ReturnType<typeof currentRows>>[number]

async function currentRows({ db }: Store, kind: FactKind, times: Times, subjects?: readonly string[]) {
  const known = db
    .selectFrom('fact')
    .where('fact.kind', '=', kind)
    .where('observed_on', '<=', times.asOf)
    .where('fact.recorded_at', '<=', times.knownAt)
  const ranked = (subjects === undefined ? known : known.where('subject_key', 'in', subjects))
    .innerJoin('evidence', 'evidence.key', 'fact.evidence')
    .selectAll('fact')
    .select('evidence.id as evidence_id')
    .select(({ fn }) =>
      fn
        .agg<number>('row_number')
        .over((over) =>
          over.partitionBy(['subject_key', 'source']).orderBy('observed_on', 'desc').orderBy('fact.id', 'desc'),
        )
        .as('rank'),
    )
  return db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .where('rank', '=', 1)
    .orderBy('subject_key')
    .orderBy('source')
    .execute()
}

function toFact(row: Row): Fact {
  return {
    kind: row.kind,
    subject: row.subject,
    source: row.source,
    evidence: row.evidence_id,
    at: row.at,
    observedOn: row.observed_on,
    facts: JSON.parse(row.facts) as unknown,
  }
}

function subjectOf({ kind, subject, source }: Fact): string {
  return JSON.stringify([kind, subject, source])
}

function sayingOf({ evidence, at, observedOn, facts }: Fact): string {
  return JSON.stringify([evidence, at, observedOn, facts])
}
