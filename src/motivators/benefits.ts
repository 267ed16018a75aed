/** The benefits that an organization chose, each beside its own figure: three at most head a report, the rest is annex. */

import type { BenefitSelection, ShownBenefit } from '#domain/assessment/motivators.ts'
import type { UnitId } from '#domain/organization.ts'
import { mostHeadlines } from './assumptions.ts'
import { arrives, figuresFor } from './benefit-figures.ts'
import type { MotivatorEvidence } from './context.ts'

type Evidence = Pick<MotivatorEvidence, 'content' | 'heard' | 'figures'>

/** Chosen ones by rank. Nothing that nobody chose heads a report: a long list weakens the case. */
export function selectBenefits(evidence: Evidence, area: UnitId | null = null): BenefitSelection {
  const { content, heard } = evidence
  const chosen = heard.chosen.map(({ benefit }) => benefit)
  const others = [...heard.ownBenefits, ...content.benefits].map(({ id }) => id).filter((id) => !chosen.includes(id))
  const shown = [...chosen, ...others].map((id) => shownBenefit(evidence, id, area))
  const heads = Math.min(mostHeadlines, chosen.length)
  return { headlines: shown.slice(0, heads), annex: shown.slice(heads) }
}

export function shownBenefit({ content, heard, figures }: Evidence, id: string, area: UnitId | null): ShownBenefit {
  const own = heard.ownBenefits.find((one) => one.id === id)
  const known = content.benefits.find((one) => one.id === id)
  const showing = figuresFor((own ?? known)?.shownBy ?? [], area, figures)
  return {
    benefit: id,
    rank: heard.chosen.find(({ benefit }) => benefit === id)?.rank ?? null,
    isOwn: own !== undefined,
    figures: [...showing, ...figuresFor(own === undefined ? (known?.beside ?? []) : [], area, figures)],
    evidence: showing.filter(arrives).map((figure) => figure.id),
  }
}
