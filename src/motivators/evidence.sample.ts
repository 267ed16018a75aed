/** A small organization for the tests of this area: two units below a city, invented packages, levels as given. */

import type { UnitMaturity } from '#domain/assessment/maturity.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import { lift, unknown, type NamedFigure } from '#domain/figure.ts'
import type { IndicatorDefinition, LevelNumber, MaturityModel } from '#domain/maturity-model.ts'
import { nothingHeard, type Heard, type Motivator, type MotivatorContent } from '#domain/motivators.ts'
import { nothingStated, type Product } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { nothingUpstream } from '#domain/upstream.ts'
import { proposalsOf } from './candidates.ts'
import { ownFigures } from './benefit-figures.ts'
import type { MotivatorEvidence } from './context.ts'

const asOf = '2026-11-22'

/** The portal of the quay uses two packages, the wheel of the mill one. */
export function samplePortfolio(criticality: Product['criticality'] = 'low', uses = [0, 0, 1]): Portfolio {
  const product = (id: string, unit: string, owner: string): Product => ({
    id,
    name: id,
    origin: 'made',
    unit,
    criticality: id === 'portal' ? criticality : 'low',
    audience: 'internal',
    supplier: null,
    paths: [id],
    owner,
  })
  const part = (name: string) => ({
    purl: `pkg:npm/${name}@1.0.0`,
    package: `pkg:npm/${name}`,
    ecosystem: 'npm',
    kind: 'software' as const,
    name,
    version: '1.0.0',
    licenses: [],
  })
  const document = (path: string, index: number) => ({
    path,
    evidence: `evidence-${path}`,
    reader: 'sample',
    format: 'sample',
    specVersion: null,
    product: index,
    counts: { found: 1, taken: 1, refused: 0, edges: 0, services: 0 },
    refused: [],
    issues: [],
  })
  const person = (id: string, unit: string, role: string, to: string | null = null) => ({
    id,
    unit,
    roles: [role],
    from: null,
    to,
    namesAllowed: false,
  })
  return {
    asOf,
    knownAt: `${asOf}T00:00:00.000Z`,
    organization: {
      id: 'city',
      name: 'City',
      units: [
        { id: 'city', name: 'City', parent: null },
        { id: 'quay', name: 'Quay', parent: 'city' },
        { id: 'mill', name: 'Mill', parent: 'city' },
      ],
      products: [product('portal', 'quay', 'p-1'), product('wheel', 'mill', 'p-3')],
      suppliers: [],
      people: [
        person('p-1', 'quay', 'engineer'),
        person('p-2', 'quay', 'manager'),
        person('p-3', 'mill', 'engineer', '2026-01-31'),
        person('p-4', 'city', 'executive'),
      ],
      domains: [],
      laborRate: { yearlyWage: 1, currency: 'EUR', loadFactor: 1, source: 'sample', asOf, basis: 'organization' },
      stated: nothingStated,
      isDeclared: true,
    },
    organizationFile: null,
    parts: [part('tidewheel'), part('bollard'), part('millstone')],
    documents: [document('portal/list', 0), document('wheel/list', 1)],
    occurrences: {
      count: uses.length,
      part: Int32Array.from(uses, (_, index) => index),
      document: Int32Array.from(uses),
      scope: new Uint8Array(uses.length),
      directness: new Uint8Array(uses.length),
      depth: new Uint8Array(uses.length).fill(1),
      at: uses.map((_, index) => `/${index}`),
    },
    edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
    projectLinks: [],
    sizes: [],
    upstream: nothingUpstream,
    evidence: new Map(),
    unread: [],
  }
}

export function sampleMotivator(id: string, more: Partial<Motivator> = {}): Motivator {
  return {
    id,
    statement: `statement of ${id}`,
    kind: 'cost',
    catalog: null,
    conversations: [],
    heard: [{ unit: 'quay', audience: 'engineers', people: 1 }],
    others: 0,
    areas: ['quay'],
    activities: ['use'],
    benefits: ['B1'],
    from: 1,
    to: 2,
    strength: 3,
    obstacle: null,
    wish: null,
    followUp: null,
    declined: null,
    ...more,
  }
}

const origin = { source: 'sample', sourceLicense: 'sample' }
const text = (en: string) => ({ en, de: en, ja: en })

const content: MotivatorContent = {
  versions: {},
  benefits: ['B1', 'B2', 'B3', 'B4'].map((id) => ({
    ...origin,
    id,
    label: text(id),
    from: 1,
    to: 4,
    activities: ['use'],
    stakeholders: ['executives'],
    shownBy: [`value/${id}`],
    beside: [`value/beside-${id}`],
  })),
  kinds: [],
  catalog: [],
  guides: [],
  template: {
    isProposal: true,
    note: text('sample'),
    rows: ['cost', 'brand'],
    boxes: [
      { ...origin, id: 'box-a', motivator: 'a', kind: 'cost', from: 2, to: 3, touches: null, mainly: null },
      { ...origin, id: 'box-b', motivator: 'b', kind: 'brand', from: 4, to: 4, touches: 'cost', mainly: null },
    ],
  },
}

function indicator(id: string, level: LevelNumber, isGate: boolean, cost: IndicatorDefinition['cost']) {
  return { ...origin, id, level, isGate, cost } as IndicatorDefinition
}

/** Gates G1 to G3, cheap support S2 on level 2; levels 1 to 3. */
const indicators = [
  indicator('G1', 1, true, 'medium'),
  indicator('G2', 2, true, 'high'),
  indicator('S2', 2, false, 'low'),
  indicator('G3', 3, true, 'low'),
]

const model = {
  indicators,
  crosswalk: ([[0], [0, 1], [2], [2, 3], [3, 4]] as const).map((stages, level) => ({ level, stages })),
  stages: ([0, 1, 2, 3, 4] as const).map((stage) => ({ stage, gates: stage === 2 ? ['G2'] : [], supports: [] })),
} as unknown as MaturityModel

/** Floor and ceiling of a unit; null when it was not assessed. */
export type Levels = Readonly<Record<string, readonly [LevelNumber, LevelNumber] | null>>

function unitMaturity(unit: string | null, levels: readonly [LevelNumber, LevelNumber] | null): UnitMaturity {
  const level = {
    id: `maturity/level/whole/${unit ?? 'organization'}`,
    figure:
      levels === null
        ? unknown('not-collected')
        : lift({ floor: levels[0], ceiling: levels[1] }, { id: 'maturity/level', version: 1 }, []),
  }
  const states = indicators.map(({ id, level: of }) => ({
    indicator: id,
    state: of !== null && levels !== null && of <= levels[0] ? 'met' : 'not-met',
  }))
  return { unit, indicators: states, whole: { level }, functions: [], stage: { level } } as unknown as UnitMaturity
}

export function sampleEvidence(
  said: Partial<Heard> = {},
  {
    levels = {},
    figures = [],
    portfolio = samplePortfolio(),
    vulnerabilities = null,
  }: {
    readonly levels?: Levels
    readonly figures?: readonly NamedFigure[]
    readonly portfolio?: Portfolio
    readonly vulnerabilities?: VulnerabilityAssessment | null
  } = {},
): MotivatorEvidence {
  const unit = (name: string | null) => unitMaturity(name, levels[name ?? 'city'] ?? null)
  return {
    portfolio,
    content,
    heard: { ...nothingHeard, ...said, evidence: 'extract' },
    model,
    maturity: { units: [unit(null), unit('quay'), unit('mill')] } as unknown as MotivatorEvidence['maturity'],
    proposals: proposalsOf(portfolio, vulnerabilities),
    isLookedUp: vulnerabilities !== null,
    figures: ownFigures(figures),
  }
}
