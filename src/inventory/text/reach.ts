/** Scopes by reachability: a part is needed as strongly as the strongest way to it from the project. */

import type { Scope } from '#domain/part.ts'

const waves = ['runtime', 'optional', 'development'] as const

/**
 * The scope of each of `count` parts, undefined where nothing reaches it. Runtime goes along required edges only; what
 * lies behind an optional edge of a runtime part is optional; the rest is development where only development reaches it.
 */
export function reach(
  count: number,
  edges: readonly (readonly [number, number])[],
  roots: ReadonlyMap<number, Scope>,
  isOptional: (from: number, to: number) => boolean,
): (Scope | undefined)[] {
  const next: number[][] = Array.from({ length: count }, () => [])
  for (const [from, to] of edges) if (from >= 0) next[from]?.push(to)
  const scopes: (Scope | undefined)[] = Array.from({ length: count }, () => undefined)
  let behindOptional: number[] = []
  for (const wave of waves) {
    const queue = [...roots].filter(([, scope]) => scope === wave).map(([index]) => index)
    if (wave === 'optional') queue.push(...behindOptional)
    while (queue.length > 0) {
      const part = queue.pop()
      if (part === undefined || scopes[part] !== undefined) continue
      scopes[part] = wave
      for (const to of next[part] ?? []) {
        if (wave === 'runtime' && isOptional(part, to)) behindOptional.push(to)
        else if (scopes[to] === undefined) queue.push(to)
      }
    }
    if (wave === 'optional') behindOptional = []
  }
  return scopes
}
