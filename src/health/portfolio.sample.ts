/** Small portfolios with facts, for the tests of this area. All names are invented. */

import { nothingStated, type Criticality, type Stated } from '#domain/organization.ts'
import type { Part, Portfolio } from '#domain/portfolio.ts'
import type { ProjectLink } from '#domain/project.ts'
import type { Lifecycle, PackageFacts, ProjectActivity, ProjectFacts, Release } from '#domain/upstream.ts'
import type { UsedSubject } from './subjects.ts'
import type { ClonedProject } from './scorecard/assess.ts'

export const asOf = '2026-11-22'

export type SampleHealth = {
  /** Package URLs with version, by product. */
  readonly uses: readonly {
    readonly purl: string
    readonly product: 'portal' | 'shop'
    readonly criticality?: Criticality
    /** What a lockfile repeats of its publishers. */
    readonly deprecation?: string
  }[]
  readonly links?: readonly { readonly package: string; readonly project: string }[]
  readonly packages?: readonly PackageFacts[]
  readonly projects?: readonly ProjectFacts[]
  readonly lifecycles?: readonly Lifecycle[]
  readonly stated?: Partial<Stated>
}

const products = ['portal', 'shop'] as const

export function sampleHealth(sample: SampleHealth): Portfolio {
  const purls = [...new Set(sample.uses.map(({ purl }) => purl))]
  const evidence = 'e'.repeat(64)
  const link = (one: { package: string; project: string }): ProjectLink => ({
    ...one,
    basis: 'declared',
    evidence,
    at: '/projects/0',
  })
  return {
    asOf,
    knownAt: `${asOf}T00:00:00.000Z`,
    organization: {
      id: 'sample',
      name: 'Sample',
      units: [],
      products: products.map((id) => ({
        id,
        name: id,
        origin: 'made',
        unit: id === 'portal' ? 'quay' : 'market',
        criticality: sample.uses.find(({ product }) => product === id)?.criticality ?? 'mission',
        audience: null,
        supplier: null,
        paths: [],
        owner: null,
      })),
      suppliers: [],
      people: [],
      domains: [],
      laborRate: {
        yearlyWage: 1,
        currency: 'EUR',
        loadFactor: 1,
        source: '',
        asOf,
        basis: 'organization',
      },
      stated: { ...nothingStated, ...sample.stated },
      isDeclared: true,
    },
    organizationFile: null,
    parts: purls.map((purl) => ({
      purl,
      package: purl.replace(/@[^@]*$/, ''),
      ecosystem: 'npm',
      kind: 'software',
      name: purl,
      version: /@([^@]*)$/.exec(purl)?.[1] ?? null,
      licenses: [],
      ...deprecationOf(sample.uses.find((use) => use.purl === purl)?.deprecation, evidence),
    })),
    documents: products.map((_, product) => ({
      path: `${product}.json`,
      evidence,
      reader: 'sample',
      format: 'sample',
      specVersion: null,
      product,
      counts: { found: 0, taken: 0, refused: 0, edges: 0, services: 0 },
      refused: [],
      issues: [],
    })),
    occurrences: {
      count: sample.uses.length,
      part: Int32Array.from(sample.uses, ({ purl }) => purls.indexOf(purl)),
      document: Int32Array.from(sample.uses, ({ product }) => products.indexOf(product)),
      scope: new Uint8Array(sample.uses.length),
      directness: new Uint8Array(sample.uses.length),
      depth: new Uint8Array(sample.uses.length).fill(1),
      at: sample.uses.map((_, index) => `/parts/${index}`),
    },
    edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
    projectLinks: (sample.links ?? []).map(link),
    sizes: [],
    upstream: {
      packages: new Map((sample.packages ?? []).map((one) => [one.package, one])),
      projects: new Map((sample.projects ?? []).map((one) => [one.project, one])),
      scorecards: new Map(),
      lifecycles: sample.lifecycles ?? [],
    },
    evidence: new Map(),
    unread: [],
  }
}

function deprecationOf(note: string | undefined, evidence: string): Pick<Part, 'deprecation'> {
  return note === undefined ? {} : { deprecation: { note, evidence, at: '/packages/node_modules~1gate' } }
}

export function release(version: string, on: string | null, rest: Partial<Release> = {}): Release {
  return { version, on, isPrerelease: false, isWithdrawn: false, deprecation: null, license: 'MIT', ...rest }
}

export function packageFacts(name: string, rest: Partial<PackageFacts> = {}): PackageFacts {
  return {
    package: name,
    releases: [
      release('1.0.0', '2023-02-01'),
      release('1.1.0', '2024-02-01'),
      release('1.2.0', '2025-02-01'),
      release('1.3.0', '2026-02-01'),
    ],
    publishers: 3,
    repository: null,
    fundingLinks: [],
    evidence: 'a'.repeat(64),
    at: `/${name.length}`,
    observedOn: '2026-11-20',
    ...rest,
  }
}

export function activity(from: string, to: string, rest: Partial<ProjectActivity> = {}): ProjectActivity {
  return {
    from,
    to,
    plainCommits: 100,
    authors: 5,
    absenceFactor: 2,
    topAuthorShare: 0.4,
    attributable: 0.9,
    elephantFactor: 2,
    topOrganizationShare: 0.45,
    ...rest,
  }
}

export function projectFacts(project: string, rest: Partial<ClonedProject> = {}): ClonedProject {
  return {
    project,
    tip: '1'.repeat(40),
    isShallow: false,
    firstCommitOn: '2016-01-01',
    lastCommitOn: '2026-11-10',
    authorsEver: 40,
    plainCommitsEver: 2000,
    year: activity('2025-11-23', asOf),
    yearBefore: activity('2024-11-23', '2025-11-22'),
    halfYear: activity('2026-05-23', asOf),
    quarter: activity('2026-08-23', asOf),
    byMonth: [{ month: '2026-11', commits: 9, authors: 3 }],
    mainAuthor: { share: 0.4, isActive: true, lastOn: '2026-11-10' },
    reviewedShare: 0.5,
    tags: [
      { name: 'v1.0.0', on: '2025-01-01', isSigned: false },
      { name: 'v1.1.0', on: '2025-06-01', isSigned: false },
      { name: 'v1.2.0', on: '2025-12-01', isSigned: true },
      { name: 'v1.3.0', on: '2026-09-01', isSigned: true },
    ],
    files: {
      total: 100,
      paths: [
        '.github/CODEOWNERS',
        '.github/FUNDING.yml',
        '.github/dependabot.yml',
        '.github/workflows/check.yml',
        'CODE_OF_CONDUCT.md',
        'CONTRIBUTING.md',
        'LICENSE',
        'README.md',
        'SECURITY.md',
        'package.json',
        'test/sluice.test.ts',
      ],
      texts: {
        'README.md': '# Sluice\n\nOpens and closes.',
        '.github/FUNDING.yml': 'custom: https://fund.example/sluice',
      },
      binaries: [],
    },
    evidence: 'b'.repeat(64),
    at: '',
    observedOn: asOf,
    ...rest,
  }
}

/** A project with everything known and one package, as an indicator sees it. */
export function sampleSubject(rest: Partial<UsedSubject> = {}): UsedSubject {
  const project = projectFacts('forge.example/harbor/sluice')
  const facts = packageFacts('pkg:npm/sluice-gate')
  const { firstCommitOn, lastCommitOn, authorsEver, year, yearBefore, halfYear, mainAuthor, reviewedShare } = project
  return {
    id: project.project,
    project: project.project,
    packages: [facts.package],
    days: { asOf, clone: asOf, registry: '2026-11-20' },
    facts: {
      firstCommitOn,
      lastCommitOn,
      authorsEver,
      year,
      yearBefore,
      halfYear,
      mainAuthor,
      reviewedShare,
      releaseDays: {
        days: facts.releases.flatMap(({ on }) => on ?? []),
        seenOn: facts.observedOn,
        basis: 'releases',
      },
      files: project.files,
      releases: [{ package: facts.package, releases: facts.releases, inUse: ['1.2.0'] }],
      publishers: [{ package: facts.package, publishers: 3 }],
      fundingLinks: ['https://fund.example/sluice'],
      cycles: [
        {
          package: facts.package,
          version: '1.2.0',
          cycle: '1',
          releasedOn: '2023-02-01',
          end: '2028-01-01',
          supportEnd: null,
          latest: '1.3.0',
        },
      ],
    },
    criticality: 0.9,
    products: 1,
    origins: { project, packages: [facts], lifecycles: [], scorecard: null },
    ...rest,
  }
}
