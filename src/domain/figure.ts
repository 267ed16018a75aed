/**
 * A value that knows where it came from.
 *
 * A figure is either known, with at least one source, or unknown with a reason. Failing to find out never looks like
 * finding nothing: there is no way to make an unknown figure carry a zero.
 *
 * Only `observed`, `declared`, `assumed`, `compute` and `aggregate` make known figures.
 */

import type { EvidenceId } from './evidence.ts'
import type { PersonId } from './organization.ts'

/** `AREA/METHOD[/SUBJECT][@DATE]`, for example `value/usage-replacement/unit:harbor-authority@2026-11-22`. */
export type FigureId = string
/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string
/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type IsoTime = string
/** The id of a named, adjustable assumption, for example `A3-labor-rate`. */
export type AssumptionId = string

/** Why a figure is unknown. When several inputs are unknown the gravest reason wins; see `gravest`. */
export type UnknownReason = 'failed' | 'withheld' | 'not-collected' | 'not-applicable'

export type Source =
  | { readonly kind: 'observed'; readonly evidence: EvidenceId; readonly at?: string }
  | { readonly kind: 'declared'; readonly by: PersonId; readonly on: IsoDate; readonly note: string }
  | { readonly kind: 'assumed'; readonly assumption: AssumptionId }
  | {
      readonly kind: 'computed'
      readonly method: string
      readonly version: number
      readonly inputs: readonly FigureId[]
    }

export type Known<T> = { readonly known: true; readonly value: T; readonly from: readonly [Source, ...Source[]] }
export type Unknown = { readonly known: false; readonly why: UnknownReason; readonly from: readonly Source[] }
export type Figure<T> = Known<T> | Unknown

/** A figure under its id: what reports show, the store keeps and `explain` walks. */
export type NamedFigure<T = unknown> = { readonly id: FigureId; readonly figure: Figure<T> }

/** A named way of computing. `version` rises when the same inputs may give another result. */
export type Method = { readonly id: string; readonly version: number }

/** How much of a total is known: `known` of `of`, in the unit named (`parts`, `occurrences`, `repositories`). */
export type Coverage = { readonly known: number; readonly of: number; readonly unit: string }

/** A total that went on in spite of gaps, and says how much it covers. */
export type Aggregate<T> = { readonly figure: Figure<T>; readonly coverage: Coverage }

const gravity: readonly UnknownReason[] = ['failed', 'withheld', 'not-collected', 'not-applicable']

/** Of several reasons the gravest: failed, withheld, not-collected, not-applicable. */
export function gravest(reasons: readonly [UnknownReason, ...UnknownReason[]]): UnknownReason {
  return gravity.find((reason) => reasons.includes(reason)) ?? reasons[0]
}

/** A value read from kept evidence; `at` is a JSON pointer (`/packages/0`) or a line (`line 12`). */
export function observed<T>(value: T, evidence: EvidenceId, at?: string): Known<T> {
  return {
    known: true,
    value,
    from: [at === undefined ? { kind: 'observed', evidence } : { kind: 'observed', evidence, at }],
  }
}

/** A value a person stated, on a day, with a note. */
export function declared<T>(value: T, by: PersonId, on: IsoDate, note: string): Known<T> {
  return { known: true, value, from: [{ kind: 'declared', by, on, note }] }
}

/** A value taken from a named assumption. */
export function assumed<T>(value: T, assumption: AssumptionId): Known<T> {
  return { known: true, value, from: [{ kind: 'assumed', assumption }] }
}

/** A value nobody could give, and why. */
export function unknown(why: UnknownReason, from: readonly Source[] = []): Unknown {
  return { known: false, why, from }
}

type ValuesOf<Inputs extends readonly NamedFigure[]> = {
  [K in keyof Inputs]: Inputs[K] extends NamedFigure<infer T> ? T : never
}

/**
 * Computes a figure from figures. With an unknown input the result is unknown, for the gravest of the reasons.
 * The function may itself return `undefined` to say that the method does not apply.
 */
export function compute<const Inputs extends readonly [NamedFigure, ...NamedFigure[]], T>(
  method: Method,
  inputs: Inputs,
  fn: (...values: ValuesOf<Inputs>) => T | undefined,
): Figure<T> {
  const source = computedFrom(method, inputs)
  const reasons = inputs.flatMap(({ figure }) => (figure.known ? [] : [figure.why]))
  const [first, ...rest] = reasons
  if (first !== undefined) return unknown(gravest([first, ...rest]), [source])
  const values = inputs.map(({ figure }) => (figure as Known<unknown>).value)
  const value = fn(...(values as ValuesOf<Inputs>))
  return value === undefined ? unknown('not-applicable', [source]) : { known: true, value, from: [source] }
}

/**
 * Computes a total that may go on with gaps, and returns its coverage. When nothing at all is known the total is
 * unknown: an empty sum over unknown parts is not zero. A total over no inputs is the total of nothing, and known.
 */
export function aggregate<In, T>(
  method: Method,
  inputs: readonly NamedFigure<In>[],
  unit: string,
  fn: (known: readonly In[]) => T,
): Aggregate<T> {
  const known = inputs.flatMap(({ figure }) => (figure.known ? [figure.value] : []))
  const coverage = { known: known.length, of: inputs.length, unit }
  const source = computedFrom(method, inputs)
  if (known.length === 0 && inputs.length > 0) {
    const [first, ...rest] = inputs.flatMap(({ figure }) => (figure.known ? [] : [figure.why]))
    return { figure: unknown(gravest([first ?? 'failed', ...rest]), [source]), coverage }
  }
  return { figure: { known: true, value: fn(known), from: [source] }, coverage }
}

/**
 * Lifts a result of a hot loop (typed arrays, no figures inside) into a figure; the inputs are named, not re-read.
 * Use it where a figure per element would cost more than the figure says.
 */
export function lift<T>(value: T, method: Method, inputs: readonly FigureId[]): Known<T> {
  return { known: true, value, from: [{ kind: 'computed', method: method.id, version: method.version, inputs }] }
}

function computedFrom(method: Method, inputs: readonly NamedFigure[]): Source {
  return { kind: 'computed', method: method.id, version: method.version, inputs: inputs.map(({ id }) => id) }
}
