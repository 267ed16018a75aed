/** Where texts stand in what is kept as text: after an erasure nothing but kept originals may hold a name. */

import { sql } from 'kysely'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

export type Mention = { readonly table: keyof Tables; readonly rows: number }

const columns = [
  ['organization_revision', 'organization'],
  ['fact', 'facts'],
  ['assessment', 'assessment'],
  ['figure', 'figure'],
  ['document', 'subject'],
  ['occurrence', 'extra'],
  ['evidence', 'name'],
  ['finding_status', 'reason'],
  ['finding_status', 'detail'],
] as const satisfies readonly (readonly [keyof Tables, string])[]

/** Letters of both cases are equal where the engine knows them. Tables without a mention are left out. */
export async function findMentions({ db }: Store, texts: readonly string[]): Promise<readonly Mention[]> {
  const found: Mention[] = []
  for (const [table, column] of columns) {
    const holds = texts.map(
      (text) =>
        sql`lower(${sql.ref(column)}) like ${`%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`,
    )
    const { rows } = await sql<{ rows: number | string }>`
      select count(*) as rows from ${sql.table(table)} where ${sql.join(holds, sql` or `)}`.execute(db)
    const count = Number(rows[0]?.rows ?? 0)
    if (count > 0) found.push({ table, rows: count })
  }
  return found
}
