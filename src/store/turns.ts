/** Many short transactions in place of a long one, so that whoever else writes gets a turn between them. */

import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from './store.ts'

/**
 * On SQLite who waits to write asks again every few milliseconds, and would hardly ever meet the moment between two
 * transactions that follow one another at once. PostgreSQL keeps nobody waiting.
 */
const restMilliseconds = 15

/** Writes pieces one after another, each in a transaction of its own; all in the one of the store where it is in one. */
export async function writeInTurns<Piece>(
  store: Store,
  pieces: Iterable<Piece>,
  write: (inside: Store, piece: Piece) => Promise<void>,
): Promise<void> {
  for (const piece of pieces) {
    await store.transaction((inside) => write(inside, piece))
    if (store.engine === 'sqlite' && !store.isInTransaction) await wait(restMilliseconds)
  }
}
