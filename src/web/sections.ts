/** Parts of an assessment as the server hands them over; each figure flat, under its id. */

import type { CoverageBody } from '#api/common.ts'
import type { Words } from '#text/words.ts'
import type { Band, FigureBody, MoneyBand, UnknownReason } from './figure.ts'

export type Severity = keyof Words['severities']
type Counts<Key extends string> = Readonly<Record<Key, FigureBody<number>>>

export type Assumption = {
  readonly id: string
  readonly label: string
  readonly low: string
  readonly central: string
  readonly high: string
  readonly source: string
  readonly isDefault: boolean
}

export type InventorySection = {
  readonly products: FigureBody<number>
  readonly packages: FigureBody<number>
  readonly versions: FigureBody<number>
  readonly occurrences: FigureBody<number>
  readonly direct: FigureBody<number>
  readonly transitive: FigureBody<number>
  readonly unknownDirectness: FigureBody<number>
  readonly maxDepth: FigureBody<number>
  readonly projects: FigureBody<number>
  readonly byEcosystem: readonly {
    readonly ecosystem: string | null
    readonly packages: number
    readonly versions: number
    readonly direct: number
    readonly occurrences: number
  }[]
  readonly reading: { readonly documents: number; readonly found: number; readonly taken: number; readonly refused: number }
  readonly coverage: CoverageBody
  readonly files: readonly {
    readonly path: string
    readonly product: string | null
    readonly reader: string
    readonly sha256: string
    readonly counts: { readonly found: number; readonly taken: number; readonly refused: number }
    readonly issues: readonly { readonly code: string; readonly where: string; readonly detail?: string }[]
  }[]
  readonly issues: readonly { readonly path: string; readonly issue: { readonly code: string; readonly where: string } }[]
}

export type VulnerabilitySection = {
  readonly total: FigureBody<number>
  readonly bySeverity: Counts<Severity>
  readonly affectedParts: FigureBody<number>
  readonly affectedProducts: FigureBody<number>
  readonly undecided: readonly { readonly code: keyof Words['undecided'] }[]
  readonly advisories: readonly {
    readonly ecosystem: string
    readonly advisories: number
    readonly importedAt: string
  }[]
}

type Openness = keyof Words['licenses']['opennesses']
type Reciprocity = keyof Words['licenses']['reciprocities']

export type LicenseSection = {
  readonly stated: FigureBody<number>
  readonly byOpenness: Counts<Openness>
  readonly byReciprocity: Counts<Reciprocity>
  readonly guessed: FigureBody<number>
  readonly network: FigureBody<number>
  readonly disputed: FigureBody<number>
  readonly licenses: readonly { readonly license: string; readonly parts: number; readonly guessed: number }[]
  readonly restricted: readonly LicensedPart[]
  readonly unclear: readonly LicensedPart[]
  readonly withoutLicense: readonly Omit<LicensedPart, 'text' | 'expression'>[]
  readonly products: readonly {
    readonly product: string
    readonly name: string
    readonly parts: number
    readonly byOpenness: Readonly<Record<Openness, number>>
    readonly guessed: number
    readonly withoutLicense: number
    readonly network: number
  }[]
  readonly duties: readonly { readonly duty: string; readonly label: string; readonly parts: number }[]
}

export type LicensedPart = {
  readonly purl: string | null
  readonly name: string
  readonly version: string | null
  readonly expression?: string | null
  readonly text: string | null
  readonly products: number
}

type HealthLevel = keyof Words['sustain']['levels']

export type HealthSubject = {
  readonly subject: string
  readonly project: string | null
  readonly packages: readonly string[]
  readonly products: number
  readonly health: FigureBody<number>
  readonly level: HealthLevel
  readonly state: FigureBody<keyof Words['sustain']['states']>
  readonly criticality: FigureBody<number>
  readonly absenceFactor: FigureBody<number>
  readonly warnings: readonly { readonly id: keyof Words['sustain']['warnings'] }[]
  readonly funding: readonly unknown[]
  readonly lastReleaseOn: string | null
}

export type HealthSection = {
  readonly subjects: readonly HealthSubject[]
  readonly assessed: FigureBody<number>
  readonly byLevel: readonly { readonly level: HealthLevel; readonly count: FigureBody<number> }[]
  readonly leaningOnOne: FigureBody<number>
  readonly unsupported: FigureBody<number>
  readonly whereToHelp: readonly string[]
  readonly toHelp: FigureBody<number>
  readonly withProject: CoverageBody
  readonly assumptions: readonly Assumption[]
}

export type SubjectValue = {
  readonly subject: string
  readonly coverage: CoverageBody
  readonly personMonths: Band | null
  readonly money: MoneyBand | null
  readonly figure: string
  readonly effortFigure: string
}

export type ValueSection = {
  readonly personMonths: FigureBody<Band>
  readonly figure: FigureBody<MoneyBand>
  readonly byProduct: readonly SubjectValue[]
  readonly byUnit: readonly SubjectValue[]
  readonly atRisk: readonly SubjectValue[]
  readonly sensitivity: readonly {
    readonly assumption: string
    readonly swing: FigureBody<{ readonly low: number; readonly central: number; readonly high: number; readonly currency: string }>
  }[]
  readonly reuse: {
    readonly share: FigureBody<number>
    readonly openLines: FigureBody<number>
    readonly ownLines: FigureBody<number>
    readonly benchmarks: readonly { readonly id: string; readonly year: number; readonly share: number; readonly source: string }[]
  }
  readonly oneProgram: FigureBody<Band>
  readonly inBoughtOnly: { readonly packages: number; readonly money: FigureBody<MoneyBand> }
  readonly assumptions: readonly (Assumption & {
    readonly values: Readonly<Record<keyof Band, number | string>>
    readonly basis: keyof Words['usage']['bases']
  })[]
  readonly parts: readonly {
    readonly purl: string
    readonly name: string
    readonly sloc: number
    readonly slocSource: keyof Words['sizeSources']
    readonly low: number
    readonly central: number
    readonly high: number
    readonly personMonths: Band
    readonly figure: string
    readonly products: number
    readonly scope: keyof Words['scopes']
  }[]
  readonly missing: readonly { readonly ecosystem: string; readonly packages: number }[]
}

export type AlternativesSection = {
  readonly lines: readonly {
    readonly substitution: string
    readonly serves: string
    readonly product: string | null
    readonly part: string | null
    readonly price: { readonly alternative: string; readonly edition: string | null }
    readonly gross: FigureBody<MoneyBand>
    readonly discounted: FigureBody<MoneyBand>
    readonly net: FigureBody<MoneyBand>
  }[]
  readonly gross: FigureBody<MoneyBand>
  readonly discounted: FigureBody<MoneyBand>
  readonly net: FigureBody<MoneyBand>
}

export type AgilitySection = {
  readonly freshness: readonly {
    readonly kind: 'organization' | 'unit' | 'product' | 'scope' | 'ecosystem'
    readonly id: string
    readonly directness: keyof Words['directness']
    readonly parts: number
    readonly drift: FigureBody<number>
  }[]
  readonly behind: readonly {
    readonly package: string
    readonly name: string
    readonly version: string
    readonly products: number
    readonly latest: string
    readonly libyears: number
    readonly figure: string
  }[]
  readonly backlog: { readonly updates: FigureBody<number>; readonly money: FigureBody<MoneyBand> }
}

type Activity = { readonly commits: number | null; readonly people: number | null; readonly activeDays: number | null }

export type ContributionSection = {
  readonly from: string
  readonly to: string
  readonly give: FigureBody<MoneyBand>
  readonly take: FigureBody<MoneyBand>
  readonly labor: FigureBody<MoneyBand>
  readonly loggedTime: FigureBody<MoneyBand>
  readonly money: FigureBody<MoneyBand>
  readonly ratios: {
    readonly giveToTake: FigureBody<number>
    readonly criticalCoverage: FigureBody<{ readonly covered: number; readonly of: number; readonly share: number }>
    readonly perDeveloper: FigureBody<MoneyBand>
  }
  readonly repositories: readonly {
    readonly path: string
    readonly project: string | null
    readonly isOwn: boolean
    readonly own: Activity
    readonly ownShare: FigureBody<number>
    readonly plainCommits: number
    readonly absenceFactor: number | null
    readonly packages: readonly string[]
    readonly marginalEffort: FigureBody<Band>
  }[]
  readonly byUnit: readonly (Activity & { readonly unit: string | null })[]
  readonly ledger: readonly {
    readonly kind: keyof Words['position']['kinds']
    readonly entries: number
    readonly hours: number
    readonly amount: number
  }[]
  readonly critical: readonly { readonly package: string; readonly criticality: number; readonly isReached: boolean }[]
  readonly forks: readonly {
    readonly id: string
    readonly part: string
    readonly product: string | null
    readonly patches: number
    readonly plan: string | null
    readonly perYear: FigureBody<MoneyBand>
  }[]
  readonly assumptions: readonly Assumption[]
}

export type LevelTold = {
  readonly unit: string | null
  readonly function: Exclude<keyof Words['maturity']['functions'], 'whole'> | null
  readonly level: { readonly floor: number; readonly ceiling: number } | null
  readonly why: UnknownReason | null
  readonly coverage: CoverageBody
  readonly band: keyof Words['maturity']['bands'] | null
  readonly target: { readonly level: number; readonly until: string } | null
  readonly next: {
    readonly indicator: string
    readonly cost: keyof Words['maturity']['costs']
    readonly state: keyof Words['maturity']['states']
  } | null
  readonly figure: string
}

export type MaturitySection = {
  readonly levels: readonly LevelTold[]
  readonly stages: readonly LevelTold[]
  readonly indicators: readonly {
    readonly unit: string | null
    readonly indicator: string
    readonly state: keyof Words['maturity']['states']
    readonly grade: keyof Words['maturity']['grades'] | null
    readonly on: string | null
    readonly validUntil: string | null
    readonly figure: string
    /** In the language that was asked for. */
    readonly label?: string
  }[]
  /** Names of the levels in the language that was asked for, from 0 on. */
  readonly levelNames?: readonly string[]
}
