/**
 * The policy gate: scans a folder, a file or standard input, keeps nothing of it, and asks decisions and policy about every
 * part, with the advisories, health and decisions that are at hand.
 */

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PolicyAnswer, PolicyCheck } from '#domain/assessment/policy-check.ts'
import { decisionsAbout, decisionsInForce } from '#domain/decision.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import { nothingStated, type Organization } from '#domain/organization.ts'
import type { LicenseStatement, ReadDocument } from '#domain/part.ts'
import type { Policy } from '#domain/policy.ts'
import type { Portfolio, Unread } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { projectsOfPackages } from '#domain/project.ts'
import { unitsFrom } from '#domain/units.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'
import { versContains } from '#ecosystems/vers.ts'
import { answerContribute, answerUse } from '#governance/answer.ts'
import { checkPolicy } from '#governance/check.ts'
import { buildPortfolio, type MergeDocument } from '#inventory/merge.ts'
import { readDocument, recognise } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { defaultOrganization } from '#sources/organization-file.ts'
import { defaultPolicyText, readPolicy } from '#sources/policy-file.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { defaultLaborRate } from '#value/assumptions.ts'
import { assessVulnerabilities } from '#vulnerabilities/assess.ts'
import { loadPacks } from './advisory-packs.ts'
import { assignProducts } from './assign-products.ts'
import { dayOf } from './clock.ts'
import { loadPortfolio } from './load-portfolio.ts'
import { loadUpstream } from './load-upstream.ts'
import { latestParts } from './latest-parts.ts'
import { isLossy } from './lossy.ts'
import { checkInput, type PolicyContext } from './policy-input.ts'
import { silent, type Progress } from './progress.ts'
import { readFilesAndImages } from './read-documents.ts'
import { portalDecisions } from './portal-decisions.ts'
import { bytesOf, loadDecisions, readRules, ruleFilesOf, type Rules } from './record-decisions.ts'
import { survey } from './survey.ts'

export { defaultPolicyText }

export type CheckOptions = {
  readonly home: string
  /** Null: the one of the folder, of its office folders, the one recorded, or the default, in this order. */
  readonly policyFile: string | null
  /** Further files of decisions. */
  readonly decisionFiles: readonly string[]
}

export type Checked = {
  readonly check: PolicyCheck
  readonly files: number
  readonly unread: readonly Unread[]
  /** Something was not read, or not to its end. */
  readonly isPartial: boolean
  /** Decisions that have run out. */
  readonly expired: readonly { readonly file: string; readonly issue: Issue }[]
}

/** Throws `nothing-found` when nothing could be recognised, `config-invalid` for a policy or decision file. */
export async function checkPath(
  store: Store,
  path: string,
  options: CheckOptions,
  now: IsoTime,
  progress: Progress,
): Promise<Checked> {
  const found = survey([path], progress)
  const documents: MergeDocument[] = []
  const unread: Unread[] = [...found.unread]
  const productIndex = new Map(found.organization.products.map(({ id }, index) => [id, index]))
  for (const { root, files, isFile } of found.roots) {
    const read = await readFilesAndImages(isFile ? dirname(root) : root, files, isFile, progress)
    unread.push(...read.unread)
    for (const { path: file, evidence, document } of read.documents) {
      const product = productIndex.get(found.productOfPath.get(file.split('!')[0] ?? file) ?? '') ?? 0
      documents.push({ path: file, evidence, document, product })
    }
  }
  if (documents.length === 0 && unread.length === 0) fail({ code: 'nothing-found', paths: [path] })
  const [root] = found.roots
  const near = root !== undefined && !root.isFile ? join(root.root, 'policy.yaml') : null
  const own = readRules(ruleFilesOf(found), found.organization, dayOf(now))
  const rules = await rulesFor(store, options, near, own, found.organization, now)
  return {
    ...(await judge(store, documents, unread, found.organization, rules, options, now, progress)),
    expired: rules.expired,
  }
}

/** An SBOM or lockfile from standard input. Throws `not-recognised`. */
export async function checkBytes(
  store: Store,
  bytes: Uint8Array,
  options: CheckOptions,
  now: IsoTime,
): Promise<Checked> {
  const name = 'standard input'
  const source = sourceFile(name, bytes, () => undefined)
  const document = recognise(source) === undefined ? undefined : readDocument(source)
  if (document === undefined) return fail({ code: 'not-recognised', path: name })
  const organization = organizationFor(name)
  const rules = await rulesFor(store, options, null, undefined, organization, now)
  const documents = [{ path: name, evidence: '', document, product: 0 }]
  return { ...(await judge(store, documents, [], organization, rules, options, now, silent)), expired: rules.expired }
}

/** A product for things that nobody assigned to one: it is taken to be made here. */
function organizationFor(name: string): Organization {
  return {
    ...defaultOrganization(assignProducts([], [name], [], 'check').products, defaultLaborRate()),
    stated: nothingStated,
  }
}

async function judge(
  store: Store,
  documents: readonly MergeDocument[],
  unread: readonly Unread[],
  organization: Organization,
  rules: Rules,
  { home }: CheckOptions,
  now: IsoTime,
  progress: Progress,
): Promise<Omit<Checked, 'expired'>> {
  const portfolio = await portfolioOf(store, documents, unread, organization, now)
  const context = await contextFor(store, portfolio, home, rules, now, progress)
  const isPartial =
    unread.some(({ code }) => isLossy(code)) ||
    documents.some(({ document: { counts, issues } }) => counts.refused > 0 || issues.some(({ code }) => isLossy(code)))
  return {
    check: checkPolicy(checkInput(portfolio, context)),
    files: documents.length,
    unread: unread.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    isPartial,
  }
}

async function portfolioOf(
  store: Store,
  documents: readonly MergeDocument[],
  unread: readonly Unread[],
  organization: Organization,
  now: IsoTime,
): Promise<Portfolio> {
  const times = { asOf: dayOf(now), knownAt: now }
  return buildPortfolio({
    ...times,
    organization,
    documents,
    sizes: [],
    upstream: await loadUpstream(store, times),
    evidence: new Map(),
    unread,
  })
}

async function contextFor(
  store: Store,
  portfolio: Portfolio,
  home: string,
  rules: Pick<Rules, 'policy' | 'decisions'>,
  now: IsoTime,
  progress: Progress,
): Promise<PolicyContext> {
  const ecosystems = new Set(
    portfolio.parts.flatMap(({ ecosystem }) => (ecosystem === null ? [] : [ecosystem.split(':')[0] ?? ecosystem])),
  )
  const { packs, sets } = await loadPacks(store, home, ecosystems, now, progress)
  return {
    vulnerabilities: packs.size === 0 ? null : assessVulnerabilities(portfolio, packs, sets),
    health: (await latestParts(store))?.health ?? null,
    policy: rules.policy,
    decisions: rules.decisions,
  }
}

/** @param own what the folder itself brings; undefined: it is no organization's */
async function rulesFor(
  store: Store,
  { policyFile, decisionFiles }: CheckOptions,
  near: string | null,
  own: Rules | undefined,
  organization: Organization,
  now: IsoTime,
): Promise<Rules> {
  const day = dayOf(now)
  const recorded = await loadDecisions(store, { asOf: day, knownAt: now })
  const files = decisionFiles.map((name) => ({ name, path: name, bytes: bytesOf(name) }))
  const people = await loadOrganization(store, { asOf: day, knownAt: now })
  const named = readRules(files, organization.isDeclared ? organization : (people ?? organization), day)
  const hasOwn = own !== undefined && (own.decisions.length > 0 || own.policy !== null)
  // What was decided in the portal stands in no folder.
  const known = hasOwn ? await portalDecisions(store, { asOf: day, knownAt: now }) : recorded.decisions
  const byId = new Map([...known, ...(own?.decisions ?? []), ...named.decisions].map((one) => [one.id, one]))
  return {
    decisions: [...byId.values()],
    policy:
      policyFrom(policyFile) ??
      policyFrom(near !== null && existsSync(near) ? near : null) ??
      own?.policy ??
      recorded.policy,
    expired: [...(own?.expired ?? []), ...named.expired],
  }
}

function policyFrom(file: string | null): Policy | undefined {
  if (file === null) return undefined
  const read = readPolicy(bytesOf(file), file)
  return read.ok ? read.policy : fail(read.problem)
}

export type PartQuestion = {
  readonly part: string
  readonly about: 'use' | 'contribute'
  readonly product: string | null
  readonly unit: string | null
}

/**
 * One part, in use or not: with the terms that are known of it here. Throws `usage` for text that is no package URL, and for
 * a product or unit that there is not.
 */
export async function answerPart(
  store: Store,
  question: PartQuestion,
  options: CheckOptions,
  now: IsoTime,
): Promise<PolicyAnswer> {
  const parsed = parsePurl(question.part)
  if (!parsed.ok) return fail({ code: 'usage', what: `--part ${question.part}: ${parsed.message}` })
  const name = packageOf(parsed.canonical)
  const { version } = parsed.purl
  const times = { asOf: dayOf(now), knownAt: now }
  const kept = await loadPortfolio(store, times)
  const organization = kept?.organization ?? organizationFor('check')
  const product = organization.products.find(({ id }) => id === question.product)
  if (question.product !== null && product === undefined)
    fail({ code: 'usage', what: `--product ${question.product}: no product has that id` })
  if (question.unit !== null && !organization.units.some(({ id }) => id === question.unit))
    fail({ code: 'usage', what: `--unit ${question.unit}: no unit has that id` })
  const rules = await rulesFor(store, options, null, undefined, organization, now)
  const unit = product?.unit ?? question.unit
  // One imagined product that stands where the person asked.
  const asked: Organization = {
    ...organization,
    products: [
      product ?? {
        id: 'asked',
        name: 'asked',
        origin: 'made',
        unit,
        criticality: null,
        audience: null,
        supplier: null,
        paths: [],
        owner: null,
      },
    ],
  }
  const portfolio = await portfolioOf(store, [onePart(parsed.canonical, kept)], [], asked, now)
  const context = await contextFor(store, portfolio, options.home, rules, now, silent)
  const input = checkInput(portfolio, context)
  const check = checkPolicy(input)
  const project = projectsOfPackages(kept?.projectLinks ?? portfolio.projectLinks).get(name)?.project ?? null
  const decisions = decisionsAbout(
    decisionsInForce(rules.decisions, times.asOf),
    {
      package: name,
      version,
      project,
      licenses: input.terms[0]?.portions.flatMap(({ chosen }) => chosen) ?? [],
      product: product?.id ?? null,
      units: unitsFrom(organization.units, unit),
      about: question.about,
    },
    versContains,
  )
  if (question.about === 'use') return answerUse({ part: parsed.canonical, check, decisions })
  const hasContributed =
    (await latestParts(store))?.contribution?.repositories.some(
      (one) => one.project !== null && one.project === project && one.own.commits > 0,
    ) ?? false
  return answerContribute({ part: parsed.canonical, check, decisions }, { hasContributed })
}

/**
 * A document with the part alone. Terms are those of exactly this version, as documents in use or its registry state them;
 * for a question without version those of any version in use.
 */
function onePart(purl: string, kept: Portfolio | undefined): MergeDocument {
  const parsed = parsePurl(purl)
  const name = packageOf(purl)
  const version = parsed.ok ? parsed.purl.version : null
  const known = kept?.parts.find((part) => part.package === name && (version === null || part.version === version))
  const published = kept?.upstream.packages.get(name)?.releases.find((release) => release.version === version)?.license
  const licenses: readonly LicenseStatement[] =
    known !== undefined && known.licenses.length > 0
      ? known.licenses
      : published == null
        ? []
        : [{ basis: 'declared', text: published }]
  const document: ReadDocument = {
    format: 'question',
    specVersion: null,
    reader: 'question',
    subject: null,
    counts: { found: 1, taken: 1, refused: 0, edges: 0, services: 0 },
    parts: [
      {
        ref: purl,
        at: '',
        kind: known?.kind ?? 'software',
        purl,
        name: parsed.ok ? parsed.purl.name : purl,
        version,
        scope: 'unknown',
        directness: 'direct',
        licenses,
        hashes: [],
      },
    ],
    edges: [],
    refused: [],
    issues: [],
  }
  return { path: '', evidence: '', document, product: 0 }
}
