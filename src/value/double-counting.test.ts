import { describe, expect, it } from 'vitest'
import { doubleCountingRuleIds } from '#domain/assessment/value.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { assessValue } from './assess.ts'
import { doubleCountingRules } from './double-counting.ts'
import { samplePortfolio, withOrganization, type SampleUse } from './portfolio.sample.ts'

const using = (...purls: readonly string[]): Portfolio =>
  samplePortfolio(purls.map((purl): SampleUse => ({ purl, product: 'portal', lines: 500 })))
const outcome = (portfolio: Portfolio) => {
  const { packages, leftOut } = assessValue(portfolio)
  return {
    counted: packages.map((one) => one.package).toSorted(),
    leftOut: (leftOut ?? []).map(({ rule, packages: count }) => [rule, count]),
  }
}

describe('work that is not counted twice', () => {
  it('is decided by rules that all have a name in the words of people', () => {
    expect(doubleCountingRules.map(({ id }) => id)).toEqual(doubleCountingRuleIds)
  })

  it('leaves out what the organization publishes itself, by project, by domain and by what it describes', () => {
    const names = ['ours', 'on-our-forge', 'described', 'theirs', 'elsewhere']
    const portfolio = using(...names.map((name) => `pkg:npm/${name}@1`))
    const link = (name: string, project: string) => ({
      package: `pkg:npm/${name}`,
      project,
      basis: 'declared' as const,
      evidence: 'organization',
      at: '/projects/0/project',
    })
    const own = withOrganization(portfolio, {
      domains: ['harbor.example'],
      products: portfolio.organization.products.map((product, index) => ({
        ...product,
        published: index === 0 ? 'forge.example/harbor/portal' : null,
      })),
    })
    const described = (name: string) => ({ name, version: '1', purl: `pkg:npm/${name}@1` })
    expect(
      outcome({
        ...own,
        projectLinks: [
          link('ours', 'forge.example/harbor/portal'),
          link('on-our-forge', 'git.harbor.example/tools/tide'),
          link('theirs', 'forge.example/others/theirs'),
          link('elsewhere', 'notharbor.example/x/y'),
        ],
        documents: own.documents.map((document, index) => ({
          ...document,
          // What a bought product describes as itself is not ours.
          subject: index === 1 ? described('described') : index === 2 ? described('elsewhere') : null,
        })),
      }),
    ).toEqual({ counted: ['pkg:npm/elsewhere', 'pkg:npm/theirs'], leftOut: [['own-work', 3]] })
  })

  it('counts a changed copy that goes by the name of the original as the work of others', () => {
    const portfolio = using('pkg:npm/carried@1')
    const fork = {
      id: 'f',
      part: 'pkg:npm/carried',
      product: null,
      patches: 2,
      since: null,
      reason: 'A fix that was not taken',
      hoursPerRelease: null,
      releasesPerYear: null,
      plan: null,
    }
    const { stated } = portfolio.organization
    const carrying = withOrganization(portfolio, { stated: { ...stated, forks: [fork] } })
    expect(outcome(carrying).counted).toEqual(['pkg:npm/carried'])
  })

  it.each(['core-js', 'es6-promise', 'array.prototype.flat', 'object.assign', 'some-polyfill', '%40scope/x-polyfill'])(
    'leaves out the stand-in %s',
    (name) => {
      expect(outcome(using(`pkg:npm/${name}@1`))).toEqual({ counted: [], leftOut: [['polyfill', 1]] })
    },
  )

  it.each(['array-flatten', 'object-hash', 'promise', 'corejs-upgrade', 'polyfilled'])('counts %s', (name) => {
    expect(outcome(using(`pkg:npm/${name}@1`)).leftOut).toEqual([])
  })

  it('leaves out a bundle only where the packages it holds are used one by one', () => {
    const all = 'pkg:maven/harbor.example/tide-all@1'
    expect(outcome(using(all)).counted).toHaveLength(1)
    expect(outcome(using(all, 'pkg:maven/harbor.example/tide-core@1'))).toEqual({
      counted: ['pkg:maven/harbor.example/tide-core'],
      leftOut: [['bundle', 1]],
    })
    expect(outcome(using('pkg:npm/run@1', 'pkg:npm/run-all@1')).leftOut).toEqual([])
  })

  it('counts a package of npm once when it also comes wrapped for another ecosystem', () => {
    expect(
      outcome(
        using(
          'pkg:npm/jquery@3.7.1',
          'pkg:maven/org.webjars/jquery@3.7.1',
          'pkg:maven/org.webjars.npm/jquery@3.7.1',
          'pkg:composer/npm-asset/jquery@3.7.1',
          'pkg:maven/org.webjars.npm/tide__core@1',
          'pkg:npm/%40tide/core@1',
        ),
      ),
    ).toEqual({ counted: ['pkg:npm/%40tide/core', 'pkg:npm/jquery'], leftOut: [['same-code', 4]] })
    expect(outcome(using('pkg:maven/org.webjars/jquery@3.7.1')).counted).toHaveLength(1)
  })
})

describe('several major versions of a package', () => {
  it('count once, and are told with their sizes', () => {
    const portfolio = using('pkg:npm/tide@1.4.0', 'pkg:npm/tide@1.5.0', 'pkg:npm/tide@3.0.0', 'pkg:npm/calm@2.0.0')
    const size = portfolio.sizes[0]
    if (size === undefined) throw new Error('it has a size')
    const sizes = [
      { ...size, version: '1.5.0', deduplicated: 900 },
      { ...size, version: '3.0.0', deduplicated: 400 },
    ]
    const { severalMajors, packages } = assessValue({ ...portfolio, sizes })
    expect(packages.map(({ deduplicated }) => deduplicated)).toEqual([900])
    expect(severalMajors).toEqual([
      {
        package: 'pkg:npm/tide',
        name: 'tide',
        counted: '1.5.0',
        majors: [
          { major: 1, versions: ['1.4.0', '1.5.0'], deduplicated: 900 },
          { major: 3, versions: ['3.0.0'], deduplicated: 400 },
        ],
      },
    ])
  })

  it('are not told of packages of a distribution, which count their builds otherwise', () => {
    const debian = using('pkg:deb/debian/tide@1.0-1', 'pkg:deb/debian/tide@2.0-1')
    expect(assessValue(debian).severalMajors).toEqual([])
  })
})
