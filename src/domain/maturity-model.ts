/**
 * The data a maturity assessment goes by: levels, stages, indicators, questions, kinds of records, frameworks. It ships in
 * `content/maturity` and is passed in as a value; texts are in every language of the program.
 */

export type LocalText = { readonly en: string; readonly de: string; readonly ja: string }
export type LocalList = {
  readonly en: readonly string[]
  readonly de: readonly string[]
  readonly ja: readonly string[]
}

/** Where an entry comes from: a key of `content/maturity/ATTRIBUTION.md`. */
export type Origin = { readonly source: string; readonly sourceLicense: string }

/** Denial, consumption, participation, contribution, leadership; and the stages of an office, which are other things. */
export type LevelNumber = 0 | 1 | 2 | 3 | 4
export const levelNumbers: readonly LevelNumber[] = [0, 1, 2, 3, 4]

export type MaturityFunction = 'consume' | 'participate' | 'contribute' | 'create' | 'govern'
export const maturityFunctions: readonly MaturityFunction[] = [
  'consume',
  'participate',
  'contribute',
  'create',
  'govern',
]

export type EngagementLevel = Origin & {
  readonly id: string
  readonly level: LevelNumber
  readonly label: LocalText
  readonly text: LocalText
}

export type OfficeStage = Origin & {
  readonly id: string
  readonly stage: LevelNumber
  readonly label: LocalText
  readonly benefits: LocalList
  readonly role: LocalList
  readonly people: LocalText
  /** Ids of indicators; the rule is our proposal. */
  readonly gates: readonly string[]
  readonly supports: readonly string[]
}

export type CrosswalkRow = Origin & {
  readonly id: string
  readonly level: LevelNumber
  readonly stages: readonly LevelNumber[]
  readonly finos: readonly string[]
  readonly ggi: readonly string[]
  readonly carlEric: readonly string[]
  readonly note: LocalText
}

export type ActivityType = Origin & { readonly id: string; readonly label: LocalText }
export type ActivityHandling = Origin & {
  readonly id: string
  readonly level: LevelNumber
  readonly type: string
  readonly text: LocalText
}

export type ValueUnit = 'yes' | 'share' | 'count' | 'days' | 'minutes' | 'years'

/** A threshold as data. From half of a lower threshold on a value is partly met, as long as it is more than nothing. */
export type PassRule = {
  readonly unit: ValueUnit
  readonly atLeast: number | null
  readonly atMost: number | null
  readonly moreThan: number | null
  /** The greatest age of what counts, or a deadline. */
  readonly days: number | null
  /** A second way to pass, as a share. */
  readonly share: number | null
}

/** A kind of record that must be there, valid, and at or beyond the threshold. */
export type RecordNeed = {
  readonly kind: string
  readonly atLeast: number | null
  readonly atMost: number | null
  readonly moreThan: number | null
  readonly reviewedWithinMonths: number | null
}

/** What it takes to meet an indicator. */
export type CostClass = 'low' | 'medium' | 'high'

export type IndicatorDefinition = Origin & {
  readonly id: string
  /** Null: health of the program, at any level. */
  readonly level: LevelNumber | null
  readonly isGate: boolean
  readonly function: MaturityFunction
  readonly cost: CostClass
  readonly weight: number
  readonly label: LocalText
  readonly question: LocalText
  readonly evidence: readonly string[]
  readonly pass: PassRule
  readonly needs: readonly RecordNeed[]
}

export type RecordKind = Origin & {
  readonly id: string
  /** `down`: valid for the units below too; `up`: counts for the units above too; `own`: for exactly the unit it is of. */
  readonly reach: 'down' | 'up' | 'own'
  readonly value: 'none' | 'share' | 'count' | 'days' | 'minutes'
  /** The subject of a declaration in `organization.yaml` that says the same; null when there is none. */
  readonly declaration: string | null
  readonly label: LocalText
}

export type MaturityQuestion = Origin & {
  readonly id: string
  readonly group: string
  readonly indicators: readonly string[]
  readonly text: LocalText
}

export type FrameworkItem = Origin & {
  readonly id: string
  readonly group: string | null
  readonly title: LocalText
  readonly records: readonly string[]
  readonly indicators: readonly string[]
  /** Why nothing can answer it here; null when something can. */
  readonly gap: LocalText | null
}

export type Framework = Origin & {
  /** `ISO5230`, `GGI`, … */
  readonly id: string
  readonly title: string
  readonly edition: string
  readonly note: LocalText
  readonly items: readonly FrameworkItem[]
}

export type MaturityModel = {
  /** Versions of the packs by their names. */
  readonly versions: Readonly<Record<string, number>>
  readonly levels: readonly EngagementLevel[]
  readonly stages: readonly OfficeStage[]
  readonly crosswalk: readonly CrosswalkRow[]
  readonly activityTypes: readonly ActivityType[]
  readonly handling: readonly ActivityHandling[]
  readonly indicators: readonly IndicatorDefinition[]
  readonly recordKinds: readonly RecordKind[]
  readonly questions: readonly MaturityQuestion[]
  readonly frameworks: readonly Framework[]
  /** Texts that lack a language; English stands in for them. Empty for the packs that ship. */
  readonly untranslated: readonly { readonly pack: string; readonly entry: string; readonly language: 'de' | 'ja' }[]
}
