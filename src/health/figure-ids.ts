/** How the figures of this area are called. */

import type { HealthSubject, IndicatorId } from '#domain/assessment/health.ts'
import type { FigureId } from '#domain/figure.ts'
import { registryKeys, type FactKey, type UsedDeprecation } from './subject.ts'
import type { UsedSubject } from './subjects.ts'

export function indicatorFigureId(indicator: IndicatorId, subject: HealthSubject): FigureId {
  return `health/indicator/${indicator}/${subject}`
}

export function fallingFigureId(subject: HealthSubject): FigureId {
  return `health/falling/${subject}`
}

/** A fact as it stands in its original: of a clone by its key, of a registry by package, of an end by product. */
export function factFigureId(key: FactKey | 'tags' | 'package' | 'lifecycle' | 'deprecation', of: string): FigureId {
  return `health/fact/${key}/${of}`
}

export function deprecationFigureId({ package: name, version }: UsedDeprecation): FigureId {
  return factFigureId('deprecation', `${name}@${version}`)
}

const ofRegistry: ReadonlySet<FactKey> = new Set(registryKeys)

/** Tells the figures that facts of some keys are read from. */
export function factFigureIds({ id, facts, origins }: UsedSubject): (keys: readonly FactKey[]) => readonly FigureId[] {
  const packages = origins.packages.map(({ package: name }) => factFigureId('package', name))
  const lifecycles = [...new Set(origins.lifecycles.map(({ product }) => factFigureId('lifecycle', product)))]
  const deprecations = (facts.deprecations ?? []).map(deprecationFigureId)
  return (keys) => {
    const stated = keys.includes('deprecations') ? deprecations : []
    if (origins.project === null && !keys.includes('cycles')) return [...packages, ...stated]
    const ids: FigureId[] = []
    for (const key of keys)
      if (
        key !== 'releaseDays' &&
        key !== 'deprecations' &&
        !ofRegistry.has(key) &&
        facts[key] !== undefined &&
        facts[key] !== null
      )
        ids.push(factFigureId(key, id))
    const isTagged = keys.includes('releaseDays') && facts.releaseDays?.basis === 'tags'
    if (isTagged) ids.push(factFigureId('tags', id))
    if (keys.some((key) => (key === 'releaseDays' ? !isTagged : key !== 'cycles' && ofRegistry.has(key))))
      ids.push(...packages)
    if (keys.includes('cycles')) ids.push(...lifecycles)
    ids.push(...stated)
    return ids
  }
}
