/**
 * What the test of rights needs to know of a route to ask it. Each noun has a file `test/route-samples/<noun>.ts` with
 * `export const samples: RouteSamples`, found by its name; a route without a sample is named by the test.
 */

import type { Store } from '#store/store.ts'

export type RouteSample = {
  /** With values for the parameters; the route's own path when it has none. */
  readonly url?: string
  readonly body?: unknown
  /** For a route that receives a file. */
  readonly headers?: Readonly<Record<string, string>>
  /** Puts what is asked for into an empty store with the units `quay` and `dock` below `harbor`. */
  readonly prepare?: (store: Store) => Promise<void>
  /**
   * Texts that only those may find in the answer who reach the unit; `whole` for what belongs to no unit. Needed for every
   * GET route that asks for a permission.
   */
  readonly markers?: Readonly<Partial<Record<'quay' | 'dock' | 'whole', readonly string[]>>>
  /** What the answer tells each of them, where it tells numbers and no names; `whole` to who sees all. */
  readonly tells?: Readonly<Record<'quay' | 'dock' | 'whole', object>>
  /** Why the answer does not depend on units, where it has no markers. */
  readonly isSameForAll?: string
  /** The answer goes on until who asked goes away; what it holds is tested with the area. */
  readonly isEndless?: boolean
  /**
   * For a route that changes something: a request that is good in itself and concerns `dock` or the whole. Who has the right
   * for `quay` alone must be refused, and nothing may change.
   */
  readonly foreign?: {
    /** A function where what is meant gets its id when it is made. */
    readonly url?: string | ((store: Store) => Promise<string>)
    readonly body?: unknown
    readonly headers?: Readonly<Record<string, string>>
    /** Where one answer tells of many: it is given, and says that nothing was taken. */
    readonly saysRefused?: string
  }
  /** More that is asked of the route by the same people: what one address shows to a unit, another may not. */
  readonly also?: readonly (Pick<RouteSample, 'markers' | 'tells'> & { readonly url: string })[]
  /** Why the route refuses people whose rights end at a unit, where it does. */
  readonly isForWholeOnly?: string
}

/** By method and path, as the route has them: `GET /api/v1/people`. */
export type RouteSamples = Readonly<Record<string, RouteSample>>
