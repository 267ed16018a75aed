/** Advice on one part, project or need: the guide's answer with cost, benefits, owner, review and what would change it. */

import type { AdviceOwner, EngagementAdvice, FactInput, RejectedOption } from '#domain/assessment/engagement.ts'
import { criticalityLevel } from '#domain/criticality.ts'
import type { Decision } from '#domain/decision.ts'
import type { EngagementCase, EngagementOption, FactName } from '#domain/engagement.ts'
import { lift, type NamedFigure } from '#domain/figure.ts'
import { monthsAfter } from '#domain/office.ts'
import type { PurlText } from '#domain/part.ts'
import type { ProjectId } from '#domain/project.ts'
import { unitsFrom } from '#domain/units.ts'
import type { CostAssumptions } from './assumptions.ts'
import { changesOf } from './changes.ts'
import type { EngagementFacts } from './condition.ts'
import type { Prepared } from './context.ts'
import { costOf, optionText } from './cost.ts'
import { decidedBefore, decisionAnswering } from './decided.ts'
import { factsOfOwn, factsOfPart } from './facts.ts'
import { factFigureId, optionFigureId } from './figure-ids.ts'
import type { askGuide } from './guide.ts'
import { reviewMonths } from './thresholds.ts'

/** Advice, and the figures that stand behind it and are not its inputs. */
export type Advised = { readonly advice: EngagementAdvice; readonly figures: readonly NamedFigure[] }

export type AdviceOptions = {
  /**
   * For one part: every fact that was asked for, and what each unknown one would change. Lists of thousands hold the known
   * facts alone; what is missing stands with the rules that ask for it.
   */
  readonly isWhole: boolean
  readonly guide: typeof askGuide
}

export function adviseOnPart(
  prepared: Prepared,
  assumptions: CostAssumptions,
  name: PurlText,
  options: AdviceOptions,
): Advised {
  const isOwn = prepared.own.has(name)
  const project = prepared.projectOf.get(name) ?? null
  const product = project === null ? undefined : prepared.published.get(project)
  return advise(
    prepared,
    assumptions,
    {
      case: isOwn ? 'own' : 'used',
      subject: name,
      package: name,
      project,
      name: prepared.portfolio.parts[prepared.partsOf.get(name)?.[0] ?? -1]?.name ?? name,
      facts: isOwn ? factsOfOwn(prepared, product?.id ?? null, name) : factsOfPart(prepared, name),
    },
    options,
  )
}

/** A project that one of the organization's products is published as. */
export function adviseOnOwnProject(
  prepared: Prepared,
  assumptions: CostAssumptions,
  project: ProjectId,
  options: AdviceOptions,
): Advised {
  const product = prepared.published.get(project)
  const facts = factsOfOwn(prepared, product?.id ?? null, null)
  const name = product?.name ?? project
  return advise(prepared, assumptions, { case: 'own', subject: project, package: null, project, name, facts }, options)
}

export type Asked = {
  readonly case: EngagementCase
  readonly subject: string
  readonly package: PurlText | null
  readonly project: ProjectId | null
  readonly name: string
  readonly facts: EngagementFacts
}

export function advise(
  prepared: Prepared,
  assumptions: CostAssumptions,
  asked: Asked,
  { isWhole, guide }: AdviceOptions,
): Advised {
  const { portfolio } = prepared
  const { facts, subject } = asked
  const answer = guide(asked.case, facts)
  const uses = asked.package === null ? [] : (prepared.criticality.get(asked.package)?.uses ?? [])
  const k = facts.criticality.known ? facts.criticality.value : prepared.criticality.get(asked.package ?? '')?.k
  const level = k === undefined ? null : criticalityLevel(k)
  const inputs = answer.asked
    .filter((fact) => isWhole || facts[fact].known || answer.deciding.includes(fact))
    .map((fact): FactInput => ({ fact, figure: namedFact(facts, fact, subject) }))
  const cost = (option: EngagementOption) => costOf(prepared, assumptions, option, subject, asked.package)
  const chosen = cost(answer.option)
  const costs = [chosen]
  const [first, second] = answer.rejected.slice(0, 2).map((one): RejectedOption => {
    const other = cost(one.option)
    costs.push(other)
    return { ...one, cost: other.cost }
  })
  if (first === undefined || second === undefined)
    throw new Error(`the guide turned down fewer than two options: ${subject}`)
  const figure = {
    id: optionFigureId(subject),
    figure: lift(
      answer.option,
      { id: 'advice/option', version: 1 },
      inputs.map((input) => input.figure.id),
    ),
  }
  const decision = decisionOn(prepared, asked)
  const health = asked.package === null ? undefined : prepared.healthOf.get(asked.package)?.health.figure
  const advice: EngagementAdvice = {
    case: asked.case,
    subject,
    package: asked.package,
    project: asked.project,
    name: asked.name,
    versions: versionsOf(prepared, asked.package),
    products: uses.flatMap(({ product }) => portfolio.organization.products[product]?.id ?? []),
    unit: prepared.unit ?? null,
    criticalityLevel: level,
    decided: decision === undefined ? null : decidedBefore(decision, answer.option),
    option: answer.option,
    standing: answer.isAdvised ? 'advised' : 'provisional',
    reason: answer.reason,
    rule: answer.rule,
    measures: answer.measures,
    applied: answer.applied,
    open: answer.open,
    rejected: [first, second],
    cost: chosen.cost,
    benefits: optionText(prepared.options, answer.option).benefits,
    owner: ownerOf(prepared, asked),
    reviewOn: monthsAfter(portfolio.asOf, reviewMonths[level ?? 'high']),
    changes: isWhole
      ? changesOf(asked.case, facts, answer.asked, health?.known === true ? health.value : undefined)
      : [],
    inputs,
    figure,
  }
  return { advice, figures: costs.flatMap(({ from }) => from) }
}

function namedFact(facts: EngagementFacts, fact: FactName, subject: string): NamedFigure<number | string | boolean> {
  return { id: factFigureId(fact, subject), figure: facts[fact] }
}

function versionsOf({ portfolio, partsOf }: Prepared, name: PurlText | null): readonly string[] {
  const parts = name === null ? [] : (partsOf.get(name) ?? [])
  return [...new Set(parts.flatMap((part) => portfolio.parts[part]?.version ?? []))].toSorted()
}

/** The owner of the most critical product that uses it, who answers for the advice. */
function ownerOf({ portfolio, criticality, published }: Prepared, asked: Asked): AdviceOwner | null {
  const { products, people } = portfolio.organization
  const uses = asked.package === null ? [] : (criticality.get(asked.package)?.uses ?? [])
  const own = asked.project === null ? undefined : published.get(asked.project)
  const most = uses.toSorted((a, b) => b.c * b.d * b.s * b.r - a.c * a.d * a.s * a.r || a.product - b.product)
  // A product without an owner passes the question on to the next one.
  const product = [...(own === undefined ? [] : [own]), ...most.map((use) => products[use.product])].find(
    (one) => one !== undefined && one.owner !== null,
  )
  if (product === undefined || product.owner === null) return null
  const person = people.find(({ id }) => id === product.owner)
  const hasLeft = person?.to != null && person.to < portfolio.asOf
  return { person: product.owner, product: product.id, hasLeft }
}

/** What was decided for one product or unit answers where that one alone uses the part. */
function decisionOn(prepared: Prepared, asked: Asked): Decision | undefined {
  if (asked.case === 'new' || prepared.inForce.length === 0) return undefined
  const { products, units } = prepared.portfolio.organization
  const [use, ...others] = asked.package === null ? [] : (prepared.criticality.get(asked.package)?.uses ?? [])
  const only = others.length === 0 && use !== undefined ? products[use.product] : undefined
  return decisionAnswering(prepared.inForce, {
    package: asked.package,
    project: asked.project,
    versions: versionsOf(prepared, asked.package),
    product: only?.id ?? null,
    units: unitsFrom(units, only?.unit ?? prepared.unit ?? null),
  })
}
