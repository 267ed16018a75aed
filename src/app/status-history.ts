/** Everything that was stated about findings, as far as the reader may see the products it is about. */

import type { Actor } from '#domain/access.ts'
import { countsBefore, isReviewDue, type StatedStatus } from '#domain/finding-status.ts'
import { loadImportedStatuses, loadStatusesOfParts } from '#store/finding-statuses.ts'
import type { Store } from '#store/store.ts'
import type { FindingItem } from './lists/findings.ts'
import { isSeen, type Lens } from './lists/cut.ts'
import { isAbout, statedPart } from './lists/statuses.ts'
import { nameMakers } from './name-makers.ts'

export type HistoryEntry = Omit<StatedStatus, 'product' | 'undoes'> & {
  /** Null: all products. */
  readonly product: { readonly id: string; readonly name: string } | null
  readonly isUndo: boolean
  /** The one that counts for its product, or for all that have none of their own. */
  readonly isCurrent: boolean
  readonly isReviewDue: boolean
}

/** All that was stated here about some parts, and all that was taken over. */
export async function loadSaid(store: Store, parts: readonly string[]): Promise<readonly StatedStatus[]> {
  const imported = (await loadImportedStatuses(store)).map((one) => ({ ...one, part: statedPart(one) }))
  return [...imported, ...(await loadStatusesOfParts(store, parts))]
}

/** The newest first. */
export async function statusHistory(
  lens: Lens,
  reader: Actor,
  findings: readonly Pick<FindingItem, 'id' | 'aliases' | 'part'>[],
): Promise<readonly HistoryEntry[]> {
  const said = await loadSaid(
    lens.store,
    findings.map(({ part }) => part),
  )
  const history = said
    .flatMap((entry) => {
      const finding = findings.find((one) => one.part === entry.part && isAbout(entry, one))
      const product = productOf(lens, entry.product)
      // Of a product out of sight nothing is told, not even that there is something.
      return finding === undefined || product === undefined ? [] : [{ entry, finding, product }]
    })
    .toSorted((a, b) => (countsBefore(a.entry, b.entry) ? -1 : 1))
  const places = new Set<string>()
  const shown = history.map(({ entry, finding, product }) => {
    const { undoes, ...rest } = entry
    const place = JSON.stringify([finding.id, finding.part, entry.product])
    const isCurrent = !places.has(place)
    places.add(place)
    return {
      ...rest,
      product,
      isUndo: undoes !== null,
      isCurrent,
      isReviewDue: isCurrent && isReviewDue(entry.until, lens.today),
    }
  })
  return nameMakers(lens.store, reader, shown)
}

/** Undefined when it is not in sight. */
function productOf(lens: Lens, id: string | null): HistoryEntry['product'] | undefined {
  if (id === null) return null
  const number = lens.views.numberOfProduct.get(id)
  const row = number === undefined ? undefined : lens.views.tables.product[number]
  if (number !== undefined && row !== undefined && isSeen(lens, 'product', number)) return { id, name: row.name }
  return row === undefined && lens.cut.scope === 'all' ? { id, name: id } : undefined
}
