/**
 * A generated portfolio of any size, written straight into the tables of the read model. The shapes follow what is published
 * of large organizations: few packages are used nearly everywhere and most by a handful of products, several versions of a
 * package are in use at once, most parts come through others, and some parts carry many advisories. Seeded: the same size
 * gives the same portfolio.
 */

import { sql } from 'kysely'
import { productWeights, depthWeight } from '#domain/criticality.ts'
import { severities, type Severity } from '#domain/finding.ts'
import type { Criticality, Origin } from '#domain/organization.ts'
import { viaNothing, type ProductUses, type UnitUses, type ViewHead } from '#domain/views.ts'
import { opennesses } from '#domain/license-facts.ts'
import type { Store } from '#store/store.ts'
import { saveViewData, type ViewData } from '#store/views.ts'

export type PortfolioSize = {
  readonly products: number
  readonly partsEach: number
  /** Findings of each part version, on average. */
  readonly findingsEach: number
}

export type WrittenPortfolio = {
  readonly units: ViewHead['units']
  readonly occurrences: number
  readonly findings: number
  readonly findingsAsCounted: number
  readonly packages: readonly string[]
  readonly advisories: readonly string[]
}

const versionsEach = 3

export async function writePortfolio(store: Store, size: PortfolioSize, assessment: string): Promise<WrittenPortfolio> {
  const generated = generate(size, assessment)
  // An index over millions of rows is made faster at once than row by row.
  await sql`drop index view_use_of_part`.execute(store.db)
  await saveViewData(store, generated.data)
  await sql`create index view_use_of_part on view_use (part, product)`.execute(store.db)
  await sql`analyze`.execute(store.db)
  return generated.written
}

function generate({ products, partsEach, findingsEach }: PortfolioSize, assessment: string) {
  const next = random(42)
  // Unique things grow with the root of the portfolio: 10,000 products of 500 parts share 60,000 part versions.
  const packages = Math.round(Math.sqrt(products * partsEach) * 9)
  const parts = packages * versionsEach
  const units = unitsOf(Math.max(4, Math.round(Math.sqrt(products))))
  const findingsOfPart = Array.from({ length: parts }, () => findingsCount(next, findingsEach))
  const findings = findingsOfPart.flatMap((count, part) => Array.from({ length: count }, () => part))
  const severityOf = findings.map(() => severities[[0, 1, 1, 2, 2, 2, 2, 3, 3, 5][next(10)] ?? 2] ?? 'medium')
  const bySeverity = new Int32Array(parts * severities.length)
  for (const [at, part] of findings.entries()) {
    const index = part * severities.length + severities.indexOf(severityOf[at] ?? 'unknown')
    bySeverity[index] = (bySeverity[index] ?? 0) + 1
  }

  const uses = Array.from({ length: products }, () => usesOfProduct(next, parts, partsEach))
  const criticality = Array.from({ length: products }, () => criticalities[next(criticalities.length)] ?? null)
  const unitOf = Array.from(
    { length: products },
    () => units[Math.floor((next(1000) / 1000) ** 2 * units.length)]?.id ?? '',
  )
  let findingsAsCounted = 0
  for (const { part } of uses) for (const of of part) findingsAsCounted += findingsOfPart[of] ?? 0

  const data: ViewData = {
    head: {
      assessment,
      asOf: '2026-11-22',
      organization: 'Generated Port',
      units,
      suppliers: [],
      isLookedUp: true,
    },
    rows: {
      product: uses.map(({ part, depth }, number) => ({
        number,
        key: `product-${number}`,
        content: {
          id: `product-${number}`,
          name: `${words[next(words.length)]} ${words[next(words.length)]} ${number}`,
          unit: unitOf[number] ?? null,
          owner: null,
          criticality: criticality[number] ?? null,
          origin: (['made', 'made', 'run', 'bought'] as Origin[])[next(4)] ?? 'made',
          audience: 'internal' as const,
          supplier: null,
          documents: 1,
          found: part.length + next(10),
          refused: next(3),
          parts: part.length,
          packages: part.length,
          direct: depth.filter((steps) => steps === 1).length,
          findings: countsOf(part, bySeverity),
          undecided: next(10),
          withoutLicense: next(20),
          guessed: next(20),
          restricted: next(3),
          newestOn: `2026-${String(1 + next(11)).padStart(2, '0')}-11`,
          value: { low: 1e6, central: 2e6 + next(1e6), high: 4e6, currency: 'EUR' },
          valued: part.length - next(50),
        },
      })),
      package: Array.from({ length: packages }, (_, number) => {
        const ecosystem = ecosystems[number % ecosystems.length] ?? 'npm'
        const name = `${words[number % words.length]}-${words[next(words.length)]}-${number}`
        const health = next(3) === 0 ? null : next(100) / 100
        return {
          number,
          key: `pkg:${ecosystem.toLowerCase()}/${name}`,
          content: {
            key: `pkg:${ecosystem.toLowerCase()}/${name}`,
            purl: `pkg:${ecosystem.toLowerCase()}/${name}`,
            name,
            ecosystem,
            kind: 'software' as const,
            subject: number % 2 === 0 ? number / 2 : null,
            health,
            level: levelOf(health),
            state: (['active', 'slow', 'dormant', 'unsupported'] as const)[next(4)] ?? null,
            warnings: next(5) === 0 ? (['one-person'] as const) : [],
            value: next(4) === 0 ? null : { low: next(1e5), central: 1e5 + next(1e5), high: 1e6, currency: 'EUR' },
            valueFigure: null,
            lines: next(100_000),
          },
        }
      }),
      part: Array.from({ length: parts }, (_, number) => {
        const of = Math.floor(number / versionsEach)
        const ecosystem = ecosystems[of % ecosystems.length] ?? 'npm'
        const version = `${next(5)}.${next(20)}.${number % versionsEach}`
        return {
          number,
          key: `part-${number}`,
          content: {
            package: of,
            purl: `pkg:${ecosystem.toLowerCase()}/${words[of % words.length]}-${of}@${version}`,
            name: `${words[of % words.length]}-${of}`,
            version,
            ecosystem,
            kind: 'software' as const,
            license: licenses[next(licenses.length)] ?? null,
            licenseText: null,
            openness: opennesses[next(40) === 0 ? 1 + next(4) : 0] ?? 'unknown',
            reciprocity: (['none', 'none', 'weak', 'strong', null] as const)[next(5)] ?? null,
            certainty: (['stated', 'stated', 'stated', 'guessed', 'absent'] as const)[next(5)] ?? 'absent',
            network: next(50) === 0,
            isDisputed: next(50) === 0,
            duties: ['keep-notice'],
            remedy: (findingsOfPart[number] ?? 0) > 0 ? '9.0.0' : null,
            isUndecided: false,
          },
        }
      }),
      finding: findings.map((part, number) => ({
        number,
        key: `finding-${number}`,
        content: {
          part,
          // One advisory speaks about several versions of its package.
          id: `GEN-${Math.floor(part / versionsEach)}-${number % 4}`,
          aliases: [`GEN-${Math.floor(part / versionsEach)}-${number % 4}`, `ALSO-${number % 5000}`],
          severity: severityOf[number] ?? 'unknown',
          score: next(20) === 0 ? null : next(101) / 10,
          vector: null,
          summary: `A parser of ${words[next(words.length)]} reads behind the end of its ${words[next(words.length)]}`,
          fixed: next(4) === 0 ? [] : ['9.0.0'],
          published: `202${next(7)}-0${1 + next(9)}-1${next(9)}T00:00:00Z`,
          modified: null,
          figure: `vulnerabilities/finding/${number}`,
        },
      })),
      subject: Array.from({ length: Math.ceil(packages / 2) }, (_, number) => {
        const health = next(3) === 0 ? null : next(100) / 100
        return {
          number,
          key: `forge.example/group-${number % 500}/project-${number}`,
          content: {
            subject: `forge.example/group-${number % 500}/project-${number}`,
            project: `forge.example/group-${number % 500}/project-${number}`,
            packages: [number * 2],
            health,
            healthFigure: '',
            known: 0.6,
            level: levelOf(health) ?? 'withheld',
            state: (['active', 'slow', 'dormant', 'unsupported'] as const)[next(4)] ?? null,
            stateFigure: '',
            absenceFactor: next(4) === 0 ? null : 1 + next(9),
            absenceFigure: '',
            scorecard: next(2) === 0 ? null : next(100) / 10,
            openCodeLevel: null,
            warnings: next(5) === 0 ? (['one-person'] as const) : [],
            hasFunding: next(4) === 0,
            lastReleaseOn: `202${next(7)}-0${1 + next(9)}-1${next(9)}`,
            lastCommitOn: next(2) === 0 ? null : `202${next(7)}-0${1 + next(9)}-1${next(9)}`,
          },
        }
      }),
    },
    uses: uses.entries(),
    units: rollUp(units, unitOf, uses, criticality, parts, packages),
  }
  return {
    data,
    written: {
      units,
      occurrences: uses.reduce((sum, { part }) => sum + part.length, 0),
      findings: findings.length,
      findingsAsCounted,
      packages: data.rows.package.map(({ key }) => key),
      advisories: data.rows.finding.map(({ content }) => content.id),
    } satisfies WrittenPortfolio,
  }
}

const criticalities: readonly (Criticality | null)[] = ['low', 'medium', 'medium', 'high', 'mission', null]
const ecosystems = ['npm', 'PyPI', 'Maven', 'Go', 'NuGet'] as const
const licenses = ['MIT', 'Apache-2.0', 'BSD-3-Clause', 'LGPL-2.1-only', 'GPL-3.0-only', 'MPL-2.0', null] as const
const words = [
  'anchor',
  'barge',
  'canal',
  'dock',
  'estuary',
  'ferry',
  'gauge',
  'harbor',
  'islet',
  'jetty',
  'keel',
  'lock',
  'mooring',
  'net',
  'oar',
  'pier',
  'quay',
  'rudder',
  'sluice',
  'tide',
  'upstream',
  'vessel',
  'weir',
  'yard',
]

function unitsOf(count: number): ViewHead['units'] {
  return Array.from({ length: count }, (_, index) => ({
    id: `unit-${index}`,
    name: `Unit ${index}`,
    // A tree of five branches a node; the first is above all.
    parent: index === 0 ? null : `unit-${Math.floor((index - 1) / 5)}`,
  }))
}

function findingsCount(next: (below: number) => number, mean: number): number {
  return next(10) < 6 ? 0 : Math.round((next(1000) / 1000) ** 2 * mean * 7.5)
}

function levelOf(health: number | null) {
  if (health === null) return null
  return health >= 0.7 ? ('good' as const) : health < 0.4 ? ('weak' as const) : ('fair' as const)
}

function usesOfProduct(next: (below: number) => number, parts: number, count: number): ProductUses {
  const chosen = new Set<number>()
  while (chosen.size < count) {
    // The power makes few packages popular; every seventh part is from anywhere.
    const share = next(1_000_003) / 1_000_003
    chosen.add(Math.floor((next(7) === 0 ? share : share ** 3) * parts))
  }
  const part = Int32Array.from(chosen).sort()
  const order = Array.from(part, (_, at) => at).sort((a, b) => mix(part[a] ?? 0) - mix(part[b] ?? 0))
  const via = new Int32Array(count).fill(viaNothing)
  const depth = new Uint8Array(count).fill(1)
  const direct = Math.max(1, Math.floor(count / 12))
  for (const [rank, at] of order.entries()) {
    if (rank < direct) continue
    const parent = order[next(Math.min(rank, direct * 4))] ?? 0
    via[at] = part[parent] ?? 0
    depth[at] = (depth[parent] ?? 1) + 1
  }
  return {
    part,
    via,
    depth,
    scope: Uint8Array.from(part, () => (next(5) === 0 ? 2 : 0)),
    directness: Uint8Array.from(depth, (steps) => (steps === 1 ? 0 : 1)),
  }
}

function countsOf(part: Int32Array, bySeverity: Int32Array): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, none: 0, unknown: 0 }
  for (const [index, severity] of severities.entries())
    for (const of of part) counts[severity] += bySeverity[of * severities.length + index] ?? 0
  return counts
}

function rollUp(
  units: ViewHead['units'],
  unitOf: readonly string[],
  uses: readonly ProductUses[],
  criticality: readonly (Criticality | null)[],
  parts: number,
  packages: number,
): UnitUses[] {
  return units.flatMap(({ id }) => {
    const counts = { part: new Int32Array(parts), package: new Int32Array(packages), subject: new Int32Array(packages) }
    const rest = new Float64Array(packages)
    for (const [product, { part, depth }] of uses.entries()) {
      if (unitOf[product] !== id) continue
      const c = productWeights[criticality[product] ?? 'medium']
      const seen = new Set<number>()
      for (const [at, of] of part.entries()) {
        counts.part[of] = (counts.part[of] ?? 0) + 1
        const name = Math.floor(of / versionsEach)
        if (seen.has(name)) continue
        seen.add(name)
        counts.package[name] = (counts.package[name] ?? 0) + 1
        rest[name] = (rest[name] ?? 0) + Math.log1p(-c * depthWeight(depth[at] ?? 1) * 0.4)
        if (name % 2 === 0) counts.subject[name / 2] = (counts.subject[name / 2] ?? 0) + 1
      }
    }
    return (['part', 'package', 'subject'] as const).map((kind): UnitUses => {
      const row = Int32Array.from([...counts[kind].keys()].filter((index) => (counts[kind][index] ?? 0) > 0))
      return {
        unit: id,
        kind,
        row,
        products: Int32Array.from(row, (index) => counts[kind][index] ?? 0),
        rest: Float64Array.from(row, (index) => (kind === 'package' ? (rest[index] ?? 0) : 0)),
      }
    })
  })
}

/** A fixed order of parts that has nothing to do with their popularity. */
function mix(value: number): number {
  return Math.imul(value ^ (value >>> 7), 0x9e3779b1) >>> 0
}

/** mulberry32. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below) | 0
  }
}
