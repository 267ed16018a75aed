/** What was handed in for a product and what it looked like by itself: all that is known before the whole is assessed again. */

import { isWithin, type Actor, type Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { Product, ProductId, Unit } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { uploadsOf } from '#store/uploads.ts'
import { scopeFor } from './access/scope-for.ts'
import type { AnalyzedOutcome, NamedFinding, NamedPart } from './assess-uploads.ts'
import { dayOf } from './clock.ts'
import { statusOf, type UploadStatus } from './upload-status.ts'

export type ProductDocuments = {
  readonly product: Pick<Product, 'id' | 'name' | 'origin'> & {
    readonly unit: Pick<Unit, 'id' | 'name'> | null
    readonly isHandedIn: boolean
    readonly mayRemove: boolean
  }
  readonly documents: readonly UploadStatus[]
  readonly found: {
    readonly analyzedAt: IsoTime
    readonly parts: readonly NamedPart[]
    readonly findings: readonly NamedFinding[]
  } | null
}

const mostDocuments = 100

/** Problem: `product-unknown`, also for one outside of the scope. */
export async function productDocuments(
  store: Store,
  id: ProductId,
  { actor, scope }: { readonly actor: Actor; readonly scope: Scope },
  now: IsoTime,
): Promise<ProductDocuments> {
  const organization = await loadOrganization(store, { asOf: dayOf(now), knownAt: now })
  const product = organization?.products.find((one) => one.id === id)
  if (product === undefined || !isWithin(scope, product.unit)) return fail({ code: 'product-unknown', asked: id })
  const unit = organization?.units.find((one) => one.id === product.unit)
  const uploads = await uploadsOf(store, id, mostDocuments)
  const last = uploads
    .filter(({ state }) => state === 'analyzed')
    .toSorted((a, b) => ((a.analyzedAt ?? '') < (b.analyzedAt ?? '') ? 1 : -1))[0]
  const found = (last?.outcome as AnalyzedOutcome | undefined)?.product
  return {
    product: {
      id,
      name: product.name,
      origin: product.origin,
      unit: unit === undefined ? null : { id: unit.id, name: unit.name },
      isHandedIn: product.isHandedIn === true,
      mayRemove: isWithin(await scopeFor(store, actor, 'administer', now), product.unit),
    },
    documents: uploads.map(statusOf),
    found:
      found === undefined
        ? null
        : { analyzedAt: last?.analyzedAt ?? now, parts: found.parts ?? [], findings: found.listed ?? [] },
  }
}
