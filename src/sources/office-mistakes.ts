/** What a schema cannot see in the files of an office: names that nothing carries, values that do not fit, overlaps. */

import type { MaturityModel, ValueUnit } from '#domain/maturity-model.ts'
import { answerEnd, type Office, type OfficeAnswer, type OfficeRecord } from '#domain/office.ts'
import type { Organization } from '#domain/organization.ts'
import type { YamlPath } from './yaml-file.ts'

export type OfficeMistake = { readonly path: YamlPath; readonly what: string }

type Context = { readonly model: MaturityModel; readonly organization: Organization }

/** The first mistake of a file, beside what other files say. */
export function officeMistake(read: Office, others: Office, context: Context): OfficeMistake | undefined {
  return (
    unknownName(read, context) ??
    first(read.records, 'records', (record) => recordMistake(record, context)) ??
    first(read.records, 'records', (record, at) =>
      recordOverlap(record, [...others.records, ...read.records.slice(0, at)], context),
    ) ??
    first(read.answers, 'answers', (answer, at) =>
      answerMistake(answer, [...others.answers, ...read.answers.slice(0, at)]),
    ) ??
    first(read.targets, 'targets', (target, at) => {
      const before = [...others.targets, ...read.targets.slice(0, at)]
      if (before.some((other) => other.unit === target.unit && other.function === target.function))
        return { path: ['function'], what: 'this unit has a target for this function already' }
      const highest = highestLevel(context.model, target.function)
      return target.level > highest
        ? {
            path: ['level'],
            what: `no indicator of ${target.function} evidences level ${target.level}; the highest is ${highest}`,
          }
        : undefined
    }) ??
    first(read.exemptions, 'notApplicable', (one, at) => {
      const before = [...others.exemptions, ...read.exemptions.slice(0, at)]
      return before.some(({ indicator, unit }) => indicator === one.indicator && unit === one.unit)
        ? { path: ['indicator'], what: `"${one.indicator}" is said not to apply to this unit already` }
        : undefined
    })
  )
}

function first<T>(
  entries: readonly T[],
  list: string,
  mistakeOf: (entry: T, at: number) => OfficeMistake | undefined,
): OfficeMistake | undefined {
  for (const [at, entry] of entries.entries()) {
    const mistake = mistakeOf(entry, at)
    if (mistake !== undefined) return { path: [list, at, ...mistake.path], what: mistake.what }
  }
  return undefined
}

function unknownName(read: Office, { model, organization }: Context): OfficeMistake | undefined {
  const known = {
    'indicator has': new Set(model.indicators.map(({ id }) => id)),
    'kind of record has': new Set(model.recordKinds.map(({ id }) => id)),
    'question has': new Set(model.questions.map(({ id }) => id)),
    'unit of organization.yaml has': new Set(organization.units.map(({ id }) => id)),
    'person of organization.yaml has': new Set(organization.people.map(({ id }) => id)),
  }
  type Mention = { readonly path: YamlPath; readonly of: keyof typeof known; readonly name: string | null }
  const at = (list: string, index: number, key: string, of: keyof typeof known, name: string | null): Mention => ({
    path: [list, index, key],
    of,
    name,
  })
  const mentions: readonly Mention[] = [
    ...read.records.flatMap(({ kind, indicators, unit, by }, index) => [
      at('records', index, 'kind', 'kind of record has', kind),
      ...indicators.map((name, place): Mention => {
        return { path: ['records', index, 'indicators', place], of: 'indicator has', name }
      }),
      at('records', index, 'unit', 'unit of organization.yaml has', unit),
      at('records', index, 'by', 'person of organization.yaml has', by),
    ]),
    ...read.answers.flatMap(({ question, unit, by }, index) => [
      at('answers', index, 'question', 'question has', question),
      at('answers', index, 'unit', 'unit of organization.yaml has', unit),
      at('answers', index, 'by', 'person of organization.yaml has', by),
    ]),
    ...read.targets.map(({ unit }, index) => at('targets', index, 'unit', 'unit of organization.yaml has', unit)),
    ...read.exemptions.flatMap(({ indicator, unit, by }, index) => [
      at('notApplicable', index, 'indicator', 'indicator has', indicator),
      at('notApplicable', index, 'unit', 'unit of organization.yaml has', unit),
      at('notApplicable', index, 'by', 'person of organization.yaml has', by),
    ]),
  ]
  const wrong = mentions.find(({ of, name }) => name !== null && !known[of].has(name))
  return wrong && { path: wrong.path, what: `names "${wrong.name}", and no ${wrong.of} that id` }
}

function recordMistake(record: OfficeRecord, { model }: Context): OfficeMistake | undefined {
  const { on, reviewedOn, validUntil, basis } = record
  if (reviewedOn !== null && reviewedOn < on) return { path: ['reviewedOn'], what: 'lies before "on"' }
  if (validUntil !== null && validUntil < on) return { path: ['validUntil'], what: 'lies before "on"' }
  if (basis === 'attestation' && validUntil === null)
    return { path: ['validUntil'], what: '"validUntil" is missing; what a person attests has an end' }
  const kind = model.recordKinds.find(({ id }) => id === record.kind)
  const units: readonly (ValueUnit | 'none')[] = [
    ...(kind === undefined ? [] : [kind.value]),
    ...model.indicators.filter(({ id }) => record.indicators.includes(id)).map(({ pass }) => pass.unit),
  ]
  if (new Set(units.map((unit) => (unit === 'yes' ? 'none' : unit))).size > 1)
    return { path: ['indicators'], what: 'name indicators with values of another kind; write a record for each' }
  return valueMistake(record.value, units[0] ?? 'none')
}

function valueMistake(value: OfficeRecord['value'], unit: ValueUnit | 'none'): OfficeMistake | undefined {
  const wrong = (what: string): OfficeMistake => ({
    path: ['value'],
    what: `${value === null ? '"value" is missing; it ' : ''}must be ${what}`,
  })
  switch (unit) {
    case 'none':
    case 'yes':
      return typeof value === 'number' ? wrong('true or false, or left out') : undefined
    case 'share':
      return typeof value === 'number' && value >= 0 && value <= 1 ? undefined : wrong('a share between 0 and 1')
    case 'count':
      return isAmount(value) ? undefined : wrong('a number of at least 0')
    case 'days':
    case 'minutes':
      return isAmount(value) ? undefined : wrong(`a number of ${unit}, at least 0`)
    case 'years':
      return typeof value === 'number' ? undefined : wrong('a number of years')
  }
}

function isAmount(value: OfficeRecord['value']): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

/** Only one policy is in force at a time; memberships and the like may stand side by side. */
function recordOverlap(
  record: OfficeRecord,
  before: readonly OfficeRecord[],
  { model }: Context,
): OfficeMistake | undefined {
  if (before.some(({ id }) => id === record.id)) return { path: ['id'], what: 'is used twice among the records' }
  const reach = model.recordKinds.find(({ id }) => id === record.kind)?.reach
  if (reach === 'up') return undefined
  const other = before.find(
    (one) =>
      one.unit === record.unit &&
      (record.kind === null
        ? one.kind === null && one.indicators.some((name) => record.indicators.includes(name))
        : one.kind === record.kind) &&
      overlap(one, record),
  )
  return (
    other && {
      path: ['on'],
      what: `overlaps in time with "${other.id}", which is about the same subject and unit; end that one with "validUntil"`,
    }
  )
}

/** Without a stated end a newer record ends an older one. */
function overlap(a: OfficeRecord, b: OfficeRecord): boolean {
  const [earlier, later] = a.on <= b.on ? [a, b] : [b, a]
  return later.on <= (earlier.validUntil ?? earlier.reviewedOn ?? earlier.on)
}

function answerMistake(answer: OfficeAnswer, before: readonly OfficeAnswer[]): OfficeMistake | undefined {
  if (answer.answer === 'always' && answer.proof === null)
    return { path: ['proof'], what: '"proof" is missing; an "always" comes with an address that proves it' }
  const other = before.find(
    (one) =>
      one.question === answer.question &&
      one.unit === answer.unit &&
      one.by === answer.by &&
      one.on <= answerEnd(answer) &&
      answer.on <= answerEnd(one),
  )
  return (
    other && {
      path: ['on'],
      what: `overlaps in time with what ${answer.by} answered on ${other.on}, which counts until ${answerEnd(other)}; change that answer instead`,
    }
  )
}

function highestLevel({ indicators }: MaturityModel, of: string | null): number {
  return Math.max(0, ...indicators.flatMap((one) => (of === null || one.function === of ? [one.level ?? 0] : [])))
}
