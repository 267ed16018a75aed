/**
 * Several documents as one: each part once, relations united, the strongest scope and directness kept. Where documents
 * disagree about a part both statements stay and the disagreement is listed.
 */

import type { Issue } from '#domain/issue.ts'
import type { Directness, DocumentPart, ReadDocument, Refusal } from '#domain/part.ts'
import { strongerScope } from '#inventory/document-draft.ts'
import { Disagreements, type Disagreement } from './disagreements.ts'
import { identityOf, subjectIdentities } from './part-identity.ts'

export type NamedDocument = {
  /** What to call it where documents disagree. */
  readonly path: string
  readonly document: ReadDocument
}

export type MergedDocument = {
  readonly document: ReadDocument
  readonly disagreements: readonly Disagreement[]
}

/** What documents that were put together are called instead of a format. */
export const mergedFormat = 'merged'

/** The same documents in any order give the same parts; names and references are those of the first by path. */
export function mergeDocuments(documents: readonly NamedDocument[]): MergedDocument {
  const ordered = documents.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const table = new MergeTable()
  const indices = ordered.map(({ path, document }) => document.parts.map((part) => table.take(part, path)))
  const subjects = ordered.map(({ document }) => document.subject)
  const users = innerUsers(ordered, indices, table)
  const edges = new EdgeSet()
  for (const [position, { document }] of ordered.entries()) {
    const user = users[position] ?? -1
    for (const [from, to] of document.edges) {
      const used = indices[position]?.[to]
      const by = from < 0 ? user : indices[position]?.[from]
      if (used !== undefined && by !== undefined && by !== used) edges.add(by, used)
    }
    for (const [index, part] of document.parts.entries()) {
      const merged = indices[position]?.[index]
      // What a product asks for itself is reached through that product where it is a part of another one.
      if (merged !== undefined)
        table.direct(merged, user >= 0 && part.directness === 'direct' ? 'transitive' : part.directness)
    }
  }
  const outer = subjects.filter((_, position) => users[position] === -1)
  const parts = table.parts()
  const refused = ordered.flatMap(({ path, document }) => document.refused.map((refusal) => placed(refusal, path)))
  const issues = ordered.flatMap(({ path, document }) => document.issues.map((issue) => placed(issue, path)))
  return {
    document: {
      format: mergedFormat,
      specVersion: null,
      reader: 'merge',
      subject: commonSubject(outer),
      counts: {
        found: parts.length + refused.length,
        taken: parts.length,
        refused: refused.length,
        edges: edges.list.length,
        services: ordered.reduce((sum, { document }) => sum + document.counts.services, 0),
      },
      parts,
      edges: edges.list,
      refused,
      issues,
    },
    disagreements: [...subjectDisagreement(ordered, users), ...table.disagreements()],
  }
}

class EdgeSet {
  readonly list: [number, number][] = []
  private readonly keys = new Set<number>()

  add(from: number, to: number): void {
    const key = (from + 1) * 0x1_0000_0000 + to
    if (this.keys.has(key)) return
    this.keys.add(key)
    this.list.push([from, to])
  }
}

type Draft = { -readonly [Key in keyof DocumentPart]: DocumentPart[Key] }

class MergeTable {
  private readonly drafts: Draft[] = []
  private readonly indexOfIdentity = new Map<string, number>()
  private readonly refs = new Set<string>()
  private readonly disagreeing = new Disagreements()

  take(part: DocumentPart, path: string): number {
    const identity = identityOf(part)
    const known = this.indexOfIdentity.get(identity)
    const index = known ?? this.drafts.length
    if (known === undefined) {
      this.indexOfIdentity.set(identity, index)
      this.drafts.push({ ...part, ref: this.reference(part), at: `${path} ${part.at}`, directness: 'unknown' })
    } else this.join(known, part)
    this.disagreeing.see(index, part, path)
    return index
  }

  indexOf(identity: string): number | undefined {
    return this.indexOfIdentity.get(identity)
  }

  direct(index: number, directness: Directness): void {
    const draft = this.drafts[index]
    if (draft !== undefined && directnessRank[directness] > directnessRank[draft.directness])
      draft.directness = directness
  }

  parts(): readonly DocumentPart[] {
    return this.drafts
  }

  disagreements(): readonly Disagreement[] {
    return this.disagreeing.list(this.drafts)
  }

  private join(index: number, part: DocumentPart): void {
    const draft = this.drafts[index]
    if (draft === undefined) return
    draft.scope = strongerScope(draft.scope, part.scope)
    draft.licenses = united(draft.licenses, part.licenses, (license) => JSON.stringify(license))
    draft.hashes = united(draft.hashes, part.hashes, ({ algorithm, value }) => `${algorithm} ${value}`)
    if (draft.supplier === undefined && part.supplier !== undefined) draft.supplier = part.supplier
    if (draft.sourceUrl === undefined && part.sourceUrl !== undefined) draft.sourceUrl = part.sourceUrl
    if (draft.deprecation === undefined && part.deprecation !== undefined) draft.deprecation = part.deprecation
    if (draft.version === null) draft.version = part.version
  }

  /** Documents number their parts alike: a reference that is taken gives way to the package URL or to a number. */
  private reference({ ref, purl }: DocumentPart): string {
    const base = !this.refs.has(ref) || purl === null ? ref : purl
    let name = base
    for (let count = 2; this.refs.has(name); count += 1) name = `${base}#${count}`
    this.refs.add(name)
    return name
  }
}

const directnessRank: Readonly<Record<Directness, number>> = { direct: 2, transitive: 1, unknown: 0 }

function united<T>(kept: readonly T[], more: readonly T[], keyOf: (item: T) => string): readonly T[] {
  if (more.length === 0) return kept
  if (kept.length === 0) return more
  const keys = new Set(kept.map(keyOf))
  const added = more.filter((item) => !keys.has(keyOf(item)))
  return added.length === 0 ? kept : [...kept, ...added]
}

/**
 * For each document the merged part that its subject is in another document, such as a bought product with an SBOM of its
 * own: its relations begin there. -1 where the subject stands outside.
 */
function innerUsers(
  documents: readonly NamedDocument[],
  indices: readonly (readonly number[])[],
  table: MergeTable,
): readonly number[] {
  const holders = indices.map((list) => new Set(list))
  const keys = documents.map(({ document }) => (document.subject === null ? '' : subjectKey(document.subject)))
  const users = documents.map(({ document: { subject } }, position) => {
    if (subject === null) return -1
    const index = subjectIdentities(subject)
      .map((identity) => table.indexOf(identity))
      .find((found) => found !== undefined)
    if (index === undefined) return -1
    const isElsewhere = holders.some((holder, other) => keys[other] !== keys[position] && holder.has(index))
    return isElsewhere ? index : -1
  })
  // Products that are parts of one another: nobody can tell which contains which.
  return users.includes(-1) ? users : users.map(() => -1)
}

type Subject = NonNullable<ReadDocument['subject']>

function subjectKey({ name, version, purl }: Subject): string {
  return purl ?? `${name}\n${version ?? ''}`
}

function commonSubject(subjects: readonly (Subject | null)[]): Subject | null {
  const named = subjects.filter((subject) => subject !== null)
  const [first] = named
  if (first === undefined) return null
  return named.every((subject) => subjectKey(subject) === subjectKey(first)) ? first : null
}

function subjectDisagreement(documents: readonly NamedDocument[], users: readonly number[]): readonly Disagreement[] {
  const stated = documents.flatMap(({ path, document: { subject } }, position) =>
    subject === null || users[position] !== -1
      ? []
      : [{ path, value: subject.purl ?? `${subject.name}${subject.version === null ? '' : ` ${subject.version}`}` }],
  )
  const isOne = new Set(stated.map(({ value }) => value)).size < 2
  return isOne ? [] : [{ what: 'subject', part: null, stated }]
}

function placed<T extends Issue | Refusal>(trouble: T, path: string): T {
  return { ...trouble, where: trouble.where === '' ? path : `${path} ${trouble.where}` }
}
