/**
 * The sbomqs 2 score of a document, so that its quality can be compared with scores published elsewhere. It follows their
 * features and weights as they are, quirks included; what this system thinks of a document stands in the profiles.
 * Source: sbomqs by Interlynk, at e9deb52; `methods.md` 7.2.
 */

import type { PartFacts } from '#domain/document-facts.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import type { DocumentPart, LicenseStatement, ReadDocument } from '#domain/part.ts'
import { hashesOf, strengthOf } from './hash-strength.ts'
import { isMoment } from './moment.ts'
import { areListed, isDeprecated, isReciprocal } from './license-marks.ts'
import {
  categoryScore,
  componentScore,
  gradeOf,
  totalScore,
  type Grade,
  type ScoredCategory,
  type ScoredFeature,
} from './sbomqs-score.ts'

export type SbomqsScore = {
  /** 0 to 10; null when the document was read without what the score needs. */
  readonly score: number | null
  readonly grade: Grade | null
  readonly categories: readonly (ScoredCategory & { readonly score: number })[]
}

/** @param followsSchema null, when nobody checked, leaves the feature out */
export function scoreSbomqs(document: ReadDocument, followsSchema: boolean | null): SbomqsScore {
  if (document.about === undefined) return { score: null, grade: null, categories: [] }
  const entries = entriesOf(document)
  const categories = [
    { id: 'identification', weight: 10, features: identification(entries) },
    { id: 'provenance', weight: 12, features: provenance(document) },
    { id: 'integrity', weight: 15, features: integrity(document, entries) },
    { id: 'completeness', weight: 12, features: completeness(document, entries) },
    { id: 'licensing', weight: 15, features: licensing(document, entries) },
    { id: 'vulnerability', weight: 10, features: vulnerability(entries) },
    { id: 'structural', weight: 8, features: structural(document, followsSchema) },
  ].map((category) => ({ ...category, score: categoryScore(category.features) }))
  const score = totalScore(categories)
  return { score, grade: gradeOf(score), categories }
}

/** A component as the score counts it; the described one of CycloneDX is one of them. */
type Entry = { readonly part: DocumentPart; readonly facts: PartFacts; readonly ref: boolean }

function entriesOf({ parts, about }: ReadDocument): readonly Entry[] {
  const entries = parts.map((part, index): Entry => {
    return { part, facts: about?.parts[index] ?? {}, ref: part.ref !== part.at }
  })
  if (about?.described === undefined) return entries
  return [{ part: about.described, facts: about.subject ?? {}, ref: about.subjectRef !== null }, ...entries]
}

function share(id: string, weight: number, entries: readonly Entry[], has: (entry: Entry) => boolean): ScoredFeature {
  return {
    id,
    weight,
    score: entries.length === 0 ? null : componentScore(entries.filter(has).length, entries.length),
  }
}

function answer(id: string, weight: number, isSo: boolean): ScoredFeature {
  return { id, weight, score: isSo ? 10 : 0 }
}

function identification(entries: readonly Entry[]): ScoredFeature[] {
  return [
    share('name', 0.4, entries, ({ part }) => part.name !== ''),
    share('version', 0.35, entries, ({ part }) => part.version !== null),
    share('local-id', 0.25, entries, ({ ref }) => ref),
  ]
}

function provenance({ about, format }: ReadDocument): ScoredFeature[] {
  const isCycloneDx = format === 'CycloneDX'
  const tools = about?.tools ?? []
  const toolScore = tools.some(({ version }) => version !== null) ? 10 : tools.length > 0 ? 5 : 0
  return [
    answer('timestamp', 0.2, isMoment(about?.timestamp ?? '')),
    answer('authors', 0.2, (about?.authors.length ?? 0) > 0),
    { id: 'tool', weight: 0.2, score: toolScore },
    answer('supplier', 0.15, isCycloneDx && about?.supplier !== null),
    answer(
      'namespace',
      0.15,
      about?.identity !== null && (!isCycloneDx || about?.identity.startsWith('urn:uuid:') === true),
    ),
    answer(
      'lifecycle',
      0.1,
      isCycloneDx && (about?.lifecycles.some((phase) => phases.has(phase.toLowerCase())) ?? false),
    ),
  ]
}

const phases: ReadonlySet<string> = new Set([
  'design',
  'pre-build',
  'build',
  'post-build',
  'operations',
  'discovery',
  'decommission',
])

/** Components with weak hashes alone count against those that have any hash at all, not against all components. */
function integrity({ about, format }: ReadDocument, entries: readonly Entry[]): ScoredFeature[] {
  let [strong, weakOnly] = [0, 0]
  for (const { part, facts } of entries) {
    // SPDX checksums are at hand twice.
    const hashes = format === 'CycloneDX' ? part.hashes : hashesOf(part, facts)
    const strengths = new Set(hashes.map(({ algorithm }) => strengthOf(algorithm)))
    if (strengths.has('strong')) strong += 1
    else if (strengths.has('weak')) weakOnly += 1
  }
  const signature = about?.signature === 'verifiable' ? 10 : about?.signature === 'without-key' ? 5 : 0
  return [
    {
      id: 'strong-checksums',
      weight: 0.5,
      score: entries.length === 0 ? null : componentScore(strong, entries.length),
    },
    {
      id: 'weak-checksums',
      weight: 0.4,
      score: entries.length === 0 ? null : componentScore(strong, strong + weakOnly),
    },
    { id: 'signature', weight: 0.1, score: format === 'CycloneDX' ? signature : null },
  ]
}

function completeness(document: ReadDocument, entries: readonly Entry[]): ScoredFeature[] {
  const { about, format } = document
  const isCycloneDx = format === 'CycloneDX'
  return [
    { id: 'dependencies', weight: 0.25, score: isCycloneDx && entries.length > 0 ? dependencies(document) : null },
    answer('declared-completeness', 0.15, isCycloneDx && about?.completeness === 'complete'),
    answer('primary-component', 0.2, about?.subjectRef !== null),
    share('source-code', 0.15, entries, ({ facts: { sourceUrl, sourceInfo } }) => {
      return isCycloneDx ? sourceUrl !== undefined : (sourceInfo ?? sourceUrl) !== undefined
    }),
    share('suppliers', 0.15, entries, ({ facts: { supplier, manufacturer } }) => {
      return isCycloneDx ? supplier?.kind === 'organization' : (supplier ?? manufacturer) !== undefined
    }),
    share(
      'purpose',
      0.1,
      entries,
      ({ facts: { purpose } }) => purpose !== undefined && (!isCycloneDx || purposes.has(purpose)),
    ),
  ]
}

/** The types of CycloneDX that count as a purpose. */
const purposes: ReadonlySet<string> = new Set([
  'application',
  'framework',
  'library',
  'container',
  'operating-system',
  'device',
  'firmware',
  'file',
])

/** Of the described component and what it uses directly, those that use something and are claimed to be complete. */
function dependencies({ about, edges, subject }: ReadDocument): number {
  if (subject === null) return 0
  const users = new Set(edges.map(([from]) => from))
  const direct = edges.filter(([from, to]) => from < 0 && users.has(to)).map(([, to]) => to)
  if (!users.has(-1)) return 0
  const relevant = [about?.subject, ...direct.map((index) => about?.parts[index])]
  return componentScore(relevant.filter((facts) => facts?.completeness === 'complete').length, relevant.length)
}

function licensing(document: ReadDocument, entries: readonly Entry[]): ScoredFeature[] {
  const concluded = entries.map(({ part }) => statements(document, part, 'concluded'))
  const declared = entries.map(({ part }) => statements(document, part, 'declared'))
  const of = entries.length
  const shareOf = (
    id: string,
    weight: number,
    lists: readonly (readonly LicenseStatement[])[],
    has: (list: readonly LicenseStatement[]) => boolean,
  ): ScoredFeature => ({ id, weight, score: of === 0 ? null : componentScore(lists.filter(has).length, of) })
  const isNone = concluded.every((list) => list.length === 0)
  const unmarked = (id: string, weight: number, isMarked: (id: string) => boolean): ScoredFeature =>
    isNone && of > 0
      ? answer(id, weight, false)
      : shareOf(id, weight, concluded, (list) => !list.some((statement) => idsOf(statement).some(isMarked)))
  const dataLicense = document.about?.dataLicense ?? null
  return [
    shareOf('licenses', 0.2, concluded, (list) => list.length > 0),
    shareOf(
      'valid',
      0.2,
      concluded,
      (list) => list.length > 0 && list.every(({ expression }) => expression !== undefined),
    ),
    shareOf(
      'listed',
      0.2,
      concluded,
      (list) => list.length > 0 && list.every((statement) => areListed(idsOf(statement))),
    ),
    unmarked('no-deprecated', 0.15, isDeprecated),
    unmarked('no-restrictive', 0.2, isReciprocal),
    shareOf('declared', 0.15, declared, (list) => list.length > 0),
    answer('data-license', 0.1, dataLicense !== null && parseLicenseExpression(dataLicense).ok),
  ]
}

/** CycloneDX before 1.6 cannot say which it is; what it states is then taken as concluded. */
function statements(
  { format, specVersion }: ReadDocument,
  part: DocumentPart,
  basis: 'declared' | 'concluded',
): readonly LicenseStatement[] {
  const stated = part.licenses.filter(({ text }) => !/^(?:NONE|NOASSERTION)$/i.test(text))
  const cannotTell = format === 'CycloneDX' && /^1\.[0-5]$/.test(specVersion ?? '')
  if (!cannotTell) return stated.filter((statement) => statement.basis === basis)
  return basis === 'declared' ? [] : stated.filter((statement) => statement.basis !== 'found')
}

function idsOf({ expression, text }: LicenseStatement): readonly string[] {
  if (expression === undefined) return [text]
  const parsed = parseLicenseExpression(expression)
  return parsed.ok ? parsed.ids : [text]
}

function vulnerability(entries: readonly Entry[]): ScoredFeature[] {
  const hasPurl = ({ part }: Entry): boolean => part.purl !== null
  const hasCpe = ({ facts }: Entry): boolean => facts.identifiers?.some(({ kind }) => kind === 'cpe') ?? false
  return [
    { ...share('purl', 0.33, entries, hasPurl), group: 'identifier' },
    { ...share('cpe', 0.33, entries, hasCpe), group: 'identifier' },
    { ...share('purl-or-cpe', 0.34, entries, (entry) => hasPurl(entry) || hasCpe(entry)), group: 'identifier' },
  ]
}

function structural({ format, specVersion }: ReadDocument, followsSchema: boolean | null): ScoredFeature[] {
  const isKnown = format === 'CycloneDX' || format === 'SPDX'
  const isSpdx3 = format === 'SPDX' && specVersion?.startsWith('3.') === true
  return [
    answer('spec', 0.3, isKnown),
    answer('version', 0.3, isKnown && specVersion !== null),
    answer('format', 0.2, isKnown),
    { id: 'schema', weight: 0.2, score: isSpdx3 ? 0 : followsSchema === null ? null : followsSchema ? 10 : 0 },
  ]
}
