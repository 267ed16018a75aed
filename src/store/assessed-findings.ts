/** The findings of an assessment as rows: for comparing two assessments, and for other tools. */

import type { Finding } from '#domain/finding.ts'
import type { ProductId } from '#domain/organization.ts'
import type { AssessmentId } from './assessments.ts'
import { internStated, type StatedPart } from './parts.ts'
import { batches, insertRows } from './rows.ts'
import type { Store } from './store.ts'
import { writeInTurns } from './turns.ts'

/** A part version × one advisory, and who uses the part. */
export type AssessedFinding = Pick<Finding, 'id' | 'aliases' | 'severity' | 'score' | 'fixed'> & {
  readonly part: StatedPart
  readonly products: readonly ProductId[]
}

const findingsAtOnce = 2_000

/** In pieces, unless the store is in a transaction: nobody reads them before the assessment is finished. */
export async function saveAssessedFindings(
  store: Store,
  assessment: AssessmentId,
  findings: readonly AssessedFinding[],
): Promise<void> {
  const { sequence } = await store.db
    .selectFrom('assessment')
    .select('sequence')
    .where('id', '=', assessment)
    .executeTakeFirstOrThrow()
  const rowOf = await internStated(
    store,
    findings.map(({ part }) => part),
  )
  await writeInTurns(store, batches([...findings.entries()], findingsAtOnce), (inside, batch) =>
    insertRows(
      inside,
      'assessed_finding',
      ['assessment', 'position', 'part', 'advisory', 'aliases', 'severity', 'score', 'fixed', 'products'],
      batch.flatMap(([position, { part, id, aliases, severity, score, fixed, products }]) => [
        sequence,
        position,
        rowOf(part).id,
        id,
        JSON.stringify(aliases),
        severity,
        score,
        JSON.stringify(fixed),
        JSON.stringify(products),
      ]),
    ),
  )
}

/** In the order they were saved in. */
export async function loadAssessedFindings(
  store: Store,
  assessment: AssessmentId,
): Promise<readonly AssessedFinding[]> {
  const rows = await store.db
    .selectFrom('assessed_finding as finding')
    .innerJoin('assessment', 'assessment.sequence', 'finding.assessment')
    .innerJoin('part', 'part.id', 'finding.part')
    .select(['advisory', 'aliases', 'severity', 'score', 'fixed', 'products', 'purl', 'kind', 'name', 'version'])
    .where('assessment.id', '=', assessment)
    .orderBy('position')
    .execute()
  return rows.map(({ advisory, aliases, severity, score, fixed, products, ...part }) => ({
    id: advisory,
    aliases: JSON.parse(aliases) as string[],
    severity,
    score,
    fixed: JSON.parse(fixed) as string[],
    products: JSON.parse(products) as string[],
    part,
  }))
}
