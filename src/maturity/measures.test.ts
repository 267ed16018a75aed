/** What each measured indicator makes of the data it reads; the wording of thresholds stands in the model. */

import { describe, expect, it } from 'vitest'
import type { ContributionAssessment, RepositoryContribution } from '#domain/assessment/contribution.ts'
import type { LicenseAssessment } from '#domain/assessment/licenses.ts'
import type { LedgerEntry, LedgerKind } from '#domain/contribution.ts'
import { observed, unknown } from '#domain/figure.ts'
import { emptyOffice, type OfficeRecord } from '#domain/office.ts'
import type { CarriedFork } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { ProjectFacts } from '#domain/upstream.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { assessMaturity, type MaturityEvidence } from './assess.ts'
import { sampleDeclaration, samplePortfolio } from './portfolio.sample.ts'

const model = loadMaturityModel()

function resultOf(indicator: string, more: Partial<MaturityEvidence>, unit: string | null = null) {
  const { units } = assessMaturity({ portfolio: samplePortfolio(), model, office: emptyOffice, ...more })
  const found = units.find((one) => one.unit === unit)?.indicators.find((one) => one.indicator === indicator)
  const value = found?.value.figure.known === true ? found.value.figure.value : null
  return [found?.state, value] as const
}

describe('bought products', () => {
  it('count as asked with a list, a refusal, or a request [row 61]', () => {
    const withWord = (value: string) => ({
      portfolio: samplePortfolio({ declarations: [sampleDeclaration('part-list', value, { product: 'console' })] }),
    })
    for (const value of ['received', 'refused', 'asked']) expect(resultOf('IC4', withWord(value))).toEqual(['met', 1])
    expect(resultOf('IC4', {})[0]).toBe('unknown')
    expect(resultOf('IC4', {}, 'mill')[0]).toBe('not-applicable')
  })
})

describe('qualities that other areas judged', () => {
  it('are averaged over the products of which they are known', () => {
    const share = (id: string, value: number | null) => ({
      id,
      figure: value === null ? unknown('failed') : observed(value, 'bom'),
    })
    const sbomQuality = [
      { product: 'portal', share: share('quality/portal', 0.95) },
      { product: 'console', share: share('quality/console', 0.75) },
    ]
    expect(resultOf('IC5', { sbomQuality }, 'quay')).toEqual(['partly', 0.85])
    const failed = [{ product: 'portal', share: share('quality/portal', null) }]
    expect(resultOf('IC5', { sbomQuality: failed }, 'quay')[0]).toBe('unknown')
  })

  it('of licenses: known terms of all part versions', () => {
    const product = (unknowns: number) => ({
      product: 'portal',
      name: 'portal',
      parts: 40,
      byOpenness: { open: 40 - unknowns, 'source-available': 0, 'use-restricted': 0, closed: 0, unknown: unknowns },
      byReciprocity: { none: 40, weak: 0, strong: 0, network: 0, 'share-alike': 0, restricted: 0, unknown: 0 },
      guessed: 0,
      withoutLicense: unknowns,
      network: 0,
    })
    const with_ = (unknowns: number): Partial<MaturityEvidence> => ({
      licenses: {
        products: [product(unknowns)],
        productFigures: [{ id: 'licenses/product/portal', figure: observed(40, 'e') }],
      } as unknown as LicenseAssessment,
    })
    expect(resultOf('IC7', with_(2), 'quay')).toEqual(['met', 0.95])
    expect(resultOf('IC7', with_(3), 'quay')).toEqual(['partly', 0.925])
    expect(resultOf('IC7', {}, 'quay')[0]).toBe('unknown')
  })

  it('of intake and freshness: as handed in for the unit', () => {
    const intake = new Map([
      ['quay', { id: 'governance/intake/quay', figure: observed({ decided: 10, checked: 8 }, 'e') }],
    ])
    expect(resultOf('IC13', { intake }, 'quay')).toEqual(['met', 0.8])
    expect(resultOf('IC13', { intake }, 'mill')[0]).toBe('unknown')
    const freshness = (years: number) => new Map([['quay', { id: 'value/libyears', figure: observed(years, 'e') }]])
    expect(resultOf('IC15', { freshness: freshness(-0.5) }, 'quay')).toEqual(['met', -0.5])
    expect(resultOf('IC15', { freshness: freshness(2) }, 'quay')).toEqual(['not-met', 2])
  })
})

describe('support of critical parts', () => {
  it('is the share with a named route; "none" is known and is no route', () => {
    const routes = (value: string) => ({
      portfolio: samplePortfolio({
        declarations: [
          sampleDeclaration('support-route', value, { part: 'pkg:npm/tidewheel' }),
          sampleDeclaration('support-route', 'vendor', { id: 'd-2', part: 'pkg:npm/bollard' }),
        ],
      }),
    })
    expect(resultOf('IC14', routes('community'), 'quay')).toEqual(['met', 1])
    expect(resultOf('IC14', routes('none'), 'quay')).toEqual(['partly', 0.5])
    expect(resultOf('IC14', {}, 'quay')[0]).toBe('unknown')
  })
})

describe('the ledger', () => {
  const entry = (kind: LedgerKind, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
    on: '2026-03-01',
    kind,
    amount: null,
    stated: null,
    hours: 4,
    recipients: [],
    allocation: 'equal',
    unit: 'quay',
    note: '',
    at: 'line 2',
    ...more,
  })
  const ledger = (...entries: LedgerEntry[]) => ({
    ledger: { entries: entries.map((one) => ({ ...one, evidence: 'ledger', file: 'ledger.csv' })) },
  })

  it('shows money, groups and events of twelve months, for the unit that gave and those above', () => {
    expect(resultOf('IP3', ledger(entry('bounty', { amount: 50, hours: null })))).toEqual(['met', 1])
    expect(resultOf('IP4', ledger(entry('standards')), 'quay')).toEqual(['met', 1])
    expect(resultOf('IP5', ledger(entry('event')), 'mill')[0]).toBe('unknown')
    expect(resultOf('IP5', ledger(entry('event', { on: '2025-11-22' })))[0]).toBe('unknown')
  })

  it('shows that a membership is paid, not that anybody tends it', () => {
    const paid = ledger(entry('membership', { amount: 100, hours: null }))
    expect(resultOf('IP2', paid)).toEqual(['partly', 1])
    const tended: OfficeRecord = {
      id: 'm',
      kind: 'membership',
      indicators: [],
      basis: 'document',
      unit: 'quay',
      title: 'm',
      link: null,
      by: 'p-1',
      on: '2026-01-01',
      validUntil: null,
      reviewedOn: null,
      value: null,
      evidence: 'e',
      at: '/records/0',
    }
    expect(resultOf('IP2', { ...paid, office: { ...emptyOffice, records: [tended] } })).toEqual(['met', 1])
  })
})

describe('contribution', () => {
  const repository = (project: string, commits: number, packages: readonly string[], share: number) =>
    ({
      path: project,
      project,
      own: { commits, people: null, activeDays: null },
      ownShare: { id: `contribution/own-share/${project}`, figure: observed(share, 'git') },
      packages,
    }) as unknown as RepositoryContribution
  const contribution = (repositories: readonly RepositoryContribution[], people = 2): Partial<MaturityEvidence> => ({
    contribution: {
      activity: { id: 'contribution/activity', figure: observed({ commits: 20, people, activeDays: 9 }, 'git') },
      repositories,
      byUnit: [],
    } as unknown as ContributionAssessment,
  })
  const used = repository('forge.example/tidewheel', 12, ['pkg:npm/tidewheel'], 0.2)
  const other = repository('forge.example/kite', 18, [], 0.6)

  it('is few where git shows few, and open where many were merged and nobody counted what was offered', () => {
    expect(resultOf('IB2', contribution([repository('forge.example/a', 3, [], 0.1)]))).toEqual(['not-met', 3])
    expect(resultOf('IB2', contribution([used]))[0]).toBe('unknown')
    expect(resultOf('IB2', contribution([used]), 'quay')[0]).toBe('unknown')
  })

  it('lands where it is used by the share of commits, and is influence up to half of a project', () => {
    expect(resultOf('IB3', contribution([used, other]))).toEqual(['partly', 0.4])
    expect(resultOf('IL3', contribution([used, other]))).toEqual(['met', 0.2])
    expect(resultOf('IL3', contribution([{ ...other, packages: ['pkg:npm/bollard'] }]))[0]).toBe('not-met')
  })

  it('is by enough people with five, or with one developer in fifty', () => {
    const developers = { count: 100, source: 'sample', asOf: '2026-01-01' }
    expect(resultOf('IB4', contribution([used], 5))).toEqual(['met', 5])
    expect(resultOf('IB4', contribution([used], 2))).toEqual(['not-met', 2])
    expect(resultOf('IB4', { ...contribution([used], 2), portfolio: samplePortfolio({ developers }) })).toEqual([
      'met',
      2,
    ])
    expect(resultOf('IB4', contribution([used], 5), 'quay')[0]).toBe('unknown')
  })
})

describe('carried patches', () => {
  it('need a plan each; that none is known is not that there are none', () => {
    const fork = (id: string, plan: string | null): CarriedFork => ({
      id,
      part: `pkg:npm/${id}`,
      product: 'portal',
      patches: 1,
      since: null,
      reason: 'sample',
      hoursPerRelease: null,
      releasesPerYear: null,
      plan,
    })
    const forks = (...all: CarriedFork[]) => ({ portfolio: samplePortfolio({ forks: all }) })
    expect(resultOf('IB7', forks(fork('a', 'next release')), 'quay')).toEqual(['met', 1])
    expect(resultOf('IB7', forks(fork('a', 'next release'), fork('b', null)), 'quay')).toEqual(['partly', 0.5])
    expect(resultOf('IB7', {}, 'quay')[0]).toBe('unknown')
  })
})

describe('projects', () => {
  const facts = (project: string, paths: readonly string[], texts: Readonly<Record<string, string>> = {}) =>
    ({
      project,
      evidence: 'clone',
      at: '',
      files: { total: paths.length, paths, texts, binaries: [] },
    }) as unknown as ProjectFacts
  const whole = ['LICENSE', 'CONTRIBUTING.md', 'CODE_OF_CONDUCT.md', 'SECURITY.md', '.github/CODEOWNERS']
  const withFacts = (one: ProjectFacts, more: Partial<Portfolio> = {}): Partial<MaturityEvidence> => {
    const portfolio = samplePortfolio()
    const [portal, ...others] = portfolio.organization.products
    if (portal === undefined) throw new Error('the sample has a product')
    return {
      portfolio: {
        ...portfolio,
        ...more,
        organization: {
          ...portfolio.organization,
          products: [{ ...portal, published: 'forge.example/portal' }, ...others],
        },
        upstream: { ...portfolio.upstream, projects: new Map([[one.project, one]]) },
      },
    }
  }

  it('of our own are well governed with every file', () => {
    expect(resultOf('IL4', withFacts(facts('forge.example/portal', whole)), 'quay')).toEqual(['met', 1])
    expect(resultOf('IL4', withFacts(facts('forge.example/portal', whole.slice(1))), 'quay')).toEqual(['not-met', 0])
    expect(resultOf('IL4', {}, 'quay')[0]).toBe('unknown')
  })

  it('that are strategic have our people where an owners file names our addresses; else nobody knows', () => {
    const links: Portfolio['projectLinks'] = ['tidewheel', 'bollard'].map((name) => ({
      package: `pkg:npm/${name}`,
      project: `forge.example/${name}`,
      basis: 'declared',
      evidence: 'e',
      at: '',
    }))
    const owned = facts('forge.example/tidewheel', ['MAINTAINERS'], { MAINTAINERS: 'Somebody <s@city.example>' })
    expect(resultOf('IL2', withFacts(owned, { projectLinks: links }), 'quay')).toEqual(['met', 0.5])
    const handles = facts('forge.example/tidewheel', ['CODEOWNERS'], { CODEOWNERS: '* @somebody' })
    expect(resultOf('IL2', withFacts(handles, { projectLinks: links }), 'quay')[0]).toBe('unknown')
  })
})

describe('assumptions that the organization states', () => {
  it('replace the threshold of an indicator and the share of the rule, and are printed with their source', () => {
    const setting = (id: string, central: number) => ({ id, low: null, central, high: null, source: 'council 2026' })
    const portfolio = samplePortfolio({
      declarations: [sampleDeclaration('part-list', 'refused', { product: 'console' })],
      assumptions: [setting('M8-IC2', 0.5), setting('M1-share', 0.9)],
    })
    expect(resultOf('IC2', {}, 'quay')).toEqual(['partly', 0.5])
    expect(resultOf('IC2', { portfolio }, 'quay')).toEqual(['met', 0.5])
    const { assumptions } = assessMaturity({ portfolio, model, office: emptyOffice })
    expect(
      assumptions.filter(({ isDefault }) => !isDefault).map(({ id, central, source }) => [id, central, source]),
    ).toEqual([
      ['M1-share', '0.9', 'council 2026'],
      ['M8-IC2', '0.5', 'council 2026'],
    ])
  })
})
