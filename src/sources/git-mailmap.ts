/**
 * `.mailmap` as git reads it: one step from the stated to the proper name and address, letters of both cases equal, later
 * lines over earlier ones. Applied after reading, so that a changed file needs no history to be read again.
 */

import type { Commit, Signature } from '#domain/contribution.ts'
import { issue, type Issue } from '#domain/issue.ts'

type Proper = { name?: string; email?: string }
type Entry = { readonly any: Proper; readonly byName: Map<string, Proper>; readonly line: number }

export type Mailmap = { readonly entries: ReadonlyMap<string, Entry>; readonly issues: readonly Issue[] }

const oneOrTwo = /^([^<]*)<([^>]*)>(?:([^<]*)<([^>]*)>)?/

/**
 * Lines that name nobody are issues, and so are addresses that lead in a circle: git, as this, takes one step only. Issues
 * tell the line and never what stands in it, since that names people.
 */
export function readMailmap(text: string): Mailmap {
  const entries = new Map<string, Entry>()
  const issues: Issue[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const match = oneOrTwo.exec(line)
    if (match === null) {
      issues.push(issue('syntax', `.mailmap line ${index + 1}`))
      continue
    }
    const [, properName = '', first = '', statedName = '', second] = match
    const stated = (second ?? first).trim().toLowerCase()
    const entry: Entry = entries.get(stated) ?? { any: {}, byName: new Map(), line: index + 1 }
    entries.set(stated, entry)
    const name = statedName.trim().toLowerCase()
    const proper = name === '' ? entry.any : (entry.byName.get(name) ?? {})
    if (name !== '') entry.byName.set(name, proper)
    if (properName.trim() !== '') proper.name = properName.trim()
    if (second !== undefined) proper.email = first.trim()
  }
  return { entries, issues: [...issues, ...circles(entries)] }
}

function circles(entries: ReadonlyMap<string, Entry>): Issue[] {
  const next = (address: string): string | undefined => entries.get(address)?.any.email?.toLowerCase()
  return [...entries].flatMap(([address, { line }]) => {
    const other = next(address)
    return other !== undefined && other !== address && next(other) === address && address < other
      ? [issue('cycle', `.mailmap line ${line}`)]
      : []
  })
}

export function properSignature({ entries }: Mailmap, stated: Signature): Signature {
  const entry = entries.get(stated.email.toLowerCase())
  if (entry === undefined) return stated
  const proper = entry.byName.get(stated.name.toLowerCase()) ?? entry.any
  return { name: proper.name ?? stated.name, email: proper.email ?? stated.email }
}

export function applyMailmap(mailmap: Mailmap, commit: Commit): Commit {
  return mailmap.entries.size === 0 ? commit : withSignatures(commit, (one) => properSignature(mailmap, one))
}

/** The commit with every person in it called otherwise. */
export function withSignatures(commit: Commit, change: (signature: Signature) => Signature): Commit {
  const all = (signatures: readonly Signature[]): readonly Signature[] =>
    signatures.length === 0 ? signatures : signatures.map(change)
  return {
    ...commit,
    author: change(commit.author),
    committer: change(commit.committer),
    signedOff: all(commit.signedOff),
    coAuthors: all(commit.coAuthors),
    reviewers: all(commit.reviewers),
  }
}
