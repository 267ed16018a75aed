/** Everything known about the organization at two times: what was true as of a day, and what was known at a moment. */

import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { ProductId } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { buildPortfolio } from '#inventory/merge.ts'
import { loadDocuments, loadUnread } from '#store/documents.ts'
import { listEvidence } from '#store/evidence.ts'
import { loadOrganization, loadOrganizationFile } from '#store/organization.ts'
import { loadSizes } from '#store/sizes.ts'
import type { Store } from '#store/store.ts'
import { loadUpstream } from './load-upstream.ts'

export type Times = { readonly asOf: IsoDate; readonly knownAt: IsoTime }

/**
 * @param only of these products alone, what was read; everything else is whole
 * @returns undefined when the store knows no organization at those times
 */
export async function loadPortfolio(
  store: Store,
  times: Times,
  only?: readonly ProductId[],
): Promise<Portfolio | undefined> {
  const organization = await loadOrganization(store, times)
  if (organization === undefined) return undefined
  const productIndex = new Map(organization.products.map(({ id }, index) => [id, index]))
  const documents = await loadDocuments(store, {
    ...times,
    products: only ?? organization.products.map(({ id }) => id),
  })
  const organizationFile = await loadOrganizationFile(store, times)
  const originals = [
    ...(organizationFile === null ? [] : await listEvidence(store, { ids: [organizationFile] })),
    ...(await listEvidence(store, { ids: [...new Set(documents.map(({ evidence }) => evidence))] })),
    ...(await listEvidence(store, { kinds: ['measurement', 'registry-answer'] })),
  ]
  const evidence = new Map(originals.map((item) => [item.id, item]))
  return buildPortfolio({
    ...times,
    organization,
    documents: documents.map(({ product, ...document }) => ({ ...document, product: productIndex.get(product) ?? 0 })),
    sizes: await loadSizes(store, times),
    upstream: await loadUpstream(store, times),
    organizationFile,
    evidence,
    unread: await loadUnread(store, times),
  })
}
