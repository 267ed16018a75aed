/** What a method is called in a language, and what it tells in one sentence. */

import type { IndicatorId } from '#domain/assessment/health.ts'
import type { FactName } from '#domain/engagement.ts'
import type { PortalWords } from './portal-words.ts'

export type MethodWords = { readonly name: string; readonly meaning: string }

const indicatorPrefix = 'health-indicator/'
const factPrefix = 'advice/fact/'

/** @returns undefined for a method that has no words */
export function methodWords(method: string, { methods, health, engagement }: PortalWords): MethodWords | undefined {
  const { named } = methods
  if (Object.hasOwn(named, method)) return named[method as keyof typeof named]
  if (method.startsWith('vulnerabilities/severity/')) return methods.severity
  if (method.startsWith('licenses/')) return methods.license
  const indicator = method.slice(indicatorPrefix.length)
  if (method.startsWith(indicatorPrefix) && Object.hasOwn(health.indicators, indicator)) {
    const { label, question } = health.indicators[indicator as IndicatorId]
    return { name: label, meaning: question }
  }
  const fact = method.slice(factPrefix.length)
  if (method.startsWith(factPrefix) && Object.hasOwn(engagement.facts, fact))
    return { name: engagement.facts[fact as FactName], meaning: methods.fact }
  return undefined
}
