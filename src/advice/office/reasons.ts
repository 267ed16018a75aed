/** The seven reasons to start an office, each with the figures that show whether it is served. */

import type { KeyFigureId, ReasonId, ReasonView } from '#domain/assessment/advice.ts'
import type { AdviceFacts } from '#advice/facts.ts'
import type { ProfileDefinition } from '#advice/profile.ts'
import { keyFigure } from './key-figures.ts'

type Reason = {
  readonly id: ReasonId
  /** What it was before has to be written down, or nobody can tell later. */
  readonly needsBaseline: boolean
  readonly indicators: readonly KeyFigureId[]
}

/** In the order of the founding chapter; the choice of indicators is our proposal. */
const reasons: readonly Reason[] = [
  {
    id: 'standard-processes',
    needsBaseline: true,
    indicators: ['policy-coverage', 'intake-time', 'fast-lane', 'help-desk'],
  },
  {
    id: 'approach-communities',
    needsBaseline: true,
    indicators: ['contributors', 'changes-merged', 'merge-ratio', 'training-reach'],
  },
  {
    id: 'sustain-projects',
    needsBaseline: true,
    indicators: ['critical-health', 'critical-with-remedy', 'leaning-on-one', 'money-given', 'time-given'],
  },
  {
    id: 'manage-compliance',
    needsBaseline: false,
    indicators: ['licenses-resolved', 'notices', 'policies-on-time', 'supplier-sboms'],
  },
  {
    id: 'open-knowledge',
    needsBaseline: false,
    indicators: ['published-products', 'published-healthy', 'reuse-share'],
  },
  {
    id: 'development-velocity',
    needsBaseline: true,
    indicators: ['intake-time', 'libyears', 'reuse-share'],
  },
  {
    id: 'mitigate-security-risk',
    needsBaseline: true,
    indicators: ['coverage', 'exposure-time', 'answer-time', 'open-vulnerabilities', 'own-fixes-upstream'],
  },
]

export function reasonViews(facts: AdviceFacts, { reasonsFirst }: ProfileDefinition): readonly ReasonView[] {
  const first = reasonsFirst.flatMap((id) => reasons.filter((reason) => reason.id === id))
  const ordered = [...first, ...reasons.filter(({ id }) => !reasonsFirst.includes(id))]
  return ordered.map(({ id, needsBaseline, indicators }, index) => {
    const looked = indicators.map((one) => keyFigure(facts, one))
    const known = looked.filter(({ need }) => need === null).length
    return {
      reason: id,
      rank: index + 1,
      needsBaseline,
      indicators: looked,
      coverage: { known, of: looked.length, unit: 'indicators' },
    }
  })
}
