/** What the commands below `admin` print. */

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import type { Moved } from '#app/admin/move.ts'
import type { Imported } from '#app/import-dependency-track.ts'
import type { Diagnosis } from '#domain/diagnosis.ts'
import { fail, ProblemError } from '#domain/problem.ts'
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

/** The key of another system. Throws `usage` when neither a file nor the variable holds one. */
export function keyFrom(file: string | undefined, variable: string | undefined): string {
  if (file === undefined) return variable?.trim() || fail({ code: 'usage', what: '--key-file, DEPENDENCY_TRACK_KEY' })
  try {
    return readFileSync(file, 'utf8').trim() || fail({ code: 'usage', what: `--key-file ${file}` })
  } catch (error) {
    if (error instanceof ProblemError) throw error
    const { code = 'EIO' } = error as NodeJS.ErrnoException
    return fail(
      code === 'ENOENT' ? { code: 'path-missing', path: file } : { code: 'path-unreadable', path: file, reason: code },
    )
  }
}

export function importedText(
  { projects, resumed, isDryRun, mapping, folder }: Imported,
  { administration: { imported: labels } }: Words,
): string {
  const rows = projects.map(({ name, version, product, parts, decisions }) => {
    return [name, version ?? '', product, parts ?? '–', decisions.length]
  })
  const decisions = projects.reduce((sum, project) => sum + project.decisions.length, 0)
  const read = projects.filter(({ parts }) => parts !== null).length
  return [
    isDryRun ? `${labels.would}\n\n` : '',
    rows.length === 0 ? '' : `${alignedTable(labels.head, rows)}\n`,
    `${labels.summary(projects.length, read, decisions)}\n`,
    resumed === 0 ? '' : `${labels.resumed(resumed)}\n`,
    folder === null ? `\n${labels.mapping}\n\n${mapping}` : `\n${labels.written(folder)}\n`,
  ].join('')
}
