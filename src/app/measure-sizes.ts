/**
 * Finds out how large packages are whose size is not known yet, and what is published of those in use: counted where their
 * source lies in the folder, else asked of the registries that the user's own clients are configured for.
 */

import type { IsoTime } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { packageOf } from '#ecosystems/purl.ts'
import { measurePackage } from '#measure/measure-package.ts'
import { findInstalledPackages } from '#sources/installed-packages.ts'
import type { InstalledFile } from '#sources/package-files.ts'
import type { Store } from '#store/store.ts'
import { askRegistries, type AskOptions } from './ask-registries.ts'
import { packagesInUse } from './packages-in-use.ts'
import type { Progress } from './progress.ts'
import { keepSizeTable, type CountedSize } from './size-table.ts'

export type SizeOptions = AskOptions

/** @returns true when sizes or facts about packages were added */
export async function measureSizes(
  store: Store,
  portfolio: Portfolio,
  roots: readonly string[],
  options: SizeOptions,
  now: IsoTime,
  progress: Progress,
): Promise<boolean> {
  const counted = await countInstalled(store, portfolio, roots, now, progress)
  if (options.isOffline) return counted.size > 0
  const asked = await askRegistries(store, portfolio, options, now, progress, counted)
  return counted.size + asked.facts + asked.sizes > 0
}

async function countInstalled(
  store: Store,
  portfolio: Portfolio,
  roots: readonly string[],
  now: IsoTime,
  progress: Progress,
): Promise<ReadonlySet<PurlText>> {
  const sized = new Set(portfolio.sizes.map((size) => size.package))
  const wanted = new Set(packagesInUse(portfolio).map((one) => one.package)).difference(sized)
  const counted = new Map<string, CountedSize>()
  for (const root of wanted.size === 0 ? [] : roots) {
    const { packages } = findInstalledPackages(root, {}, (done) => progress.report({ step: 'measuring', done }))
    const open = packages.filter(({ purl }) => wanted.has(packageOf(purl)))
    for (const [index, { purl, version, files }] of open.entries()) {
      progress.report({ step: 'measuring', done: index, total: open.length })
      const of = packageOf(purl)
      if (!counted.has(`${of}@${version}`)) counted.set(`${of}@${version}`, count(of, version, [...files()]))
    }
  }
  await keepSizeTable(store, 'sizes counted where packages are installed', [...counted.values()], now)
  return new Set([...counted.values()].map((one) => one.package))
}

function count(purl: PurlText, version: string, files: readonly InstalledFile[]): CountedSize {
  return {
    package: purl,
    version,
    source: 'measured-installed',
    measure: measurePackage(files),
    // Only npm publishes the size of the unpacked files, which is what lies there.
    publishedBytes: purl.startsWith('pkg:npm/') ? files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) : null,
  }
}
