/** A look at the keys of parsed YAML before it becomes plain values. */

import { isCollection, isPair, type Document } from 'yaml'

/**
 * Whether a collection stands as a key (`{a: b}: c`). No format that is read here has such keys; writing them out as text,
 * as `toJS` does, takes time with the third power of their depth.
 */
export function hasCollectionAsKey(document: Document): boolean {
  const pending: unknown[] = [document.contents]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isCollection(node)) for (const item of node.items) pending.push(item)
    else if (isPair(node)) {
      if (isCollection(node.key)) return true
      pending.push(node.value)
    }
  }
  return false
}
