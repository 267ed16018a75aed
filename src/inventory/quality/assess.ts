/** The quality of one SBOM: which fields it has, whether its identifiers lead anywhere, whether it agrees with a lockfile. */

import type { EvidenceId } from '#domain/evidence.ts'
import { observed, type NamedFigure } from '#domain/figure.ts'
import type { ReadDocument } from '#domain/part.ts'
import { compareWithLockfile, type Agreement } from './agreement.ts'
import { checkProfile, type FieldResult, type ProfileResult } from './check-fields.ts'
import type { QualityProfile } from './profile.ts'
import { purlQuality, type PurlQuality } from './purl-quality.ts'
import { scoreSbomqs, type SbomqsScore } from './sbomqs.ts'

export type QualityInput = {
  readonly document: ReadDocument
  readonly evidence: EvidenceId
  readonly profiles: readonly QualityProfile[]
  /** A lockfile of the same product. */
  readonly lockfile?: { readonly document: ReadDocument; readonly evidence: EvidenceId } | undefined
  /** Whether the document follows the schema of its format; null when nobody checked. */
  readonly followsSchema: boolean | null
  /** What registries said about package URLs, where they were asked. */
  readonly resolved?: ReadonlyMap<string, boolean> | undefined
}

/** A gap that a supplier can close, gravest first and each field once over all profiles. */
export type Gap = {
  readonly check: string
  readonly of: FieldResult['of']
  /** Profiles that require the field. */
  readonly profiles: readonly string[]
  readonly missing: number
  readonly total: number
  readonly example: string | null
  /** What the settings of the strictest profile ask for: `SHA-512`, `CycloneDX 1.6, SPDX 3.0.1`. */
  readonly asked: string | null
}

export type QualityAssessment = {
  readonly parts: NamedFigure<number>
  readonly profiles: readonly ProfileResult[]
  readonly purls: PurlQuality
  readonly agreement: Agreement | null
  readonly sbomqs: SbomqsScore
  readonly gaps: readonly Gap[]
}

export function assessQuality(input: QualityInput): QualityAssessment {
  const { document, evidence, lockfile } = input
  const profiles = input.profiles.map((profile) => checkProfile(document, evidence, profile))
  return {
    parts: { id: 'quality/parts', figure: observed(document.parts.length, evidence) },
    profiles,
    purls: purlQuality(document, evidence, input.resolved),
    agreement: lockfile === undefined ? null : compareWithLockfile({ document, evidence }, lockfile),
    sbomqs: scoreSbomqs(document, input.followsSchema),
    gaps: gapsOf(profiles),
  }
}

/** Missed required fields. Where profiles ask for the same with different strength, the one with most missing speaks. */
function gapsOf(profiles: readonly ProfileResult[]): Gap[] {
  const gaps = new Map<string, Gap>()
  for (const { profile, fields } of profiles) {
    for (const { field, of, outcome, coverage, examples } of fields) {
      if (field.need !== 'required' || !outcome.figure.known || outcome.figure.value === 'met') continue
      const known = gaps.get(field.check)
      const missing = coverage.of - coverage.known
      const isWider = known === undefined || missing > known.missing
      const example = isWider ? (examples[0]?.name ?? null) : known.example
      gaps.set(field.check, {
        check: field.check,
        of,
        profiles: [...(known?.profiles ?? []), profile.id],
        missing: isWider ? missing : known.missing,
        total: isWider ? coverage.of : known.total,
        example,
        asked: askedOf(field.settings) ?? known?.asked ?? null,
      })
    }
  }
  return [...gaps.values()].sort((a, b) => b.profiles.length - a.profiles.length || (a.check < b.check ? -1 : 1))
}

function askedOf({ algorithms, bases, formats }: FieldResult['field']['settings']): string | null {
  if (algorithms !== undefined) return algorithms.join(', ')
  if (bases !== undefined) return bases.join(', ')
  if (formats === undefined) return null
  return Object.entries(formats)
    .map(([format, version]) => `${format} ${version}`)
    .join(', ')
}
