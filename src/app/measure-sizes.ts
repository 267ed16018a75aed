/**
 * Finds out how large packages are whose size is not known yet: counted where their source lies in the folder, else asked of
 * the registry that the user's own client is configured for. What was counted or answered is kept as evidence.
 */

import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { PackageSize, Portfolio } from '#domain/portfolio.ts'
import { packageNameOf } from '#ecosystems/names.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'
import { estimateFromSize, shapeOfManifest } from '#measure/estimate-from-size.ts'
import { measurePackage, type PackageMeasure } from '#measure/measure-package.ts'
import { openHttpClient } from '#sources/http.ts'
import { findInstalledPackages } from '#sources/installed-packages.ts'
import { askNpmForRegistry, readNpmConfig } from '#sources/registry/npm-config.ts'
import { fetchNpmSizes, type NpmSizeAnswer } from '#sources/registry/npm-size.ts'
import { readSizeFile } from '#sources/size-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveSizes } from '#store/sizes.ts'
import type { Store } from '#store/store.ts'
import { cacheFolder } from './cache-folder.ts'
import { dayOf } from './clock.ts'
import type { Progress } from './progress.ts'

export type SizeOptions = {
  readonly home: string
  readonly isOffline: boolean
  /** Download archives and count their lines, instead of estimating from published sizes. */
  readonly isMeasuring: boolean
  /** A registry is no catalog to scan: at most so many packages are asked for, the most used first. */
  readonly mostAsked: number
}

/** @returns true when sizes were added */
export async function measureSizes(
  store: Store,
  portfolio: Portfolio,
  roots: readonly string[],
  options: SizeOptions,
  now: IsoTime,
  progress: Progress,
): Promise<boolean> {
  const counted = await countInstalled(store, portfolio, roots, now, progress)
  const asked = options.isOffline ? 0 : await askRegistry(store, portfolio, options, counted, now, progress)
  return counted.size + asked > 0
}

async function countInstalled(
  store: Store,
  portfolio: Portfolio,
  roots: readonly string[],
  now: IsoTime,
  progress: Progress,
): Promise<ReadonlySet<string>> {
  const wanted = packagesWithoutSize(portfolio)
  const rows = new Map<string, string>()
  for (const root of wanted.size === 0 ? [] : roots) {
    const { packages } = findInstalledPackages(root, {}, (done) => progress.report({ step: 'measuring', done }))
    const open = packages.filter(({ purl }) => wanted.has(packageOf(purl)))
    for (const [index, { purl, version, files }] of open.entries()) {
      progress.report({ step: 'measuring', done: index, total: open.length })
      const key = `${packageOf(purl)}@${version}`
      if (!rows.has(key))
        rows.set(key, sizeRow(packageOf(purl), version, 'measured-installed', measurePackage(files()), dayOf(now)))
    }
  }
  await keepTable(store, 'sizes counted where packages are installed', [...rows.values()], now)
  return new Set([...rows.keys()].map((key) => key.slice(0, key.lastIndexOf('@'))))
}

async function askRegistry(
  store: Store,
  portfolio: Portfolio,
  options: SizeOptions,
  known: ReadonlySet<string>,
  now: IsoTime,
  progress: Progress,
): Promise<number> {
  const open = [...packagesWithoutSize(portfolio)].filter(([id]) => id.startsWith('pkg:npm/') && !known.has(id))
  const packages = open
    .slice(0, options.mostAsked)
    .flatMap(([, { name, version }]) => (version === null ? [] : [{ name, version }]))
  if (packages.length === 0) return 0
  const config = readNpmConfig(undefined, await askNpmForRegistry())
  const client = openHttpClient({
    offline: false,
    allowedHosts: config.hosts,
    cacheFolder: cacheFolder(options.home, 'http'),
  })
  try {
    const onProgress = (done: number, total: number): void => progress.report({ step: 'asking', done, total })
    const answers = await fetchNpmSizes(client, config, packages, { tarballs: options.isMeasuring, onProgress })
    // Some registries do not publish sizes: there the archive itself has to tell.
    const silent = answers.flatMap((answer) =>
      answer.kind === 'found' && answer.tarball === null && answer.metadata.unpackedBytes === null
        ? [answer.metadata.of]
        : [],
    )
    const archives = await fetchNpmSizes(client, config, silent, { tarballs: true, onProgress })
    return await keepAnswers(store, [...answers, ...archives], now)
  } finally {
    await client.close()
  }
}

async function keepAnswers(store: Store, answers: readonly NpmSizeAnswer[], now: IsoTime): Promise<number> {
  const estimates: PackageSize[] = []
  const rows: string[] = []
  for (const answer of answers) {
    if (answer.kind !== 'found') continue
    const { metadata, tarball } = answer
    const purl = `pkg:npm/${metadata.of.name.replace('@', '%40')}`
    if (tarball?.kind === 'found') {
      rows.push(sizeRow(purl, metadata.of.version, 'measured-tarball-dedup', measurePackage(tarball.files), dayOf(now)))
      continue
    }
    const estimate =
      metadata.unpackedBytes === null
        ? undefined
        : estimateFromSize({
            ecosystem: 'npm',
            unpackedBytes: metadata.unpackedBytes,
            ...shapeOfManifest(metadata.manifest),
          })
    if (estimate === undefined || 'refused' in estimate) continue
    const [evidence] = await saveEvidence(store, [
      {
        kind: 'registry-answer',
        name: `npm ${metadata.of.name}@${metadata.of.version}`,
        bytes: metadata.bytes,
        retrievedAt: metadata.retrievedAt,
        recordedAt: now,
      },
    ])
    if (evidence === undefined) continue
    const deduplicated = Math.round(estimate.deduplicated)
    estimates.push({
      package: purl,
      version: metadata.of.version,
      source: 'estimated-size',
      deduplicated,
      raw: Math.max(deduplicated, Math.round(estimate.raw)),
      evidence: evidence.id,
      at: '/dist/unpackedSize',
      measuredOn: dayOf(now),
      isData: false,
    })
  }
  await saveSizes(store, estimates, { recordedAt: now })
  await keepTable(store, 'sizes counted in archives', rows, now)
  return estimates.length + rows.length
}

/** Packages that lines could be counted of, with the version to look at; used by most products first. */
function packagesWithoutSize(
  portfolio: Portfolio,
): ReadonlyMap<string, { readonly name: string; readonly version: string | null }> {
  const sized = new Set(portfolio.sizes.map((size) => size.package))
  const uses = new Map<string, { name: string; version: string | null; products: Set<number> }>()
  const { occurrences, documents, parts } = portfolio
  for (let index = 0; index < occurrences.count; index += 1) {
    const part = parts[occurrences.part[index] ?? -1]
    if (part === undefined || part.purl === null || part.package === null || sized.has(part.package)) continue
    const use = uses.get(part.package) ?? { name: nameOf(part.purl), version: null, products: new Set() }
    use.version ??= part.version
    use.products.add(documents[occurrences.document[index] ?? -1]?.product ?? -1)
    uses.set(part.package, use)
  }
  return new Map(
    [...uses].sort(([a, left], [b, right]) => right.products.size - left.products.size || (a < b ? -1 : 1)),
  )
}

function nameOf(purl: string): string {
  const parsed = parsePurl(purl)
  return parsed.ok ? packageNameOf(parsed.purl) : purl
}

const tableHead = 'purl,version,source,deduplicated,raw,code_files,measured_on,is_data,tool'

function sizeRow(purl: string, version: string, source: string, measure: PackageMeasure, day: IsoDate): string {
  const { deduplicated, raw, files } = measure
  return [purl, version, source, deduplicated, Math.max(raw, deduplicated), files, day, 'false', 'headwater'].join(',')
}

/** Our own counting is evidence like any other: a table that figures point into by line. */
async function keepTable(store: Store, name: string, rows: readonly string[], now: IsoTime): Promise<void> {
  if (rows.length === 0) return
  const bytes = new TextEncoder().encode(`${[tableHead, ...[...rows].sort()].join('\n')}\n`)
  const [evidence] = await saveEvidence(store, [
    { kind: 'measurement', name, bytes, retrievedAt: now, recordedAt: now },
  ])
  if (evidence === undefined) return
  const { sizes } = readSizeFile(bytes, name)
  await saveSizes(
    store,
    sizes.map((size) => ({ ...size, evidence: evidence.id })),
    { recordedAt: now },
  )
}
