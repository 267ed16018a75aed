/** How the figures of this area are called. */

import type { EngagementOption, FactName } from '#domain/engagement.ts'
import type { FigureId } from '#domain/figure.ts'

export function factFigureId(fact: FactName, subject: string): FigureId {
  return `advice/fact/${fact}/${subject}`
}

/** @param product index into the products of the organization */
export function useFigureId(product: number, subject: string): FigureId {
  return `advice/use/${product}/${subject}`
}

/** What all other uses weigh together, where a package has many. */
export function otherUsesFigureId(subject: string): FigureId {
  return `advice/other-uses/${subject}`
}

export function occurrenceFigureId(product: number, subject: string): FigureId {
  return `advice/occurrence/${product}/${subject}`
}

export function productFigureId(product: number): FigureId {
  return `advice/product-criticality/${product}`
}

export function forkFigureId(fork: string): FigureId {
  return `advice/fork/${fork}`
}

export function releasesFigureId(name: string): FigureId {
  return `advice/releases/${name}`
}

export function optionFigureId(subject: string): FigureId {
  return `advice/option/${subject}`
}

export function costFigureId(option: EngagementOption, subject: string): FigureId {
  return `advice/cost/${option}/${subject}`
}

export function decisionFigureId(decision: string): FigureId {
  return `advice/decision/${decision}`
}

export function assumptionFigureId(assumption: string): FigureId {
  return `advice/assumption/${assumption}`
}

/** The subject whose advice a figure belongs to; undefined where it belongs to none or to several. */
export function subjectOfFigure(id: FigureId): string | undefined {
  return /^advice\/(?:(?:fact|use|occurrence|cost)\/[^/]+|other-uses|releases|option)\/(.+)$/.exec(id)?.[1]
}
