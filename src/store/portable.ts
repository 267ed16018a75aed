/**
 * A store as one file that either engine can be filled from: Zstandard over lines of JSON. First a head with the step of
 * the schema, then for each table its name and columns, its rows in key order and its sum, then the end with all sums.
 */

import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import type { IsoTime } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { counted } from './copy-rows.ts'
import { currentStep, knownSteps } from './migrate.ts'
import {
  differingTables,
  type Page,
  pagesOf,
  readingAtOnce,
  rowLine,
  type RowValue,
  Sums,
  type TableSum,
} from './read-rows.ts'
import type { Store } from './store.ts'
import { type TableShape, tableShapes } from './table-shapes.ts'

export const portableFormat = 'headwater-rows-1'

export type Head = {
  readonly format: typeof portableFormat
  /** The step of the schema that the rows fit. */
  readonly schema: number
  readonly engine: string
  readonly createdAt: IsoTime
}

/** Writes the file; readable by its owner alone. @returns the sums of what was written */
export async function writePortable(store: Store, path: string, createdAt: IsoTime): Promise<readonly TableSum[]> {
  return readingAtOnce(store, async (db) => {
    const sums = new Sums()
    const head: Head = { format: portableFormat, schema: await currentStep(store, db), engine: store.engine, createdAt }
    const pages = counted(pagesOf(db, await tableShapes(db, store.engine)), sums)
    const lines = Readable.from(linesOf(head, pages, sums), { objectMode: false, highWaterMark: 1 << 20 })
    await pipeline(lines, createZstdCompress(), createWriteStream(path, { mode: 0o600, flush: true }))
    return sums.all()
  })
}

/** Problem: `backup-damaged` when it is no such file or ends in the middle; `store-newer` for a schema of a later version. */
export async function readPortableHead(path: string): Promise<Head> {
  for await (const line of linesFrom(path)) {
    const head = parsed(line, path) as Partial<Head> | null
    if (head?.format !== portableFormat || typeof head.schema !== 'number') break
    if (head.schema > knownSteps) fail({ code: 'store-newer', found: head.schema, known: knownSteps })
    return head as Head
  }
  return damaged(path, 'the head is missing')
}

/**
 * The pages of a file. What was read is compared with the sums at its end, so a transaction around it must only be
 * committed when the generator has ended. Problem: `backup-damaged`.
 */
export async function* readPortable(path: string, shapes: readonly TableShape[]): AsyncGenerator<Page> {
  const sums = new Sums()
  let shape: TableShape | undefined
  let rows: RowValue[][] = []
  let bytes = 0
  let hasEnded = false
  for await (const line of linesFrom(path)) {
    const entry = parsed(line, path)
    if (Array.isArray(entry)) {
      if (shape === undefined) return damaged(path, 'a row stands outside of a table')
      rows.push(entry.map(valueOf))
      bytes += line.length
      if (rows.length < 2_000 && bytes < 1 << 24) continue
      yield summed(sums, { shape, rows })
    } else if (isRecord(entry)) {
      if (shape !== undefined && (entry['table'] !== undefined || entry['sums'] !== undefined))
        yield summed(sums, { shape, rows })
      if (Array.isArray(entry['sums'])) {
        const [first] = differingTables(entry['sums'] as TableSum[], sums.all())
        if (first !== undefined) return damaged(path, `the rows of ${first} are not what was written`)
        hasEnded = true
      }
      if (typeof entry['table'] === 'string') shape = shapeOf(entry, shapes, path)
    } else return damaged(path, 'a line is neither a row nor a table')
    rows = []
    bytes = 0
  }
  if (!hasEnded) damaged(path, 'it ends in the middle')
}

function summed(sums: Sums, page: Page): Page {
  sums.add(page)
  return page
}

async function* linesOf(head: Head, pages: AsyncIterable<Page>, sums: Sums): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`
  let table = ''
  for await (const { shape, rows } of pages) {
    if (shape.name !== table) {
      table = shape.name
      yield `${JSON.stringify({ table, columns: shape.columns.map(({ name }) => name) })}\n`
    }
    yield rows.map(rowLine).join('')
  }
  yield `${JSON.stringify({ sums: sums.all() })}\n`
}

/** The shape of the place it goes to, with the columns in the order of the file. */
function shapeOf(entry: Readonly<Record<string, unknown>>, shapes: readonly TableShape[], path: string): TableShape {
  const shape = shapes.find(({ name }) => name === entry['table'])
  const names = Array.isArray(entry['columns']) ? entry['columns'] : []
  const columns = names.flatMap((name) => shape?.columns.filter((column) => column.name === name) ?? [])
  if (shape === undefined || columns.length !== names.length || columns.length === 0)
    return damaged(path, `the table ${String(entry['table'])} is not known`)
  return { ...shape, columns }
}

async function* linesFrom(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const unpacked = createZstdDecompress()
  const reading = pipeline(file, unpacked)
  // Its failure is told by the lines, which end early or throw.
  reading.catch(() => {})
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) yield line
    await reading
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') fail({ code: 'path-missing', path })
    // Codes of zlib and of Zstandard; anything else is a problem already, or a bug.
    if (!code.startsWith('Z')) throw error
    damaged(path, 'it cannot be unpacked')
  } finally {
    file.destroy()
    unpacked.destroy()
  }
}

function parsed(line: string, path: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return damaged(path, 'a line is no JSON')
  }
}

function valueOf(value: unknown): RowValue {
  if (isRecord(value) && typeof value['base64'] === 'string') return Buffer.from(value['base64'], 'base64')
  return value as RowValue
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function damaged(path: string, what: string): never {
  return fail({ code: 'backup-damaged', path, what })
}
