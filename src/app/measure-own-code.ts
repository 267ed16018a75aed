/** Counts what the organization wrote itself, in the folders of its products, as the code of packages is counted. */

import { readFileSync } from 'node:fs'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { OwnCode } from '#domain/own-code.ts'
import type { Product, ProductId } from '#domain/organization.ts'
import { exclusionByPath } from '#measure/exclusions.ts'
import { languageOfPath } from '#measure/languages.ts'
import { PackageMeasurer } from '#measure/measure-package.ts'
import { walkFolder } from '#sources/folder.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import type { Progress } from './progress.ts'
import type { Survey } from './survey.ts'

export type OwnCodeFacts = Pick<OwnCode, 'deduplicated' | 'raw' | 'files'>

/** Other people's code that a package manager put there, and what a build made of code that is counted already. */
const foreignFolders = new Set([
  'site-packages',
  'pods',
  'carthage',
  'jspm_packages',
  'elm-stuff',
  'deps',
  '.bundle',
  '.yarn',
  '.pnpm-store',
  '.dart_tool',
  '.stack-work',
  '_build',
  'target',
  'dist',
  'build',
  'out',
  'obj',
  'coverage',
  '.output',
  '.nuxt',
  '.svelte-kit',
  '.angular',
])

/** A file of this size is no source that people write. */
const largestBytes = 4 * 1024 * 1024

/**
 * Keeps one fact per product that the organization makes, with a table as the evidence. A folder without any program says
 * so with no lines. @returns the number of products counted
 */
export async function measureOwnCode(
  store: Store,
  found: Pick<Survey, 'organization' | 'roots'>,
  times: { readonly asOf: IsoDate; readonly now: IsoTime },
  progress: Progress,
): Promise<number> {
  const counts = countOwnCode(found, progress)
  if (counts.size === 0) return 0
  const rows = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const table = rows.map(([product, { deduplicated, raw, files }]) =>
    [product, deduplicated, raw, files, times.asOf, 'headwater'].join(','),
  )
  const [evidence] = await saveEvidence(store, [
    {
      kind: 'measurement',
      name: 'own code counted in the folders of products',
      bytes: new TextEncoder().encode(`${[tableHead, ...table].join('\n')}\n`),
      retrievedAt: times.now,
      recordedAt: times.now,
    },
  ])
  if (evidence === undefined) return 0
  await saveFacts(
    store,
    rows.map(([product, facts], index) => ({
      kind: 'own-code',
      subject: product,
      source: 'count',
      evidence: evidence.id,
      at: `line ${index + 2}`,
      observedOn: times.asOf,
      facts,
    })),
    { recordedAt: times.now },
  )
  return rows.length
}

const tableHead = 'product,deduplicated,raw,files,counted_on,tool'

/** Each file counts for the product with the longest path around it; products of bought or run software count nothing. */
export function countOwnCode(
  { organization, roots }: Pick<Survey, 'organization' | 'roots'>,
  progress: Progress,
): ReadonlyMap<ProductId, OwnCodeFacts> {
  const productOf = productsByPath(organization.products)
  const measures = new Map<ProductId, PackageMeasurer>()
  let done = 0
  for (const { root, prefix, isFile } of roots) {
    if (isFile) continue
    for (const { id, paths } of organization.products.filter(({ origin }) => origin === 'made'))
      if (paths.some((path) => isUnder(path, prefix)) && !measures.has(id)) measures.set(id, new PackageMeasurer())
    for (const { path, location, sizeBytes } of walkFolder(root, isOwnSource, () => undefined).files) {
      const product = productOf(prefix + path)
      const measure = product?.origin === 'made' ? measures.get(product.id) : undefined
      if (measure === undefined) continue
      if (++done % 100 === 0) progress.report({ step: 'measuring', done })
      if (sizeBytes > largestBytes) measure.exclude('too-large')
      else measure.addUnread({ path: prefix + path, read: () => bytesOrNull(location) })
    }
  }
  return new Map(
    [...measures].map(([product, measure]) => {
      const { deduplicated, raw, files } = measure.result()
      return [product, { deduplicated, raw, files }]
    }),
  )
}

function isOwnSource(path: string): boolean {
  const folders = path.toLowerCase().split('/').slice(0, -1)
  if (folders.some((folder) => foreignFolders.has(folder)) || exclusionByPath(path) === 'vendored') return false
  // Without an ending the first line tells; that is read later.
  return languageOfPath(path) !== undefined || !path.slice(path.lastIndexOf('/') + 1).includes('.')
}

function productsByPath(products: readonly Product[]): (path: string) => Product | undefined {
  const byPath = products
    .flatMap((product) => product.paths.map((path) => ({ folder: plain(path), product })))
    .toSorted((a, b) => b.folder.length - a.folder.length)
  return (path) =>
    byPath.find(({ folder }) => folder === '' || path === folder || path.startsWith(`${folder}/`))?.product
}

/** Whether a product's path lies in the root of that prefix, or around it. */
function isUnder(path: string, prefix: string): boolean {
  const folder = plain(path)
  return folder === '' || `${folder}/`.startsWith(prefix) || prefix.startsWith(`${folder}/`)
}

function plain(path: string): string {
  return path.replace(/^\.\/?/, '').replace(/\/+$/, '')
}

function bytesOrNull(location: string): Uint8Array | null {
  try {
    return readFileSync(location)
  } catch {
    return null
  }
}
