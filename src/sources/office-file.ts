/**
 * Reads what an office holds and says. What a person wrote wrong is refused with file and line, never guessed: an id that
 * nothing carries, a value of the wrong type, two statements about the same thing at the same time.
 */

import type { EvidenceId } from '#domain/evidence.ts'
import type { LevelNumber, MaturityModel } from '#domain/maturity-model.ts'
import type { Office } from '#domain/office.ts'
import type { Organization } from '#domain/organization.ts'
import { officeMistake } from './office-mistakes.ts'
import { officeSchema, type OfficeText } from './office-schema.ts'
import { openYaml, type ConfigProblem } from './yaml-file.ts'

/** @param name as the person knows the file; it stands in the problem */
export type OfficeFile = { readonly name: string; readonly bytes: Uint8Array; readonly evidence: EvidenceId }

/** The names that entries may carry. */
export type OfficeContext = { readonly model: MaturityModel; readonly organization: Organization }

export type OfficeRead =
  | { readonly ok: true; readonly office: Office }
  | { readonly ok: false; readonly problem: ConfigProblem }

/**
 * @param files in the order in which they are read; a mistake between two files stands in the later one
 * @param held what other files say already; entries must not contradict it
 */
export function readOfficeFiles(
  files: readonly OfficeFile[],
  context: OfficeContext,
  held: Office = { records: [], answers: [], targets: [], exemptions: [] },
): OfficeRead {
  let all = held
  for (const file of files) {
    const opened = openYaml(file.bytes, file.name, officeSchema)
    if (!opened.ok) return opened
    const read = officeOf(opened.value, file.evidence)
    const mistake = officeMistake(read, all, context)
    if (mistake !== undefined) return { ok: false, problem: opened.problemAt(mistake.path, mistake.what) }
    all = {
      records: [...all.records, ...read.records],
      answers: [...all.answers, ...read.answers],
      targets: [...all.targets, ...read.targets],
      exemptions: [...all.exemptions, ...read.exemptions],
    }
  }
  return {
    ok: true,
    office: {
      records: all.records.slice(held.records.length),
      answers: all.answers.slice(held.answers.length),
      targets: all.targets.slice(held.targets.length),
      exemptions: all.exemptions.slice(held.exemptions.length),
    },
  }
}

function officeOf(text: OfficeText, evidence: EvidenceId): Office {
  return {
    records: (text.records ?? []).map((one, index) => ({
      id: one.id,
      kind: one.kind ?? null,
      indicators: one.indicators ?? [],
      basis: one.basis ?? 'document',
      unit: one.unit ?? null,
      title: one.title,
      link: one.link ?? null,
      by: one.by,
      on: one.on,
      validUntil: one.validUntil ?? null,
      reviewedOn: one.reviewedOn ?? null,
      value: one.value ?? null,
      evidence,
      at: `/records/${index}`,
    })),
    answers: (text.answers ?? []).map((one, index) => ({
      question: one.question,
      unit: one.unit ?? null,
      by: one.by,
      role: one.role,
      on: one.on,
      answer: one.answer,
      note: one.note ?? null,
      proof: one.proof ?? null,
      evidence,
      at: `/answers/${index}`,
    })),
    targets: (text.targets ?? []).map((one, index) => ({
      unit: one.unit ?? null,
      function: one.function ?? null,
      // The schema lets no other number through.
      level: one.level as LevelNumber,
      until: one.until ?? null,
      evidence,
      at: `/targets/${index}`,
    })),
    exemptions: (text.notApplicable ?? []).map((one, index) => ({
      indicator: one.indicator,
      unit: one.unit ?? null,
      reason: one.reason,
      by: one.by,
      on: one.on,
      evidence,
      at: `/notApplicable/${index}`,
    })),
  }
}
