/** Assessments made by hand for the tests of reports: a small one with knowns and unknowns, and a large generated one. */

import { assessLicenses } from '#licensing/assess.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import type { Assessment, Gap } from '#domain/assessment/assessment.ts'
import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { PackageValue } from '#domain/assessment/value.ts'
import {
  assumed,
  declared,
  lift,
  observed,
  unknown,
  type Figure,
  type FigureId,
  type NamedFigure,
} from '#domain/figure.ts'
import { severities, type Finding, type Severity, type Undecided } from '#domain/finding.ts'
import type { MoneyBand } from '#domain/money.ts'
import { nothingStated, type Organization, type Product } from '#domain/organization.ts'
import { directnesses, scopes, type Directness, type Scope } from '#domain/part.ts'
import type { Part, Portfolio, PortfolioDocument } from '#domain/portfolio.ts'
import { nothingUpstream } from '#domain/upstream.ts'
import { sampleAreas, sampleLinks, sampleUpstream } from './sample-areas.ts'

export type Sample = {
  readonly assessment: Assessment
  readonly portfolio: Portfolio
  readonly figures: ReadonlyMap<FigureId, NamedFigure>
}

export type SampleOptions = {
  /** Advisories were looked up; otherwise everything about vulnerabilities is unknown. */
  readonly isLookedUp: boolean
  /** Sizes are known for some packages; otherwise the value is unknown. */
  readonly isSized: boolean
  /** Put into every foreign text: names, paths, summaries, sources. */
  readonly hostile?: string
}

const asOf = '2026-11-22'
const knownAt = '2026-11-22T08:30:00.000Z'
const rate = { yearlyWage: 62_000, currency: 'EUR', loadFactor: 1.4 }

type Line = readonly [
  ecosystem: string,
  name: string,
  version: string,
  lines: number,
  products: readonly number[],
  depth: number,
  scope: Scope,
]

const productNames = [
  'Berth Planner',
  'Tide Board',
  'Permit Desk',
  'Pilot Radio',
  'Crane Telemetry',
  'Harbor Website',
  'Ledger Suite',
  'Camera Gateway',
]

const lines: readonly Line[] = [
  ['npm', 'lodash', '4.17.11', 10_620, [0, 1, 2, 5, 7], 1, 'runtime'],
  ['npm', 'react', '18.3.1', 2_180, [0, 1, 5], 1, 'runtime'],
  ['npm', 'react-dom', '18.3.1', 91_400, [0, 1, 5], 1, 'runtime'],
  ['npm', 'express', '4.19.2', 1_820, [1, 2], 1, 'runtime'],
  ['npm', 'ms', '2.1.3', 160, [0, 1, 2, 5], 3, 'runtime'],
  ['npm', 'debug', '4.3.4', 820, [0, 1, 2, 5], 2, 'runtime'],
  ['npm', 'semver', '7.5.1', 1_940, [0, 1, 5], 4, 'development'],
  ['npm', 'typescript', '5.6.3', 182_000, [0, 1, 5], 1, 'development'],
  ['npm', 'minimist', '1.2.5', 210, [0, 2], 5, 'development'],
  ['Maven', 'org.apache.logging.log4j:log4j-core', '2.14.1', 0, [3, 6], 2, 'runtime'],
  ['Maven', 'com.fasterxml.jackson.core:jackson-databind', '2.13.2', 0, [3, 6], 1, 'runtime'],
  ['Maven', 'org.slf4j:slf4j-api', '1.7.36', 0, [3, 6], 1, 'runtime'],
  ['PyPI', 'requests', '2.31.0', 5_050, [2, 4], 1, 'runtime'],
  ['PyPI', 'urllib3', '1.26.15', 8_400, [2, 4], 2, 'runtime'],
  ['PyPI', 'numpy', '1.26.4', 240_000, [4], 1, 'runtime'],
  ['PyPI', 'certifi', '2023.7.22', 90, [2, 4], 2, 'runtime'],
  ['Go', 'golang.org/x/net', 'v0.17.0', 61_000, [3, 4], 2, 'runtime'],
  ['Go', 'github.com/spf13/cobra', 'v1.8.0', 7_300, [4], 1, 'runtime'],
  ['crates.io', 'serde', '1.0.197', 21_000, [4], 1, 'runtime'],
  ['crates.io', 'tokio', '1.36.0', 74_000, [4], 1, 'optional'],
]

type Advisory = readonly [
  part: string,
  id: string,
  severity: Severity,
  score: number | null,
  fixed: readonly string[],
  summary: string,
]

const advisories: readonly Advisory[] = [
  [
    'org.apache.logging.log4j:log4j-core',
    'CVE-2021-44228',
    'critical',
    10,
    ['2.15.0'],
    'Remote code execution through JNDI lookups in log messages',
  ],
  [
    'org.apache.logging.log4j:log4j-core',
    'CVE-2021-45046',
    'critical',
    9,
    ['2.16.0'],
    'Incomplete fix of the JNDI lookup fault',
  ],
  [
    'com.fasterxml.jackson.core:jackson-databind',
    'CVE-2022-42003',
    'high',
    7.5,
    ['2.13.4.2'],
    'Deep wrapper array nesting exhausts resources',
  ],
  ['lodash', 'CVE-2019-10744', 'critical', 9.1, ['4.17.12'], 'Prototype pollution in defaultsDeep'],
  ['lodash', 'CVE-2020-8203', 'high', 7.4, ['4.17.19'], 'Prototype pollution in zipObjectDeep'],
  ['lodash', 'CVE-2021-23337', 'high', 7.2, ['4.17.21'], 'Command injection through template'],
  [
    'urllib3',
    'CVE-2023-43804',
    'medium',
    5.9,
    ['1.26.17'],
    'Cookie header is not stripped on redirects to other hosts',
  ],
  ['semver', 'CVE-2022-25883', 'medium', 5.3, ['7.5.2'], 'Regular expression takes very long on untrusted ranges'],
  ['minimist', 'CVE-2021-44906', 'critical', 9.8, ['1.2.6'], 'Prototype pollution'],
  ['golang.org/x/net', 'CVE-2023-45288', 'unknown', null, [], 'Many continuation frames keep a connection busy'],
]

/** Twenty packages in eight products; Maven has no sizes, one file is cut off, one part has no package URL. */
export function sampleAssessment(options: SampleOptions): Sample {
  const { hostile = '' } = options
  const parts: Part[] = lines.map(([ecosystem, name, version]) => part(ecosystem, `${name}${hostile}`, version))
  parts.push({
    purl: null,
    package: null,
    ecosystem: null,
    kind: 'firmware',
    name: `crane-controller${hostile}`,
    version: null,
    licenses: [],
  })
  const rows: Row[] = lines.flatMap(([, , , , products, depth, scope], index) =>
    products.map((product): Row => ({
      part: index,
      product,
      depth,
      scope,
      directness: depth === 1 ? 'direct' : 'transitive',
    })),
  )
  rows.push({ part: parts.length - 1, product: 4, depth: 0, scope: 'unknown', directness: 'unknown' })
  const portfolio = portfolioOf(
    parts,
    rows,
    productNames.map((name) => `${name}${hostile}`),
    hostile,
    options.isSized,
  )
  const findings = options.isLookedUp
    ? advisories.map(([name, id, severity, score, fixed, summary]) =>
        finding(
          lines.findIndex((line) => line[1] === name),
          `${id}${hostile}`,
          severity,
          score,
          fixed,
          `${summary}${hostile}`,
        ),
      )
    : []
  const undecided: Undecided[] = [{ part: parts.length - 1, code: 'no-purl' }]
  return assemble(
    portfolio,
    lines.map(([, , , size]) => (options.isSized && size > 0 ? size : null)),
    findings,
    undecided,
    options,
  )
}

/** A generated portfolio: `partCount` packages in two hundred products with `findingCount` findings. */
export function largeAssessment(partCount: number, findingCount: number): Sample {
  const next = pseudoRandom(1)
  const ecosystems = ['npm', 'PyPI', 'Maven', 'Go', 'crates.io', 'RubyGems', 'Packagist', 'NuGet', 'Debian:12']
  const parts = Array.from({ length: partCount }, (_, index) =>
    part(ecosystems[next(ecosystems.length)] ?? 'npm', `package-${index}`, `${next(9)}.${next(30)}.${next(30)}`),
  )
  const products = Array.from({ length: 200 }, (_, index) => `Product ${index + 1}`)
  const rows = parts.flatMap((_, index) =>
    Array.from({ length: 1 + Math.floor(40 / (1 + next(40))) }, (): Row => {
      const depth = 1 + next(9)
      return {
        part: index,
        product: next(products.length),
        depth,
        scope: scopes[next(3)] ?? 'runtime',
        directness: depth === 1 ? 'direct' : 'transitive',
      }
    }),
  )
  const findings = Array.from({ length: findingCount }, (_, index) =>
    finding(
      next(partCount),
      `CVE-2026-${10_000 + index}`,
      severities[next(4)] ?? 'low',
      5,
      [`9.${next(90)}.0`],
      'A fault in the handling of untrusted input, described at the length that advisories usually have',
    ),
  )
  return assemble(
    portfolioOf(parts, rows, products, '', true),
    parts.map(() => (next(3) === 0 ? null : 100 + next(90_000))),
    findings,
    [],
    { isLookedUp: true, isSized: true },
  )
}

type Row = {
  readonly part: number
  readonly product: number
  readonly depth: number
  readonly scope: Scope
  readonly directness: Directness
}

function part(ecosystem: string, name: string, version: string): Part {
  const plain = `pkg:${ecosystem.toLowerCase()}/${name}`
  return { purl: `${plain}@${version}`, package: plain, ecosystem, kind: 'software', name, version, licenses: [] }
}

function finding(
  index: number,
  id: string,
  severity: Severity,
  score: number | null,
  fixed: readonly string[],
  summary: string,
): Finding {
  const advisory = { id, evidence: 'a'.repeat(64), at: '/affected/0/ranges/0' }
  return {
    part: index,
    id,
    aliases: [id],
    advisories: [advisory],
    summary,
    severity,
    score,
    vector: null,
    fixed,
    published: null,
    modified: null,
  }
}

function portfolioOf(
  parts: readonly Part[],
  rows: readonly Row[],
  products: readonly string[],
  hostile: string,
  isKnown: boolean,
): Portfolio {
  const documents = products.map((name, product): PortfolioDocument => {
    const taken = rows.filter((row) => row.product === product).length
    const refused = product === 2 ? 2 : 0
    return {
      path: `repositories/${name.toLowerCase().replaceAll(' ', '-')}/lockfile${hostile}`,
      evidence: product.toString(16).padStart(64, '0'),
      reader: 'package-lock',
      format: 'package-lock.json',
      specVersion: '3',
      product,
      counts: { found: taken + refused, taken, refused, edges: taken, services: 0 },
      refused: Array.from({ length: refused }, (_, index) => ({
        where: `/packages/${index}`,
        code: 'part-without-name',
      })),
      issues: product === 6 ? [{ code: 'part-without-version', where: '/packages/7' }] : [],
    }
  })
  return {
    asOf,
    knownAt,
    organization: organizationOf(products, hostile),
    parts,
    documents,
    occurrences: {
      count: rows.length,
      part: Int32Array.from(rows, (row) => row.part),
      document: Int32Array.from(rows, (row) => row.product),
      scope: Uint8Array.from(rows, (row) => scopes.indexOf(row.scope)),
      directness: Uint8Array.from(rows, (row) => directnesses.indexOf(row.directness)),
      depth: Uint8Array.from(rows, (row) => row.depth),
      at: rows.map((_, index) => `/packages/${index}`),
    },
    edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
    projectLinks: isKnown ? sampleLinks(hostile) : [],
    sizes: [],
    organizationFile: null,
    upstream: isKnown ? sampleUpstream(hostile) : nothingUpstream,
    evidence: new Map(
      documents.map(({ evidence, path }) => [
        evidence,
        { id: evidence, kind: 'lockfile', name: path, sizeBytes: 1_000, retrievedAt: knownAt, recordedAt: knownAt },
      ]),
    ),
    unread: [{ path: `repositories/pilot-radio/Cargo.lock${hostile}`, code: 'truncated' }],
  }
}

function organizationOf(products: readonly string[], hostile: string): Organization {
  return {
    id: 'harbor-authority',
    name: `Harbor Authority${hostile}`,
    units: [],
    products: products.map((name, index): Product => ({
      id: `product-${index}`,
      name,
      origin: index % 7 === 6 ? 'bought' : 'made',
      unit: null,
      criticality: (['mission', 'high', 'medium', null] as const)[index % 4] ?? null,
      audience: null,
      supplier: null,
      paths: [],
      owner: null,
    })),
    suppliers: [],
    people: [],
    domains: [],
    laborRate: {
      ...rate,
      source: `National statistics, wages of software developers${hostile}`,
      asOf: '2025-05-01',
      basis: 'default',
    },
    stated: nothingStated,
    isDeclared: true,
  }
}

function assemble(
  portfolio: Portfolio,
  sizes: readonly (number | null)[],
  findings: readonly Finding[],
  undecided: readonly Undecided[],
  options: SampleOptions,
): Sample {
  const { parts, occurrences, organization } = portfolio
  const figures = new Map<FigureId, NamedFigure>()
  const named = <T>(id: FigureId, figure: Figure<T>): NamedFigure<T> => {
    figures.set(id, { id, figure })
    return { id, figure }
  }
  const total = <T>(id: FigureId, figure: Figure<T>, known: number, of: number, unit: string): NamedAggregate<T> => ({
    ...named(id, figure),
    coverage: { known, of, unit },
  })
  const count = (id: FigureId, value: number) =>
    named(`inventory/${id}`, lift(value, { id: `inventory-${id}`, version: 1 }, []))

  const productsOf = parts.map(() => new Set<number>())
  const depths = parts.map(() => Infinity)
  for (let row = 0; row < occurrences.count; row++) {
    const index = occurrences.part[row] ?? 0
    productsOf[index]?.add(portfolio.documents[occurrences.document[row] ?? 0]?.product ?? 0)
    depths[index] = Math.min(depths[index] ?? Infinity, occurrences.depth[row] ?? 0)
  }
  const byDepth: number[] = []
  for (const depth of depths) byDepth[depth] = (byDepth[depth] ?? 0) + 1
  const direct = depths.filter((depth) => depth === 1).length
  const undefinedDepth = depths.filter((depth) => depth === 0).length
  const ecosystems = [...new Set(parts.map(({ ecosystem }) => ecosystem ?? 'unknown'))]
  const inEcosystem = (name: string) =>
    parts.flatMap((one, index) => ((one.ecosystem ?? 'unknown') === name ? [index] : []))

  const monthly = (rate.yearlyWage / 12) * rate.loadFactor
  const packages = parts
    .flatMap((one, index): PackageValue[] => {
      const size = sizes[index]
      if (size == null || one.package === null) return []
      const central = 2.94 * (size / 1000) ** 1.0997
      const months = { low: central * 0.7, central, high: central * 1.6 }
      const money = {
        low: months.low * monthly * 0.7,
        central: central * monthly,
        high: months.high * monthly * 1.7,
        currency: rate.currency,
      }
      const figure = `value/usage-replacement/${one.package}@${asOf}`
      const lineFigure = named(
        `value/lines/${one.package}`,
        observed(size, '0'.padStart(64, '0'), `/packages/${index}`),
      )
      named(
        figure,
        lift(money, { id: 'replacement-cost', version: 1 }, [
          lineFigure.id,
          'value/assumption/A2',
          'value/assumption/A3',
        ]),
      )
      return [
        {
          package: one.package,
          name: one.name,
          scope: lines[index]?.[6] ?? 'runtime',
          deduplicated: size,
          raw: size * 2,
          sizeSource: 'measured-installed',
          personMonths: months,
          money,
          figure,
          products: productsOf[index]?.size ?? 0,
        },
      ]
    })
    .toSorted((a, b) => b.money.central - a.money.central)
  named('value/assumption/A2', assumed(2.94, 'A2-model'))
  named('value/assumption/A3', declared(rate.yearlyWage, 'person-1', '2026-01-15', 'Collective agreement'))
  const sum = (pick: (value: PackageValue) => number, list: readonly PackageValue[] = packages) =>
    list.reduce((all, value) => all + pick(value), 0)
  const monthsOf = (list: readonly PackageValue[]) => ({
    low: sum((v) => v.personMonths.low, list),
    central: sum((v) => v.personMonths.central, list),
    high: sum((v) => v.personMonths.high, list),
  })
  const moneyOf = (list: readonly PackageValue[]): MoneyBand => ({
    low: sum((v) => v.money.low, list),
    central: sum((v) => v.money.central, list),
    high: sum((v) => v.money.high, list),
    currency: rate.currency,
  })
  const valued = <T>(value: T): Figure<T> =>
    packages.length === 0
      ? unknown('not-collected')
      : lift(
          value,
          { id: 'usage-replacement', version: 1 },
          packages.map(({ figure }) => figure),
        )
  const withPackage = parts.filter((one) => one.package !== null).length

  const looked = <T>(value: T): Figure<T> =>
    options.isLookedUp ? lift(value, { id: 'osv-match', version: 1 }, []) : unknown('not-collected')
  const decided = options.isLookedUp ? parts.length - undecided.length : 0
  const affected = [...new Set(findings.map((one) => one.part))]
  const gaps: Gap[] = (['licenses', 'advice'] as const).map((area) => ({
    area,
    why: 'not-built',
    count: null,
    remedy: null,
  }))
  gaps.push({ area: 'inventory', why: 'failed', count: 1, remedy: null })
  if (!options.isLookedUp)
    gaps.push({ area: 'vulnerabilities', why: 'offline', count: parts.length, remedy: 'headwater data import DIR' })
  gaps.push({ area: 'value', why: 'offline', count: parts.length - packages.length, remedy: 'headwater assess PATH' })

  const money = total(
    'value/usage-replacement/money',
    valued(moneyOf(packages)),
    packages.length,
    withPackage,
    'packages',
  )
  const sample = sampleAreas(portfolio, money, options.isSized, options.hostile ?? '')
  for (const figure of sample.figures) figures.set(figure.id, figure)

  const assessment: Assessment = {
    asOf,
    knownAt,
    inventory: {
      packages: count('packages', withPackage),
      versions: count('versions', parts.length),
      occurrences: count('occurrences', occurrences.count),
      direct: count('direct', direct),
      transitive: count('transitive', parts.length - direct - undefinedDepth),
      unknownDirectness: count('unknown-directness', undefinedDepth),
      maxDepth: count('max-depth', Math.max(...depths.filter(Number.isFinite))),
      products: count('products', organization.products.length),
      projects: count('projects', 0),
      withProject: { known: 0, of: withPackage, unit: 'packages' },
      byEcosystem: ecosystems
        .map((ecosystem) => {
          const members = inEcosystem(ecosystem)
          const asked = members.filter((index) => depths[index] === 1).length
          const open = members.filter((index) => depths[index] === 0).length
          return {
            ecosystem,
            packages: members.length,
            versions: members.length,
            direct: asked,
            transitive: members.length - asked - open,
            unknownDirectness: open,
            occurrences: members.length,
          }
        })
        .toSorted((a, b) => b.packages - a.packages),
      byKind: [
        { kind: 'software', versions: withPackage },
        { kind: 'firmware', versions: parts.length - withPackage },
      ],
      byDepth: Array.from(byDepth, (value) => value ?? 0),
      mostShared: parts
        .map((one, index) => ({
          package: one.package ?? one.name,
          name: one.name,
          products: productsOf[index]?.size ?? 0,
          occurrences: productsOf[index]?.size ?? 0,
          versions: 1,
        }))
        .toSorted((a, b) => b.products - a.products || (a.name < b.name ? -1 : 1))
        .slice(0, 25),
      reading: {
        documents: portfolio.documents.length,
        found: portfolio.documents.reduce((all, { counts }) => all + counts.found, 0),
        taken: portfolio.documents.reduce((all, { counts }) => all + counts.taken, 0),
        refused: portfolio.documents.reduce((all, { counts }) => all + counts.refused, 0),
        unreadFiles: portfolio.unread.length,
      },
      coverage: { known: portfolio.documents.length - 1, of: portfolio.documents.length, unit: 'documents' },
    },
    licenses: assessLicenses(portfolio, loadLicenseTables()),
    vulnerabilities: {
      total: total('vulnerabilities/total', looked(findings.length), decided, parts.length, 'parts'),
      bySeverity: severities.map((severity) => ({
        severity,
        count: total(
          `vulnerabilities/severity:${severity}`,
          looked(findings.filter((one) => one.severity === severity).length),
          decided,
          parts.length,
          'parts',
        ),
      })),
      affectedParts: total('vulnerabilities/affected-parts', looked(affected.length), decided, parts.length, 'parts'),
      affectedProducts: total(
        'vulnerabilities/affected-products',
        looked(new Set(affected.flatMap((index) => [...(productsOf[index] ?? [])])).size),
        decided,
        parts.length,
        'parts',
      ),
      findings: findings.toSorted(
        (a, b) =>
          severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
          (b.score ?? 0) - (a.score ?? 0) ||
          (a.id < b.id ? -1 : 1),
      ),
      undecided: options.isLookedUp
        ? undecided
        : parts.map((_, index) => ({ part: index, code: 'ecosystem-not-loaded' })),
      remedies: [],
      advisories: options.isLookedUp
        ? ecosystems
            .filter((name) => name !== 'unknown' && name !== 'crates.io')
            .map((ecosystem) => ({
              ecosystem: ecosystem.split(':')[0] ?? ecosystem,
              advisories: 12_400,
              newest: '2026-11-21T17:00:00.000Z',
              importedAt: knownAt,
            }))
        : [],
    },
    value: {
      personMonths: total(
        'value/usage-replacement/person-months',
        valued(monthsOf(packages)),
        packages.length,
        withPackage,
        'packages',
      ),
      money,
      byScope: scopes.flatMap((scope) => {
        const list = packages.filter((value) => value.scope === scope)
        return list.length === 0
          ? []
          : [{ scope, packages: list.length, personMonths: monthsOf(list), money: moneyOf(list) }]
      }),
      packages,
      assumptions: [
        {
          id: 'A2-model',
          label: 'Effort model',
          low: 'organic 2.4 / 1.05',
          central: 'nominal 2.94 / 1.0997',
          high: 'semi-detached 3.0 / 1.12',
          source: 'Boehm 1981; Boehm et al. 2000',
          isDefault: false,
          values: { low: 'cocomo81-organic', central: 'cocomo2', high: 'cocomo81-semi-detached' },
          basis: 'default',
        },
        {
          id: 'A3-labor-rate',
          label: 'Labor rate',
          low: 'wage × 1.0',
          central: 'wage × 1.4',
          high: 'wage × 2.4',
          source: 'National statistics 2025',
          isDefault: true,
          values: { low: 1, central: 1.4, high: 2.4 },
          basis: 'default',
        },
      ],
      inBoughtOnly: {
        packages: 3,
        money: total('value/bought-only/money', unknown('not-collected'), 0, 3, 'packages'),
      },
      oneProgram: named('value/one-program', valued({ low: 2_600, central: 4_100, high: 7_900 })),
      missing: ecosystems.flatMap((ecosystem) => {
        const without = inEcosystem(ecosystem).filter((index) => sizes[index] == null).length
        return without === 0 ? [] : [{ ecosystem, packages: without }]
      }),
      sensitivity: [],
      byProduct: [],
      byUnit: [],
      atRisk: [],
      severalMajors: [],
      reuse: {
        share: total('value/reuse-share', unknown('not-collected'), 0, packages.length, 'packages'),
        openLines: total('value/open-lines', unknown('not-collected'), 0, packages.length, 'packages'),
        ownLines: total('value/own-lines', unknown('not-collected'), 0, organization.products.length, 'products'),
        byProduct: [],
        benchmarks: [],
        measuredOn: null,
      },
    },
    ...sample.areas,
    gaps,
  }
  return { assessment, portfolio, figures }
}

/** A small linear congruential generator, so that the large sample is the same on every run. */
function pseudoRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
