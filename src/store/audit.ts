/** The audit log, appended in the transaction of the act itself, each entry holding the hash of the one before. */

import { emptyHead, type Act, type AuditAct, type AuditBreak, type AuditEntry, type AuditHead } from '#domain/audit.ts'
import type { Scope } from '#domain/access.ts'
import { engines } from './dialect.ts'
import type { Store } from './store.ts'
import { sha256 } from './text.ts'

/** @param inside a store in the transaction of the act: both are kept, or neither */
export async function recordAct(inside: Store, act: Act): Promise<AuditEntry> {
  return inside.transaction(async (store) => {
    // One at a time: two entries after the same one would be a fork.
    await engines[store.engine].lock(store.db, 'audit')
    const head = await headOf(store)
    const content = {
      sequence: head.sequence + 1,
      at: act.at,
      actorKind: act.actor?.kind ?? ('nobody' as const),
      actor: act.actor?.id ?? '',
      act: act.act,
      subject: act.subject,
      unit: act.unit,
      result: act.result,
      detail: act.detail,
      previous: head.hash,
    }
    const entry: AuditEntry = { ...content, hash: hashOf(content) }
    await store.db.insertInto('audit_entry').values(toRow(entry)).execute()
    const next = { sequence: entry.sequence, hash: entry.hash }
    await store.db
      .insertInto('audit_head')
      .values({ id: 1, ...next })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(next))
      .execute()
    return entry
  })
}

/** Where the log ends. Noted elsewhere, it shows later that nothing before it was exchanged. */
export async function headOf({ db }: Store): Promise<AuditHead> {
  const row = await db.selectFrom('audit_head').select(['sequence', 'hash']).where('id', '=', 1).executeTakeFirst()
  return row ?? emptyHead
}

export type AuditFilter = {
  readonly scope: Scope
  /** Only this kind of act. */
  readonly act?: AuditAct | undefined
}

export type AuditQuery = AuditFilter & {
  /** Entries with a smaller number; null begins at the newest. */
  readonly before: number | null
  readonly limit: number
}

/** The newest first; only what concerns the units of the scope. */
export async function loadAudit(
  { db }: Store,
  { scope, act, before, limit }: AuditQuery,
): Promise<readonly AuditEntry[]> {
  let query = db.selectFrom('audit_entry').selectAll().orderBy('sequence', 'desc').limit(limit)
  if (before !== null) query = query.where('sequence', '<', before)
  if (act !== undefined) query = query.where('act', '=', act)
  if (scope !== 'all') {
    if (scope.size === 0) return []
    query = query.where('unit', 'in', [...scope])
  }
  return (await query.execute()).map(toEntry)
}

/** How many entries concern the units of the scope. */
export async function countAudit({ db }: Store, { scope, act }: AuditFilter): Promise<number> {
  if (scope !== 'all' && scope.size === 0) return 0
  let query = db.selectFrom('audit_entry').select(({ fn }) => fn.countAll().as('count'))
  if (scope !== 'all') query = query.where('unit', 'in', [...scope])
  if (act !== undefined) query = query.where('act', '=', act)
  return Number((await query.executeTakeFirstOrThrow()).count)
}

const pageSize = 1000

/** Every entry in order. */
export async function* readAudit({ db }: Store): AsyncGenerator<AuditEntry> {
  for (let after = -1; ;) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(pageSize)
      .execute()
    for (const row of rows) yield toEntry(row)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.sequence
  }
}

/**
 * Recomputes the whole chain.
 *
 * @param anchor a head that was noted earlier, outside of this database
 */
export async function verifyAudit(
  store: Store,
  anchor: AuditHead | null = null,
): Promise<{ readonly head: AuditHead; readonly entries: number; readonly breaks: readonly AuditBreak[] }> {
  // The head first: entries that arrive meanwhile come after it and are followed all the same.
  const head = await headOf(store)
  const breaks: AuditBreak[] = []
  let entries = 0
  let before: AuditHead = emptyHead
  let isHeadSeen = head.sequence === 0
  let isAnchorSeen = anchor === null || anchor.sequence === 0
  for await (const entry of readAudit(store)) {
    entries++
    const { hash, ...content } = entry
    if (entry.sequence !== before.sequence + 1) breaks.push({ sequence: entry.sequence, why: 'missing' })
    else if (entry.previous !== before.hash) breaks.push({ sequence: entry.sequence, why: 'unlinked' })
    if (hashOf(content) !== hash) breaks.push({ sequence: entry.sequence, why: 'changed' })
    if (entry.sequence === head.sequence && hash === head.hash) isHeadSeen = true
    if (anchor !== null && entry.sequence === anchor.sequence && hash === anchor.hash) isAnchorSeen = true
    before = { sequence: entry.sequence, hash }
  }
  const last = await headOf(store)
  if (!isHeadSeen || (last.sequence === head.sequence && before.sequence > head.sequence))
    breaks.push({ sequence: head.sequence, why: 'head' })
  if (!isAnchorSeen) breaks.push({ sequence: anchor?.sequence ?? 0, why: 'anchor' })
  return { head, entries, breaks }
}

function hashOf(content: Omit<AuditEntry, 'hash'>): string {
  return sha256(`${content.previous}\n${canonicalJson(content)}`)
}

/** RFC 8785 for what an entry holds: keys in the order of their UTF-16 units, whole numbers, no white space. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join()}}`
}

function toRow({ actorKind, detail, ...same }: AuditEntry) {
  return { ...same, actor_kind: actorKind, detail: canonicalJson(detail) }
}

function toEntry(row: ReturnType<typeof toRow>): AuditEntry {
  const { actor_kind, detail, ...same } = row
  return { ...same, actorKind: actor_kind, detail: readDetail(detail) }
}

/** A tampered row must be told, not stop the reading. */
function readDetail(text: string): AuditEntry['detail'] {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as AuditEntry['detail']
  } catch {
    // Not JSON: the text itself cannot have the hash of what stood there.
  }
  return { unreadable: text }
}
