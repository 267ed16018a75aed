import type { ReadDocument } from '#domain/part.ts'

/** The largest depth that a column of bytes can hold; what lies deeper is said to lie there. */
const deepest = 255

/**
 * Steps from the product to each part of a document: 1 for what the product asks for itself, one more for each step along
 * the edges by the shortest way, 0 where no way is known.
 */
export function documentDepths({ parts, edges }: ReadDocument): Uint8Array {
  const depths = new Uint8Array(parts.length)
  const queue = new Int32Array(parts.length)
  let end = 0
  for (const [index, { directness }] of parts.entries()) if (directness === 'direct') start(index)
  for (const [from, to] of edges) if (from < 0) start(to)
  if (end === 0) return depths

  // Edges by their beginning, as one block for each part.
  const offsets = new Int32Array(parts.length + 1)
  for (const [from] of edges) if (from >= 0) offsets[from + 1] = (offsets[from + 1] ?? 0) + 1
  for (let index = 0; index < parts.length; index += 1)
    offsets[index + 1] = (offsets[index + 1] ?? 0) + (offsets[index] ?? 0)
  const targets = new Int32Array(offsets[parts.length] ?? 0)
  const next = offsets.slice()
  for (const [from, to] of edges) {
    if (from < 0) continue
    const slot = next[from] ?? 0
    targets[slot] = to
    next[from] = slot + 1
  }
  for (let head = 0; head < end; head += 1) {
    const from = queue[head] ?? 0
    const depth = Math.min(deepest, (depths[from] ?? 0) + 1)
    for (let slot = offsets[from] ?? 0; slot < (offsets[from + 1] ?? 0); slot += 1) {
      const to = targets[slot] ?? 0
      if (depths[to] !== 0) continue
      depths[to] = depth
      queue[end] = to
      end += 1
    }
  }
  return depths

  function start(index: number): void {
    if (depths[index] !== 0) return
    depths[index] = 1
    queue[end] = index
    end += 1
  }
}
