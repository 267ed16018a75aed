import { severities } from '#domain/finding.ts'
import type { AffectedPackage, KeptAdvisory } from './advisory.ts'
import { hashText, noText, rows, writeSections } from './pack-layout.ts'
import { ratingBases, type Rating } from './severity.ts'

type CommitOwner = {
  readonly record: number
  readonly index: number
  readonly affected: AffectedPackage
  readonly rating: number
}

/** Collects the rows of a pack; `pack-layout.ts` tells what they mean. */
export class PackWriter {
  readonly packages: number[] = []
  readonly versions: number[] = []
  readonly intervals: number[] = []
  readonly oddVersions: number[] = []
  readonly unknowns: number[] = []
  private readonly ecosystem: string
  private readonly texts = new Map<string, number>()
  private readonly records: number[] = []
  private readonly evidence: string[] = []
  private readonly aliases: number[] = []
  private readonly ratings: number[] = []
  private readonly ratingNumbers = new Map<string, number>()
  private readonly hits: number[] = []
  private readonly commits: { readonly commit: string; readonly hit: number }[] = []
  private newest: string | null = null

  constructor(ecosystem: string) {
    this.ecosystem = ecosystem
  }

  text(value: string): number {
    let number = this.texts.get(value)
    if (number === undefined) {
      number = this.texts.size
      this.texts.set(value, number)
    }
    return number
  }

  addRecord({ advisory, evidence }: KeptAdvisory): number {
    const record = this.evidence.length
    this.evidence.push(evidence)
    if (this.newest === null || this.newest < advisory.modified) this.newest = advisory.modified
    this.records.push(
      this.text(advisory.id),
      this.aliases.length,
      advisory.aliases.length,
      this.text(advisory.summary),
      advisory.published === null ? noText : this.text(advisory.published),
      this.text(advisory.modified),
      advisory.withdrawn === null ? 0 : 1,
    )
    for (const alias of advisory.aliases) this.aliases.push(this.text(alias))
    return record
  }

  addRating({ severity, score, vector, basis }: Rating): number {
    const key = `${severity} ${score} ${vector} ${basis}`
    let number = this.ratingNumbers.get(key)
    if (number === undefined) {
      number = this.ratingNumbers.size
      this.ratingNumbers.set(key, number)
      this.ratings.push(
        severities.indexOf(severity),
        score === null ? -1 : Math.round(score * 10),
        vector === null ? noText : this.text(vector),
        ratingBases.indexOf(basis),
      )
    }
    return number
  }

  addHit(owner: CommitOwner, range: number, fixed: string | null): number {
    this.hits.push(owner.record, owner.index, range, fixed === null ? noText : this.text(fixed), owner.rating)
    return this.hits.length / rows.hits - 1
  }

  /** The commits that a record itself calls affected. Others need the history of the repository. */
  addCommits(owner: CommitOwner): void {
    for (const [index, range] of owner.affected.ranges.entries()) {
      if (range.type !== 'GIT') continue
      for (const { kind, version } of range.events) {
        if ((kind !== 'introduced' && kind !== 'last_affected') || version === '0') continue
        const fixed = range.events.find((event) => event.kind === 'fixed')?.version ?? null
        this.commits.push({ commit: version.toLowerCase(), hit: this.addHit(owner, index, fixed) })
      }
    }
  }

  finish(): Uint8Array {
    this.commits.sort((a, b) => (a.commit < b.commit ? -1 : a.commit > b.commit ? 1 : a.hit - b.hit))
    const commits = this.commits.flatMap(({ commit, hit }) => [this.text(commit), hit])
    const names = this.nameTable()
    const { offsets, bytes } = encodeTexts([...this.texts.keys()])
    return writeSections({
      info: new TextEncoder().encode(JSON.stringify({ ecosystem: this.ecosystem, newest: this.newest })),
      textOffsets: bytesOf(offsets),
      textBytes: bytes,
      records: integers(this.records),
      evidence: encodeHashes(this.evidence),
      aliases: integers(this.aliases),
      ratings: integers(this.ratings),
      hits: integers(this.hits),
      packages: integers(this.packages),
      names: bytesOf(names),
      versions: integers(this.versions),
      intervals: integers(this.intervals),
      oddVersions: integers(this.oddVersions),
      unknowns: integers(this.unknowns),
      commits: integers(commits),
    })
  }

  /** Open addressing over the package names: 1 + the first package of the name, which stand together; 0 is free. */
  private nameTable(): Int32Array {
    const texts = [...this.texts.keys()]
    const count = this.packages.length / rows.packages
    const table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, count * 2))))
    const mask = table.length - 1
    let previous = -1
    for (let index = 0; index < count; index += 1) {
      const name = this.packages[index * rows.packages] ?? 0
      if (name === previous) continue
      previous = name
      let slot = hashText(texts[name] ?? '') & mask
      while (table[slot] !== 0) slot = (slot + 1) & mask
      table[slot] = index + 1
    }
    return table
  }
}

function encodeTexts(texts: readonly string[]): { readonly offsets: Int32Array; readonly bytes: Uint8Array } {
  const encoder = new TextEncoder()
  const offsets = new Int32Array(texts.length + 1)
  let bytes = new Uint8Array(Math.max(64, texts.length * 24))
  let used = 0
  for (const [index, text] of texts.entries()) {
    if (used + text.length * 3 > bytes.length) {
      const larger = new Uint8Array(Math.max(bytes.length * 2, used + text.length * 3))
      larger.set(bytes)
      bytes = larger
    }
    used += encoder.encodeInto(text, bytes.subarray(used)).written
    offsets[index + 1] = used
  }
  return { offsets, bytes: bytes.subarray(0, used) }
}

function encodeHashes(hashes: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * 32)
  for (const [index, hash] of hashes.entries()) {
    for (let at = 0; at < 32; at += 1) bytes[index * 32 + at] = Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16)
  }
  return bytes
}

function integers(values: readonly number[]): Uint8Array {
  return bytesOf(Int32Array.from(values))
}

function bytesOf(view: Int32Array): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}
