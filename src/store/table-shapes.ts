/**
 * What tables the database has, asked of the database itself: copies and backups hold every table of the schema, also
 * those that a later step adds.
 */

import { type Kysely, sql } from 'kysely'
import type { Engine } from './dialect.ts'
import type { Tables } from './tables.ts'

export type ColumnShape = { readonly name: string; readonly isBytes: boolean }

export type TableShape = {
  readonly name: string
  /** By name, so that both engines tell them alike. */
  readonly columns: readonly ColumnShape[]
  /** The primary key in its order; empty where there is none. */
  readonly key: readonly string[]
  /** Tables that rows of this one refer to. */
  readonly refersTo: readonly string[]
  /** The column that the database numbers. */
  readonly numbered: string | null
}

/** Every table of the schema, each after those it refers to. */
export async function tableShapes(db: Kysely<Tables>, engine: Engine): Promise<readonly TableShape[]> {
  const shapes = engine === 'sqlite' ? await sqliteShapes(db) : await postgresShapes(db)
  const sorted = shapes.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const placed = new Map<string, TableShape>()
  while (placed.size < sorted.length) {
    const next = sorted.find(
      ({ name, refersTo }) => !placed.has(name) && refersTo.every((other) => other === name || placed.has(other)),
    )
    if (next === undefined) throw new Error('tables refer to one another in a circle')
    placed.set(next.name, next)
  }
  return [...placed.values()]
}

async function sqliteShapes(db: Kysely<Tables>): Promise<TableShape[]> {
  const tables = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'table' and name not like 'sqlite%'`.execute(db)
  const shapes: TableShape[] = []
  for (const { name, sql: text } of tables.rows) {
    const columns = await sql<{ name: string; type: string; pk: number }>`
      select name, type, pk from pragma_table_info(${name})`.execute(db)
    const references = await sql<{ table: string }>`
      select distinct "table" from pragma_foreign_key_list(${name})`.execute(db)
    const key = columns.rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
    shapes.push({
      name,
      columns: inOrder(columns.rows.map((column) => ({ name: column.name, isBytes: /blob/i.test(column.type) }))),
      key: key.map((column) => column.name),
      refersTo: references.rows.map(({ table }) => table),
      numbered: /\bautoincrement\b/i.test(text) ? (key[0]?.name ?? null) : null,
    })
  }
  return shapes
}

async function postgresShapes(db: Kysely<Tables>): Promise<TableShape[]> {
  const columns = await sql<{ table: string; name: string; type: string; identity: string }>`
    select cls.relname::text as "table", att.attname::text as name, att.atttypid::regtype::text as type,
      att.attidentity::text as identity
    from pg_attribute att join pg_class cls on cls.oid = att.attrelid
    where cls.relnamespace = current_schema()::regnamespace and cls.relkind = 'r' and att.attnum > 0
      and not att.attisdropped`.execute(db)
  const keys = await sql<{ table: string; name: string; position: number }>`
    select cls.relname::text as "table", att.attname::text as name, parts.position::int as position
    from pg_constraint con join pg_class cls on cls.oid = con.conrelid
      cross join lateral unnest(con.conkey) with ordinality as parts (number, position)
      join pg_attribute att on att.attrelid = con.conrelid and att.attnum = parts.number
    where con.contype = 'p' and cls.relnamespace = current_schema()::regnamespace`.execute(db)
  const references = await sql<{ table: string; other: string }>`
    select distinct cls.relname::text as "table", other.relname::text as other
    from pg_constraint con join pg_class cls on cls.oid = con.conrelid join pg_class other on other.oid = con.confrelid
    where con.contype = 'f' and cls.relnamespace = current_schema()::regnamespace`.execute(db)
  return [...Map.groupBy(columns.rows, ({ table }) => table)].map(([name, own]) => ({
    name,
    columns: inOrder(own.map((column) => ({ name: column.name, isBytes: column.type === 'bytea' }))),
    key: keys.rows
      .filter(({ table }) => table === name)
      .sort((a, b) => a.position - b.position)
      .map((column) => column.name),
    refersTo: references.rows.filter(({ table }) => table === name).map(({ other }) => other),
    numbered: own.find(({ identity }) => identity !== '')?.name ?? null,
  }))
}

function inOrder(columns: readonly ColumnShape[]): readonly ColumnShape[] {
  return columns.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
