import type { MaturityFinding } from '#domain/assessment/maturity.ts'
import { answerEnd, recordEnd } from '#domain/office.ts'
import { declaredPrefix } from './declared-records.ts'
import type { MaturityEvidence } from './evidence.ts'
import { allRecords } from './records.ts'

/** Records and answers that no longer count and that nothing of the same subject and unit has replaced. */
export function expired(evidence: MaturityEvidence): readonly MaturityFinding[] {
  const { asOf } = evidence.portfolio
  const records = allRecords(evidence)
    .filter(({ on }) => on <= asOf)
    .map((record) => ({
      what: record.id.replace(declaredPrefix, ''),
      about: JSON.stringify([record.kind, record.indicators, record.unit]),
      unit: record.unit,
      end: recordEnd(record),
    }))
  const answers = evidence.office.answers
    .filter(({ on }) => on <= asOf)
    .map((answer) => ({
      what: answer.question,
      about: JSON.stringify([answer.question, answer.unit]),
      unit: answer.unit,
      end: answerEnd(answer),
    }))
  const ends = new Map<string, (typeof records)[number]>()
  for (const one of [...records, ...answers]) {
    const known = ends.get(one.about)
    if (known === undefined || known.end < one.end) ends.set(one.about, one)
  }
  return [...ends.values()]
    .filter(({ end }) => end < asOf)
    .map(({ what, unit, end }): MaturityFinding => ({ kind: 'expired', unit, what, since: end }))
}
