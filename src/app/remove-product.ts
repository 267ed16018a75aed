/** Takes away a product that was made when a document was handed in; what was kept of it stays in the history. */

import { isWithin, type Actor, type Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { ProductId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { recordAct } from '#store/audit.ts'
import { changeOrganization, loadOrganization } from '#store/organization.ts'
import { saveRevision } from '#store/revisions.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import { requestReassessment } from './job-requests.ts'

/**
 * Problems: `product-unknown`, also for one outside of the scope; `usage` for one that `organization.yaml` names, since the
 * next assessment would bring it back.
 */
export async function removeProduct(
  store: Store,
  id: ProductId,
  { actor, scope }: { readonly actor: Actor; readonly scope: Scope },
  now: IsoTime,
): Promise<void> {
  const validFrom = dayOf(now)
  await store.transaction(async (inside) => {
    const organization = await loadOrganization(inside, { asOf: validFrom, knownAt: now })
    const product = organization?.products.find((one) => one.id === id)
    if (product === undefined || !isWithin(scope, product.unit)) return fail({ code: 'product-unknown', asked: id })
    if (product.isHandedIn !== true) return fail({ code: 'usage', what: `${id}: organization.yaml names it` })
    await changeOrganization(
      inside,
      (current) =>
        current && { ...current, products: current.products.filter((one) => one.id !== id || one.isHandedIn !== true) },
      { validFrom, recordedAt: now },
    )
    // One that is made again under the name starts empty.
    await saveRevision(inside, {
      product: id,
      label: validFrom,
      validFrom,
      recordedAt: now,
      documents: [],
      unread: [],
    })
    await recordAct(inside, {
      at: now,
      actor,
      act: 'product-remove',
      subject: id,
      unit: product.unit,
      result: 'done',
      detail: {},
    })
  })
  await requestReassessment(store, now)
}
