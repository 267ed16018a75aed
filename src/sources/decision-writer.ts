/** Adds a decision to a person's file and leaves everything else in it, comments too, as it is. */

import { isSeq, parseDocument } from 'yaml'
import type { DecisionText } from './decision-file.ts'

const head = '# What the organization decided. The format is described in docs/decision-files.md.\nformat: 1\n'

/**
 * @param before the text of the file; undefined or empty for a new one. It must be readable: read it first.
 * @returns the whole text to write
 */
export function withDecision(before: string | undefined, decision: DecisionText): string {
  const document = parseDocument(before === undefined || before.trim() === '' ? head : before)
  const list = document.get('decisions')
  const entry = document.createNode(decision)
  if (isSeq(list)) {
    // A list that was empty may stand in brackets.
    if (list.items.length === 0) list.flow = false
    list.add(entry)
  } else document.set('decisions', document.createNode([decision]))
  return document.toString({ lineWidth: 120 })
}

/** `d-001`, or the number after the highest one of that form. */
export function nextDecisionId(ids: readonly string[]): string {
  const highest = ids.reduce((most, id) => Math.max(most, Number(/^d-(\d{1,9})$/.exec(id)?.[1] ?? 0)), 0)
  return `d-${String(highest + 1).padStart(3, '0')}`
}
