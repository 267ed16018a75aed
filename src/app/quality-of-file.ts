/** Judges one SBOM for `sbom quality`. */

import { basename, dirname } from 'node:path'
import type { Figure } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { assessQuality, type Gap, type QualityAssessment } from '#inventory/quality/assess.ts'
import type { FieldResult } from '#inventory/quality/check-fields.ts'
import { walkFolder } from '#sources/folder.ts'
import { readSbomProfile, sbomProfileIds } from '#sources/sbom-profiles.ts'
import type { Words } from '#text/words.ts'
import { silent } from './progress.ts'
import { readDocuments, type DocumentRead } from './read-documents.ts'
import { validateFile } from './validate-file.ts'

export type { FieldResult, Gap, QualityAssessment }

export type QualityOfFile = {
  readonly file: string
  readonly format: string
  readonly specVersion: string | null
  readonly subject: { readonly name: string; readonly version: string | null } | null
  readonly counts: { readonly found: number; readonly taken: number; readonly refused: number }
  readonly assessment: QualityAssessment
}

export type QualityChoice = {
  /** All profiles that ship when absent. */
  readonly profile?: string | undefined
  /** A lockfile of the same product to compare with. */
  readonly lockfile?: string | undefined
}

/** Throws `path-missing`, `path-unreadable`, `not-recognised`, and `usage` for a profile that there is not. */
export async function qualityOfFile(path: string, choice: QualityChoice): Promise<QualityOfFile> {
  const ids = sbomProfileIds.filter((id) => choice.profile === undefined || choice.profile === id)
  if (ids.length === 0) {
    return fail({ code: 'usage', what: `--profile ${choice.profile}: known profiles are ${sbomProfileIds.join(', ')}` })
  }
  const sbom = read(path)
  const { document, evidence } = sbom
  const lockfile = choice.lockfile === undefined ? undefined : read(choice.lockfile)
  return {
    file: sbom.path,
    format: document.format,
    specVersion: document.specVersion,
    subject: document.subject,
    counts: document.counts,
    assessment: assessQuality({
      document,
      evidence,
      profiles: ids.map(readSbomProfile),
      lockfile,
      followsSchema: (await validateFile(path))?.valid ?? null,
    }),
  }
}

function read(path: string): DocumentRead {
  const folder = walkFolder(
    path,
    () => true,
    () => undefined,
  )
  const [file] = folder.files
  if (file === undefined || folder.root !== file.location)
    return fail({ code: 'path-unreadable', path, reason: 'EISDIR' })
  const { documents } = readDocuments(dirname(folder.root), [{ ...file, path: basename(folder.root) }], true, silent)
  return documents[0] ?? fail({ code: 'not-recognised', path })
}

/** The sentence that asks a supplier to close a gap. */
export function requestOf(gap: Gap, { quality }: Words): string {
  const words = quality.checks[gap.check as keyof typeof quality.checks]
  if (gap.check === 'document-format') return quality.askFormat(gap.asked ?? 'CycloneDX, SPDX')
  if (gap.check === 'document-without-vulnerabilities') return quality.askWithoutVulnerabilities
  const what = gap.asked === null ? words.ask : quality.as(words.ask, gap.asked)
  return gap.of === 'document' ? quality.askDocument(what) : quality.askParts(what, gap.missing, gap.total, gap.example)
}

export type FieldState = 'met' | 'missed' | 'in-part' | 'absent' | 'unknown'

/** What the sheet says of a field: one that need not be there is in part or absent, never missed. */
export function stateOf({ outcome: { figure }, coverage }: FieldResult): FieldState {
  if (figure.known) return figure.value
  if (figure.why !== 'not-applicable') return 'unknown'
  return coverage.known === 0 ? 'absent' : 'in-part'
}

/** The JSON of `headwater sbom quality`. */
export function qualityJson(quality: QualityOfFile, words: Words): Readonly<Record<string, unknown>> {
  const { file, format, specVersion, subject, counts, assessment } = quality
  const { profiles, purls, agreement, sbomqs, gaps } = assessment
  return {
    schemaVersion: 1,
    file,
    format,
    specVersion,
    subject: subject === null ? null : { name: subject.name, version: subject.version },
    counts: { found: counts.found, taken: counts.taken, refused: counts.refused },
    profiles: profiles.map(({ profile, fields, required, isMet }) => ({
      ...profile,
      met: known(isMet.figure),
      required: { met: known(required.figure.figure), coverage: required.coverage },
      fields: fields.map((result) => ({
        id: result.field.id,
        check: result.field.check,
        term: result.field.term,
        need: result.field.need,
        of: result.of,
        state: stateOf(result),
        coverage: result.coverage,
        found: result.found,
        examples: result.examples,
      })),
    })),
    purls: {
      valid: purls.valid,
      exact: purls.exact,
      resolved: { share: known(purls.resolved.figure.figure), coverage: purls.resolved.coverage },
      examples: purls.examples,
    },
    agreement:
      agreement === null
        ? null
        : { ...agreement, precision: known(agreement.precision.figure), recall: known(agreement.recall.figure) },
    sbomqs,
    gaps: gaps.map((gap) => ({ ...gap, request: requestOf(gap, words) })),
  }
}

function known<T>(figure: Figure<T>): T | null {
  return figure.known ? figure.value : null
}

/** Exit code: 0 judged as a whole, 3 when entries of the document could not be taken. */
export function qualityExitCode({ counts }: QualityOfFile): number {
  return counts.refused > 0 ? 3 : 0
}
