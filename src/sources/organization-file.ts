/** Reads `organization.yaml`: who uses. What a person wrote wrong is refused with the line, never guessed. */

import type { IsoDate } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import {
  nothingStated,
  type LaborRate,
  type Organization,
  type PersonId,
  type Product,
  type Stated,
} from '#domain/organization.ts'
import type { LabelSet } from '#domain/profile.ts'
import { projectOfAddress } from '#domain/project.ts'
import { organizationSchema, peopleSchema, type OrganizationText } from './organization-schema.ts'
import { openYaml, type ConfigProblem, type YamlPath } from './yaml-file.ts'

/** The erasable key to a pseudonym; kept apart from everything else. */
export type OrganizationPerson = { readonly id: PersonId; readonly name: string; readonly addresses: readonly string[] }

export type OrganizationFile =
  | {
      readonly ok: true
      readonly organization: Organization
      /** The file that names the people, for `readPeopleFile`; it is never kept as evidence. Relative, as the two below. */
      readonly peopleFile: string | null
      /** Tables of measured package sizes, for `readSizeFile`. */
      readonly sizeFiles: readonly string[]
      /** Folders of advisories in OSV form that the organization keeps itself. */
      readonly advisoryFolders: readonly string[]
      readonly evidenceFiles: EvidenceFiles
      readonly issues: readonly Issue[]
    }
  | { readonly ok: false; readonly problem: ConfigProblem }

/** What else the organization keeps as evidence; paths relative to its file. */
export type EvidenceFiles = {
  /** Folders that hold clones of projects in use and of what the organization publishes. */
  readonly cloneFolders: readonly string[]
  /** Tables of what was given: money and hours. */
  readonly ledgerFiles: readonly string[]
  /** Tables of commits in other projects, from a commit index or an archive. */
  readonly commitFiles: readonly string[]
  /** Tables of published versions of packages. */
  readonly releaseFiles: readonly string[]
  /** Results of OpenSSF Scorecard. */
  readonly scorecardFiles: readonly string[]
  /** Facts of projects that `headwater health collect --json` wrote. */
  readonly projectFiles: readonly string[]
  /** Folders of release cycles as endoflife.date keeps them. */
  readonly lifecycleFolders: readonly string[]
  /** Folders of what the office holds and says: records, answers, targets. */
  readonly officeFolders: readonly string[]
}

export const noEvidenceFiles: EvidenceFiles = {
  cloneFolders: [],
  ledgerFiles: [],
  commitFiles: [],
  releaseFiles: [],
  scorecardFiles: [],
  projectFiles: [],
  lifecycleFolders: [],
  officeFolders: [],
}

export type PeopleFile =
  | { readonly ok: true; readonly people: readonly OrganizationPerson[] }
  | { readonly ok: false; readonly problem: ConfigProblem }

/**
 * @param path of the file as the person knows it; it stands in the problem
 * @param fallbackRate is taken, with an `undeclared` issue, when the file names no labor rate
 * @param today prices and rates of later days are refused; undefined: any day is taken
 */
export function readOrganizationFile(
  bytes: Uint8Array,
  path: string,
  fallbackRate: LaborRate,
  today?: IsoDate,
): OrganizationFile {
  const opened = openYaml(bytes, path, organizationSchema)
  if (!opened.ok) return opened
  const text = opened.value
  const mistake = firstMistake(text) ?? dayInTheFuture(text, today)
  if (mistake !== undefined) return { ok: false, problem: opened.problemAt(mistake.path, mistake.what) }
  return {
    ok: true,
    organization: organizationOf(text, fallbackRate),
    peopleFile: text.peopleFile ?? null,
    sizeFiles: text.sizeFiles ?? [],
    advisoryFolders: text.advisoryFolders ?? [],
    evidenceFiles: {
      cloneFolders: text.cloneFolders ?? [],
      ledgerFiles: text.ledgerFiles ?? [],
      commitFiles: text.commitFiles ?? [],
      releaseFiles: text.releaseFiles ?? [],
      scorecardFiles: text.scorecardFiles ?? [],
      projectFiles: text.projectFiles ?? [],
      lifecycleFolders: text.lifecycleFolders ?? [],
      officeFolders: text.officeFolders ?? [],
    },
    issues: undeclared(text),
  }
}

/** The organization of a folder that has no `organization.yaml`: what was found, and the printed default rate. */
export function defaultOrganization(products: readonly Product[], laborRate: LaborRate): Organization {
  return {
    id: 'organization',
    name: 'Organization',
    units: [],
    products,
    suppliers: [],
    people: [],
    domains: [],
    laborRate,
    stated: nothingStated,
    isDeclared: false,
  }
}

/** Reads `people.yaml`, the only file that names anybody. */
export function readPeopleFile(bytes: Uint8Array, path: string): PeopleFile {
  const opened = openYaml(bytes, path, peopleSchema)
  if (!opened.ok) return opened
  const { people } = opened.value
  const twice = firstRepeated(people.map(({ id }) => id))
  if (twice !== undefined) return { ok: false, problem: opened.problemAt(['people', twice, 'id'], 'is used twice') }
  const addresses = people.flatMap((person, at) =>
    person.addresses.map((address) => ({ at, address: address.toLowerCase() })),
  )
  const shared = firstRepeated(addresses.map(({ address }) => address))
  if (shared !== undefined) {
    const at = addresses[shared]?.at ?? 0
    return {
      ok: false,
      problem: opened.problemAt(['people', at, 'addresses'], 'holds an address that another person has'),
    }
  }
  return { ok: true, people }
}

function organizationOf(text: OrganizationText, fallbackRate: LaborRate): Organization {
  return {
    id: text.id,
    name: text.name,
    units: (text.units ?? []).map(({ id, name, parent }) => ({ id, name, parent: parent ?? null })),
    suppliers: (text.suppliers ?? []).map(({ id, name, contract }) => ({ id, name, contract: contract ?? null })),
    products: (text.products ?? []).map((product) => ({
      id: product.id,
      name: product.name,
      origin: product.origin,
      unit: product.unit ?? null,
      criticality: product.criticality ?? null,
      audience: product.audience ?? null,
      supplier: product.supplier ?? null,
      owner: product.owner ?? null,
      published: product.published === undefined ? null : (projectOfAddress(product.published) ?? null),
      paths: product.paths,
    })),
    people: (text.people ?? []).map((person) => ({
      id: person.id,
      unit: person.unit ?? null,
      roles: person.roles ?? [],
      from: person.from ?? null,
      to: person.to ?? null,
      namesAllowed: person.namesAllowed ?? false,
    })),
    domains: text.domains ?? [],
    laborRate: text.laborRate === undefined ? fallbackRate : laborRateOf(text.laborRate),
    stated: statedIn(text),
    isDeclared: true,
    ...(text.profile === undefined ? {} : { profile: text.profile }),
    ...(text.labels === undefined ? {} : { labels: labelsOf(text.labels) }),
  }
}

function labelsOf(stated: NonNullable<OrganizationText['labels']>): LabelSet {
  return Object.fromEntries(Object.entries(stated).filter(([, term]) => term !== undefined))
}

function statedIn(text: OrganizationText): Stated {
  return {
    declarations: (text.declarations ?? []).map((each) => ({
      ...each,
      unit: each.unit ?? null,
      product: each.product ?? null,
      part: each.part ?? null,
    })),
    assumptions: (text.assumptions ?? []).map(({ id, value, low, central, high, source }) => ({
      id,
      low: value ?? low ?? null,
      central: value ?? central ?? null,
      high: value ?? high ?? null,
      source,
    })),
    forks: (text.forks ?? []).map((fork) => ({
      id: fork.id,
      part: fork.part,
      product: fork.product ?? null,
      patches: fork.patches ?? null,
      since: fork.since ?? null,
      reason: fork.reason,
      hoursPerRelease: fork.hoursPerRelease ?? null,
      releasesPerYear: fork.releasesPerYear ?? null,
      plan: fork.plan ?? null,
    })),
    substitutions: (text.alternatives ?? []).map((one) => ({
      id: one.id,
      serves: one.serves,
      product: one.product ?? null,
      part: one.part ?? null,
      price: one.price,
      quantity: one.quantity ?? null,
      quantitySource: one.quantitySource,
      fit: one.fit ?? 1,
      discount: one.discount ?? null,
      ownRunCost: one.ownRunCost ?? null,
      alternativeRunCost: one.alternativeRunCost ?? null,
      isPaidAlready: one.isPaidAlready ?? false,
    })),
    prices: (text.prices ?? []).map((price) => ({ ...price, supportRate: price.supportRate ?? null })),
    acknowledgedPrices: text.acknowledgedPrices ?? [],
    exchangeRates: text.exchangeRates ?? [],
    developers: text.developers ?? null,
    projects: (text.projects ?? []).flatMap(({ package: of, project }) => {
      const known = projectOfAddress(project)
      return known === undefined ? [] : [{ package: of, project: known }]
    }),
  }
}

function laborRateOf({ isDefault, ...rate }: NonNullable<OrganizationText['laborRate']>): LaborRate {
  return { ...rate, basis: isDefault === true ? 'default' : 'organization' }
}

/** What was left out and has a default that moves figures. */
function undeclared(text: OrganizationText): readonly Issue[] {
  const products = (text.products ?? []).flatMap((product, at) => [
    ...(product.criticality === undefined ? [issue('undeclared', `/products/${at}/criticality`, product.id)] : []),
    ...(product.audience === undefined ? [issue('undeclared', `/products/${at}/audience`, product.id)] : []),
  ])
  return text.laborRate === undefined ? [issue('undeclared', '/laborRate'), ...products] : products
}

type Mistake = { readonly path: YamlPath; readonly what: string }

/** What a schema cannot see: ids used twice, names that nothing carries, circles, days in the wrong order. */
function firstMistake(text: OrganizationText): Mistake | undefined {
  return (
    repeatedIds(text) ??
    danglingNames(text) ??
    circle(text) ??
    daysReversed(text) ??
    pathTwice(text) ??
    (text.products ?? []).flatMap((product, at): Mistake[] =>
      product.supplier !== undefined && product.origin === 'made'
        ? [
            {
              path: ['products', at, 'supplier'],
              what: 'stands at a product that the organization makes itself; set origin to bought or run',
            },
          ]
        : [],
    )[0]
  )
}

const lists = [
  'units',
  'suppliers',
  'products',
  'people',
  'declarations',
  'assumptions',
  'forks',
  'alternatives',
  'prices',
] as const

function repeatedIds(text: OrganizationText): Mistake | undefined {
  for (const list of lists) {
    const at = firstRepeated((text[list] ?? []).map(({ id }) => id))
    if (at !== undefined) return { path: [list, at, 'id'], what: `is used twice in ${list}` }
  }
  return undefined
}

function danglingNames(text: OrganizationText): Mistake | undefined {
  const known = {
    unit: new Set((text.units ?? []).map(({ id }) => id)),
    supplier: new Set((text.suppliers ?? []).map(({ id }) => id)),
    product: new Set((text.products ?? []).map(({ id }) => id)),
    person: new Set((text.people ?? []).map(({ id }) => id)),
  }
  const mentions: { readonly path: YamlPath; readonly kind: keyof typeof known; readonly name: string | undefined }[] =
    [
      ...(text.units ?? []).map(({ parent }, at) => ({
        path: ['units', at, 'parent'],
        kind: 'unit' as const,
        name: parent,
      })),
      ...(text.people ?? []).map(({ unit }, at) => ({
        path: ['people', at, 'unit'],
        kind: 'unit' as const,
        name: unit,
      })),
      ...(text.products ?? []).flatMap(({ unit, supplier, owner }, at) => [
        { path: ['products', at, 'unit'], kind: 'unit' as const, name: unit },
        { path: ['products', at, 'supplier'], kind: 'supplier' as const, name: supplier },
        { path: ['products', at, 'owner'], kind: 'person' as const, name: owner },
      ]),
      ...(text.declarations ?? []).flatMap(({ by, unit, product }, at) => [
        { path: ['declarations', at, 'by'], kind: 'person' as const, name: by },
        { path: ['declarations', at, 'unit'], kind: 'unit' as const, name: unit },
        { path: ['declarations', at, 'product'], kind: 'product' as const, name: product },
      ]),
      ...(['forks', 'alternatives'] as const).flatMap((list) =>
        (text[list] ?? []).map(({ product }, at) => ({
          path: [list, at, 'product'],
          kind: 'product' as const,
          name: product,
        })),
      ),
    ]
  const wrong = mentions.find(({ kind, name }) => name !== undefined && !known[kind].has(name))
  return wrong && { path: wrong.path, what: `names "${wrong.name}", and no ${wrong.kind} of this file has that id` }
}

function circle(text: OrganizationText): Mistake | undefined {
  const parents = new Map((text.units ?? []).map(({ id, parent }) => [id, parent]))
  for (const [at, { id }] of (text.units ?? []).entries()) {
    const seen = new Set([id])
    for (let above = parents.get(id); above !== undefined; above = parents.get(above)) {
      if (above === id) return { path: ['units', at, 'parent'], what: 'makes the unit stand above itself' }
      if (seen.has(above)) break
      seen.add(above)
    }
  }
  return undefined
}

function daysReversed(text: OrganizationText): Mistake | undefined {
  const at = (text.people ?? []).findIndex(({ from, to }) => from !== undefined && to !== undefined && to < from)
  return at < 0 ? undefined : { path: ['people', at, 'to'], what: 'lies before "from"' }
}

/** A price or a rate that somebody has already read cannot be of a day to come. */
function dayInTheFuture(text: OrganizationText, today: IsoDate | undefined): Mistake | undefined {
  const stated = [
    ...(text.prices ?? []).map(({ asOf }, at) => ({ path: ['prices', at, 'asOf'], day: asOf })),
    ...(text.exchangeRates ?? []).map(({ on }, at) => ({ path: ['exchangeRates', at, 'on'], day: on })),
  ]
  const later = stated.find(({ day }) => today !== undefined && day > today)
  return later && { path: later.path, what: `lies in the future; today is ${today ?? ''}` }
}

function pathTwice(text: OrganizationText): Mistake | undefined {
  const paths = (text.products ?? []).flatMap((product, at) =>
    product.paths.map((path, index) => ({ at, index, path: path.replace(/^\.\//, '').replace(/\/+$/, '') })),
  )
  const repeated = firstRepeated(paths.map(({ path }) => path))
  const found = repeated === undefined ? undefined : paths[repeated]
  return found && { path: ['products', found.at, 'paths', found.index], what: 'belongs to a product already' }
}

/** Index of the first element that occurred before. */
function firstRepeated(values: readonly string[]): number | undefined {
  const seen = new Set<string>()
  const at = values.findIndex((value) => seen.size === seen.add(value).size)
  return at < 0 ? undefined : at
}
