/** Holds a document against the fields of one profile. */

import type { DocumentFacts, PartFacts } from '#domain/document-facts.ts'
import type { EvidenceId } from '#domain/evidence.ts'
import {
  aggregate,
  lift,
  observed,
  unknown,
  type Coverage,
  type Figure,
  type FigureId,
  type NamedFigure,
} from '#domain/figure.ts'
import type { ReadDocument } from '#domain/part.ts'
import { checks } from './checks.generated.ts'
import type { DocumentCheck, FieldCheck, PartCheck } from './field-check.ts'
import type { ProfileField, QualityProfile } from './profile.ts'

export type Outcome = 'met' | 'missed'

/** An entry that lacks a field; `at` is its place in the document. */
export type Example = { readonly name: string; readonly at: string }

export type FieldResult = {
  readonly field: ProfileField
  readonly of: FieldCheck['of']
  /** Unknown where the document was read without what the check needs, or where absence proves nothing. */
  readonly outcome: NamedFigure<Outcome>
  /** Parts for which the field is stated; for fields of the document 1 or 0 of 1. */
  readonly coverage: Coverage
  /** What stands in a field of the document. */
  readonly found: string | null
  readonly examples: readonly Example[]
}

export type ProfileResult = {
  readonly profile: Pick<QualityProfile, 'id' | 'version' | 'name' | 'status' | 'published' | 'source'>
  readonly fields: readonly FieldResult[]
  /** Required fields that are met, of all that are required; unknown ones count as not known. */
  readonly required: { readonly figure: NamedFigure<number>; readonly coverage: Coverage }
  /** Every required field is met. */
  readonly isMet: NamedFigure<boolean>
}

const checksById: ReadonlyMap<string, FieldCheck> = new Map(
  checks.map((check): [string, FieldCheck] => [check.id, check]),
)
const mostExamples = 3
const noFacts: PartFacts = {}

/** Fields that name no known check are left out; a test of the shipped profiles sees to it that there are none. */
export function checkProfile(document: ReadDocument, evidence: EvidenceId, profile: QualityProfile): ProfileResult {
  const fields = profile.fields.flatMap((field) => {
    const check = checksById.get(field.check)
    const id = `quality/${profile.id}/${field.id}`
    return check === undefined ? [] : [checkField(document, evidence, field, check, id)]
  })
  const required = fields.filter(({ field }) => field.need === 'required').map(({ outcome }) => outcome)
  const count = aggregate(
    { id: 'required-fields-met', version: 1 },
    required,
    'fields',
    (outcomes) => outcomes.filter((outcome) => outcome === 'met').length,
  )
  const { id, version, name, status, published, source } = profile
  return {
    profile: { id, version, name, status, published, source },
    fields,
    required: { figure: { id: `quality/${id}/required`, figure: count.figure }, coverage: count.coverage },
    isMet: { id: `quality/${id}/is-met`, figure: isMet(required) },
  }
}

/** One required field that is missed decides; otherwise one that is not known leaves it open. */
function isMet(required: readonly NamedFigure<Outcome>[]): Figure<boolean> {
  const method = { id: 'profile-met', version: 1 }
  const inputs = required.map(({ id }) => id)
  const open = required.flatMap(({ figure }) => (figure.known ? [] : [figure.why]))
  const isMissed = required.some(({ figure }) => figure.known && figure.value === 'missed')
  const known = lift(!isMissed, method, inputs)
  return !isMissed && open[0] !== undefined ? unknown(open[0], known.from) : known
}

function checkField(
  document: ReadDocument,
  evidence: EvidenceId,
  field: ProfileField,
  check: FieldCheck,
  id: FigureId,
): FieldResult {
  if (check.needsFacts && document.about === undefined) return notLooked(document, evidence, field, check, id)
  return check.of === 'document'
    ? checkDocument(document, evidence, field, check, id)
    : checkParts(document, evidence, field, check, id)
}

/** This form of the format is read without the facts that the check needs: nothing can be said. */
function notLooked(
  { parts }: ReadDocument,
  evidence: EvidenceId,
  field: ProfileField,
  check: FieldCheck,
  id: FigureId,
): FieldResult {
  const coverage =
    check.of === 'document' ? { known: 0, of: 1, unit: 'documents' } : { known: 0, of: parts.length, unit: 'parts' }
  const figure = unknown('not-collected', [{ kind: 'observed', evidence }])
  return { field, of: check.of, outcome: { id, figure }, coverage, found: null, examples: [] }
}

const emptyFacts: DocumentFacts = {
  timestamp: null,
  authors: [],
  tools: [],
  supplier: null,
  manufacturer: null,
  identity: null,
  lifecycles: [],
  dataLicense: null,
  signature: null,
  vulnerabilities: 0,
  completeness: null,
  subject: null,
  subjectRef: null,
  parts: [],
}

function checkDocument(
  document: ReadDocument,
  evidence: EvidenceId,
  field: ProfileField,
  check: DocumentCheck,
  id: FigureId,
): FieldResult {
  const found = check.find(document, document.about ?? emptyFacts, field.settings)
  const isGood = (found === null) === (check.isForbidden === true)
  const coverage = { known: isGood ? 1 : 0, of: 1, unit: 'documents' }
  return {
    field,
    of: 'document',
    outcome: { id, figure: judged(isGood, field, evidence) },
    coverage,
    found,
    examples: [],
  }
}

function checkParts(
  document: ReadDocument,
  evidence: EvidenceId,
  field: ProfileField,
  check: PartCheck,
  id: FigureId,
): FieldResult {
  const { parts, about, refused } = document
  const isStated = check.isStated(document, field.settings)
  const examples: Example[] = []
  let known = 0
  for (const [index, part] of parts.entries()) {
    if (isStated(part, about?.parts[index] ?? noFacts, index)) known += 1
    else if (examples.length < mostExamples) {
      examples.push({ name: part.version === null ? part.name : `${part.name} ${part.version}`, at: part.at })
    }
  }
  const lacking = refused.filter(({ code }) => code === check.refusedFor)
  for (const { where } of lacking.slice(0, mostExamples - examples.length)) examples.push({ name: where, at: where })
  const of = parts.length + lacking.length
  const figure =
    of === 0 ? unknown('not-applicable', [{ kind: 'observed', evidence }]) : judged(known === of, field, evidence)
  return {
    field,
    of: 'part',
    outcome: { id, figure },
    coverage: { known, of, unit: 'parts' },
    found: null,
    examples,
  }
}

/** What must be stated only where there is such a thing is never missed: the document cannot tell whether there is. */
function judged(isGood: boolean, { need }: ProfileField, evidence: EvidenceId): Figure<Outcome> {
  if (isGood) return observed('met', evidence)
  return need === 'required'
    ? observed('missed', evidence)
    : unknown('not-applicable', [{ kind: 'observed', evidence }])
}
