/** The named assumptions of the comparison; an organization may replace the discount and the years of use. */

import type { Assumption } from '#domain/assessment/value.ts'
import { assumed, type NamedFigure } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import type { Band } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { statedFigure } from './stated.ts'

/** Share taken off the list price where a substitution states none. */
export const discountScenarios: Band = { low: 0.5, central: 0.25, high: 0 }
/** Years over which a price paid once is spread, straight line: the convention of Harvard Working Paper 24-038. */
export const yearsOfUse = 3

const discountId = 'alternatives-discount'
const yearsId = 'alternatives-years'

export type AlternativeAssumptions = {
  readonly discount: NamedFigure<Band>
  readonly years: NamedFigure<number>
  readonly printed: readonly Assumption[]
  /** Values of the organization that cannot be taken; the default acts in their place. */
  readonly issues: readonly Issue[]
}

export function alternativeAssumptions(portfolio: Portfolio): AlternativeAssumptions {
  const issues: Issue[] = []
  const settings = portfolio.organization.stated.assumptions
  const discountSetting = setting(discountId, isShare)
  const yearsSetting = setting(yearsId, (value) => value > 0)
  const discount: Band = {
    low: discountSetting?.low ?? discountScenarios.low,
    central: discountSetting?.central ?? discountScenarios.central,
    high: discountSetting?.high ?? discountScenarios.high,
  }
  const years = yearsSetting?.central ?? yearsOfUse
  const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`
  return {
    discount: figure(discountId, discount, discountSetting),
    years: figure(yearsId, years, yearsSetting),
    printed: [
      {
        id: discountId,
        label: 'Taken off the list price',
        low: percent(discount.low),
        central: percent(discount.central),
        high: percent(discount.high),
        source:
          discountSetting?.source ??
          'Our own proposal; advisers report 15 to 25 % (SQL Server), 20 to 40 % (Salesforce), 40 to 80 % (Oracle)',
        isDefault: discountSetting === undefined,
      },
      {
        id: yearsId,
        label: 'Years over which a price paid once is spread',
        low: String(years),
        central: String(years),
        high: String(years),
        source:
          yearsSetting?.source ?? 'Straight line over three years as in Harvard Working Paper 24-038, footnote 22',
        isDefault: yearsSetting === undefined,
      },
    ],
    issues,
  }

  function setting(id: string, isGood: (value: number) => boolean) {
    const index = settings.findLastIndex((one) => one.id === id)
    const found = settings[index]
    if (found === undefined) return undefined
    const values = [found.low, found.central, found.high].filter((value) => value !== null)
    const wrong = values.find((value) => typeof value !== 'number' || !isGood(value))
    if (wrong !== undefined) {
      issues.push(issue('wrong-type', `/assumptions/${index}`, String(wrong)))
      return undefined
    }
    const number = (value: number | string | null): number | undefined =>
      typeof value === 'number' ? value : undefined
    return {
      index,
      source: found.source,
      low: number(found.low),
      central: number(found.central),
      high: number(found.high),
    }
  }

  function figure<T>(id: string, value: T, set: { readonly index: number } | undefined): NamedFigure<T> {
    const figureId = `value/assumption/${id}`
    return set === undefined
      ? { id: figureId, figure: assumed(value, id) }
      : statedFigure(figureId, value, portfolio, `/assumptions/${set.index}`)
  }
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1
}
