/** What the policy check and the counselor are given: terms, states and families, from the areas that know them. */

import type { HealthAssessment, SubjectHealth } from '#domain/assessment/health.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { Decision } from '#domain/decision.ts'
import type { LicenseStanding } from '#domain/engagement.ts'
import type { Figure } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import type { Policy, PolicyState } from '#domain/policy.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { checkPolicy, type CheckInput } from '#governance/check.ts'
import { licenseStandings } from '#governance/license-standing.ts'
import { termsOfParts } from '#licensing/assess.ts'
import { licenseIndex } from '#licensing/facts.ts'
import { termsFigureId } from '#licensing/figures.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import { defaultPolicy } from '#sources/policy-file.ts'

export type PolicyContext = {
  readonly vulnerabilities: VulnerabilityAssessment | null
  readonly health: HealthAssessment | null
  /** Null: the default one acts. */
  readonly policy: Policy | null
  readonly decisions: readonly Decision[]
}

export function checkInput(portfolio: Portfolio, context: PolicyContext): CheckInput {
  const tables = loadLicenseTables()
  const { family } = licenseIndex(tables)
  return {
    portfolio,
    terms: termsOfParts(portfolio, tables),
    vulnerabilities: context.vulnerabilities,
    states: context.health === null ? null : statesOf(context.health),
    familyOf: (license) => family.get(license)?.id,
    policy: context.policy ?? defaultPolicy(),
    decisions: context.decisions,
  }
}

/** What decisions and policy say to the terms of every package: the license fact of the counselor. */
export function standingsOf(
  portfolio: Portfolio,
  context: Pick<PolicyContext, 'policy' | 'decisions'>,
): ReadonlyMap<PurlText, Figure<LicenseStanding>> {
  const input = checkInput(portfolio, { ...context, vulnerabilities: null, health: null })
  return licenseStandings(portfolio, input.terms, checkPolicy(input), (part) => termsFigureId(portfolio, part))
}

/** A package whose project's state nobody knows is absent: not known is not fine. */
function statesOf({ subjects }: HealthAssessment): ReadonlyMap<PurlText, readonly PolicyState[]> {
  const known = subjects.filter(({ state, level }) => isKnown(state.figure) || level !== 'withheld')
  return new Map(known.flatMap((subject) => subject.packages.map((name) => [name, statesOfSubject(subject)] as const)))
}

function isKnown(figure: SubjectHealth['state']['figure']): boolean {
  return figure.known && figure.value !== 'unknown'
}

function statesOfSubject({ state, level, warnings }: SubjectHealth): readonly PolicyState[] {
  const warned = new Set<string>(warnings.map(({ id }) => id))
  const now = state.figure.known ? state.figure.value : 'unknown'
  const states: PolicyState[] = []
  if (now === 'unsupported' || now === 'dormant') states.push(now)
  if (level === 'weak') states.push('weak')
  if (warned.has('falling')) states.push('falling')
  if (warned.has('one-person')) states.push('one-person')
  return states
}
