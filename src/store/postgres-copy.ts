/**
 * `COPY … FROM STDIN`: the way for many rows into PostgreSQL. `pg` tells a query object of its own kind what the server
 * says and sends what it is given; the text format is that of the PostgreSQL manual, section "COPY".
 */

import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { Client } from 'pg'
import type { Connection, Submittable } from 'pg'
import type { Page, RowValue } from './read-rows.ts'
import type { TableShape } from './table-shapes.ts'
import { escapeText } from './text.ts'

/** `pg` has these, its type file does not. */
type CopyConnection = Connection & {
  readonly query: (text: string) => void
  readonly stream: Writable
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
  readonly sendCopyFail: (reason: string) => void
}

/**
 * Puts all pages into an empty database of the same schema, in one transaction: all of them or none.
 * Numbering goes on behind the largest number.
 */
export async function copyIntoPostgres(databaseUrl: string, pages: AsyncIterable<Page>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'headwater' })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      "select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'",
    )
    const shapes = new Map<string, TableShape>()
    for await (const { shape, rows } of pages) {
      shapes.set(shape.name, shape)
      if (rows.length === 0) continue
      const columns = shape.columns.map(({ name }) => `"${name}"`).join(', ')
      await client.query(new CopyIn(`copy "${shape.name}" (${columns}) from stdin`, rows)).done
    }
    for (const { name, numbered } of shapes.values()) {
      if (numbered === null) continue
      const sequence = `pg_get_serial_sequence('"${name}"', '${numbered}')`
      await client.query(
        `select setval(${sequence}, coalesce(max("${numbered}"), 1), max("${numbered}") is not null) from "${name}"`,
      )
    }
    await client.query('commit')
  } finally {
    // A transaction that was not committed ends with its connection.
    await client.end()
  }
}

/** A query that answers the server's wish for rows. */
class CopyIn implements Submittable {
  readonly done: Promise<void>
  readonly #text: string
  readonly #rows: readonly (readonly RowValue[])[]
  readonly #settle: { readonly resolve: () => void; readonly reject: (error: Error) => void }
  #error: Error | undefined

  constructor(text: string, rows: readonly (readonly RowValue[])[]) {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.done = promise
    this.#settle = { resolve, reject }
    this.#text = text
    this.#rows = rows
  }

  submit(connection: Connection): void {
    const copying = connection as CopyConnection
    copying.query(this.#text)
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#send(connection).then(
      () => connection.endCopyFrom(),
      (error: unknown) => connection.sendCopyFail(error instanceof Error ? error.message : String(error)),
    )
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.#error = error
    this.#settle.reject(error)
  }

  handleReadyForQuery(): void {
    if (this.#error === undefined) this.#settle.resolve()
  }

  async #send(connection: CopyConnection): Promise<void> {
    let lines = ''
    const flush = async (): Promise<void> => {
      connection.sendCopyFromChunk(Buffer.from(lines))
      lines = ''
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
    }
    for (const row of this.#rows) {
      lines += `${row.map(copyText).join('\t')}\n`
      // A message of its own for every row would be a system call for every row.
      if (lines.length >= chunkCharacters) await flush()
    }
    if (lines !== '') await flush()
  }
}

const chunkCharacters = 256 * 1024
const special: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function copyText(value: RowValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'number') return `${value}`
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`
  return escapeText(value).replace(/[\\\n\r\t]/g, (sign) => special[sign] ?? sign)
}
