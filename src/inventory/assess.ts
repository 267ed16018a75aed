/** What is used, where, and how much of it could be read: the inventory's part of an assessment. */

import { figureOfDocument } from '#domain/document-figure.ts'
import type { EcosystemCount, InventoryAssessment } from '#domain/assessment/inventory.ts'
import { lift, observed, unknown, type Coverage, type Figure, type FigureId, type NamedFigure } from '#domain/figure.ts'
import type { IssueCode } from '#domain/issue.ts'
import { directnesses, partKinds } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { mostSharedPackages, packagesOf, type Packages } from './graph.ts'

const mostShared = 25

export function assessInventory(portfolio: Portfolio): InventoryAssessment {
  const { parts, occurrences } = portfolio
  const packages = packagesOf(parts)
  const directness = packageDirectness(portfolio, packages)
  const figure = (id: string, method: string, value: number): NamedFigure<number> => ({
    id: `inventory/${id}`,
    figure: lift(value, { id: method, version: 1 }, inputs),
  })
  const inputs = documentFigures(portfolio).map(({ id }) => id)
  return {
    packages: figure('packages', 'count-packages', packages.keys.length),
    versions: figure('versions', 'count-versions', parts.length),
    occurrences: figure('occurrences', 'count-occurrences', occurrences.count),
    direct: figure('direct', 'count-direct-packages', count(directness, direct)),
    transitive: figure('transitive', 'count-transitive-packages', count(directness, transitive)),
    unknownDirectness: figure('unknown-directness', 'count-packages-of-unknown-directness', count(directness, unclear)),
    maxDepth: { id: 'inventory/max-depth', figure: maxDepth(portfolio, inputs) },
    products: figure('products', 'count-products', productsWithParts(portfolio)),
    projects: figure('projects', 'count-projects', new Set(portfolio.projectLinks.map(({ project }) => project)).size),
    withProject: {
      known: new Set(portfolio.projectLinks.map((link) => link.package)).size,
      of: packages.keys.length,
      unit: 'packages',
    },
    byEcosystem: byEcosystem(portfolio, packages, directness),
    byKind: partKinds
      .map((kind) => ({ kind, versions: parts.filter((part) => part.kind === kind).length }))
      .filter(({ versions }) => versions > 0),
    byDepth: byDepth(portfolio),
    mostShared: mostSharedPackages(portfolio, mostShared, packages),
    reading: reading(portfolio),
    coverage: coverage(portfolio),
  }
}

/** Every figure of the inventory with its id, those of the documents included: what `explain` walks. */
export function inventoryFigures(portfolio: Portfolio, assessment: InventoryAssessment): NamedFigure[] {
  const { packages, versions, occurrences, products, projects } = assessment
  const { direct: asked, transitive: through, unknownDirectness, maxDepth: deepest } = assessment
  return [
    packages,
    versions,
    occurrences,
    asked,
    through,
    unknownDirectness,
    deepest,
    products,
    projects,
    ...documentFigures(portfolio),
  ]
}

function documentFigures(portfolio: Portfolio): readonly NamedFigure<number>[] {
  return portfolio.documents.map((document) => ({
    id: figureOfDocument(portfolio, document),
    figure: observed(document.counts.taken, document.evidence),
  }))
}

const direct = directnesses.indexOf('direct')
const transitive = directnesses.indexOf('transitive')
const unclear = directnesses.indexOf('unknown')

/** The code of each package: direct where any product asks for it, else transitive where it comes through others anywhere. */
function packageDirectness({ occurrences }: Portfolio, { keys, ofPart }: Packages): Uint8Array {
  const codes = new Uint8Array(keys.length).fill(unclear)
  for (let at = 0; at < occurrences.count; at += 1) {
    const index = ofPart[occurrences.part[at] ?? 0] ?? 0
    // The codes ascend from the one that tells most.
    codes[index] = Math.min(codes[index] ?? unclear, occurrences.directness[at] ?? unclear)
  }
  return codes
}

function count(codes: Uint8Array, code: number): number {
  let total = 0
  for (const value of codes) if (value === code) total += 1
  return total
}

function maxDepth({ occurrences }: Portfolio, inputs: readonly FigureId[]): Figure<number> {
  let deepest = 0
  for (const depth of occurrences.depth) if (depth > deepest) deepest = depth
  const known = lift(deepest, { id: 'max-depth', version: 1 }, inputs)
  return deepest > 0 ? known : unknown(occurrences.count === 0 ? 'not-applicable' : 'not-collected', known.from)
}

function productsWithParts({ documents }: Portfolio): number {
  return new Set(documents.filter(({ counts }) => counts.taken > 0).map(({ product }) => product)).size
}

type Counting = { -readonly [Key in keyof EcosystemCount]: EcosystemCount[Key] }

function byEcosystem({ parts, occurrences }: Portfolio, packages: Packages, directness: Uint8Array): EcosystemCount[] {
  const rows = new Map<string, Counting>()
  const rowOf = (ecosystem: string): Counting => {
    const known = rows.get(ecosystem)
    if (known !== undefined) return known
    const row = { ecosystem, packages: 0, versions: 0, direct: 0, transitive: 0, unknownDirectness: 0, occurrences: 0 }
    rows.set(ecosystem, row)
    return row
  }
  // A package of a distribution is one package, whatever releases its versions belong to.
  const rowOfPackage = packages.example.map(({ ecosystem, purl }) => rowOf(ecosystemName(ecosystem, purl)))
  for (const [index, row] of rowOfPackage.entries()) {
    row.packages += 1
    if (directness[index] === direct) row.direct += 1
    else if (directness[index] === transitive) row.transitive += 1
    else row.unknownDirectness += 1
  }
  const rowOfPart = parts.map((_, part) => rowOfPackage[packages.ofPart[part] ?? 0])
  for (const row of rowOfPart) if (row !== undefined) row.versions += 1
  for (const part of occurrences.part) {
    const row = rowOfPart[part]
    if (row !== undefined) row.occurrences += 1
  }
  return [...rows.values()].sort((a, b) => b.packages - a.packages || (a.ecosystem < b.ecosystem ? -1 : 1))
}

/** OSV's name without a distribution's release, the package URL type where OSV has none, or `unknown`. */
function ecosystemName(ecosystem: string | null, purl: string | null): string {
  if (ecosystem !== null) return ecosystem.split(':')[0] ?? ecosystem
  return purl === null ? 'unknown' : purl.slice('pkg:'.length, purl.indexOf('/'))
}

/** Unique part versions by their smallest known depth; index 0 is "depth unknown". */
function byDepth({ parts, occurrences }: Portfolio): number[] {
  const smallest = new Uint8Array(parts.length)
  for (let at = 0; at < occurrences.count; at += 1) {
    const part = occurrences.part[at] ?? 0
    const depth = occurrences.depth[at] ?? 0
    const known = smallest[part] ?? 0
    if (depth > 0 && (known === 0 || depth < known)) smallest[part] = depth
  }
  const counts: number[] = [0]
  for (const depth of smallest) {
    while (counts.length <= depth) counts.push(0)
    counts[depth] = (counts[depth] ?? 0) + 1
  }
  return counts
}

function reading(portfolio: Portfolio): InventoryAssessment['reading'] {
  let [found, taken, refused] = [0, 0, 0]
  for (const { counts } of portfolio.documents) {
    found += counts.found
    taken += counts.taken
    refused += counts.refused
  }
  const unreadFiles = portfolio.unread.filter(isLost).length
  return { documents: portfolio.documents.length, found, taken, refused, unreadFiles }
}

function coverage(portfolio: Portfolio): Coverage {
  const whole = portfolio.documents.filter(
    ({ counts, issues }) => counts.refused === 0 && !issues.some(({ code }) => losing.has(code)),
  )
  return {
    known: whole.length,
    of: portfolio.documents.length + portfolio.unread.filter(isLost).length,
    unit: 'documents',
  }
}

/** Left out on purpose, or never meant to be read, is not lost. */
function isLost({ code }: { readonly code: IssueCode }): boolean {
  return code !== 'covered-by-lockfile' && code !== 'symlink-skipped'
}

/** Issues that mean that something in the document was not read. */
const losing: ReadonlySet<IssueCode> = new Set([
  'empty-file',
  'not-text',
  'not-json',
  'not-yaml',
  'not-toml',
  'not-xml',
  'syntax',
  'truncated',
  'trailing-data',
  'too-large',
  'too-deep',
  'not-what-it-says',
  'unsupported-version',
  'wrong-type',
])
