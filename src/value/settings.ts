/** What the assumptions come to: read from what the organization states and what is tried out, checked, and ready to act. */

import {
  valueAssumptionIds,
  type AssumptionValue,
  type ValueAssumption,
  type ValueAssumptionId,
} from '#domain/assessment/value.ts'
import type { AssumptionSetting, LaborRate, Organization } from '#domain/organization.ts'
import type { Problem } from '#domain/problem.ts'
import { models } from '#value/models.generated.ts'
import { bandNames, type AssumptionDefinition, type Banded, type Takes } from './assumption.ts'
import { assumptions as definitions, defaultLaborRate } from './assumptions.ts'
import { customConstants } from './custom-model.ts'

/** One band: how the total is read there. */
export type Reading = {
  readonly size: 'deduplicated' | 'raw'
  /** Person-months for thousands of lines, the adjustment included. */
  readonly effort: (thousandLines: number) => number
  readonly wageFactor: number
  readonly scope: 'runtime' | 'runtime-and-optional' | 'all'
  /** Share that counts of a package above `largeLines` that comes through others only. */
  readonly use: number
  readonly largeLines: number
  /** Share that counts of a package in bought products only. */
  readonly bought: number
  readonly lifetimeYears: number
  readonly maintenanceShare: number
}

export type ValueSettings = Banded<Reading>

/** What cannot be taken, with its place among what was given. */
export type AssumptionMistake = {
  readonly origin: 'stated' | 'what-if'
  /** Position in the list it was given in. */
  readonly index: number
  readonly field: 'id' | 'value' | keyof Banded<unknown>
  readonly what: string
}

export type ReadAssumptions =
  | { readonly ok: true; readonly assumptions: readonly ValueAssumption[]; readonly settings: ValueSettings }
  | { readonly ok: false; readonly mistakes: readonly [AssumptionMistake, ...AssumptionMistake[]] }

/**
 * Reads A1–A8 and the two of the annual figures. Later settings win over earlier ones, what is tried out over what is
 * stated. Ids that do not look like ours are another area's when stated, and mistakes when tried out here.
 */
export function readAssumptions(
  rate: LaborRate,
  stated: readonly AssumptionSetting[] = [],
  whatIf: readonly AssumptionSetting[] = [],
): ReadAssumptions {
  const mistakes: AssumptionMistake[] = []
  const touched = new Map<ValueAssumptionId, Omit<AssumptionMistake, 'what'>>()
  const read = new Map(definitions.map((definition) => [definition.id, byDefault(definition, rate)]))
  for (const [origin, list] of [
    ['stated', stated],
    ['what-if', whatIf],
  ] as const) {
    for (const [index, setting] of list.entries()) {
      const definition = definitionOf(setting.id)
      if (definition === undefined) {
        if (origin === 'what-if' || /^A\d/i.test(setting.id))
          mistakes.push({ origin, index, field: 'id', what: unknownId(setting.id) })
        continue
      }
      const before = read.get(definition.id) ?? byDefault(definition, rate)
      const outcome = apply(definition, before, setting, rate, origin)
      if ('what' in outcome) mistakes.push({ origin, index, ...outcome })
      else {
        read.set(definition.id, outcome)
        touched.set(definition.id, { origin, index, field: fieldOf(setting) })
      }
    }
  }
  for (const { id, takes } of definitions) {
    const [values, place] = [read.get(id)?.values, touched.get(id)]
    const reversed = values === undefined ? undefined : firstReversed(takes, values)
    if (place !== undefined && reversed !== undefined) mistakes.push({ ...place, what: `${id}: ${reversed}` })
  }
  const [first, ...others] = mistakes
  if (first !== undefined) return { ok: false, mistakes: [first, ...others] }
  const assumptions = [...read.values()]
  return { ok: true, assumptions, settings: settingsOf(assumptions) }
}

/** What an organization states about the usage value and cannot be, for a word before long work; undefined when all is well. */
export function assumptionProblem({ laborRate, stated }: Organization): Problem | undefined {
  const read = readAssumptions(laborRate, stated.assumptions)
  return read.ok ? undefined : problemOfMistake(read.mistakes[0])
}

/** The settings without any change. */
export function defaultSettings(rate: LaborRate = defaultLaborRate()): ValueSettings {
  return settingsOf(definitions.map((definition) => byDefault(definition, rate)))
}

/** One reading with values of any band, for the total that is asked what moves it. */
export function readingOf(values: ReadonlyMap<ValueAssumptionId, AssumptionValue>): Reading {
  const text = (id: ValueAssumptionId) => String(values.get(id))
  const number = (id: ValueAssumptionId) => Number(values.get(id))
  const model = effortOf(text('A2-model'))
  const adjustment = number('A2-eaf')
  return {
    size: text('A1-size') as Reading['size'],
    effort: (thousandLines) => adjustment * model(thousandLines),
    wageFactor: number('A3-labor-rate'),
    scope: text('A4-scope') as Reading['scope'],
    use: number('A5-use'),
    largeLines: number('A5-large-lines'),
    bought: number('A8-bought-products'),
    lifetimeYears: number('lifetime'),
    maintenanceShare: number('maintenance-share'),
  }
}

export function valuesOfBand(
  assumptions: readonly ValueAssumption[],
  band: keyof Banded<unknown>,
): Map<ValueAssumptionId, AssumptionValue> {
  return new Map(assumptions.map(({ id, values }) => [id, values[band]]))
}

/** The problem that the edge throws: a place in the organization's file, or the option that was given. */
export function problemOfMistake({ origin, index, field, what }: AssumptionMistake): Problem {
  return origin === 'stated'
    ? { code: 'config-invalid', file: 'organization.yaml', where: `assumptions[${index}].${field}`, what }
    : { code: 'usage', what: `--assume: ${what}` }
}

/** Ids may be given without their name: `A2` is `A2-model`. */
export function assumptionIdOf(text: string): ValueAssumptionId | undefined {
  const wanted = text.toLowerCase()
  return valueAssumptionIds.find((id) => id.toLowerCase() === wanted || id.toLowerCase().startsWith(`${wanted}-`))
}

function definitionOf(id: string): AssumptionDefinition | undefined {
  const known = assumptionIdOf(id)
  return definitions.find((definition) => definition.id === known)
}

function unknownId(id: string): string {
  return `"${id}" is not an assumption of the usage value; there are ${valueAssumptionIds.join(', ')}`
}

function settingsOf(assumptions: readonly ValueAssumption[]): ValueSettings {
  return {
    low: readingOf(valuesOfBand(assumptions, 'low')),
    central: readingOf(valuesOfBand(assumptions, 'central')),
    high: readingOf(valuesOfBand(assumptions, 'high')),
  }
}

function effortOf(model: string): (thousandLines: number) => number {
  const own = customConstants(model)
  if (own !== undefined) return (thousandLines) => own.a * thousandLines ** own.b
  return models.find(({ id }) => id === model)?.effort ?? models[0].effort
}

function byDefault(definition: AssumptionDefinition, rate: LaborRate): ValueAssumption {
  const isRate = definition.id === 'A3-labor-rate'
  return told(definition, definition.defaults(rate), rate, {
    source: isRate ? `${rate.source} (as of ${rate.asOf})` : definition.source,
    isDefault: definition.isDefault(rate),
    basis: isRate && rate.basis === 'organization' ? 'stated' : 'default',
  })
}

function told(
  { id, label, tell }: AssumptionDefinition,
  values: Banded<AssumptionValue>,
  rate: LaborRate,
  about: Pick<ValueAssumption, 'source' | 'isDefault' | 'basis'>,
): ValueAssumption {
  return {
    id,
    label,
    low: tell(values.low, rate),
    central: tell(values.central, rate),
    high: tell(values.high, rate),
    values,
    ...about,
  }
}

/** A `value` for all bands arrives as the same in each. */
function fieldOf({ low, central, high }: AssumptionSetting): AssumptionMistake['field'] {
  if (low !== null && low === central && low === high) return 'value'
  return low !== null ? 'low' : central !== null ? 'central' : 'high'
}

type Refused = Pick<AssumptionMistake, 'field' | 'what'>

function apply(
  definition: AssumptionDefinition,
  before: ValueAssumption,
  setting: AssumptionSetting,
  rate: LaborRate,
  basis: 'stated' | 'what-if',
): ValueAssumption | Refused {
  const values = { ...before.values }
  for (const band of bandNames) {
    const given = setting[band]
    if (given === null) continue
    const taken = take(definition, given, rate)
    if ('what' in taken) return { field: fieldOf(setting) === 'value' ? 'value' : band, what: taken.what }
    values[band] = taken.value
  }
  return told(definition, values, rate, { source: setting.source, isDefault: false, basis })
}

function take(
  { id, takes }: AssumptionDefinition,
  given: number | string,
  rate: LaborRate,
): { readonly value: AssumptionValue } | { readonly what: string } {
  const text = String(given).trim()
  switch (takes.kind) {
    case 'word':
      return takes.words.includes(text)
        ? { value: text }
        : { what: `${id} takes ${takes.words.join(', ')}; not "${text}"` }
    case 'model': {
      const ids = models.map((model) => model.id)
      if (ids.some((known) => known === text)) return { value: text }
      if (customConstants(text) !== undefined) return { value: text.replaceAll(' ', '') }
      return {
        what: `${id} takes ${ids.join(', ')}, or custom:a,b for a · KSLOC^b with a above 0 and b up to 3; not "${text}"`,
      }
    }
    case 'fixed':
      return text === takes.value
        ? { value: text }
        : { what: `${id} is fixed at ${takes.value} and not "${text}": ${takes.reason}` }
    case 'number': {
      const number = typeof given === 'number' ? given : text === '' ? Number.NaN : Number(text)
      const range = `${takes.what} from ${takes.least} to ${takes.most}`
      if (Number.isNaN(number))
        return /[$€£¥]|\b[A-Z]{3}\b/.test(text)
          ? {
              what: `${id} takes ${range} and no amount of money ("${text}"); amounts stand in laborRate, in ${rate.currency}`,
            }
          : { what: `${id} takes ${range}; not "${text}"` }
      if (number < 0) return { what: `${id} takes ${range}; ${number} is negative` }
      return number >= takes.least && number <= takes.most
        ? { value: number }
        : { what: `${id} takes ${range}; not ${number}` }
    }
  }
}

/** Bands that would change places make a range that cannot be read. */
function firstReversed(takes: Takes, { low, central, high }: Banded<AssumptionValue>): string | undefined {
  if (takes.kind === 'model' || takes.kind === 'fixed') return undefined
  const rank = (value: AssumptionValue) =>
    takes.kind === 'word' ? takes.words.indexOf(String(value)) : Number(value) * (takes.rises ? 1 : -1)
  const side = takes.kind === 'number' && !takes.rises ? 'below' : 'above'
  if (rank(low) > rank(central)) return `the low reading ${low} lies ${side} the central one, ${central}`
  return rank(central) > rank(high) ? `the central reading ${central} lies ${side} the high one, ${high}` : undefined
}
