/** What `admin audit` prints for a person. */

import { readAuditLog } from '#app/access/audit.ts'
import type { OpenStore } from '#app/home.ts'
import type { AuditBreak, AuditHead } from '#domain/audit.ts'
import { fail } from '#domain/problem.ts'
import type { Words } from '#text/words.ts'
import type { CommandInput } from './command.ts'
import { textOption } from './options.ts'
import { alignedTable } from './table.ts'

/** Throws `usage`. */
export function anchorOption(input: CommandInput): AuditHead | null {
  const text = textOption(input, 'anchor')
  if (text === undefined) return null
  const found = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text)
  return found === null
    ? fail({ code: 'usage', what: `--anchor ${text}: NUMBER:HASH is needed, as --verify prints it` })
    : { sequence: Number(found[1]), hash: found[2] ?? '' }
}

/** Some hundred lines at a time, each block aligned in itself. */
export async function* auditText(store: OpenStore, { access }: Words): AsyncGenerator<string> {
  const { sequence, at, actor, act, subject, result } = access.head
  const head = [sequence, at, actor, act, subject, result]
  let rows: string[][] = []
  let isFirst = true
  const block = (): string => {
    const text = alignedTable(isFirst ? head : [], rows)
    isFirst = false
    rows = []
    return text
  }
  for await (const entry of readAuditLog(store)) {
    rows.push([
      String(entry.sequence),
      entry.at,
      entry.actor,
      // An act of a later version, or one that somebody changed, has no words here.
      access.acts[entry.act] ?? entry.act,
      entry.subject,
      access.results[entry.result] ?? entry.result,
    ])
    if (rows.length === 500) yield block()
  }
  if (rows.length > 0) yield block()
  else if (isFirst) yield `${access.noEntries}\n`
}

export function stateText(
  { entries, head, breaks }: { entries: number; head: AuditHead; breaks: readonly AuditBreak[] },
  { access }: Words,
): string {
  return breaks.length === 0
    ? `${access.verified(entries, head.sequence, head.hash)}\n`
    : breaks.map(({ sequence, why }) => `${access.broken(sequence, access.breaks[why])}\n`).join('')
}
