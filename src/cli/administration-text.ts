/** What the commands below `admin` print. */

import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import type { Moved } from '#app/admin/move.ts'
import type { Diagnosis } from '#domain/diagnosis.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

/** An address of PostgreSQL, or a folder. */
export function placeOf(text: string): { readonly databaseUrl: string } | { readonly home: string } {
  return /^postgres(?:ql)?:\/\//.test(text) ? { databaseUrl: text } : { home: resolve(text) }
}

export async function readAll(input: Readable): Promise<string> {
  let text = ''
  for await (const chunk of input.setEncoding('utf8')) text += String(chunk)
  return text
}

export function rowsOf(tables: readonly { readonly rows: number }[]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0)
}

export function movedText({ from, to, tables }: Moved, { administration }: Words): string {
  const rows = tables.map(({ table, rows: count, sha256 }) => [table, count, sha256])
  return `${administration.moved(from, to)}\n\n${alignedTable(administration.tableHead, rows)}`
}

export function doctorText(found: readonly Diagnosis[], { administration }: Words): string {
  const { checks, states, doctorHead } = administration
  const table = alignedTable(
    doctorHead,
    found.map((one) => [states[one.state], checks[one.check].label, one.found]),
  )
  const advice = found.flatMap(({ check, state }) =>
    state === 'good' ? [] : [`\n${checks[check].label}: ${checks[check].why}\n${checks[check].next}\n`],
  )
  return table + advice.join('')
}

export function doctorJson(found: readonly Diagnosis[], { administration: { checks } }: Words): string {
  const results = found.map((one) => {
    const { label, why, next } = checks[one.check]
    return { ...one, label, ...(one.state === 'good' ? {} : { why, next }) }
  })
  return `${JSON.stringify({ schemaVersion: 1, checks: results }, null, 2)}\n`
}
