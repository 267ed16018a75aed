/**
 * `.mailmap` as git reads it: one step from the stated to the proper name and address, letters of both cases equal, later
 * lines over earlier ones. Applied after reading, so that a changed file needs no history to be read again.
 */

import type { Commit, Signature } from '#domain/contribution.ts'
import { issue, type Issue } from '#domain/issue.ts'

type Proper = { name?: string; email?: string }
type Entry = { readonly any: Proper; readonly byName: Map<string, Proper> }

export type Mailmap = { readonly entries: ReadonlyMap<string, Entry>; readonly issues: readonly Issue[] }

const oneOrTwo = /^([^<]*)<([^>]*)>(?:([^<]*)<([^>]*)>)?/

/** Lines that name nobody are issues, and so are addresses that lead in a circle: git, as this, takes one step only. */
export function readMailmap(text: string): Mailmap {
  const entries = new Map<string, Entry>()
  const issues: Issue[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const match = oneOrTwo.exec(line)
    if (match === null) {
      issues.push(issue('syntax', `.mailmap line ${index + 1}`, line))
      continue
    }
    const [, properName = '', first = '', statedName = '', second] = match
    const stated = (second ?? first).trim().toLowerCase()
    const entry: Entry = entries.get(stated) ?? { any: {}, byName: new Map() }
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
  return [...entries.keys()].flatMap((address) => {
    const other = next(address)
    return other !== undefined && other !== address && next(other) === address && address < other
      ? [issue('cycle', '.mailmap', `${address} ${other}`)]
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
  if (mailmap.entries.size === 0) return commit
  const all = (signatures: readonly Signature[]): readonly Signature[] =>
    signatures.length === 0 ? signatures : signatures.map((one) => properSignature(mailmap, one))
  return {
    ...commit,
    author: properSignature(mailmap, commit.author),
    committer: properSignature(mailmap, commit.committer),
    signedOff: all(commit.signedOff),
    coAuthors: all(commit.coAuthors),
    reviewers: all(commit.reviewers),
  }
}
