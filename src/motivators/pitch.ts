/** A pitch for an audience of an area: only what was heard there, with the area's own figures, three points at most. */

import type { Candidate, Pitch, PitchPoint, ShownBenefit } from '#domain/assessment/motivators.ts'
import type { Motivator, TalkAudience } from '#domain/motivators.ts'
import type { UnitId } from '#domain/organization.ts'
import { isHeardIn } from './areas.ts'
import { mostHeadlines } from './assumptions.ts'
import { shownBenefit } from './benefits.ts'
import { candidatesOf } from './candidates.ts'
import type { MotivatorEvidence } from './context.ts'
import { areaMatrix } from './matrix.ts'
import { weightOf } from './strength.ts'
import { talkWith } from './talks.ts'

/** Refuses when nothing was heard, and says whom to talk to. */
export function buildPitch(evidence: MotivatorEvidence, area: UnitId | null, audience: TalkAudience): Pitch {
  const { heard, portfolio } = evidence
  const isHere = ({ unit }: { readonly unit: UnitId | null }): boolean => isHeardIn(portfolio.organization, unit, area)
  const here = heard.motivators.filter((one) => one.heard.some(isHere))
  const isFromAudience = (one: Motivator): boolean =>
    one.heard.some((hearing) => isHere(hearing) && hearing.audience === audience)
  const wanted = here
    .filter(({ declined }) => declined === null)
    .toSorted(
      (a, b) =>
        Number(isFromAudience(b)) - Number(isFromAudience(a)) ||
        weightOf(b) * (b.strength ?? 1) - weightOf(a) * (a.strength ?? 1) ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, mostHeadlines)
  if (wanted.length === 0) return { ok: false, area, audience, talkTo: talkTo(evidence, area, audience) }
  const bars = areaMatrix(evidence, area, 'engagement').rows.flatMap((row) => row.bars)
  return {
    ok: true,
    area,
    audience,
    points: wanted.map((motivator): PitchPoint => {
      const bar = bars.find((one) => one.motivator === motivator.id)
      return {
        motivator: motivator.id,
        isFromAudience: isFromAudience(motivator),
        state: bar?.state ?? 'unknown',
        level: motivator.from,
        unlock: bar?.unlock ?? null,
        benefit: bestBenefit(motivator.benefits.map((id) => shownBenefit(evidence, id, area))),
      }
    }),
    obstacles: here.filter(({ obstacle }) => obstacle !== null).map(({ id }) => id),
  }
}

/** One that arrives before one that is measured; one that nothing measures makes no point. */
function bestBenefit(benefits: readonly ShownBenefit[]): ShownBenefit | null {
  return (
    benefits.find(({ evidence }) => evidence.length > 0) ?? benefits.find(({ figures }) => figures.length > 0) ?? null
  )
}

function talkTo(evidence: MotivatorEvidence, area: UnitId | null, audience: TalkAudience): readonly Candidate[] {
  const there = candidatesOf(evidence).filter((one) => isHeardIn(evidence.portfolio.organization, one.unit, area))
  const fitting = there.filter((one) => one.audience === audience)
  if (fitting.length > 0) return fitting
  const anyone = { unit: area, person: null, audience }
  return [{ ...anyone, reasons: [{ kind: 'no-conversation' }], talk: talkWith(evidence.heard, anyone) }, ...there]
}
