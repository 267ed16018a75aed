/** Adds to `dismissals.yaml` as a person would: everything else and every comment stays. */

import { isSeq, parseDocument } from 'yaml'
import type { Dismissal } from '#domain/office-program.ts'

export type DismissalText = Omit<Dismissal, 'evidence' | 'at'>

/** @param bytes of a file that was read without a mistake; undefined when there is none yet */
export function appendDismissal(bytes: Uint8Array | undefined, entry: DismissalText): Uint8Array {
  const document = parseDocument(bytes === undefined ? 'format: 1\ndismissals: []\n' : new TextDecoder().decode(bytes))
  const list = document.get('dismissals')
  const node = document.createNode({
    scenario: entry.scenario,
    reason: entry.reason,
    by: entry.by,
    on: entry.on,
    until: entry.until,
  })
  if (isSeq(list) && list.items.length > 0) list.add(node)
  else document.set('dismissals', document.createNode([node]))
  // Without a width, long lines of others stay as they are.
  return new TextEncoder().encode(document.toString({ lineWidth: 0 }))
}
