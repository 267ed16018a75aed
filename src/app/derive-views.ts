/** From a portfolio and its assessment to the read model: rows with lasting numbers, uses by product, roll-ups by unit. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { PartTerms } from '#domain/assessment/licenses.ts'
import {
  depthWeight,
  productWeights,
  replaceableWeight,
  scopeWeights,
  undeclaredProductWeight,
} from '#domain/criticality.ts'
import type { Figure } from '#domain/figure.ts'
import { severities, type Severity } from '#domain/finding.ts'
import { occurrencesByProduct } from '#domain/occurrence-order.ts'
import { directnesses, scopes } from '#domain/part.ts'
import type { Part, Portfolio } from '#domain/portfolio.ts'
import {
  viaNothing,
  viaUnknown,
  type FindingView,
  type PackageView,
  type PartView,
  type ProductUses,
  type ProductView,
  type SubjectView,
  type ViewHead,
  type ViewKind,
  type ViewNumber,
} from '#domain/views.ts'
import { packagesOf } from '#inventory/graph.ts'
import { viewKey, type ViewData, type ViewNumbers, type ViewRow } from '#store/views.ts'
import { findingFigureId } from '#vulnerabilities/figures.ts'
import { partKey } from './part-key.ts'
import { rollUpUnits, type UsedByProduct } from './roll-up-units.ts'

export type ViewSource = { readonly assessment: Assessment; readonly portfolio: Portfolio }

/**
 * @param numbers those that rows have already, and those of rows that are gone, which new ones get
 * @param terms of every part, in the order of the portfolio's parts
 */
export function deriveViews(
  { assessment, portfolio }: ViewSource,
  assessmentId: string,
  terms: readonly PartTerms[],
  numbers: ViewNumbers,
): ViewData {
  const { parts, organization } = portfolio
  const packages = packagesOf(parts)
  const partNumber = numberAll('part', parts.map(partKey), numbers)
  const packageNumber = numberAll('package', packages.keys, numbers)
  const productNumber = numberAll(
    'product',
    organization.products.map(({ id }) => id),
    numbers,
  )
  const { subjects } = assessment.health
  const subjectNumber = numberAll(
    'subject',
    subjects.map(({ subject }) => subject),
    numbers,
  )
  const packageIndex = new Map(packages.keys.map((key, index) => [key, index]))
  const subjectOfPackage = new Int32Array(packages.keys.length).fill(-1)
  for (const [index, { packages: of }] of subjects.entries())
    for (const key of of) subjectOfPackage[packageIndex.get(key) ?? -1] = index

  const used = usesOfProducts(portfolio, packages.ofPart)
  const findingsOfPart = countFindings(assessment, parts.length)
  const undecided = new Set(assessment.vulnerabilities.undecided.map(({ part }) => part))
  const numbersOf = { part: partNumber, package: packageNumber, subject: subjectNumber }
  return {
    head: headOf({ assessment, portfolio }, assessmentId),
    rows: {
      product: rowsOf(
        organization.products.map(({ id }) => id),
        productNumber,
        productViews({ assessment, portfolio }, used, terms, findingsOfPart, undecided),
      ),
      package: rowsOf(
        packages.keys,
        packageNumber,
        packageViews(assessment, packages.keys, packages.example, subjectOfPackage, subjectNumber),
      ),
      part: rowsOf(
        parts.map(partKey),
        partNumber,
        partViews(assessment, parts, packages.ofPart, packageNumber, terms, undecided),
      ),
      finding: findingRows(assessment, parts, partNumber, numbers),
      subject: rowsOf(
        subjects.map(({ subject }) => subject),
        subjectNumber,
        subjectViews(assessment, packageIndex, packageNumber),
      ),
    },
    uses: numberedUses(used, productNumber, partNumber),
    units: rollUpUnits(organization, used, { subjectOfPackage, numbersOf }),
  }
}

function numberAll(kind: ViewKind, keys: readonly string[], numbers: ViewNumbers): Int32Array {
  const { of, free, next } = numbers[kind]
  // Numbers that are given up now are given out the next time only: whoever still reads the rows before would mix them up.
  const spare = [...free].sort((a, b) => b - a)
  let fresh = next
  return Int32Array.from(keys, (key) => of.get(viewKey(key)) ?? spare.pop() ?? fresh++)
}

function rowsOf<Kind extends ViewKind>(
  keys: readonly string[],
  numbers: Int32Array,
  contents: readonly ViewRow<Kind>['content'][],
): ViewRow<Kind>[] {
  return contents.map((content, index) => ({ number: numbers[index] ?? 0, key: keys[index] ?? '', content }))
}

function headOf({ assessment, portfolio }: ViewSource, id: string): ViewHead {
  const { organization } = portfolio
  return {
    assessment: id,
    asOf: assessment.asOf,
    organization: organization.name,
    units: organization.units,
    suppliers: organization.suppliers.map(({ id: supplier, name }) => ({ id: supplier, name })),
    isLookedUp: assessment.vulnerabilities.total.figure.known,
  }
}

/** What each product uses, by its index; parts are indices into the portfolio. */
function usesOfProducts(portfolio: Portfolio, packageOf: Int32Array): readonly UsedByProduct[] {
  const { organization, occurrences, documents } = portfolio
  const productOf = Int32Array.from(documents, ({ product }) => product)
  const nearer = nearerOccurrences(portfolio)
  const weightOfScope = scopes.map((scope) => scopeWeights[scope])
  const isReplaceable = replaceablePackages(portfolio)
  const found: Map<number, PartUse>[] = organization.products.map(() => new Map())
  const strongest: Map<number, number>[] = organization.products.map(() => new Map())
  for (const at of occurrencesByProduct(portfolio)) {
    const product = productOf[occurrences.document[at] ?? -1] ?? -1
    const uses = found[product]
    const strengths = strongest[product]
    if (uses === undefined || strengths === undefined) continue
    const part = occurrences.part[at] ?? 0
    const depth = occurrences.depth[at] ?? 0
    const scope = occurrences.scope[at] ?? 3
    const directness = occurrences.directness[at] ?? 2
    const known = uses.get(part)
    const via = viaOf(depth, nearer[at] ?? -1, occurrences.part)
    if (known === undefined) uses.set(part, { via, scope, directness, depth })
    else {
      const isNearer = depth > 0 && (known.depth === 0 || depth < known.depth)
      if (isNearer) [known.depth, known.via] = [depth, via]
      known.scope = Math.min(known.scope, scope)
      known.directness = Math.min(known.directness, directness)
    }
    const name = packageOf[part] ?? 0
    const strength = depthWeight(depth) * (weightOfScope[scope] ?? scopeWeights.unknown)
    strengths.set(name, Math.max(strengths.get(name) ?? 0, strength))
  }
  return organization.products.map((product, index): UsedByProduct => {
    const c = product.criticality === null ? undeclaredProductWeight : productWeights[product.criticality]
    const uses = [...(found[index] ?? [])].sort(([a], [b]) => a - b)
    const column = (pick: (use: PartUse) => number): number[] => uses.map(([, use]) => pick(use))
    return {
      part: Int32Array.from(uses, ([part]) => part),
      via: Int32Array.from(column(({ via }) => via)),
      scope: Uint8Array.from(column(({ scope }) => scope)),
      directness: Uint8Array.from(column(({ directness }) => directness)),
      depth: Uint8Array.from(column(({ depth }) => depth)),
      packages: [...(strongest[index] ?? [])].map(([name, strength]) => ({
        package: name,
        rest: Math.log1p(-c * strength * (isReplaceable(name) ? replaceableWeight : 1)),
      })),
    }
  })

  function replaceablePackages({ organization: { stated }, parts }: Portfolio): (index: number) => boolean {
    const named = new Set(stated.declarations.flatMap(({ subject, part }) => (subject === 'alternative' ? [part] : [])))
    const marked = new Uint8Array(parts.length)
    for (const [position, part] of parts.entries())
      if (part.package !== null && named.has(part.package)) marked[packageOf[position] ?? 0] = 1
    return (index) => marked[index] === 1
  }
}

type PartUse = { via: number; scope: number; directness: number; depth: number }

function viaOf(depth: number, nearer: number, partOf: Int32Array): number {
  if (depth === 1) return viaNothing
  return depth === 0 || nearer < 0 ? viaUnknown : (partOf[nearer] ?? viaUnknown)
}

/** For each occurrence the user of it that lies one step nearer to the product, the first of several; -1 for none. */
function nearerOccurrences({ occurrences, edges }: Portfolio): Int32Array {
  const nearer = new Int32Array(occurrences.count).fill(-1)
  for (let edge = 0; edge < edges.count; edge += 1) {
    const from = edges.from[edge] ?? -1
    const to = edges.to[edge] ?? 0
    const depth = occurrences.depth[from] ?? 0
    if (from < 0 || depth === 0 || depth + 1 !== occurrences.depth[to]) continue
    const known = nearer[to] ?? -1
    if (known === -1 || from < known) nearer[to] = from
  }
  return nearer
}

function* numberedUses(
  used: readonly UsedByProduct[],
  productNumber: Int32Array,
  partNumber: Int32Array,
): Generator<readonly [ViewNumber, ProductUses]> {
  for (const [index, { part, via, scope, directness, depth }] of used.entries()) {
    const order = Array.from(part, (_, at) => at).sort(
      (a, b) => (partNumber[part[a] ?? 0] ?? 0) - (partNumber[part[b] ?? 0] ?? 0),
    )
    yield [
      productNumber[index] ?? 0,
      {
        part: Int32Array.from(order, (at) => partNumber[part[at] ?? 0] ?? 0),
        via: Int32Array.from(order, (at) => {
          const from = via[at] ?? viaUnknown
          return from < 0 ? from : (partNumber[from] ?? viaUnknown)
        }),
        scope: Uint8Array.from(order, (at) => scope[at] ?? 0),
        directness: Uint8Array.from(order, (at) => directness[at] ?? 0),
        depth: Uint8Array.from(order, (at) => depth[at] ?? 0),
      },
    ]
  }
}

/** Findings of each part by severity, in the order of `severities`. */
function countFindings({ vulnerabilities }: Assessment, parts: number): Int32Array {
  const counts = new Int32Array(parts * severities.length)
  for (const { part, severity } of vulnerabilities.findings) {
    const at = part * severities.length + severities.indexOf(severity)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

function productViews(
  { assessment, portfolio }: ViewSource,
  used: readonly UsedByProduct[],
  terms: readonly PartTerms[],
  findingsOfPart: Int32Array,
  undecided: ReadonlySet<number>,
): ProductView[] {
  const { organization, documents, evidence } = portfolio
  const worth = new Map(assessment.value.byProduct.map((value) => [value.subject, value]))
  const isLookedUp = assessment.vulnerabilities.total.figure.known
  const direct = directnesses.indexOf('direct')
  return organization.products.map(({ id, name, unit, owner, criticality, origin, audience, supplier }, index) => {
    const uses = used[index]
    const own = documents.filter(({ product }) => product === index)
    const parts = [...(uses?.part ?? [])]
    const partTerms = parts.flatMap((part) => terms[part] ?? [])
    const days = own.flatMap((document) => evidence.get(document.evidence)?.retrievedAt.slice(0, 10) ?? [])
    const value = worth.get(id)
    const count = (severity: number): number =>
      parts.reduce((sum, part) => sum + (findingsOfPart[part * severities.length + severity] ?? 0), 0)
    return {
      id,
      name,
      unit,
      owner,
      criticality,
      origin,
      audience,
      supplier,
      documents: own.length,
      found: own.reduce((sum, { counts }) => sum + counts.found, 0),
      refused: own.reduce((sum, { counts }) => sum + counts.refused, 0),
      parts: parts.length,
      packages: uses?.packages.length ?? 0,
      direct: uses?.directness.filter((code) => code === direct).length ?? 0,
      findings: isLookedUp
        ? (Object.fromEntries(severities.map((severity, at) => [severity, count(at)])) as Record<Severity, number>)
        : null,
      undecided: parts.filter((part) => undecided.has(part)).length,
      withoutLicense: partTerms.filter(({ certainty }) => certainty === 'absent').length,
      guessed: partTerms.filter(({ certainty }) => certainty === 'guessed').length,
      restricted: partTerms.filter(({ openness }) => openness !== 'open' && openness !== 'unknown').length,
      newestOn: days.length === 0 ? null : days.reduce((latest, day) => (day > latest ? day : latest)),
      value: value?.money ?? null,
      valued: value?.coverage.known ?? 0,
    }
  })
}

function packageViews(
  { health, value }: Assessment,
  keys: readonly string[],
  example: readonly Part[],
  subjectOfPackage: Int32Array,
  subjectNumber: Int32Array,
): PackageView[] {
  const worth = new Map(value.packages.map((one) => [one.package, one]))
  return keys.map((key, index) => {
    const part = example[index]
    const position = subjectOfPackage[index] ?? -1
    const subject = health.subjects[position]
    const valued = worth.get(key)
    return {
      key,
      purl: part?.package ?? null,
      name: part?.name ?? key,
      ecosystem: part?.ecosystem ?? null,
      kind: part?.kind ?? 'software',
      subject: subject === undefined ? null : (subjectNumber[position] ?? null),
      health: subject?.health.figure.known ? subject.health.figure.value : null,
      level: subject?.level ?? null,
      state: subject?.state.figure.known ? subject.state.figure.value : null,
      warnings: subject?.warnings.map(({ id }) => id) ?? [],
      value: valued?.money ?? null,
      valueFigure: valued?.figure ?? null,
      lines: valued?.deduplicated ?? null,
    }
  })
}

function partViews(
  { vulnerabilities }: Assessment,
  parts: readonly Part[],
  packageOf: Int32Array,
  packageNumber: Int32Array,
  terms: readonly PartTerms[],
  undecided: ReadonlySet<number>,
): PartView[] {
  const remedies = new Map(vulnerabilities.remedies.map(({ part, version }) => [part, version]))
  return parts.map(({ purl, name, version, ecosystem, kind }, index) => {
    const told = terms[index]
    const portion = told?.portions.find(({ openness }) => openness === told.openness) ?? told?.portions[0]
    return {
      package: packageNumber[packageOf[index] ?? 0] ?? 0,
      purl,
      name,
      version,
      ecosystem,
      kind,
      license: portion?.expression ?? null,
      licenseText: portion?.expression === null ? portion.text : null,
      openness: told?.openness ?? 'unknown',
      reciprocity: told?.reciprocity ?? null,
      certainty: told?.certainty ?? 'absent',
      network: told?.network ?? false,
      isDisputed: told?.isDisputed ?? false,
      duties: [...new Set(told?.portions.flatMap(({ duties }) => duties) ?? [])],
      remedy: remedies.get(index) ?? null,
      isUndecided: undecided.has(index),
    }
  })
}

function findingRows(
  { vulnerabilities }: Assessment,
  parts: readonly Part[],
  partNumber: Int32Array,
  numbers: ViewNumbers,
): ViewRow<'finding'>[] {
  const { findings } = vulnerabilities
  const keys = findings.map(({ part, id }) => `${id} ${parts[part] === undefined ? '' : partKey(parts[part])}`)
  const contents = findings.map((finding): FindingView => {
    const { advisories: _, ...told } = finding
    const figure = findingFigureId(finding.id, parts[finding.part]?.purl ?? '')
    return { ...told, part: partNumber[finding.part] ?? 0, figure }
  })
  return rowsOf(keys, numberAll('finding', keys, numbers), contents)
}

/** What nobody looked for has nothing to tell, and is not kept. */
function hasChain({ known, from }: Figure<unknown>): boolean {
  return known || from.length > 0
}

function subjectViews(
  { health }: Assessment,
  packageIndex: ReadonlyMap<string, number>,
  packageNumber: Int32Array,
): SubjectView[] {
  return health.subjects.map((one) => ({
    subject: one.subject,
    project: one.project,
    packages: one.packages.flatMap((key) => {
      const index = packageIndex.get(key)
      return index === undefined ? [] : [packageNumber[index] ?? 0]
    }),
    health: one.health.figure.known ? one.health.figure.value : null,
    healthFigure: one.health.id,
    known: one.known,
    level: one.level,
    state: one.state.figure.known ? one.state.figure.value : null,
    stateFigure: one.state.id,
    absenceFactor: one.absenceFactor.figure.known ? one.absenceFactor.figure.value : null,
    absenceFigure: hasChain(one.absenceFactor.figure) ? one.absenceFactor.id : null,
    scorecard: one.scorecard.figure.known ? one.scorecard.figure.value : null,
    openCodeLevel: one.openCodeLevel.figure.known ? one.openCodeLevel.figure.value : null,
    warnings: one.warnings.map(({ id }) => id),
    hasFunding: one.funding.length > 0,
    lastReleaseOn: one.lastReleaseOn,
    lastCommitOn: one.lastCommitOn,
  }))
}
