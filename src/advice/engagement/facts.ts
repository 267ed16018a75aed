/** The facts that the rules ask for, from everything that is known of a part. What nobody found out stays unknown. */

import type { SubjectHealth } from '#domain/assessment/health.ts'
import { decisionsAbout } from '#domain/decision.ts'
import { projectGovernances, type FactName, type FactValues, type ProjectGovernance } from '#domain/engagement.ts'
import { lift, observed, unknown, type Figure, type FigureId } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import type { ProjectFacts } from '#domain/upstream.ts'
import type { EngagementFacts } from './condition.ts'
import type { Prepared } from './context.ts'
import { patchFacts } from './patch-facts.ts'
import { anyOf, notStated, numberFrom, oneOf, yesOrNo } from './stated.ts'
import { inputsOfCriticality } from './uses.ts'
import { fewPeople, manyAuthors } from './thresholds.ts'

const notApplicable = unknown('not-applicable')

/** Every fact as one that nobody asks for in this case. */
export const nothingApplies: EngagementFacts = {
  criticality: notApplicable,
  health: notApplicable,
  falling: notApplicable,
  abandoned: notApplicable,
  governance: notApplicable,
  foundation: notApplicable,
  license: notApplicable,
  licenseRisk: notApplicable,
  differentiating: notApplicable,
  gap: notApplicable,
  acceptsChanges: notApplicable,
  patches: notApplicable,
  patchReleases: notApplicable,
  patchUnderWay: notApplicable,
  forkReason: notApplicable,
  skill: notApplicable,
  supportNeeded: notApplicable,
  regulated: notApplicable,
  alternative: notApplicable,
  agreement: notApplicable,
  agreementCleared: notApplicable,
  roadmap: notApplicable,
  ownShare: notApplicable,
  severalFirms: notApplicable,
  neutrality: notApplicable,
  controlWanted: notApplicable,
  staffed: notApplicable,
  idle: notApplicable,
  unfixed: notApplicable,
  sustainsCommercial: notApplicable,
  existingFits: notApplicable,
  sharedNeed: notApplicable,
  sponsor: notApplicable,
  longTermPeople: notApplicable,
  codeExists: notApplicable,
}

export function factMethod(name: FactName): { readonly id: string; readonly version: number } {
  return { id: `advice/fact/${name}`, version: 1 }
}

function found<Name extends FactName>(
  name: Name,
  value: FactValues[Name],
  from: readonly FigureId[],
): Figure<FactValues[Name]> {
  return lift(value, factMethod(name), from)
}

/** Facts of a part that others made. */
export function factsOfPart(prepared: Prepared, name: PurlText): EngagementFacts {
  const { statements, portfolio, inForce } = prepared
  const project = prepared.projectOf.get(name)
  const facts = project === undefined ? undefined : portfolio.upstream.projects.get(project)
  const health =
    prepared.healthOf.get(name) ?? (project === undefined ? undefined : prepared.healthOfProject.get(project))
  const work = project === undefined ? undefined : prepared.workIn.get(project)
  const said = (what: string) => statements.about({ part: name }, what)
  const abandoned = abandonedOf(prepared, name, health)
  const governance = governanceOf(prepared, name, health, facts)
  const agreement = oneOf(said('cla'), ['none', 'symmetric', 'asymmetric'] as const)
  const isCleared = decisionsAbout(
    inForce,
    {
      package: name,
      version: null,
      project: project ?? null,
      licenses: [],
      product: null,
      units: prepared.unit === undefined ? [] : [prepared.unit],
      about: 'contribute',
    },
    () => undefined,
  ).some(({ about, outcome }) => about === 'contribute' && (outcome === 'allow' || outcome === 'allow-with-conditions'))
  const hasWorked = work !== undefined && work.own.commits > 0
  return {
    ...nothingApplies,
    criticality: criticalityFact(prepared, name),
    health: healthFact(health),
    falling: fallingOf(health, facts),
    abandoned,
    governance,
    foundation:
      governance.known && governance.value === 'foundation'
        ? found('foundation', true, [])
        : yesOrNo(said('foundation')),
    license: prepared.licenses?.get(name) ?? notStated,
    licenseRisk: licenseRiskOf(prepared, name, health, governance, agreement),
    differentiating: yesOrNo(said('differentiating')),
    gap: gapOf(prepared, name),
    acceptsChanges: acceptsOf(prepared, name, abandoned, facts, hasWorked ? work.ownShare.id : undefined),
    ...patchFacts(prepared, name),
    skill:
      said('skill') !== undefined
        ? yesOrNo(said('skill'))
        : hasWorked
          ? found('skill', true, [work.ownShare.id])
          : notStated,
    supportNeeded: supportNeededOf(prepared, name),
    regulated: regulatedOf(prepared, name),
    alternative: yesOrNo(said('alternative')),
    agreement,
    agreementCleared: found('agreementCleared', isCleared, []),
    roadmap: yesOrNo(said('roadmap-depends')),
    ownShare: work?.ownShare.figure ?? notStated,
    sustainsCommercial: yesOrNo(said('sustains-commercial-project')),
  }
}

function criticalityFact({ criticality }: Prepared, name: PurlText): Figure<number> {
  const of = criticality.get(name)
  return of === undefined ? notStated : found('criticality', of.k, inputsOfCriticality(of))
}

function healthFact(health: SubjectHealth | undefined): EngagementFacts['health'] {
  if (health === undefined) return notStated
  if (health.level === 'withheld') return unknown('withheld', found('health', 'fair', [health.health.id]).from)
  return found('health', health.level, [health.health.id])
}

/** Not falling is known only where there is an earlier year to compare with. */
function fallingOf(health: SubjectHealth | undefined, facts: ProjectFacts | undefined): Figure<boolean> {
  const warning = health?.warnings.find(({ id }) => id === 'falling')
  if (warning !== undefined) return found('falling', true, [warning.figure])
  const isCompared = health?.health.figure.known === true && facts !== undefined && facts.yearBefore.plainCommits > 0
  return isCompared ? observed(false, facts.evidence, facts.at) : notStated
}

function abandonedOf({ statements }: Prepared, name: PurlText, health: SubjectHealth | undefined): Figure<boolean> {
  const state = health?.state.figure
  if (health !== undefined && state?.known === true && state.value !== 'unknown')
    return found('abandoned', state.value === 'unsupported', [health.state.id])
  const maintained = statements.about({ part: name }, 'maintained')
  const figure = yesOrNo(maintained)
  return figure.known ? { ...figure, value: !figure.value } : figure
}

function governanceOf(
  { statements }: Prepared,
  name: PurlText,
  health: SubjectHealth | undefined,
  facts: ProjectFacts | undefined,
): Figure<ProjectGovernance> {
  const stated = oneOf(statements.about({ part: name }, 'governance'), projectGovernances)
  if (stated.known) return stated
  const warnedOf = (id: string) => health?.warnings.find((warning) => warning.id === id)
  const ofOneOrganization = warnedOf('single-organization')
  if (ofOneOrganization !== undefined) return found('governance', 'single-vendor', [ofOneOrganization.figure])
  const ofOnePerson = warnedOf('one-person')
  if (ofOnePerson !== undefined) return found('governance', 'one-person', [ofOnePerson.figure])
  const people = health?.absenceFactor
  if (people?.figure.known === true && people.figure.value <= fewPeople)
    return found('governance', people.figure.value <= 1 ? 'one-person' : 'few', [people.id])
  if ((facts?.year.elephantFactor ?? 0) >= 2 && facts !== undefined) return observed('many', facts.evidence, facts.at)
  return notStated
}

/** A license that changed before may change again; so may one whose holder was given the right to. */
function licenseRiskOf(
  { statements }: Prepared,
  name: PurlText,
  health: SubjectHealth | undefined,
  governance: Figure<ProjectGovernance>,
  agreement: EngagementFacts['agreement'],
): Figure<boolean> {
  const changed = health?.warnings.find(({ id }) => id === 'license-changed')
  if (changed !== undefined) return found('licenseRisk', true, [changed.figure])
  const stated = yesOrNo(statements.about({ part: name }, 'license-change-risk'))
  if (stated.known) return stated
  const mayRelicense =
    agreement.known && agreement.value === 'asymmetric' && governance.known && governance.value === 'single-vendor'
  if (mayRelicense) return { ...agreement, value: true }
  const stable = health?.indicators.find(
    ({ indicator, answer }) => indicator === 'license-stable' && answer === 'passed',
  )
  return stable === undefined ? notStated : found('licenseRisk', false, [stable.figure.id])
}

/** No gap is known only where advisories were looked up for every version in use. What nobody asked for is not needed. */
function gapOf(prepared: Prepared, name: PurlText): Figure<boolean> {
  const { statements, vulnerabilities, findingsOf, unfixedParts, undecided } = prepared
  const needed = yesOrNo(statements.about({ part: name }, 'needed-feature'))
  if (needed.known && needed.value) return needed
  const unfixed = findingsOf.get(name)?.find(({ part, fixed }) => fixed.length === 0 || unfixedParts.has(part))
  const [advisory] = unfixed?.advisories ?? []
  if (advisory !== undefined) return observed(true, advisory.evidence, advisory.at)
  const isLookedUp = vulnerabilities?.total.figure.known === true && !undecided.has(name)
  return isLookedUp ? found('gap', false, [vulnerabilities.total.id]) : notStated
}

function acceptsOf(
  { statements }: Prepared,
  name: PurlText,
  abandoned: Figure<boolean>,
  facts: ProjectFacts | undefined,
  ownWork: FigureId | undefined,
): Figure<boolean> {
  const stated = yesOrNo(statements.about({ part: name }, 'upstream-accepts'))
  if (stated.known) return stated
  if (abandoned.known && abandoned.value) return { ...abandoned, value: false }
  if (ownWork !== undefined) return found('acceptsChanges', true, [ownWork])
  const isOpen = facts !== undefined && ((facts.year.elephantFactor ?? 0) >= 2 || facts.year.authors >= manyAuthors)
  return isOpen ? observed(true, facts.evidence, facts.at) : notStated
}

/** A critical part of which somebody wrote down that no support route exists needs one. */
function supportNeededOf({ statements }: Prepared, name: PurlText): Figure<boolean> {
  const stated = yesOrNo(statements.about({ part: name }, 'support-needed'))
  if (stated.known) return stated
  const route = yesOrNo(statements.about({ part: name }, 'support-route'))
  return route.known ? { ...route, value: !route.value } : notStated
}

/** A product under the Cyber Resilience Act or a public duty touches what it uses. */
function regulatedOf({ statements, criticality, portfolio }: Prepared, name: PurlText): Figure<boolean> {
  const { products, units } = portfolio.organization
  const subjects = ['cra-product', 'public-duty'] as const
  const everywhere = anyOf(subjects.map((what) => yesOrNo(statements.about({ unit: null }, what))))
  if (everywhere.known) return everywhere
  const top = units.find(({ parent }) => parent === null)?.id ?? null
  return anyOf(
    (criticality.get(name)?.uses ?? []).map(({ product: index }) => {
      const product = products[index]
      if (product === undefined) return notStated
      const places = [{ product: product.id }, { unit: product.unit }, { unit: top }]
      for (const place of places) {
        const figure = anyOf(subjects.map((what) => yesOrNo(statements.about(place, what))))
        if (figure.known) return figure
      }
      // One said to be no and the other not said: still not known.
      return notStated
    }),
  )
}

/** Facts of a project of one's own; `product` is the one that is published there. */
export function factsOfOwn(prepared: Prepared, product: string | null, name: PurlText | null): EngagementFacts {
  const { statements, portfolio, published } = prepared
  const said = (what: string) =>
    (product === null ? undefined : statements.about({ product }, what)) ??
    (name === null ? undefined : statements.about({ part: name }, what))
  const project = [...published].find(([, one]) => one.id === product)?.[0]
  const facts = project === undefined ? undefined : portfolio.upstream.projects.get(project)
  const several = yesOrNo(said('several-firms'))
  const isSeveral = (facts?.year.elephantFactor ?? 0) >= 2
  return {
    ...nothingApplies,
    differentiating: yesOrNo(said('differentiating')),
    severalFirms:
      several.known || !isSeveral || facts === undefined ? several : observed(true, facts.evidence, facts.at),
    neutrality: yesOrNo(said('neutrality-needed')),
    controlWanted: yesOrNo(said('control-wanted')),
    staffed: yesOrNo(said('enough-staff')),
    idle: idleOf(['outside-questions', 'outside-contributions', 'new-adopters'].map((what) => numberFrom(said(what)))),
    unfixed: unfixedIn(prepared, product),
    sustainsCommercial: yesOrNo(said('sustains-commercial-project')),
  }
}

/** Idle when nobody asked, helped or took it up in a year; all three must be counted for that. */
function idleOf(counts: readonly Figure<number>[]): Figure<boolean> {
  const busy = counts.find((count) => count.known && count.value > 0)
  if (busy?.known === true) return { ...busy, value: false }
  const [first] = counts
  return first?.known === true && counts.every(({ known }) => known) ? { ...first, value: true } : notStated
}

function unfixedIn({ vulnerabilities, portfolio }: Prepared, product: string | null): Figure<boolean> {
  if (vulnerabilities?.total.figure.known !== true || product === null) return notStated
  const { documents, occurrences, organization } = portfolio
  const affected = new Set(vulnerabilities.findings.map(({ part }) => part))
  for (let index = 0; index < occurrences.count; index += 1) {
    const of = organization.products[documents[occurrences.document[index] ?? -1]?.product ?? -1]?.id
    if (of === product && affected.has(occurrences.part[index] ?? -1))
      return found('unfixed', true, [vulnerabilities.total.id])
  }
  return found('unfixed', false, [vulnerabilities.total.id])
}
