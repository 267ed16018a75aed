/**
 * The contract of an effort model: from lines of code to person-months, and from person-months to calendar months. One
 * file per model in `models/`; the file name is the id.
 */

export type EffortModel = {
  readonly id: string
  /** Rises when the same lines may give another effort. */
  readonly version: number
  readonly label: string
  /** In one line of notation, with the name of the model. */
  readonly formula: string
  readonly explanation: string
  /** Where the constants stand. */
  readonly source: string
  /** Person-months for physical, non-blank, non-comment lines, counted in thousands. Zero lines cost nothing. */
  readonly effort: (thousandLines: number) => number
  /** Calendar months for an effort in person-months. */
  readonly schedule: (personMonths: number) => number
}

export function defineEffortModel(model: EffortModel): EffortModel {
  return model
}

/** People at work on average: effort ÷ schedule. Zero for no effort. */
export function averageStaff(model: EffortModel, personMonths: number): number {
  return personMonths === 0 ? 0 : personMonths / model.schedule(personMonths)
}

/**
 * The effort of growth from one size to another, in person-months. Growth must not be priced in isolation: with an
 * exponent above one, ten small steps would cost less than the one step they add up to (`methods.md` 4.4).
 */
export function marginalEffort(model: EffortModel, thousandLinesBefore: number, thousandLinesAfter: number): number {
  return model.effort(thousandLinesAfter) - model.effort(thousandLinesBefore)
}
