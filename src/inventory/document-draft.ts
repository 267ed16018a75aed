/**
 * A document while it is being read. It counts what it finds, so that found = taken + refused holds by construction, gives
 * every part a reference of its own, and turns relations by reference into edges by index.
 */

import { issue, type Issue, type IssueCode } from '#domain/issue.ts'
import type { AboutDocument, DocumentPart, Directness, ReadDocument, Refusal, Scope } from '#domain/part.ts'

/** Beyond this many issues of one code the rest is only counted by its absence: the first ones show what is wrong. */
const mostIssuesPerCode = 10_000

/** The described subject's index in edges. */
export const subjectIndex = -1

export type DraftPart = { -readonly [Key in keyof DocumentPart]: DocumentPart[Key] }

export class DocumentDraft {
  readonly parts: DraftPart[] = []
  subject: ReadDocument['subject'] = null
  services = 0
  about: AboutDocument | undefined
  private readonly reader: string
  private readonly format: string
  private readonly specVersion: string | null
  private readonly refused: Refusal[] = []
  private readonly issues: Issue[] = []
  private readonly issueCounts = new Map<IssueCode, number>()
  private readonly indexOfRef = new Map<string, number>()
  private readonly otherRefs = new Set<string>()
  private readonly edgeKeys = new Map<number, number>()
  private readonly edges: [number, number][] = []

  constructor(reader: string, format: string, specVersion: string | null) {
    this.reader = reader
    this.format = format
    this.specVersion = specVersion
  }

  odd(code: IssueCode, where: string, detail?: string): void {
    const count = this.issueCounts.get(code) ?? 0
    this.issueCounts.set(code, count + 1)
    if (count < mostIssuesPerCode) this.issues.push(issue(code, where, detail))
  }

  add(issues: readonly Issue[]): void {
    for (const { code, where, detail } of issues) this.odd(code, where, detail)
  }

  /** Counts an entry that cannot be a part. */
  refuse(where: string, code: IssueCode): void {
    this.refused.push({ where, code })
  }

  /** Takes a part; one whose reference is absent or already in use is named by its place. */
  take(part: DraftPart): number {
    const index = this.parts.length
    if (part.ref === '') part.ref = part.at
    else if (this.indexOfRef.has(part.ref)) {
      this.odd('duplicate-reference', part.at, part.ref)
      part.ref = part.at
    }
    if (!this.indexOfRef.has(part.ref)) this.indexOfRef.set(part.ref, index)
    this.parts.push(part)
    return index
  }

  /** A reference that is in the document and is no part: the subject itself has index -1, others are known only. */
  know(ref: string): void {
    this.otherRefs.add(ref)
  }

  isKnown(ref: string): boolean {
    return this.otherRefs.has(ref)
  }

  indexOf(ref: string): number | undefined {
    return this.indexOfRef.get(ref)
  }

  nameSubject(ref: string): void {
    if (ref !== '' && !this.indexOfRef.has(ref)) this.indexOfRef.set(ref, subjectIndex)
  }

  /** @returns the position among the edges; the same pair again gives the same position */
  link(from: number, to: number): number | undefined {
    if (to === subjectIndex || from === to) return undefined
    const key = (from + 1) * 0x1_0000_0000 + to
    const known = this.edgeKeys.get(key)
    if (known !== undefined) return known
    const position = this.edges.length
    this.edgeKeys.set(key, position)
    this.edges.push([from, to])
    return position
  }

  finish(): ReadDocument {
    assignDirectness(this.parts, this.edges)
    return {
      format: this.format,
      specVersion: this.specVersion,
      reader: this.reader,
      subject: this.subject,
      counts: {
        found: this.parts.length + this.refused.length,
        taken: this.parts.length,
        refused: this.refused.length,
        edges: this.edges.length,
        services: this.services,
      },
      parts: this.parts,
      edges: this.edges,
      refused: this.refused,
      issues: this.issues,
      ...(this.about === undefined ? {} : { about: this.about }),
    }
  }
}

/** Edges from the subject make direct, what can be reached further is transitive, the rest stays unknown. */
function assignDirectness(
  parts: readonly { directness: Directness }[],
  edges: readonly (readonly [number, number])[],
): void {
  const { first, next } = outgoing(parts.length, edges)
  const queue: number[] = []
  const reached = new Uint8Array(parts.length)
  visit(subjectIndex, 'direct')
  for (let head = 0; head < queue.length; head += 1) visit(queue[head] ?? 0, 'transitive')

  function visit(from: number, directness: Directness): void {
    for (let edge = first[from + 1] ?? -1; edge !== -1; edge = next[edge] ?? -1) {
      const to = edges[edge]?.[1] ?? 0
      const part = parts[to]
      if (part === undefined || reached[to] === 1) continue
      reached[to] = 1
      part.directness = directness
      queue.push(to)
    }
  }
}

/** Linked lists of edges by their beginning, shifted by one for the subject. */
function outgoing(
  count: number,
  edges: readonly (readonly [number, number])[],
): { readonly first: Int32Array; readonly next: Int32Array } {
  const first = new Int32Array(count + 1).fill(-1)
  const next = new Int32Array(edges.length)
  for (let edge = edges.length - 1; edge >= 0; edge -= 1) {
    const from = (edges[edge]?.[0] ?? 0) + 1
    next[edge] = first[from] ?? -1
    first[from] = edge
  }
  return { first, next }
}

/** Of two statements about the same part the one that needs it more; `unknown` says nothing. */
export function strongerScope(a: Scope, b: Scope): Scope {
  return strength[a] >= strength[b] ? a : b
}

const strength: Readonly<Record<Scope, number>> = { runtime: 3, optional: 2, development: 1, unknown: 0 }
