/** Parts of an assessment as the server hands them over; each figure flat, under its id. */

import type { CoverageBody } from '#api/common.ts'
import type { PortalWords as Words } from '#text/portal-words.ts'
import type { Band, FigureBody, MoneyBand, UnknownReason } from './figure.ts'

export type Assumption = {
  readonly id: string
  readonly label: string
  readonly low: string
  readonly central: string
  readonly high: string
  readonly source: string
  readonly isDefault: boolean
}

export type ValueSection = {
  readonly personMonths: FigureBody<Band>
  readonly sensitivity: readonly {
    readonly assumption: string
    readonly swing: FigureBody<{
      readonly low: number
      readonly central: number
      readonly high: number
      readonly currency: string
    }>
  }[]
  readonly reuse: {
    readonly share: FigureBody<number>
    readonly openLines: FigureBody<number>
    readonly ownLines: FigureBody<number>
    readonly benchmarks: readonly {
      readonly id: string
      readonly year: number
      readonly share: number
      readonly source: string
    }[]
  }
  readonly oneProgram: FigureBody<Band>
  readonly inBoughtOnly: { readonly packages: number; readonly money: FigureBody<MoneyBand> }
  readonly assumptions: readonly (Assumption & {
    readonly values: Readonly<Record<keyof Band, number | string>>
    readonly basis: keyof Words['usage']['bases']
  })[]
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
  /** Totals; not for who sees a part of the organization. */
  readonly gross?: FigureBody<MoneyBand>
  readonly discounted?: FigureBody<MoneyBand>
  readonly net?: FigureBody<MoneyBand>
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
  readonly backlog?: { readonly updates: FigureBody<number>; readonly money: FigureBody<MoneyBand> }
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
  readonly target: { readonly level: number; readonly until: string | null; readonly figure?: string } | null
  readonly next: {
    readonly indicator: string
    readonly cost: keyof Words['maturity']['costs']
    readonly state: keyof Words['maturity']['states']
  } | null
  readonly figure: string
}

export type IndicatorTold = {
  readonly unit: string | null
  readonly indicator: string
  readonly state: keyof Words['maturity']['states']
  readonly grade: keyof Words['maturity']['grades'] | null
  readonly on: string | null
  readonly validUntil: string | null
  readonly figure: string
}
