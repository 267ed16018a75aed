/** A look at every record of a JSON value without recursion, so that nesting made to hurt cannot exhaust the stack. */

import { isRecord, type Foreign } from '#inventory/foreign.ts'
import { below } from './validation.ts'

/** Deeper than any real document; checks that recurse stay far from the end of the stack. */
export const deepestNesting = 400

/** Whether a value is nested deeper than `deepestNesting`. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestNesting) return true
    const next: unknown[] = []
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue
      for (const key in item) {
        const inner = (item as Foreign)[key]
        if (typeof inner === 'object' && inner !== null) next.push(inner)
      }
    }
    level = next
  }
  return false
}

type Step = { readonly value: unknown; readonly key: string; readonly above: Step | undefined }

/** Every record in a value, in the order of the document, with its JSON pointer as a function: few pointers are needed. */
export function* recordsIn(value: unknown): Generator<{ readonly record: Foreign; readonly pointer: () => string }> {
  const open: Step[] = [{ value, key: '', above: undefined }]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const here = step
    if (isRecord(here.value)) yield { record: here.value, pointer: () => pointerOf(here) }
    if (typeof here.value !== 'object' || here.value === null) continue
    const inside = here.value as Foreign
    const keys = Array.isArray(here.value) ? here.value.keys() : Object.keys(inside)
    for (const key of [...keys].toReversed()) {
      const inner = inside[key]
      if (typeof inner === 'object' && inner !== null) open.push({ value: inner, key: String(key), above: here })
    }
  }
}

function pointerOf(step: Step): string {
  let pointer = ''
  for (let at = step; at.above !== undefined; at = at.above) pointer = `${below('', at.key)}${pointer}`
  return pointer
}
