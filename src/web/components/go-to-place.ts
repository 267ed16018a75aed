import { useEffect, type RefObject } from 'react'

/**
 * Goes to the place that the address names (`#id`) once it is there, and opens what it is folded into. It stays in sight while
 * what stands above it still loads, until somebody moves.
 */
export function useGoToPlace(id: string, place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const target = place.current
    if (location.hash !== `#${id}` || target === null) return undefined
    for (let one = target.closest('details'); one; one = one.parentElement?.closest('details') ?? null) one.open = true
    const watcher = new ResizeObserver(() => target.scrollIntoView())
    watcher.observe(document.body)
    const stop = (): void => watcher.disconnect()
    const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const
    for (const move of moves) addEventListener(move, stop, { once: true, passive: true })
    return () => {
      stop()
      for (const move of moves) removeEventListener(move, stop)
    }
  }, [id, place])
}
