/**
 * What kind of organization it is: which thresholds are usual, which scenarios are no question there, which reasons come first,
 * what is asked first, and how things are called. One file each in `profiles`. Never a figure changes by it.
 */

import type { ReasonId } from '#domain/assessment/advice.ts'
import type { LocalText } from '#domain/maturity-model.ts'
import { labelIds, type LabelId, type LabelSet, type Profile } from '#domain/profile.ts'
import type { ScenarioLimitId } from './scenarios/assumptions.ts'

export type ProfileDefinition = {
  readonly id: Profile
  readonly label: LocalText
  /** In German without article; the leadership is feminine there, the others stand in the plural. */
  readonly terms: Readonly<Record<LabelId, LocalText>>
  readonly limits: Readonly<Partial<Record<ScenarioLimitId, number>>>
  /** Ids of scenarios that are no question there. */
  readonly leavesOut: readonly string[]
  /** Those not named follow in their usual order. */
  readonly reasonsFirst: readonly ReasonId[]
  readonly questions: readonly { readonly id: string; readonly text: LocalText }[]
}

export function defineProfile(profile: ProfileDefinition): ProfileDefinition {
  return profile
}

export type Terms = Readonly<Record<LabelId, LocalText>>

/** How the organization calls things: its own words before those of its profile. */
export function termsOf(definition: ProfileDefinition, labels: LabelSet | undefined): Terms {
  const of = (id: LabelId): LocalText => {
    const own = labels?.[id]
    return own === undefined ? definition.terms[id] : { en: own, de: own, ja: own }
  }
  return Object.fromEntries(labelIds.map((id) => [id, of(id)])) as Record<LabelId, LocalText>
}

/** Puts the terms into a text with `{leadership}` and the like. */
export function withTerms(text: LocalText, terms: Terms): LocalText {
  const fill = (language: keyof LocalText): string =>
    text[language].replaceAll(/\{([a-z-]+)\}/g, (whole, name: string) =>
      name in terms ? terms[name as LabelId][language] : whole,
    )
  return { en: fill('en'), de: fill('de'), ja: fill('ja') }
}
