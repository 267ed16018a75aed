/** Whom to talk to, who is missing, and whether believers and doubters were both heard. */

import type { TalkPlan } from '#domain/assessment/motivators.ts'
import { peopleIn } from '#domain/consent.ts'
import type { EvidenceId } from '#domain/evidence.ts'
import { compute, observed, unknown, type NamedFigure } from '#domain/figure.ts'
import { stances, talkAudiences, type KeptHeard } from '#domain/motivators.ts'
import { candidatesOf } from './candidates.ts'
import type { MotivatorEvidence } from './context.ts'
import { coverageOf } from './talks.ts'

export function planTalks(evidence: MotivatorEvidence): TalkPlan {
  const { portfolio, heard } = evidence
  const coverage = coverageOf(portfolio, heard)
  const balance = stances.map((stance) => ({
    stance,
    people: peopleIn(heard.conversations.filter((one) => one.stance === stance)),
  }))
  const reached = new Set([...heard.conversations, ...heard.groups].map(({ audience }) => audience))
  return {
    candidates: candidatesOf(evidence),
    coverage,
    areasHeard: {
      id: 'motivators/areas-heard',
      figure: compute(
        { id: 'motivators/areas-heard', version: 1 },
        talkFigures(heard),
        () => coverage.filter(({ tookPlace }) => tookPlace).length,
      ),
    },
    balance,
    // Not every organization is a public one.
    missingAudiences: talkAudiences.filter((audience) => audience !== 'public-sector' && !reached.has(audience)),
    missingStances: balance.flatMap(({ stance, people }) => (stance !== 'open' && people === 0 ? [stance] : [])),
  }
}

/** How many conversations the extract holds, and how many were noted in the portal. */
export function talkFigures({
  conversations,
  groups,
  evidence,
  edits,
}: KeptHeard): readonly [NamedFigure<number>, ...NamedFigure<number>[]] {
  const at = (id: string, count: number, original: EvidenceId | null, place: string): NamedFigure<number> => ({
    id: `motivators/${id}`,
    figure: original === null ? unknown('not-collected') : observed(count, original, place),
  })
  if (edits === undefined)
    return [
      at('conversations', conversations.length, evidence, '/conversations'),
      at('groups', groups.length, evidence, '/groups'),
    ]
  const { inFiles } = edits
  const noted: readonly [NamedFigure<number>, NamedFigure<number>] = [
    at('conversations-noted', edits.conversations.length, edits.evidence, '/conversations'),
    at('talks-noted', edits.talks.length, edits.evidence, '/talks'),
  ]
  return evidence === null
    ? noted
    : [
        ...noted,
        at('conversations', inFiles.conversations, evidence, '/conversations'),
        at('groups', inFiles.groups, evidence, '/groups'),
      ]
}
