/** The audit log for who may read it: pages, an export, and whether the chain holds. */

import { csvCell } from '#app/lists/export.ts'
import { isWithin, type Scope } from '#domain/access.ts'
import type { AuditEntry, AuditHead } from '#domain/audit.ts'
import { countAudit, loadAudit, readAudit, verifyAudit, type AuditQuery } from '#store/audit.ts'
import type { Store } from '#store/store.ts'

export type AuditPage = {
  readonly items: readonly AuditEntry[]
  /** Goes into `before` of the next request; null on the last page. */
  readonly next: number | null
  readonly count: number
}

export async function auditPage(store: Store, query: AuditQuery): Promise<AuditPage> {
  const found = await loadAudit(store, { ...query, limit: query.limit + 1 })
  const items = found.slice(0, query.limit)
  const last = items.at(-1)
  return {
    items,
    next: found.length > items.length && last !== undefined ? last.sequence : null,
    count: await countAudit(store, query),
  }
}

export const auditColumns = [
  'sequence',
  'at',
  'actorKind',
  'actor',
  'act',
  'subject',
  'unit',
  'result',
  'detail',
  'previous',
  'hash',
] as const satisfies readonly (keyof AuditEntry)[]

/** Line by line, the oldest first; RFC 4180 with a head line. Nothing in it is read as a formula. */
export async function* auditCsv(store: Store, scope: Scope): AsyncGenerator<string> {
  yield `${auditColumns.join()}\r\n`
  for await (const entry of readAudit(store)) {
    if (!isWithin(scope, entry.unit)) continue
    const cells = auditColumns.map((column) => {
      const value = entry[column]
      return csvCell(typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''))
    })
    yield `${cells.join()}\r\n`
  }
}

/** One JSON object a line, the oldest first: from it alone the chain can be recomputed. */
export async function* auditJsonLines(store: Store, scope: Scope): AsyncGenerator<string> {
  for await (const entry of readAudit(store)) if (isWithin(scope, entry.unit)) yield `${JSON.stringify(entry)}\n`
}

/** The whole as one JSON document, the oldest first. */
export async function* auditJson(store: Store): AsyncGenerator<string> {
  yield '{\n  "schemaVersion": 1,\n  "entries": ['
  let isFirst = true
  for await (const entry of readAudit(store)) {
    yield `${isFirst ? '' : ','}\n    ${JSON.stringify(entry)}`
    isFirst = false
  }
  yield `${isFirst ? '' : '\n  '}]\n}\n`
}

/** Every entry, the oldest first. */
export function readAuditLog(store: Store): AsyncGenerator<AuditEntry> {
  return readAudit(store)
}

/** Whether anything was changed, removed, inserted or put in another order. */
export function checkAudit(store: Store, anchor: AuditHead | null): ReturnType<typeof verifyAudit> {
  return verifyAudit(store, anchor)
}
