/** What follows when a product was assessed by itself, in the transaction that keeps it: roll-ups take the news from here. */

import type { Store } from '#store/store.ts'
import type { ProductAssessed } from './assess-product.ts'

export async function afterProductAssessed(_inside: Store, _assessed: ProductAssessed): Promise<void> {}
