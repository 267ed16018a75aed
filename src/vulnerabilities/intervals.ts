/**
 * Ranges of versions as intervals of whole numbers. The versions that advisories mention for a package are ranked once; the
 * version with rank r has place 2r + 1, and the even places are for versions that lie between two mentioned ones. What a
 * range says about a version is then two comparisons of integers.
 */

/** 2·rank + 1 of a mentioned version; even between two of them; 0 lies below all. */
export type Place = number

/** The place behind every version. */
export const behindAll: Place = 0x7fffffff

export type PlacedEvent = { readonly kind: 'introduced' | 'fixed' | 'last_affected' | 'limit'; readonly place: Place }

/** Half-open: `from` is affected, `to` is not. */
export type Interval = {
  readonly from: Place
  readonly to: Place
  /** The `fixed` event that ends it, as index into the events given; null when something else does. */
  readonly fixedBy: number | null
}

/**
 * The places at which OSV's evaluation algorithm (schema, section "Evaluation") answers "affected": events in the order of
 * their versions, the last one at or below a version decides, and versions at or above the highest limit are out. Events of
 * equal version keep the order they were written in, as in the version lists that OSV fills (PYSEC-2023-72 shows it).
 */
export function intervalsOf(events: readonly PlacedEvent[]): readonly Interval[] {
  const steps = events
    .map((event, index) => ({ ...event, index, from: event.kind === 'last_affected' ? event.place + 1 : event.place }))
    .filter(({ kind }) => kind !== 'limit')
    .sort((a, b) => a.place - b.place)
    .map((step, order) => ({ ...step, order }))
  const limits = events.flatMap(({ kind, place }) => (kind === 'limit' ? [place] : []))
  const end = limits.length === 0 ? behindAll : Math.max(...limits)

  const intervals: Interval[] = []
  let open: Place | undefined
  let decisive = -1
  const close = (at: Place, fixedBy: number | null): void => {
    if (open !== undefined && open < Math.min(at, end)) {
      intervals.push({ from: open, to: Math.min(at, end), fixedBy: at < end || limits.length === 0 ? fixedBy : null })
    }
    open = undefined
  }
  // `last_affected` acts one place later than it stands, so the order of acting differs from that of standing; of several
  // events that act at or below a place the one that stands last decides.
  const byAction = [...steps].sort((a, b) => a.from - b.from || a.order - b.order)
  for (const [index, step] of byAction.entries()) {
    decisive = Math.max(decisive, step.order)
    if (byAction[index + 1]?.from === step.from) continue
    const deciding = steps[decisive]
    if (deciding?.kind === 'introduced') open ??= step.from
    else close(step.from, deciding?.kind === 'fixed' ? deciding.index : null)
  }
  close(behindAll, null)
  return intervals
}

/** Whether a place lies in one of the intervals. */
export function contains(intervals: readonly Interval[], place: Place): boolean {
  return intervals.some(({ from, to }) => from <= place && place < to)
}
