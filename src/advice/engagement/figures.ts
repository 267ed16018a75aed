/** Every figure behind advice, down to what was read or stated. */

import type { EngagementAdvice } from '#domain/assessment/engagement.ts'
import { undeclaredProductWeight, productWeights, useWeight, type PackageCriticality } from '#domain/criticality.ts'
import { assumed, lift, observed, type FigureId, type NamedFigure } from '#domain/figure.ts'
import { occurrencesByProduct } from '#domain/occurrence-order.ts'
import type { PurlText } from '#domain/part.ts'
import type { Advised } from './advise.ts'
import type { CostAssumptions } from './assumptions.ts'
import type { Prepared } from './context.ts'
import {
  decisionFigureId,
  forkFigureId,
  occurrenceFigureId,
  productFigureId,
  releasesFigureId,
  useFigureId,
} from './figure-ids.ts'
import { namedUses, otherUses } from './uses.ts'

/** Each id once, in the order of the advice. */
export function figuresOfAdvice(
  prepared: Prepared,
  assumptions: CostAssumptions,
  advised: readonly Advised[],
): readonly NamedFigure[] {
  const packages = new Set(advised.flatMap(({ advice }) => advice.package ?? []))
  const all = [
    ...assumptions.all,
    ...advised.flatMap(({ advice, figures }) => [...ownFigures(advice), ...figures]),
    ...useFigures(prepared, packages),
    ...statedFigures(prepared, packages),
    ...prepared.decisions.flatMap((decision) =>
      decision.evidence === ''
        ? []
        : [
            {
              id: decisionFigureId(decision.id),
              figure: observed(decision.option ?? decision.outcome, decision.evidence, decision.at),
            },
          ],
    ),
  ]
  return [...new Map(all.map((named) => [named.id, named])).values()]
}

/** Inputs that another area's figure stands for keep its id there; here they are facts of the part. */
function ownFigures({ figure, cost, rejected, inputs }: EngagementAdvice): readonly NamedFigure[] {
  return [figure, cost, ...rejected.map((one) => one.cost), ...inputs.map((input) => input.figure)]
}

/** How strongly each product uses a package: its declared criticality, and the place that tells depth and scope. */
function useFigures(prepared: Prepared, packages: ReadonlySet<PurlText>): readonly NamedFigure[] {
  const { portfolio } = prepared
  const criticality = [...packages].flatMap((name) => prepared.criticality.get(name) ?? [])
  const places = placesOf(prepared, criticality)
  const products = new Set<number>()
  const figures = criticality.flatMap((of) => [
    ...namedUses(of).flatMap((use): readonly NamedFigure[] => {
      products.add(use.product)
      const place = places.get(occurrenceFigureId(use.product, of.package))
      const inputs = [productFigureId(use.product), occurrenceFigureId(use.product, of.package)]
      return [
        {
          id: useFigureId(use.product, of.package),
          figure: lift(useWeight(use), { id: 'advice/use', version: 1 }, inputs),
        },
        ...(place == null ? [] : [place]),
      ]
    }),
    ...otherUses(of),
  ])
  return [
    ...figures,
    ...[...products].map((index): NamedFigure => {
      const product = portfolio.organization.products[index]
      const level = product?.criticality ?? null
      const isRead = portfolio.organizationFile !== null && level !== null
      return {
        id: productFigureId(index),
        figure: isRead
          ? observed(productWeights[level], portfolio.organizationFile, `/products/${index}`)
          : assumed(level === null ? undeclaredProductWeight : productWeights[level], 'criticality-of-product'),
      }
    }),
  ]
}

/** The first place at which a product names a package, for each use that is named, by the id of its figure. */
function placesOf(
  { portfolio }: Prepared,
  criticality: readonly PackageCriticality[],
): ReadonlyMap<FigureId, NamedFigure | null> {
  const { documents, occurrences, parts } = portfolio
  const places = new Map<FigureId, NamedFigure | null>(
    criticality.flatMap((of) => namedUses(of).map(({ product }) => [occurrenceFigureId(product, of.package), null])),
  )
  const packages = new Set(criticality.map((of) => of.package))
  for (const index of occurrencesByProduct(portfolio)) {
    const name = parts[occurrences.part[index] ?? -1]?.package
    const document = documents[occurrences.document[index] ?? -1]
    if (name == null || document === undefined || !packages.has(name)) continue
    const id = occurrenceFigureId(document.product, name)
    if (places.get(id) !== null) continue
    const depth = occurrences.depth[index] ?? 0
    places.set(id, { id, figure: observed(depth, document.evidence, occurrences.at[index] ?? '') })
  }
  return places
}

function statedFigures(prepared: Prepared, packages: ReadonlySet<PurlText>): readonly NamedFigure[] {
  const { portfolio, forksOf } = prepared
  const { organizationFile } = portfolio
  const { forks } = portfolio.organization.stated
  return [...packages].flatMap((name): readonly NamedFigure[] => {
    const facts = portfolio.upstream.packages.get(name)
    return [
      ...(facts === undefined
        ? []
        : [{ id: releasesFigureId(name), figure: observed(facts.releases.length, facts.evidence, facts.at) }]),
      ...(forksOf.get(name) ?? []).map((fork) => ({
        id: forkFigureId(fork.id),
        figure:
          organizationFile === null
            ? assumed(fork.patches ?? 1, 'organization')
            : observed(fork.patches ?? 1, organizationFile, `/forks/${forks.indexOf(fork)}`),
      })),
    ]
  })
}
