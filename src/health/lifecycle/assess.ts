/** Which of the parts in use are still kept up, by the release lines that were brought. */

import { compute, observed, unknown, type IsoDate, type Method, type NamedFigure } from '#domain/figure.ts'
import type { LifecycleAssessment, LifecycleNames, LifecycleStatus, PartLifecycle } from '#domain/lifecycle.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { Lifecycle, LifecycleCycle } from '#domain/upstream.ts'
import { lifecycleMatcher, type LifecycleMatch } from './match.ts'
import { cycleOf, stateOn } from './state.ts'

export const lifecycleMethod: Method = { id: 'lifecycle-state', version: 1 }

/** Days are those of the portfolio. A part of no known product is not listed: nothing is said about it. */
export function assessLifecycles(
  portfolio: Pick<Portfolio, 'parts' | 'upstream' | 'asOf'>,
  names: LifecycleNames,
): LifecycleAssessment {
  const { parts, upstream, asOf } = portfolio
  const match = lifecycleMatcher(upstream.lifecycles, names)
  const found = parts.flatMap((part, index): readonly PartLifecycle[] => {
    const matched = match(part)
    if (matched === undefined) return []
    const status = {
      id: `health/lifecycle/${part.purl ?? `${part.name}@${part.version ?? ''}`}`,
      figure: statusOf(matched, asOf),
    }
    return [{ part: index, product: matched.lifecycle.product, basis: matched.basis, status }]
  })
  const known = found.filter(({ status }) => status.figure.known).length
  return { parts: found, coverage: { known, of: parts.length, unit: 'parts' } }
}

/** The figures of the parts and of the release lines they rest on, each once. */
export function lifecycleFigures(
  { parts }: LifecycleAssessment,
  lifecycles: readonly Lifecycle[],
): readonly NamedFigure[] {
  const byProduct = new Map(lifecycles.map((lifecycle) => [lifecycle.product, lifecycle]))
  const figures = new Map<string, NamedFigure>()
  for (const { status, product } of parts) {
    figures.set(status.id, status)
    const lifecycle = byProduct.get(product)
    if (!status.figure.known || lifecycle === undefined) continue
    const { cycle } = status.figure.value
    const line = lifecycle.cycles.find((each) => each.cycle === cycle)
    if (line === undefined) continue
    const figure = cycleFigure(lifecycle, line)
    figures.set(figure.id, figure)
  }
  return [...figures.values()]
}

function statusOf({ lifecycle, version }: LifecycleMatch, asOf: IsoDate): NamedFigure<LifecycleStatus>['figure'] {
  const line = cycleOf(version, lifecycle.cycles)
  if (line === undefined) return unknown('not-collected', [{ kind: 'observed', evidence: lifecycle.evidence }])
  return compute(lifecycleMethod, [cycleFigure(lifecycle, line)], (stated) => {
    const state = stateOn(asOf, stated)
    return state === undefined ? undefined : { product: lifecycle.product, cycle: stated.cycle, ...state }
  })
}

function cycleFigure(lifecycle: Lifecycle, line: LifecycleCycle): NamedFigure<LifecycleCycle> {
  return {
    id: `health/lifecycle-cycle/${lifecycle.product}/${line.cycle}`,
    figure: observed(line, lifecycle.evidence, line.at ?? lifecycle.at),
  }
}
