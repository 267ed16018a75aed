/**
 * Gathers what a lockfile reader takes, refuses and finds odd, and works out directness and scope from the graph when the
 * file does not state them. Package URLs are made here, so that every reader gets the same form.
 */

import { purlFor } from '#ecosystems/names.ts'
import { buildPurl, parsePurl } from '#ecosystems/purl.ts'
import type { Issue, IssueCode } from '#domain/issue.ts'
import { issue } from '#domain/issue.ts'
import type {
  Directness,
  DocumentPart,
  Hash,
  LicenseStatement,
  PartKind,
  ReadDocument,
  Refusal,
  Scope,
} from '#domain/part.ts'
import { reach } from './reach.ts'

/** An entry as a reader hands it over; what is left out is unknown, empty or follows from the rest. */
export type Entry = {
  readonly ref: string
  readonly at: string
  /** OSV's name or a package URL type; null when no package URL can be told. */
  readonly ecosystem: string | null
  readonly name: string
  /** Null when the entry has none, or one that cannot be resolved here. */
  readonly version: string | null
  /** Where version control holds exactly this code, `git+https://…@commit`; becomes the qualifier `vcs_url`. */
  readonly vcsUrl?: string | undefined
  /** Where the code was downloaded from when that is not the ecosystem's registry; becomes `download_url`. */
  readonly downloadUrl?: string | undefined
  /** Further qualifiers of the package URL, such as `classifier`. */
  readonly qualifiers?: Readonly<Record<string, string>>
  /** Set when the ecosystem alone does not give the package URL. */
  readonly purl?: string | null
  readonly kind?: PartKind
  readonly scope?: Scope
  readonly directness?: Directness
  readonly licenses?: readonly LicenseStatement[]
  readonly hashes?: readonly Hash[]
  readonly supplier?: string | undefined
  readonly sourceUrl?: string | undefined
  readonly deprecation?: string | undefined
  /** The version is there but is a range or a variable, so it is not a version. The text goes into the issue. */
  readonly range?: string | undefined
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Pairs of indices packed into one number; documents stay far below 2²⁶ entries. */
const packing = 2 ** 26

export class Collector {
  parts: Mutable<DocumentPart>[] = []
  readonly issues: Issue[] = []
  subject: ReadDocument['subject'] = null
  specVersion: string | null = null
  private readonly reader: string
  private readonly format: string
  private readonly refused: Refusal[] = []
  private edges: [number, number][] = []
  private readonly known = new Set<number>()
  private readonly optional = new Set<number>()
  private readonly roots = new Map<number, Scope>()
  private readonly refs = new Map<string, number>()

  constructor(reader: string, format: string) {
    this.reader = reader
    this.format = format
  }

  /** Takes an entry as a part and returns its index. */
  take(entry: Entry): number {
    const purl = entry.purl !== undefined ? entry.purl : purlOf(entry)
    if (entry.range !== undefined) this.odd('part-not-versioned', entry.at, entry.range)
    else if (entry.version === null) this.odd('part-without-version', entry.at, entry.name)
    if (purl === null) this.odd('part-without-purl', entry.at, entry.name)
    const part: Mutable<DocumentPart> = {
      ref: this.unique(entry.ref),
      at: entry.at,
      kind: entry.kind ?? 'software',
      purl,
      name: entry.name,
      version: entry.version,
      scope: entry.scope ?? 'unknown',
      directness: entry.directness ?? 'unknown',
      licenses: entry.licenses ?? [],
      hashes: entry.hashes ?? [],
    }
    if (entry.supplier !== undefined) part.supplier = entry.supplier
    if (entry.sourceUrl !== undefined) part.sourceUrl = entry.sourceUrl
    if (entry.deprecation !== undefined) part.deprecation = entry.deprecation
    this.parts.push(part)
    return this.parts.length - 1
  }

  /** Counts an entry that is not taken, with the reason. */
  refuse(where: string, code: IssueCode): undefined {
    this.refused.push({ where, code })
    return undefined
  }

  odd(code: IssueCode, where: string, detail?: string): undefined {
    this.issues.push(issue(code, where, detail))
    return undefined
  }

  /** `from` needs `to`; `isOptional` when it also works without it. */
  edge(from: number, to: number, isOptional = false): void {
    const key = (from + 1) * packing + to
    if (isOptional && !this.known.has(key)) this.optional.add(key)
    if (!isOptional) this.optional.delete(key)
    if (this.known.has(key)) return
    this.known.add(key)
    this.edges.push([from, to])
  }

  /** The project itself asks for the part. Asked for several times, the strongest need counts. */
  root(to: number, scope: Scope): void {
    this.edge(-1, to)
    const before = this.roots.get(to)
    if (before === undefined || need(scope) < need(before)) this.roots.set(to, scope)
    const part = this.parts[to]
    if (part !== undefined) part.directness = 'direct'
  }

  /** Everything that is not a root is transitive: for files that name all the roots. */
  settleDirectness(): void {
    for (const part of this.parts) if (part.directness !== 'direct') part.directness = 'transitive'
  }

  /** Scopes by what reaches a part from the roots: for files that state no scope. Unreached ones stay unknown. */
  settleScopes(): void {
    const isOptional = (from: number, to: number) => this.optional.has((from + 1) * packing + to)
    const scopes = reach(this.parts.length, this.edges, this.roots, isOptional)
    for (const [index, part] of this.parts.entries()) part.scope = scopes[index] ?? 'unknown'
  }

  finish(): ReadDocument {
    this.refuseNameless()
    const taken = this.parts.length
    const refused = this.refused.length
    return {
      format: this.format,
      specVersion: this.specVersion,
      reader: this.reader,
      subject: this.subject,
      counts: { found: taken + refused, taken, refused, edges: this.edges.length, services: 0 },
      parts: this.parts,
      edges: this.edges,
      refused: this.refused,
      issues: this.issues,
    }
  }

  /** Here for all formats alike: an empty key is rare, and easily overlooked by a reader. */
  private refuseNameless(): void {
    if (this.parts.every(({ name }) => name.trim() !== '')) return
    const kept: Mutable<DocumentPart>[] = []
    const indices = new Map<number, number>()
    for (const [index, part] of this.parts.entries()) {
      if (part.name.trim() === '') this.refuse(part.at, 'part-without-name')
      else indices.set(index, kept.push(part) - 1)
    }
    const edges = this.edges.flatMap(([from, to]): [number, number][] => {
      const [newFrom, newTo] = [from === -1 ? -1 : indices.get(from), indices.get(to)]
      return newFrom === undefined || newTo === undefined ? [] : [[newFrom, newTo]]
    })
    this.parts = kept
    this.edges = edges
  }

  private unique(ref: string): string {
    let times = (this.refs.get(ref) ?? 0) + 1
    let name = times === 1 ? ref : `${ref}#${times}`
    // A later entry may be called what an earlier one was renamed to.
    while (times > 1 && this.refs.has(name)) name = `${ref}#${++times}`
    this.refs.set(ref, times)
    if (times > 1) this.refs.set(name, 1)
    return name
  }
}

/** Smaller is the stronger need. */
function need(scope: Scope): number {
  return scope === 'runtime' ? 0 : scope === 'optional' ? 1 : scope === 'development' ? 2 : 3
}

function purlOf({ ecosystem, name, version, vcsUrl, downloadUrl, qualifiers: stated }: Entry): string | null {
  const purl = ecosystem === null ? null : purlFor(ecosystem, name, version)
  const qualifiers: Record<string, string> = { ...stated }
  if (downloadUrl !== undefined) qualifiers['download_url'] = downloadUrl
  if (vcsUrl !== undefined) qualifiers['vcs_url'] = vcsUrl
  if (purl === null || Object.keys(qualifiers).length === 0) return purl
  const parsed = parsePurl(purl)
  const built = parsed.ok
    ? buildPurl({ ...parsed.purl, qualifiers: { ...parsed.purl.qualifiers, ...qualifiers } })
    : undefined
  return built?.ok === true ? built.purl : purl
}
