/**
 * Takes over what a Dependency-Track server holds: projects as products with their revisions, SBOMs as originals, decisions
 * as facts. Each project is kept as soon as it is read, so a run that was broken off goes on where it ended.
 */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Decision } from '#domain/imported-decision.ts'
import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { Organization, Product } from '#domain/organization.ts'
import type { ReadDocument } from '#domain/part.ts'
import { fail } from '#domain/problem.ts'
import { readDocument, recognise } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { openDependencyTrack, type Refused as Trouble, type TrackApi } from '#sources/dependency-track/api.ts'
import { analysisDecision, isDecided, violationDecision } from '#sources/dependency-track/decisions.ts'
import { productIds, productsYaml } from '#sources/dependency-track/mapping.ts'
import type { TrackProject } from '#sources/dependency-track/shapes.ts'
import { insideOf, openHttpClient } from '#sources/http.ts'
import { defaultOrganization } from '#sources/organization-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts, type Fact } from '#store/facts.ts'
import { changeOrganization } from '#store/organization.ts'
import { saveRevision } from '#store/revisions.ts'
import type { Store } from '#store/store.ts'
import { defaultLaborRate } from '#value/assumptions.ts'
import { dayOf } from './clock.ts'
import { ImportNotes } from './import-notes.ts'
import type { Progress } from './progress.ts'

export type ImportOptions = {
  readonly server: string
  readonly key: string
  readonly home: string
  readonly offline: boolean
  readonly isDryRun: boolean
  /** Every version becomes a product of its own; otherwise versions are revisions of one. */
  readonly isEachVersion: boolean
  /** Where SBOMs and an `organization.yaml` are written as well. */
  readonly folder: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Of the HTTP client; the first pause between two tries. */
  readonly pauseMs?: number
}

export type ImportedProject = {
  readonly uuid: string
  readonly name: string
  readonly version: string | null
  readonly product: string
  readonly classifier: string | null
  readonly tags: readonly string[]
  /** Null when the SBOM was not had or could not be read. */
  readonly parts: number | null
  readonly evidence: EvidenceId | null
  readonly decisions: readonly Decision[]
}

export type Refused = { readonly what: string; readonly why: Trouble['why'] | 'unreadable' | 'inactive' }

export type Imported = {
  readonly server: string
  readonly isDryRun: boolean
  readonly projects: readonly ImportedProject[]
  /** Taken over by an earlier run that was broken off. */
  readonly resumed: number
  readonly refused: readonly Refused[]
  /** The products in the form of `organization.yaml`. */
  readonly mapping: string
  readonly folder: string | null
}

/**
 * Problems: `usage` for an address that is none, `key-refused` when the key may not list projects, `nothing-found` when
 * there are none or the server does not answer, `server-refused` for an address that nobody means, `offline`.
 */
export async function importDependencyTrack(
  store: Store,
  options: ImportOptions,
  now: IsoTime,
  progress: Progress,
): Promise<Imported> {
  const address = URL.parse(options.server)
  if (address === null || !/^https?:$/.test(address.protocol)) return fail({ code: 'usage', what: options.server })
  const http = openHttpClient({
    offline: options.offline,
    allowedHosts: [address.host],
    cacheFolder: null,
    requestsPerHost: 4,
    inside: insideOf(options.environment),
    ...(options.pauseMs === undefined ? {} : { pauseMs: options.pauseMs }),
  })
  try {
    return await run(
      store,
      openDependencyTrack(http, options.server, options.key),
      address.host,
      options,
      now,
      progress,
    )
  } finally {
    await http.close()
  }
}

async function run(
  store: Store,
  api: TrackApi,
  host: string,
  options: ImportOptions,
  now: IsoTime,
  progress: Progress,
): Promise<Imported> {
  const listed = await api.projects()
  const refused: Refused[] = [...listed.refused]
  if (listed.items.length === 0) {
    if (listed.refused.some(({ why }) => why === 'forbidden')) fail({ code: 'key-refused', address: host, status: 403 })
    if (listed.refused.some(({ why }) => why === 'inside'))
      fail({ code: 'server-refused', address: options.server, reason: 'address-not-allowed' })
    fail({ code: 'nothing-found', paths: [options.server] })
  }
  const active = listed.items.filter(({ active: isActive }) => isActive !== false)
  refused.push(
    ...listed.items
      .filter((one) => !active.includes(one))
      .map((one) => ({ what: titleOf(one), why: 'inactive' as const })),
  )
  const ids = productIds(active, options.isEachVersion)
  const products = productsOf(active, ids)
  const notes = new ImportNotes(options.home, [host, options.isEachVersion, options.folder], !options.isDryRun)
  if (!options.isDryRun) await recordProducts(store, products, now)

  const projects: ImportedProject[] = []
  let resumed = 0
  // The newest state of a product is recorded last, for the last one recorded on a day counts.
  for (const [index, project] of active.toSorted(byAge).entries()) {
    progress.report({ step: 'reading', done: index, total: active.length })
    if (notes.isDone(project.uuid)) {
      resumed += 1
      continue
    }
    const read = await readProject(api, project, ids.get(project.uuid) ?? '')
    refused.push(...read.refused)
    if (!options.isDryRun) await keep(store, read, project, host, now)
    if (options.folder !== undefined && !options.isDryRun && read.bom !== null)
      writeBelow(options.folder, pathOf(read.project), read.bom)
    projects.push(read.project)
    if (!read.refused.some(({ why }) => why === 'failed')) notes.add(project.uuid)
  }
  progress.report({ step: 'reading', done: active.length, total: active.length })
  if (!refused.some(({ why }) => why === 'failed')) notes.forget()

  const tags = new Map(products.map(({ id }) => [id, tagsOf(active.filter(({ uuid }) => ids.get(uuid) === id))]))
  const mapping = productsYaml(products, tags)
  const folder = options.folder !== undefined && !options.isDryRun ? options.folder : null
  if (folder !== null && !existsSync(join(folder, 'organization.yaml')))
    writeBelow(folder, 'organization.yaml', `format: 1\nid: organization\nname: ${JSON.stringify(host)}\n${mapping}`)
  return { server: options.server, isDryRun: options.isDryRun, projects, resumed, refused, mapping, folder }
}

type ReadProject = {
  readonly project: ImportedProject
  readonly bom: Uint8Array | null
  readonly document: ReadDocument | null
  /** Answers that decisions stand in, and which decision stands in which. */
  readonly answers: readonly {
    readonly bytes: Uint8Array
    readonly name: string
    readonly decisions: readonly Decision[]
  }[]
  readonly refused: readonly Refused[]
}

async function readProject(api: TrackApi, project: TrackProject, product: string): Promise<ReadProject> {
  const refused: Refused[] = []
  const place = { product, revision: project.version ?? null }
  const bom = await api.bom(project.uuid)
  if ('why' in bom) refused.push({ what: titleOf(project), why: bom.why })
  const document = 'bytes' in bom ? readBom(bom.bytes) : null
  if ('bytes' in bom && (document === null || isBroken(document)))
    refused.push({ what: titleOf(project), why: 'unreadable' })

  const answers: ReadProject['answers'][number][] = []
  const findings = await api.findings(project.uuid)
  refused.push(...findings.refused)
  for (const finding of findings.items.filter(isDecided)) {
    const answer = await api.analysis(project.uuid, finding)
    const name = `analysis ${finding.vulnerability.vulnId} ${finding.component.purl ?? finding.component.name}`
    if (answer !== null && 'analysis' in answer)
      answers.push({ bytes: answer.bytes, name, decisions: [analysisDecision(finding, answer.analysis, place)] })
    else {
      // The list tells the state all the same.
      if (answer !== null) refused.push({ what: name, why: answer.why })
      answers.push({ bytes: jsonBytes(finding), name, decisions: [analysisDecision(finding, null, place)] })
    }
  }
  const violations = await api.violations(project.uuid)
  refused.push(...violations.refused)
  for (const violation of violations.items) {
    const decision = violationDecision(violation, place)
    if (decision !== undefined)
      answers.push({ bytes: jsonBytes(violation), name: `violation ${violation.uuid}`, decisions: [decision] })
  }
  return {
    project: {
      uuid: project.uuid,
      name: project.name,
      version: project.version ?? null,
      product,
      classifier: project.classifier ?? null,
      tags: tagsOf([project]),
      parts: document?.parts.length ?? null,
      evidence: 'bytes' in bom ? createHash('sha256').update(bom.bytes).digest('hex') : null,
      decisions: answers.flatMap(({ decisions }) => decisions),
    },
    bom: 'bytes' in bom ? bom.bytes : null,
    document,
    answers,
    refused,
  }
}

/** Null when nothing could be taken out of it. */
function readBom(bytes: Uint8Array): ReadDocument | null {
  const source = sourceFile('bom.cdx.json', bytes)
  const document = recognise(source)?.kind === 'sbom' ? readDocument(source) : undefined
  return document === undefined || (isBroken(document) && document.parts.length === 0) ? null : document
}

function isBroken({ issues }: ReadDocument): boolean {
  return issues.some(({ code }) => code === 'not-json' || code === 'truncated')
}

async function keep(
  store: Store,
  { project, bom, document, answers }: ReadProject,
  { lastBomImport }: TrackProject,
  host: string,
  now: IsoTime,
): Promise<void> {
  await store.transaction(async (inside) => {
    const path = pathOf(project)
    if (bom !== null) {
      const [evidence] = await saveEvidence(inside, [
        { kind: 'sbom', name: path, bytes: bom, retrievedAt: now, recordedAt: now },
      ])
      await saveRevision(inside, {
        product: project.product,
        label: project.version ?? dayOf(now),
        validFrom: dayOfImport(lastBomImport, now),
        recordedAt: now,
        documents: document === null ? [] : [{ path, evidence: evidence?.id ?? '', document }],
        unread: document === null ? [{ path, code: 'unknown-format' }] : [],
      })
    }
    const kept = await saveEvidence(
      inside,
      answers.map(({ bytes, name }) => {
        return { kind: 'answer', name: `${host} ${name}`, bytes, retrievedAt: now, recordedAt: now }
      }),
    )
    const facts = answers.flatMap(({ decisions }, index) =>
      decisions.map((decision): Fact<Decision> => ({
        kind: 'imported-decision',
        subject: [
          decision.product,
          decision.revision ?? '',
          decision.part.purl ?? decision.part.name,
          decision.subject,
        ].join(' '),
        source: host,
        evidence: kept[index]?.id ?? '',
        at: '',
        observedOn: dayOf(now),
        facts: decision,
      })),
    )
    await saveFacts(inside, facts, { recordedAt: now })
  })
}

/** Adds products to the organization as it stands; what is declared of a product already stays as it is. */
async function recordProducts(store: Store, products: readonly Product[], now: IsoTime): Promise<void> {
  const withThem = (current: Organization | undefined): Organization | undefined => {
    const known = current ?? defaultOrganization([], defaultLaborRate())
    const there = new Set(known.products.map(({ id }) => id))
    const fresh = products.filter(({ id }) => !there.has(id))
    return fresh.length === 0 ? undefined : { ...known, products: [...known.products, ...fresh] }
  }
  await changeOrganization(store, withThem, { validFrom: dayOf(now), recordedAt: now })
}

function productsOf(projects: readonly TrackProject[], ids: ReadonlyMap<string, string>): readonly Product[] {
  const products = new Map<string, Product>()
  for (const project of projects) {
    const id = ids.get(project.uuid) ?? ''
    // Whether it is made, bought or run, and for whom, is for the organization to say.
    products.set(id, {
      id,
      name: project.name,
      origin: 'made',
      unit: null,
      criticality: null,
      audience: null,
      supplier: null,
      paths: [`sboms/${id}`],
      owner: null,
    })
  }
  return [...products.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Older first; what is marked as the latest last. */
function byAge(a: TrackProject, b: TrackProject): number {
  return (
    Number(a.isLatest === true) - Number(b.isLatest === true) ||
    (a.lastBomImport ?? 0) - (b.lastBomImport ?? 0) ||
    (a.uuid < b.uuid ? -1 : 1)
  )
}

function dayOfImport(milliseconds: number | null | undefined, now: IsoTime): IsoDate {
  const latest = Date.parse(now)
  const time = typeof milliseconds === 'number' && milliseconds > 0 ? Math.min(milliseconds, latest) : latest
  return dayOf(new Date(time).toISOString())
}

function tagsOf(projects: readonly TrackProject[]): readonly string[] {
  return [...new Set(projects.flatMap(({ tags = [] }) => tags.map(({ name }) => name)))].sort()
}

function titleOf({ name, version }: TrackProject): string {
  return version ? `${name} ${version}` : name
}

function pathOf({ product, uuid }: ImportedProject): string {
  return `sboms/${product}/${uuid}.cdx.json`
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}

function writeBelow(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  } catch (error) {
    fail({ code: 'output-unwritable', path: file, reason: (error as NodeJS.ErrnoException).code ?? 'EIO' })
  }
}
