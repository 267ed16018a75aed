/** Assesses one product by itself: what it uses, which advisories speak about that, what its licenses say. */

import type { InventoryAssessment } from '#domain/assessment/inventory.ts'
import type { LicenseAssessment } from '#domain/assessment/licenses.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { ProductId } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { assessInventory } from '#inventory/assess.ts'
import { buildPortfolio } from '#inventory/merge.ts'
import { assessLicenses } from '#licensing/assess.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import { loadDocuments, loadUnread } from '#store/documents.ts'
import { listEvidence } from '#store/evidence.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { assessVulnerabilities } from '#vulnerabilities/assess.ts'
import { loadPacks } from './advisory-packs.ts'
import { ecosystemsOf } from './assess-portfolio.ts'
import type { Times } from './load-portfolio.ts'
import { silent } from './progress.ts'

/** `portfolio` holds the one product alone; parts and findings refer to it. */
export type ProductAssessed = {
  readonly product: ProductId
  readonly portfolio: Portfolio
  readonly inventory: InventoryAssessment
  readonly vulnerabilities: VulnerabilityAssessment
  readonly licenses: LicenseAssessment
}

/** @returns undefined when the organization has no such product at those times */
export async function assessProduct(
  store: Store,
  home: string,
  product: ProductId,
  times: Times,
): Promise<ProductAssessed | undefined> {
  const portfolio = await loadProduct(store, product, times)
  if (portfolio === undefined) return undefined
  const { packs, sets } = await loadPacks(store, home, ecosystemsOf(portfolio), times.knownAt, silent)
  return {
    product,
    portfolio,
    inventory: assessInventory(portfolio),
    vulnerabilities: assessVulnerabilities(portfolio, packs, sets),
    licenses: assessLicenses(portfolio, (tables ??= loadLicenseTables())),
  }
}

/** Read from files that come with the program; a worker assesses thousands of products with them. */
let tables: ReturnType<typeof loadLicenseTables> | undefined

async function loadProduct(store: Store, product: ProductId, times: Times): Promise<Portfolio | undefined> {
  const organization = await loadOrganization(store, times)
  const own = organization?.products.filter(({ id }) => id === product) ?? []
  if (organization === undefined || own.length === 0) return undefined
  const asked = { ...times, products: [product] }
  const documents = await loadDocuments(store, asked)
  const originals = await listEvidence(store, { ids: [...new Set(documents.map(({ evidence }) => evidence))] })
  return buildPortfolio({
    ...times,
    organization: { ...organization, products: own },
    documents: documents.map(({ path, evidence, document }) => ({ path, evidence, product: 0, document })),
    sizes: [],
    evidence: new Map(originals.map((item) => [item.id, item])),
    unread: await loadUnread(store, asked),
  })
}
