/** Whom the inventory proposes to talk to: owners of critical parts, units with most findings, those who use most. */

import type { Candidate, TalkProposal, TalkReason } from '#domain/assessment/motivators.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import { criticalityLevel, criticalityOfPackages } from '#domain/criticality.ts'
import type { TalkAudience } from '#domain/motivators.ts'
import type { Person, PersonId, UnitId } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { areasOf } from './areas.ts'
import { mostProposedUnits } from './assumptions.ts'
import { audienceOf, isActive } from './audiences.ts'
import type { MotivatorEvidence, OrganizationOn } from './context.ts'
import { talkWith } from './talks.ts'

export function candidatesOf(evidence: MotivatorEvidence): readonly Candidate[] {
  const { proposals, heard } = evidence
  const byWhom = Map.groupBy([...proposals, ...nobodyHeard(evidence)], ({ unit, person, audience }) =>
    JSON.stringify([unit, person, audience]),
  )
  const order = ['open', 'took-place', 'held']
  return [...byWhom.values()]
    .flatMap((group): Candidate[] => {
      const [first] = group
      if (first === undefined) return []
      const { unit, person, audience } = first
      const talk = talkWith(heard, { unit, person, audience })
      return [{ unit, person, audience, reasons: group.map(({ reason }) => reason), talk }]
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.talk) - order.indexOf(b.talk) ||
        b.reasons.length - a.reasons.length ||
        compare(JSON.stringify([a.unit, a.audience, a.person]), JSON.stringify([b.unit, b.audience, b.person])),
    )
}

/** @param vulnerabilities null: not looked up; nobody is then proposed for having most findings */
export function proposalsOf(
  portfolio: Portfolio,
  vulnerabilities: VulnerabilityAssessment | null,
): readonly TalkProposal[] {
  return [...ownersOfCritical(portfolio), ...mostFindings(portfolio, vulnerabilities), ...topUsers(portfolio)]
}

function ownersOfCritical(portfolio: Portfolio): readonly TalkProposal[] {
  const { organization } = portfolio
  const critical = criticalityOfPackages(portfolio).filter(({ k }) => criticalityLevel(k) === 'high')
  const packagesOf = new Map<number, string[]>()
  for (const one of critical)
    for (const { product } of one.uses) {
      const known = packagesOf.get(product)
      if (known === undefined) packagesOf.set(product, [one.package])
      else known.push(one.package)
    }
  const owned = organization.products.flatMap(({ id, owner, unit }, index) => {
    const packages = packagesOf.get(index) ?? []
    const person = owner === null ? undefined : activePerson(portfolio, owner)
    return packages.length === 0 ? [] : [{ id, packages, unit: person?.unit ?? unit, person }]
  })
  return [...Map.groupBy(owned, ({ unit, person }) => JSON.stringify([unit, person?.id ?? null])).values()].flatMap(
    (group): TalkProposal[] => {
      const [first] = group
      if (first === undefined) return []
      return [
        {
          unit: first.unit,
          person: first.person?.id ?? null,
          audience: first.person === undefined ? 'engineers' : audienceOf(first.person),
          reason: {
            kind: 'owns-critical',
            products: group.map(({ id }) => id).toSorted(),
            packages: new Set(group.flatMap(({ packages }) => packages)).size,
          },
        },
      ]
    },
  )
}

/** Findings count once a unit, however many of its products have them. */
function mostFindings(portfolio: Portfolio, vulnerabilities: VulnerabilityAssessment | null): readonly TalkProposal[] {
  if (vulnerabilities === null) return []
  const unitsOfPart = new Map<number, Set<UnitId>>()
  eachUse(portfolio, (part, unit) => unitsOfPart.set(part, (unitsOfPart.get(part) ?? new Set()).add(unit)))
  const counts = new Map<UnitId, number>()
  for (const { part } of vulnerabilities.findings)
    for (const unit of unitsOfPart.get(part) ?? []) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return highest(counts).map(([unit, findings]) => ({
    ...speaker(portfolio, unit, 'managers'),
    reason: { kind: 'most-findings', findings },
  }))
}

function topUsers(portfolio: Portfolio): readonly TalkProposal[] {
  const packages = new Map<UnitId, Set<string>>()
  eachUse(portfolio, (part, unit) => {
    const name = portfolio.parts[part]?.package ?? null
    if (name !== null) packages.set(unit, (packages.get(unit) ?? new Set()).add(name))
  })
  return highest(new Map([...packages].map(([unit, names]) => [unit, names.size]))).map(([unit, count]) => ({
    ...speaker(portfolio, unit, 'engineers'),
    reason: { kind: 'top-user', packages: count },
  }))
}

/** Areas in which nobody was asked, and executives as long as none was. */
function nobodyHeard({ portfolio, heard }: MotivatorEvidence): readonly TalkProposal[] {
  const { organization } = portfolio
  const talks = [...heard.conversations, ...heard.groups]
  const reason: TalkReason = { kind: 'no-conversation' }
  const executives = talks.some(({ audience }) => audience === 'executives')
    ? []
    : organization.people.filter((one) => isActive(portfolio, one) && audienceOf(one) === 'executives')
  return [
    ...areasOf(organization)
      .filter((area) => !talks.some(({ unit }) => unit === area))
      .map((area) => ({ ...speaker(portfolio, area, 'managers'), reason })),
    ...executives.map(({ id, unit }) => ({ unit, person: id, audience: 'executives' as const, reason })),
  ]
}

function eachUse({ documents, occurrences, organization }: Portfolio, use: (part: number, unit: UnitId) => void): void {
  for (let index = 0; index < occurrences.count; index += 1) {
    const product = documents[occurrences.document[index] ?? -1]?.product ?? -1
    const unit = organization.products[product]?.unit ?? null
    if (unit !== null) use(occurrences.part[index] ?? -1, unit)
  }
}

function highest(counts: ReadonlyMap<UnitId, number>): readonly (readonly [UnitId, number])[] {
  return [...counts].toSorted(([a, m], [b, n]) => n - m || compare(a, b)).slice(0, mostProposedUnits)
}

/** One person where exactly one fits; of several nobody is picked out. */
function speaker(
  portfolio: OrganizationOn,
  unit: UnitId,
  audience: TalkAudience,
): Pick<Candidate, 'unit' | 'person' | 'audience'> {
  const fitting = portfolio.organization.people.filter(
    (one) => one.unit === unit && isActive(portfolio, one) && audienceOf(one) === audience,
  )
  return { unit, person: fitting.length === 1 ? (fitting[0]?.id ?? null) : null, audience }
}

function activePerson(portfolio: Portfolio, id: PersonId): Person | undefined {
  return portfolio.organization.people.find((one) => one.id === id && isActive(portfolio, one))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
