/** What a document and the document that was written from it and read again say differently. */

import { parseLicenseExpression } from '#domain/license-expression.ts'
import type { DocumentPart, LicenseStatement, ReadDocument } from '#domain/part.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import type { Loss, LossKind } from '#inventory/write/target.ts'

/** Sentences, at most a few; empty when the two agree wherever `lost` does not say otherwise. */
export function differences(before: ReadDocument, after: ReadDocument, lost: readonly Loss[]): readonly string[] {
  const lostAt = lossesByPlace(lost)
  const isSpdx = after.format === 'SPDX'
  const ofDocument = lostAt('')
  const hasOwnPackage = isSpdx && (ofDocument.has('subject') || ofDocument.has('subject-as-part'))
  const found: string[] = []
  const offset = hasOwnPackage ? 1 : 0
  if (after.counts.found !== before.counts.taken + offset || after.counts.refused > 0)
    return [`${before.counts.taken} parts, read again ${JSON.stringify(after.counts)}`]
  const order = before.parts
    .map((_, index) => index)
    .sort((a, b) => byText(sortKey(before.parts[a]), sortKey(before.parts[b])) || a - b)
  const rank = new Map(order.map((index, position) => [index, position + offset]))
  for (const [position, index] of order.entries()) {
    const [was, is] = [before.parts[index], after.parts[position + offset]]
    if (was === undefined || is === undefined) continue
    for (const field of partDifferences(was, is, lostAt(was.at), isSpdx)) found.push(`${was.at} ${was.name}: ${field}`)
    if (found.length > 5) return found
  }
  found.push(...edgeDifferences(before, after, rank, hasOwnPackage))
  if (!ofDocument.has('subject')) {
    if (JSON.stringify(withVersion(after.subject)) !== JSON.stringify(withVersion(before.subject)))
      found.push(`subject ${JSON.stringify(before.subject)} is ${JSON.stringify(after.subject)}`)
  }
  return found
}

function lossesByPlace(lost: readonly Loss[]): (at: string) => ReadonlySet<LossKind> {
  const places = new Map<string, Set<LossKind>>()
  for (const { where, what } of lost) places.set(where, (places.get(where) ?? new Set()).add(what))
  return (at) => places.get(at) ?? new Set()
}

/** The order that targets promise. */
function sortKey(part: DocumentPart | undefined): string {
  return part === undefined ? '' : `${part.purl ?? `~${part.name}`}\n${part.version ?? ''}\n${part.ref}`
}

function partDifferences(
  was: DocumentPart,
  is: DocumentPart,
  lost: ReadonlySet<LossKind>,
  isSpdx: boolean,
): readonly string[] {
  const found: string[] = []
  const compare = (field: string, loss: LossKind | null, a: unknown, b: unknown): void => {
    if ((loss === null || !lost.has(loss)) && JSON.stringify(a) !== JSON.stringify(b))
      found.push(`${field} ${JSON.stringify(a)} is ${JSON.stringify(b)}`)
  }
  compare('name', null, was.name, is.name)
  compare('purl', null, was.purl, is.purl)
  if (was.version !== null || was.purl === null) compare('version', 'version', was.version, is.version)
  compare('kind', 'kind', was.kind, is.kind)
  compare('scope', 'scope', was.scope, is.scope)
  compare('directness', 'directness', was.directness, is.directness)
  compare('supplier', 'supplier', was.supplier, is.supplier)
  compare('sourceUrl', 'source-address', was.sourceUrl?.replace(/^git\+/, ''), is.sourceUrl?.replace(/^git\+/, ''))
  compare('hashes', 'hash', hashes(was, isSpdx), hashes(is, isSpdx))
  for (const basis of ['declared', 'concluded', 'found'] as const) {
    if (basis === 'found' && lost.has('license-found')) continue
    const [a, b] = [statements(was, basis, isSpdx), statements(is, basis, isSpdx)]
    const isRewritten = lost.has('license-list') || lost.has('license-reference')
    if (!isRewritten) compare(`licenses ${basis}`, null, a, b)
    else if (a.length > 0 && b.length !== 1 && b.length !== a.length) found.push(`licenses ${basis} vanished`)
  }
  return found
}

/** A version that only the package URL states is the version. */
function withVersion(subject: ReadDocument['subject']): ReadDocument['subject'] {
  if (subject?.purl === undefined || subject.purl === null || subject.version !== null) return subject
  const parsed = parsePurl(subject.purl)
  return { ...subject, version: parsed.ok ? parsed.purl.version : null }
}

/** The reader of SPDX 3 takes `sha3_256` for `256`, the word before the underscore being a profile elsewhere. */
function hashes(part: DocumentPart, isSpdx: boolean): readonly string[] {
  const texts = part.hashes.map(({ algorithm, value }) => `${algorithm} ${value}`.toLowerCase())
  return [...new Set(isSpdx ? texts.map((text) => text.replace(/^sha3-/, '')) : texts)].sort()
}

/** What statements mean; NOASSERTION says nothing in SPDX. */
function statements(part: DocumentPart, basis: LicenseStatement['basis'], isSpdx: boolean): readonly string[] {
  const texts = part.licenses.flatMap((license) => (license.basis === basis ? [meaning(license)] : []))
  return [...new Set(texts)].filter((text) => !isSpdx || text !== 'NOASSERTION').sort()
}

function meaning({ text, expression }: LicenseStatement): string {
  if (expression !== undefined) return expression
  const parsed = parseLicenseExpression(text)
  return parsed.ok ? parsed.canonical : text.trim()
}

/** Relations as positions in the written order; one from the subject to each direct part belongs to being direct. */
function edgeDifferences(
  before: ReadDocument,
  after: ReadDocument,
  rank: ReadonlyMap<number, number>,
  hasOwnPackage: boolean,
): readonly string[] {
  const text = (from: number, to: number): string => `${from} → ${to}`
  const expected = new Set(
    before.edges.flatMap(([from, to]) => (from === to ? [] : [text(rank.get(from) ?? -1, rank.get(to) ?? -1)])),
  )
  for (const [index, { directness }] of before.parts.entries())
    if (directness === 'direct') expected.add(text(-1, rank.get(index) ?? -1))
  if (hasOwnPackage) expected.add(text(-1, 0))
  const actual = new Set(after.edges.map(([from, to]) => text(from, to)))
  const missing = [...expected].filter((edge) => !actual.has(edge))
  const added = [...actual].filter((edge) => !expected.has(edge))
  if (missing.length === 0 && added.length === 0) return []
  return [
    `edges missing ${missing.length} (${missing.slice(0, 3).join(', ')}), added ${added.length} (${added.slice(0, 3).join(', ')})`,
  ]
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
