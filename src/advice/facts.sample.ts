/** A small organization for the tests of this area, in good order; and one of which nothing is known. */

import type { ContributionAssessment, RepositoryContribution } from '#domain/assessment/contribution.ts'
import type { HealthAssessment, HealthWarning, SubjectHealth } from '#domain/assessment/health.ts'
import type { LicenseAssessment } from '#domain/assessment/licenses.ts'
import type { IndicatorResult, IndicatorState, MaturityAssessment, UnitMaturity } from '#domain/assessment/maturity.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { RequestInput } from '#domain/advice-inputs.ts'
import { lift, type NamedFigure } from '#domain/figure.ts'
import type { LevelNumber } from '#domain/maturity-model.ts'
import { emptyOffice, type Office, type OfficeAnswer, type OfficeRecord } from '#domain/office.ts'
import {
  emptyProgram,
  officeRoles,
  type Charter,
  type Duty,
  type Goal,
  type OfficeProgram,
  type Output,
  type Service,
} from '#domain/office-program.ts'
import { nothingStated, type Organization, type Person, type Stated } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { nothingUpstream } from '#domain/upstream.ts'
import type { AdviceFacts } from './facts.ts'

export const asOf = '2026-11-22'
const place = (at: string) => ({ evidence: 'office', at })

/** What a test needs of a large type; nothing reads the rest. */
function part<T>(given: Partial<T>): T {
  return given as T
}

export function known<T>(id: string, value: T): NamedFigure<T> {
  return { id, figure: lift(value, { id: 'sample', version: 1 }, []) }
}

export function samplePortfolio(organization: Partial<Organization> = {}): Portfolio {
  return {
    asOf,
    knownAt: `${asOf}T00:00:00.000Z`,
    organization: {
      id: 'city',
      name: 'City',
      units: [],
      products: [],
      suppliers: [],
      people: [],
      domains: [],
      laborRate: {
        yearlyWage: 1,
        currency: 'EUR',
        loadFactor: 1,
        source: 'sample',
        asOf: '2026-01-01',
        basis: 'organization',
      },
      stated: nothingStated,
      isDeclared: true,
      ...organization,
    },
    organizationFile: 'organization',
    parts: [],
    documents: [],
    occurrences: {
      count: 0,
      part: new Int32Array(),
      document: new Int32Array(),
      scope: new Uint8Array(),
      directness: new Uint8Array(),
      depth: new Uint8Array(),
      at: [],
    },
    edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
    projectLinks: [],
    sizes: [],
    upstream: nothingUpstream,
    evidence: new Map(),
    unread: [],
  }
}

export function emptyFacts(): AdviceFacts {
  return { portfolio: samplePortfolio(), office: emptyOffice, program: emptyProgram }
}

export function sampleRecord(kind: string, more: Partial<OfficeRecord> = {}): OfficeRecord {
  return {
    id: `${kind}-${more.unit ?? 'all'}`,
    kind,
    indicators: [],
    basis: 'document',
    unit: null,
    title: kind,
    link: null,
    by: 'p-1',
    on: '2026-10-01',
    validUntil: null,
    reviewedOn: null,
    value: null,
    ...place(`/records/${kind}`),
    ...more,
  }
}

export function sampleAnswer(question: string, answer: OfficeAnswer['answer']): OfficeAnswer {
  return {
    question,
    unit: null,
    by: 'p-1',
    role: 'engineer',
    on: '2026-10-01',
    answer,
    note: null,
    proof: null,
    ...place(`/answers/${question}`),
  }
}

export function sampleGoal(more: Partial<Goal> = {}): Goal {
  return {
    id: 'know',
    title: 'Know what is used',
    organizationGoal: 'Account for what runs',
    parent: null,
    sponsor: 'p-3',
    jointOwner: 'quay',
    measure: 'maturity/value/IC2/organization',
    baseline: 0.2,
    target: 0.8,
    from: '2026-01-01',
    by: '2027-06-30',
    state: 'active',
    ...place(`/goals/${more.id ?? 'know'}`),
    ...more,
  }
}

export function sampleOutput(role: Output['role'], more: Partial<Output> = {}): Output {
  return {
    id: `o-${role}`,
    on: '2026-11-01',
    role,
    title: `Something of the ${role}`,
    kind: 'advice',
    goal: 'know',
    unit: null,
    with: [],
    link: null,
    handedOverTo: null,
    ...place(`/outputs/${more.id ?? role}`),
    ...more,
  }
}

export function sampleDuty(more: Partial<Duty> = {}): Duty {
  return {
    id: 'ask-suppliers',
    title: 'Ask suppliers',
    owner: 'p-3',
    everyMonths: 6,
    since: '2026-01-01',
    lastDone: '2026-09-01',
    handedOverTo: null,
    handedOverOn: null,
    ...place(`/duties/${more.id ?? 'ask-suppliers'}`),
    ...more,
  }
}

export function sampleService(more: Partial<Service> = {}): Service {
  return {
    id: 'where-is-it',
    title: 'Where is it',
    process: 'Incidents',
    products: ['portal'],
    users: null,
    lastUsed: null,
    ...place('/services/0'),
    ...more,
  }
}

export function sampleCharter(more: Partial<Charter> = {}): Charter {
  return {
    mission: 'Open source on purpose',
    need: 'Nobody to ask',
    form: 'team',
    place: 'quay',
    since: '2024-09-01',
    sponsor: 'executive-sponsor-all',
    budget: { record: 'budget-line-all', area: 'technology', isDiscretionary: false },
    leadership: [
      { on: '2026-09-01', kind: 'decision', what: 'A third post', outcome: 'taken', ...place('/leadership/0') },
      { on: '2026-09-01', kind: 'budget-request', what: 'A third post', outcome: 'granted', ...place('/leadership/1') },
      { on: '2026-10-01', kind: 'report', what: 'Half a year', outcome: 'read', ...place('/leadership/2') },
    ],
    ...place(''),
    ...more,
  }
}

export function sampleProgram(more: Partial<OfficeProgram> = {}): OfficeProgram {
  const lists = ['goals', 'initiatives', 'outputs', 'duties', 'services', 'dismissals', 'leadership'] as const
  return {
    charter: sampleCharter(),
    goals: [sampleGoal()],
    initiatives: [
      {
        id: 'i-1',
        title: 'A clause',
        goal: 'know',
        startedOn: '2026-09-01',
        endedOn: null,
        ...place('/initiatives/0'),
      },
    ],
    outputs: [
      ...officeRoles.map((role) => sampleOutput(role)),
      sampleOutput('gatekeeper', { id: 'o-decision', kind: 'decision', with: ['quay', 'mill'] }),
    ],
    duties: [sampleDuty()],
    services: [sampleService()],
    dismissals: [],
    lists: Object.fromEntries(lists.map((list) => [list, place(`/${list}`)])),
    ...more,
  }
}

export function sampleOffice(more: Partial<Office> = {}): Office {
  return {
    records: [
      sampleRecord('executive-sponsor'),
      sampleRecord('budget-line'),
      sampleRecord('component-drill', { value: 25 }),
      sampleRecord('approval-time', { value: 3 }),
      sampleRecord('code-review-practice'),
      sampleRecord('innersource-trial', { value: 0.1 }),
      sampleRecord('procurement-policy'),
      sampleRecord('policy-acknowledgement', { unit: 'quay', value: 0.9 }),
      sampleRecord('policy-acknowledgement', { unit: 'mill', value: 0.8 }),
    ],
    answers: [sampleAnswer('Q-welcome-outsiders', 'always'), sampleAnswer('Q-work-time', 'usually')],
    targets: [
      { unit: 'quay', function: null, level: 2, until: null, ...place('/targets/0') },
      { unit: 'mill', function: null, level: 1, until: null, ...place('/targets/1') },
    ],
    exemptions: [],
    ...more,
  }
}

export function sampleOrganization(
  more: Partial<Organization> = {},
  stated: Partial<Stated> = {},
): Partial<Organization> {
  const person = (id: string, unit: string, roles: readonly string[]): Person => ({
    id,
    unit,
    roles,
    from: null,
    to: null,
    namesAllowed: false,
  })
  return {
    units: [
      { id: 'city', name: 'City', parent: null },
      { id: 'quay', name: 'Quay', parent: 'city' },
      { id: 'mill', name: 'Mill', parent: 'city' },
    ],
    products: [
      {
        id: 'portal',
        name: 'Portal',
        origin: 'made',
        unit: 'quay',
        criticality: 'mission',
        audience: 'public',
        supplier: null,
        owner: 'p-1',
        paths: ['portal'],
      },
    ],
    people: [
      person('p-1', 'quay', ['engineer', 'champion']),
      person('p-2', 'mill', ['engineer', 'champion']),
      person('p-3', 'mill', ['procurement']),
    ],
    stated: {
      ...nothingStated,
      declarations: [
        {
          id: 'd-1',
          on: '2026-10-01',
          by: 'p-1',
          unit: null,
          product: null,
          part: null,
          subject: 'carried-patches',
          value: 0,
          note: 'none',
        },
      ],
      ...stated,
    },
    ...more,
  }
}

export function indicator(id: string, state: IndicatorState, value: number | boolean = true): IndicatorResult {
  return part<IndicatorResult>({
    indicator: id,
    state,
    value: known(`maturity/value/${id}`, value),
    figure: known(`maturity/indicator/${id}`, state),
  })
}

export function unitMaturity(
  unit: string | null,
  floor: LevelNumber,
  indicators: readonly IndicatorResult[] = [
    indicator('IC6', 'met'),
    indicator('IC11', 'met', 0.8),
    indicator('IL4', 'met'),
  ],
): UnitMaturity {
  const whole = part<UnitMaturity['whole']>({
    unit,
    level: known(`maturity/level/whole/${unit ?? 'organization'}`, { floor, ceiling: floor }),
  })
  return part<UnitMaturity>({ unit, indicators, whole })
}

export function sampleMaturity(more: Partial<MaturityAssessment> = {}): MaturityAssessment {
  return part<MaturityAssessment>({
    asOf,
    units: [unitMaturity(null, 1), unitMaturity('quay', 1), unitMaturity('mill', 1)],
    findings: [],
    ...more,
  })
}

export function sampleSubject(
  warnings: readonly HealthWarning['id'][] = [],
  more: Partial<SubjectHealth> = {},
): SubjectHealth {
  return part<SubjectHealth>({
    subject: 'forge.example/tidewheel/tidewheel',
    criticalityLevel: 'high',
    health: known('health/score/tidewheel', 0.8),
    absenceFactor: known('health/absence/tidewheel', 4),
    level: 'good',
    indicators: [
      {
        indicator: 'license-stable',
        answer: 'passed',
        value: 'MIT',
        weight: 1,
        figure: known('health/indicator/license-stable/tidewheel', true),
      },
    ],
    open: [],
    warnings: warnings.map((id) => ({ id, figure: `health/warning/${id}`, detail: '' })),
    ...more,
  })
}

export function sampleHealth(...subjects: readonly SubjectHealth[]): HealthAssessment {
  return part<HealthAssessment>({
    subjects: subjects.length === 0 ? [sampleSubject()] : subjects,
    leaningOnOne: { ...known('health/leaning-on-one', 0), coverage: { known: 1, of: 1, unit: 'packages' } },
  })
}

export function sampleLicenses(restricted: LicenseAssessment['restricted'] = []): LicenseAssessment {
  return part<LicenseAssessment>({
    stated: { ...known('licenses/stated', 10), coverage: { known: 10, of: 10, unit: 'parts' } },
    restricted,
  })
}

export function sampleVulnerabilities(findings: VulnerabilityAssessment['findings'] = []): VulnerabilityAssessment {
  return part<VulnerabilityAssessment>({
    total: { ...known('vulnerabilities/total', findings.length), coverage: { known: 1, of: 1, unit: 'parts' } },
    findings,
  })
}

export function sampleRepository(attributable: number | null): RepositoryContribution {
  return part<RepositoryContribution>({
    path: 'clones/tidewheel',
    project: 'forge.example/tidewheel/tidewheel',
    isOwn: false,
    criticality: 0.9,
    attributable,
    ownShare: known('contribution/own-share/tidewheel', 0),
  })
}

export function sampleContribution(more: Partial<ContributionAssessment> = {}): ContributionAssessment {
  return part<ContributionAssessment>({
    loggedTime: known('contribution/logged-time', { low: 1, central: 1, high: 1, currency: 'EUR' }),
    activeDays: known('contribution/active-days', 20),
    ledger: [{ kind: 'review', entries: 3, hours: 6, amount: 0 }],
    ratios: part<ContributionAssessment['ratios']>({
      criticalCoverage: known('contribution/critical-coverage', { covered: 5, of: 10, share: 0.5 }),
    }),
    critical: [],
    repositories: [sampleRepository(0.8)],
    ...more,
  })
}

export function criticalCoverage(share: number): Partial<ContributionAssessment> {
  return {
    ratios: part<ContributionAssessment['ratios']>({
      criticalCoverage: known('contribution/critical-coverage', { covered: share * 100, of: 100, share }),
    }),
  }
}

export function sampleRequest(more: Partial<RequestInput> = {}): RequestInput {
  return {
    kind: 'contribute',
    from: 'engineering',
    openedOn: '2026-10-01',
    closedOn: '2026-10-03',
    outcome: 'approved',
    approvals: 1,
    isFastLane: true,
    figure: 'requests/r-1',
    ...more,
  }
}

export function healthyFacts(more: Partial<AdviceFacts> = {}): AdviceFacts {
  return {
    portfolio: samplePortfolio(sampleOrganization()),
    office: sampleOffice(),
    program: sampleProgram(),
    vulnerabilities: sampleVulnerabilities(),
    licenses: sampleLicenses(),
    health: sampleHealth(),
    contribution: sampleContribution(),
    maturity: sampleMaturity(),
    motivators: { areasHeard: known('motivators/areas-heard', 0.8), motivators: 4, riskOnly: 1, figures: [] },
    decisions: [],
    requests: [sampleRequest()],
    ...more,
  }
}
