/** The named assumptions of the contribution area, C1–C7, as they stand or as the organization replaced them. */

import type { Assumption } from '#domain/assessment/value.ts'
import { mostFilesOfOneCommit, mostLinesOfOneCommit, type CoAuthorRule } from '#domain/contribution.ts'
import { smallestGroup } from '#domain/consent.ts'
import type { EvidenceId } from '#domain/evidence.ts'
import type { AssumptionId, NamedFigure } from '#domain/figure.ts'
import { assumed, observed } from '#domain/figure.ts'
import { hoursOfYear, type Band } from '#domain/money.ts'
import type { AssumptionSetting, LaborRate, Organization } from '#domain/organization.ts'
import { hoursOfActiveDay, publishedBenchmarks } from './give-take.ts'
import { assumptionTexts } from './assumption-texts.ts'

/** No organization may go below: of two people each knows the other. */
export const leastGroup = 3
export const criticalPackages = 20

/** How activity is counted: what the readers of histories need to know. */
export type CountingRules = {
  readonly smallestGroup: number
  readonly coAuthors: CoAuthorRule
  readonly mostFiles: number
  readonly mostLines: number
}

export type ContributionAssumptions = {
  readonly hours: NamedFigure<Band>
  /** Cost of an hour of the organization's own people. */
  readonly rate: NamedFigure<number>
  /** Hours to carry one fork over to one release, where nobody counted. */
  readonly forkHours: NamedFigure<number>
  /** How many of the most critical packages coverage is told of. */
  readonly mostCritical: number
  readonly counting: CountingRules
  readonly printed: readonly Assumption[]
  /** Settings that cannot be: the default acts. */
  readonly refused: readonly AssumptionId[]
}

/** @param file the original of `organization.yaml`, for what it sets */
export function contributionAssumptions(
  { laborRate, stated }: Pick<Organization, 'laborRate' | 'stated'>,
  file: EvidenceId | null,
): ContributionAssumptions {
  const settings = new Settings(stated.assumptions, file)
  const hours = settings.band('C1-hours', hoursOfActiveDay, (value) => value > 0 && value <= 24)
  const hourly = (laborRate.yearlyWage * laborRate.loadFactor) / hoursOfYear
  const rate = settings.number('C2-rate', hourly, (value) => value > 0)
  const mostFiles = settings.number('C3-files', mostFilesOfOneCommit, isCount)
  const mostLines = settings.number('C3-lines', mostLinesOfOneCommit, isCount)
  const group = settings.number('C4-group', smallestGroup, (value) => isCount(value) && value >= leastGroup)
  const coAuthors = settings.word<CoAuthorRule>('C5-coauthors', 'split', ['split', 'each'])
  const critical = settings.number('C6-critical', criticalPackages, isCount)
  const forkHours = settings.number('C7-fork-hours', publishedBenchmarks.hoursPerForkAndRelease, (value) => value > 0)
  return {
    hours: settings.figure('C1-hours', hours),
    rate: settings.figure('C2-rate', rate),
    forkHours: settings.figure('C7-fork-hours', forkHours),
    mostCritical: critical,
    counting: { smallestGroup: group, coAuthors, mostFiles, mostLines },
    printed: [
      settings.printed('C1-hours', hours),
      settings.printed('C2-rate', evenly(rate), rateSource(laborRate), laborRate.basis === 'default'),
      settings.printed('C3-files', evenly(mostFiles)),
      settings.printed('C3-lines', evenly(mostLines)),
      settings.printed('C4-group', evenly(group)),
      settings.printed('C5-coauthors', evenly(coAuthors)),
      settings.printed('C6-critical', evenly(critical)),
      settings.printed('C7-fork-hours', evenly(forkHours)),
    ],
    refused: settings.refused,
  }
}

function rateSource({ yearlyWage, loadFactor, currency, source, asOf }: LaborRate): string {
  return `${yearlyWage} ${currency} × ${loadFactor} ÷ ${hoursOfYear} hours; ${source} (${asOf}); ${hoursOfYear} hours: annual productive hours in grants of the European Union`
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0
}

type Bands = { readonly low: number | string; readonly central: number | string; readonly high: number | string }

function evenly(value: number | string): Bands {
  return { low: value, central: value, high: value }
}

class Settings {
  readonly refused: AssumptionId[] = []
  private readonly settings: readonly AssumptionSetting[]
  private readonly file: EvidenceId | null

  constructor(settings: readonly AssumptionSetting[], file: EvidenceId | null) {
    this.settings = settings
    this.file = file
  }

  band(id: AssumptionId, standard: Band, isPossible: (value: number) => boolean): Band {
    const setting = this.of(id)
    if (setting === undefined) return standard
    const low = setting.low ?? standard.low
    const central = setting.central ?? standard.central
    const high = setting.high ?? standard.high
    const values = [low, central, high]
    const isGood =
      values.every((value) => typeof value === 'number' && isPossible(value)) && low <= central && central <= high
    return isGood ? ({ low, central, high } as Band) : this.refuse(id, standard)
  }

  number(id: AssumptionId, standard: number, isPossible: (value: number) => boolean): number {
    const value = this.of(id)?.central ?? undefined
    if (value === undefined) return this.of(id) === undefined ? standard : this.refuse(id, standard)
    return typeof value === 'number' && isPossible(value) ? value : this.refuse(id, standard)
  }

  word<Word extends string>(id: AssumptionId, standard: Word, words: readonly Word[]): Word {
    const setting = this.of(id)
    if (setting === undefined) return standard
    return words.find((word) => word === setting.central) ?? this.refuse(id, standard)
  }

  figure<T>(id: AssumptionId, value: T): NamedFigure<T> {
    const at = this.settings.findIndex((setting) => setting.id === id)
    const isRead = this.isSet(id) && this.file !== null
    return {
      id: `contribution/assumption/${id}`,
      figure: isRead ? observed(value, this.file ?? '', `/assumptions/${at}`) : assumed(value, id),
    }
  }

  printed(id: keyof typeof assumptionTexts, bands: Bands, source?: string, isDefault = true): Assumption {
    const text = assumptionTexts[id]
    const setting = this.isSet(id) ? this.of(id) : undefined
    return {
      id,
      label: text.label,
      low: String(bands.low),
      central: String(bands.central),
      high: String(bands.high),
      source: setting?.source ?? source ?? text.source,
      isDefault: setting === undefined && isDefault,
    }
  }

  private of(id: AssumptionId): AssumptionSetting | undefined {
    return this.settings.find((setting) => setting.id === id)
  }

  private isSet(id: AssumptionId): boolean {
    return this.of(id) !== undefined && !this.refused.includes(id)
  }

  private refuse<T>(id: AssumptionId, standard: T): T {
    this.refused.push(id)
    return standard
  }
}
