/** The product that a document is handed in for: found by its id or name, or created where that was asked for. */

import { isWithin, type Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { Origin, Product, ProductId, UnitId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { defaultOrganization } from '#sources/organization-file.ts'
import { addProduct, findProduct } from '#store/organization.ts'
import { endOfTime } from '#store/revisions.ts'
import type { Store } from '#store/store.ts'
import { defaultLaborRate } from '#value/assumptions.ts'
import { dayOf } from './clock.ts'

/** How a new product is declared; its unit must lie within the rights of who asks. */
export type NewProduct = { readonly name: string; readonly unit: UnitId | null; readonly origin?: Origin | undefined }

/**
 * Problems: `product-unknown` when there is none and none is to be created, `not-permitted` when it lies outside of the
 * scope, `usage` when the unit of a new one does not exist.
 */
export async function productOf(
  store: Store,
  asked: string,
  { scope, create }: { readonly scope: Scope; readonly create: NewProduct | null },
  now: IsoTime,
): Promise<ProductId> {
  const today = dayOf(now)
  const find = async (wanted: string): Promise<ProductId | undefined> => {
    // Whatever the clock of its maker said.
    const known = await findProduct(store, { asOf: today, knownAt: endOfTime }, wanted)
    if (known === undefined || isWithin(scope, known.unit)) return known?.id
    return fail({ code: 'not-permitted', what: asked })
  }
  const known = await find(asked)
  if (known !== undefined) return known
  if (create === null) return fail({ code: 'product-unknown', asked })
  if (!isWithin(scope, create.unit)) fail({ code: 'not-permitted', what: create.unit ?? asked })
  const id = idOf(asked)
  if (id === '') fail({ code: 'usage', what: `${asked}: a name with letters or digits is needed` })
  const outcome = await addProduct(store, newProduct(id, create), {
    validFrom: today,
    recordedAt: now,
    orElse: () => defaultOrganization([], defaultLaborRate()),
  })
  if (outcome === 'unit-unknown') fail({ code: 'usage', what: `unit ${create.unit}: there is no such unit` })
  // Another name of one that is there, or somebody made it a moment ago: perhaps where these rights do not reach.
  if (outcome === 'there') return (await find(id)) ?? fail({ code: 'product-unknown', asked })
  return id
}

function newProduct(id: ProductId, { name, unit, origin = 'made' }: NewProduct): Product {
  return {
    id,
    name,
    origin,
    unit,
    criticality: null,
    audience: null,
    supplier: null,
    paths: [],
    owner: null,
    isHandedIn: true,
  }
}

/** Ids stand in addresses and in the ids of figures. */
function idOf(name: string): ProductId {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 100)
}
