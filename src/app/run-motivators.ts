/** Benefits, conversations and motivators as a use case: gathers what is kept, and assesses it. */

import type { MotivatorAssessment, Pitch } from '#domain/assessment/motivators.ts'
import type { FigureId, IsoTime, NamedFigure } from '#domain/figure.ts'
import { talkAudiences, type TalkAudience } from '#domain/motivators.ts'
import type { Organization, UnitId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { maturityFigures } from '#maturity/assess.ts'
import { topUnit } from '#maturity/scope.ts'
import { assessMotivators, proposalsOf, type MotivatorEvidence } from '#motivators/assess.ts'
import { ownFigures } from '#motivators/benefit-figures.ts'
import { buildPitch } from '#motivators/pitch.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { loadMotivatorContent } from '#sources/motivator-content.ts'
import { findFigures, latestAssessment, type AssessmentId } from '#store/assessments.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import { keptBriefly } from './kept-briefly.ts'
import { storedAssessment } from './lists/areas.ts'
import { silent } from './progress.ts'
import { loadHeard, recordMotivators } from './record-motivators.ts'
import { maturityNow } from './run-maturity.ts'
import { survey } from './survey.ts'

export type { MotivatorEvidence }

export { benefitWords, wordsOf } from '#motivators/context.ts'
export { templateRows } from '#motivators/template.ts'

export type MotivatorsNow = { readonly evidence: MotivatorEvidence; readonly assessment: MotivatorAssessment }

/**
 * With maturity assessed anew over everything that is kept; at ten thousand products that takes a minute.
 *
 * @param folder read its conversations and motivators anew first; undefined: what was recorded last
 * Throws `nothing-found` when nothing was assessed yet, and `config-invalid` for a mistake in the files.
 */
export async function motivatorsNow(store: Store, now: IsoTime, folder: string | undefined): Promise<MotivatorsNow> {
  const asOf = dayOf(now)
  const { evidence: known, assessment: maturity } = await maturityNow(store, now)
  if (folder !== undefined) await recordMotivators(store, survey([folder], silent), { asOf, now })
  const { portfolio, vulnerabilities } = known
  const proposals = proposalsOf(portfolio, vulnerabilities ?? null)
  const found = { portfolio, maturity, proposals, isLookedUp: vulnerabilities != null }
  const read: FigureReader = (families) => readFigures(store, families)
  return gather(store, found, { newer: maturityFigures(known, maturity), read }, now)
}

/**
 * With the levels and proposals of the last assessment, and what was heard since: for those who wait for an answer, since
 * it reads nothing of what is in use. Throws `nothing-found` when nothing was assessed yet.
 */
export async function motivatorsAtHand(store: Store, now: IsoTime): Promise<MotivatorsNow> {
  const entry = await latestAssessment(store)
  if (entry === undefined) return motivatorsNow(store, now, undefined)
  const { maturity, motivators } = await storedAssessment(store, entry.id)
  const organization = await organizations(store, entry.id, () => loadOrganization(store, entry))
  if (organization === undefined || motivators.proposals === undefined) return motivatorsNow(store, now, undefined)
  const portfolio = { organization, asOf: dayOf(now) }
  const found = { portfolio, maturity, proposals: motivators.proposals, isLookedUp: true }
  const read: FigureReader = (families) =>
    figuresOf(store, [entry.id, ...families].join(' '), () => readFigures(store, families, entry.id))
  return gather(store, found, { newer: [], read }, now)
}

/** Families by the id of the figure of the whole. */
type FigureReader = (families: readonly FigureId[]) => Promise<readonly NamedFigure[]>

/** Who looks at one area looks at the next. */
const organizations = keptBriefly<Organization | undefined>(2)
const figuresOf = keptBriefly<readonly NamedFigure[]>(2)

/** `newer` figures of maturity go before those of an assessment. */
async function gather(
  store: Store,
  found: Pick<MotivatorEvidence, 'portfolio' | 'maturity' | 'proposals' | 'isLookedUp'>,
  { newer, read }: { readonly newer: readonly NamedFigure[]; readonly read: FigureReader },
  now: IsoTime,
): Promise<MotivatorsNow> {
  const content = loadMotivatorContent()
  const heard = await loadHeard(store, { asOf: dayOf(now), knownAt: now })
  const wanted = new Set([
    ...content.benefits.flatMap(({ shownBy, beside }) => [...shownBy, ...beside]),
    ...heard.ownBenefits.flatMap(({ shownBy }) => shownBy),
  ])
  const figures = await read([...wanted])
  const evidence: MotivatorEvidence = {
    ...found,
    content,
    heard,
    model: loadMaturityModel(),
    figures: ownFigures([...figures, ...newer]),
  }
  return { evidence, assessment: assessMotivators(evidence) }
}

/** Of the whole and of units alone: a family may have one for each of twenty thousand packages as well. */
function readFigures(store: Store, families: readonly FigureId[], assessment?: AssessmentId): Promise<NamedFigure[]> {
  const ids = families.flatMap((family) => [family, `${family}/organization`])
  return findFigures(store, { ids, prefixes: families.map((family) => `${family}/unit:`) }, assessment)
}

export function pitchNow({ evidence }: MotivatorsNow, area: UnitId | null, audience: TalkAudience): Pitch {
  return buildPitch(evidence, area, audience)
}

/** The area that a person asked for; the top unit is the organization. Throws `usage` for one that there is not. */
export function areaAsked({ evidence }: MotivatorsNow, asked: string | undefined): UnitId | null {
  const { organization } = evidence.portfolio
  if (asked === undefined || asked === topUnit(organization)) return null
  if (organization.units.some(({ id }) => id === asked)) return asked
  const known = organization.units.map(({ id }) => id).join(', ')
  return fail({ code: 'usage', what: `--area ${asked}: known units are ${known}` })
}

/** Throws `usage`. */
export function audienceAsked(asked: string): TalkAudience {
  return (
    talkAudiences.find((one) => one === asked) ??
    fail({ code: 'usage', what: `--audience ${asked}: there are ${talkAudiences.join(', ')}` })
  )
}
