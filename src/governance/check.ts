/** What a policy and decisions say to everything in use: findings, exceptions, and what could not be judged. */

import type { PartTerms } from '#domain/assessment/licenses.ts'
import type { CheckFinding, NotJudged, PolicyCheck, WaivedFinding, WayOut } from '#domain/assessment/policy-check.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import { decisionsAbout, decisionsInForce, type Decision } from '#domain/decision.ts'
import { severities, type Finding } from '#domain/finding.ts'
import { occurrencesByProduct } from '#domain/occurrence-order.ts'
import { scopes, type PurlText, type Scope } from '#domain/part.ts'
import { policyAspects, type Policy, type PolicyAspect, type PolicyState, type PolicyWaiver } from '#domain/policy.ts'
import type { Part, Portfolio } from '#domain/portfolio.ts'
import { projectsOfPackages } from '#domain/project.ts'
import { unitsFrom } from '#domain/units.ts'
import { versContains } from '#ecosystems/vers.ts'
import { aspectsOf, fits, type FamilyOf, type PolicyQuestion } from './policy-match.ts'

export type CheckInput = {
  readonly portfolio: Portfolio
  /** In the order of the parts. */
  readonly terms: readonly PartTerms[]
  /** Null when no advisories are at hand. */
  readonly vulnerabilities: VulnerabilityAssessment | null
  /** States of the projects behind packages; null when nobody looked. A package that is absent is not known. */
  readonly states: ReadonlyMap<PurlText, readonly PolicyState[]> | null
  readonly familyOf: FamilyOf
  readonly policy: Policy
  readonly decisions: readonly Decision[]
}

/** A part in a product: once, with the strongest need and the first place. */
type Use = { readonly part: number; readonly product: number; scope: Scope; readonly occurrence: number }

export function checkPolicy(input: CheckInput): PolicyCheck {
  const { portfolio, policy, terms } = input
  const judgeUse = judgeFor(input)
  const findings = new Map<string, Joined<CheckFinding>>()
  const waived = new Map<string, Joined<WaivedFinding>>()
  for (const use of usesOf(portfolio))
    for (const { finding, waiver } of judgeUse(use)) {
      const key = [finding.aspect, finding.rule, finding.what, use.part, waiver?.id ?? ''].join('\n')
      if (waiver === null) join(findings, key, finding)
      else join(waived, key, { ...finding, waiver })
    }
  return {
    policy: policy.name,
    parts: terms.length,
    findings: [...findings.values()].toSorted(gravestFirst),
    waived: [...waived.values()].toSorted(gravestFirst),
    notJudged: notJudged(input),
  }
}

type Judged = { readonly finding: CheckFinding; readonly waiver: WaivedFinding['waiver'] | null }

function judgeFor(input: CheckInput): (use: Use) => readonly Judged[] {
  const { portfolio, terms, policy, familyOf, states } = input
  const { organization, parts, asOf, documents, occurrences } = portfolio
  const inForce = decisionsInForce(input.decisions, asOf)
  const rules = policy.rules.filter(({ until }) => until === null || asOf <= until)
  const waivers = policy.waivers.filter(({ until }) => asOf <= until)
  const projects = projectsOfPackages(portfolio.projectLinks)
  const findingsOf = Map.groupBy(input.vulnerabilities?.findings ?? [], ({ part }) => part)
  const fixOf = new Map((input.vulnerabilities?.remedies ?? []).map(({ part, version }) => [part, version]))
  const unitsOf = organization.products.map(({ unit }) => unitsFrom(organization.units, unit))
  const alternatives = new Map(
    organization.stated.declarations.flatMap(({ subject, part, value }) =>
      subject === 'alternative' && part !== null && typeof value === 'string' ? [[part, value] as const] : [],
    ),
  )

  return (use) => {
    const part = parts[use.part]
    if (part === undefined) return []
    const product = organization.products[use.product]
    const asked = { part, terms: terms[use.part], product, scope: use.scope }
    const place = {
      purl: part.purl,
      name: part.name,
      version: part.version,
      products: product === undefined ? [] : [product.id],
      file: documents[occurrences.document[use.occurrence] ?? -1]?.path ?? '',
      at: occurrences.at[use.occurrence] ?? '',
    }
    const found: Judged[] = []
    const decided = decisionFor(part, use)
    if (decided?.outcome === 'refuse' || decided?.outcome === 'review' || decided?.option === 0) {
      const finding: CheckFinding = {
        ...place,
        aspect: 'license',
        outcome: decided.outcome === 'refuse' ? 'deny' : 'review',
        rule: `decision:${decided.id}`,
        reason: decided.reason,
        what: subjectText(decided),
        severity: null,
        wayOut: waysOut('license', part, decided.id, null),
      }
      found.push({ finding, waiver: null })
    }
    // A permission answers for the terms and for the state of a part; a known vulnerability needs an exception of its own.
    const isAllowed = decided?.outcome === 'allow' || decided?.outcome === 'allow-with-conditions'
    const isFromPart = decided?.subject.kind !== 'license'
    if (decided === undefined || decided.outcome === 'engage' || isAllowed) {
      ask(
        { ...asked, aspect: 'license', finding: null, state: null },
        licenseText(asked.terms),
        isAllowed ? decided : undefined,
      )
    }
    for (const finding of findingsOf.get(use.part) ?? [])
      ask({ ...asked, aspect: 'vulnerability', finding, state: null }, finding.id, undefined)
    for (const state of (part.package === null ? undefined : states?.get(part.package)) ?? [])
      ask({ ...asked, aspect: 'health', finding: null, state }, state, isAllowed && isFromPart ? decided : undefined)
    return found

    /** @param permission turns a finding into one that passes until the permission ends */
    function ask(question: PolicyQuestion, what: string, permission: Decision | undefined): void {
      const rule = rules.find((one) => fits(one, question, familyOf))
      if (rule === undefined || rule.outcome === 'allow') return
      const finding: CheckFinding = {
        ...place,
        aspect: question.aspect,
        outcome: rule.outcome,
        rule: `policy:${rule.id}`,
        reason: rule.reason,
        what,
        severity: question.finding?.severity ?? null,
        wayOut: waysOut(question.aspect, part ?? question.part, rule.id, question.finding, rule.wayOut),
      }
      const exception = waivers.find((one) => isWaived(one, rule.id, question))
      const waiver =
        permission !== undefined
          ? { id: `decision:${permission.id}`, by: permission.by, until: permission.until }
          : exception === undefined
            ? null
            : { id: `policy:${exception.id}`, by: exception.by, until: exception.until }
      found.push({ finding, waiver })
    }
  }

  function decisionFor(part: Part, use: Use): Decision | undefined {
    if (inForce.length === 0) return undefined
    return decisionsAbout(
      inForce,
      {
        package: part.package,
        version: part.version,
        project: part.package === null ? null : (projects.get(part.package)?.project ?? null),
        licenses: terms[use.part]?.portions.flatMap(({ chosen }) => chosen) ?? [],
        product: organization.products[use.product]?.id ?? null,
        units: unitsOf[use.product] ?? [],
        about: 'use',
      },
      versContains,
    ).find(({ outcome, option }) => outcome !== 'engage' || option === 0)
  }

  function waysOut(
    aspect: PolicyAspect,
    part: Part,
    rule: string,
    finding: Finding | null,
    ownWords: string | null = null,
  ): readonly WayOut[] {
    const name = part.purl ?? part.name
    const ways: WayOut[] = ownWords === null ? [] : [{ code: 'own-words', text: ownWords }]
    if (aspect === 'vulnerability') {
      const version = finding === null ? null : (fixOf.get(finding.part) ?? null)
      ways.push(version === null ? { code: 'no-fix-known' } : { code: 'upgrade', version })
    } else {
      const hasNoTerms = aspect === 'license' && part.licenses.length === 0
      ways.push(
        hasNoTerms ? { code: 'state-license' } : { code: 'replace', by: alternatives.get(part.package ?? '') ?? null },
      )
    }
    if (aspect === 'health') ways.push({ code: 'engage', part: part.package ?? name })
    // A permission to use something says nothing about a weakness in it: that takes an exception from the rule.
    ways.push({ code: 'ask-exception', rule, part: aspect === 'vulnerability' ? null : part.purl })
    return ways
  }
}

function isWaived(waiver: PolicyWaiver, rule: string, { part, product, finding }: PolicyQuestion): boolean {
  if (waiver.rule !== rule) return false
  if (waiver.part !== null && waiver.part !== part.package) return false
  if (waiver.product !== null && waiver.product !== product?.id) return false
  if (waiver.advisory !== null && finding?.aliases.includes(waiver.advisory) !== true) return false
  return waiver.versions === null || (part.version !== null && versContains(waiver.versions, part.version) === true)
}

/** Product after product, so that millions of uses need not be held at once. */
function* usesOf(portfolio: Portfolio): Generator<Use> {
  const { occurrences, documents } = portfolio
  let current = -1
  let inProduct = new Map<number, Use>()
  for (const occurrence of occurrencesByProduct(portfolio)) {
    const product = documents[occurrences.document[occurrence] ?? -1]?.product ?? -1
    if (product !== current) {
      yield* inProduct.values()
      current = product
      inProduct = new Map()
    }
    const part = occurrences.part[occurrence] ?? -1
    const scope = scopes[occurrences.scope[occurrence] ?? -1] ?? 'unknown'
    const known = inProduct.get(part)
    if (known === undefined) inProduct.set(part, { part, product, scope, occurrence })
    else if (needed.indexOf(scope) < needed.indexOf(known.scope)) known.scope = scope
  }
  yield* inProduct.values()
}

const needed: readonly Scope[] = ['runtime', 'unknown', 'optional', 'development']

/** Only where the policy has a rule that would ask. */
function notJudged({ policy, terms, vulnerabilities, states, portfolio }: CheckInput): readonly NotJudged[] {
  const isAsked = (aspect: PolicyAspect): boolean =>
    policy.rules.some(({ match }) => aspectsOf(match).length === 1 && aspectsOf(match)[0] === aspect)
  const isUnknownJudged = policy.rules.some(({ match }) => match.openness.includes('unknown'))
  const count: Readonly<Record<PolicyAspect, number>> = {
    license: isUnknownJudged ? 0 : terms.filter(({ openness }) => openness === 'unknown').length,
    vulnerability:
      vulnerabilities?.total.figure.known === true ? vulnerabilities.undecided.length : portfolio.parts.length,
    health: portfolio.parts.filter(({ package: name }) => name === null || states?.has(name) !== true).length,
  }
  return policyAspects
    .filter((aspect) => isAsked(aspect) && count[aspect] > 0)
    .map((aspect) => ({ aspect, parts: count[aspect], of: portfolio.parts.length }))
}

function licenseText(terms: PartTerms | undefined): string {
  const texts = terms?.portions.flatMap(({ expression, text }) => expression ?? text ?? []) ?? []
  return texts.length === 0 ? 'unknown' : [...new Set(texts)].join('; ')
}

function subjectText({ subject }: Decision): string {
  if (subject.kind === 'license') return subject.license
  return subject.kind === 'project' ? subject.project : `${subject.package} ${subject.versions ?? ''}`.trimEnd()
}

type Joined<T extends CheckFinding> = T & { readonly products: string[] }

/** The same finding in another product adds the product. */
function join<T extends CheckFinding>(known: Map<string, Joined<T>>, key: string, finding: T): void {
  const before = known.get(key)
  if (before === undefined) known.set(key, { ...finding, products: [...finding.products] })
  else before.products.push(...finding.products)
}

function gravestFirst(a: CheckFinding, b: CheckFinding): number {
  return (
    Number(b.outcome === 'deny') - Number(a.outcome === 'deny') ||
    rank(a) - rank(b) ||
    policyAspects.indexOf(a.aspect) - policyAspects.indexOf(b.aspect) ||
    compare(a.purl ?? a.name, b.purl ?? b.name) ||
    compare(a.what, b.what) ||
    compare(a.rule, b.rule)
  )
}

function rank({ severity }: CheckFinding): number {
  return severity === null ? -1 : severities.indexOf(severity)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
