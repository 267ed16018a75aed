/** What each unit of the made-up organization uses, assessed and ready for lists: for tests of rights. */

import { counsel } from '#app/counsel.ts'
import { saveViews } from '#app/save-views.ts'
import type { Decision } from '#domain/decision.ts'
import { saveAssessment } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { listPortfolio, type PlainProduct } from './list-portfolio.ts'
import { accessUnits, recordedAt } from './sample-access.ts'
import { sampleAreas } from './sample-areas.ts'
import { sampleFigures } from './sample-figures.ts'

/** Positions in the pool of `list-portfolio`. */
const lodash = 0
const express = 2
const shared = 4
const odd = 8
const minimist = 10

/**
 * Quay Gate uses lodash, Dock Gate express and `=cmd`, Harbor Gate (of no unit) minimist, and all of them ms. Findings are
 * EXAMPLE-2026-1 of lodash, -2 of express, -3 of minimist, and -4 of ms.
 */
export async function prepareLists(store: Store): Promise<void> {
  const { portfolio, assessment } = listPortfolio({
    units: accessUnits,
    products: [
      product('Quay Gate', 'quay', lodash, shared),
      product('Dock Gate', 'dock', express, odd, shared),
      product('Harbor Gate', null, minimist, shared),
    ],
    // Gravest first, as an assessment has them.
    findings: [
      { part: express, number: 2, severity: 'critical', score: 9 },
      { part: lodash, number: 1, severity: 'high', score: 8 },
      { part: minimist, number: 3, severity: 'high', score: 8 },
      { part: shared, number: 4, severity: 'high', score: 7 },
    ],
  })
  const { areas } = sampleAreas(portfolio, assessment.value.money, true, '')
  const { health, contribution } = areas
  const parts = { health, contribution, vulnerabilities: null, value: null }
  const packages = [...new Set(portfolio.parts.flatMap((part) => part.package ?? []))]
  // What was decided about has advice, however little depends on it.
  const decisions = packages.map((name, index) => decided(name, `d-${index}`))
  const engagement = counsel(portfolio, parts, { decisions, policy: null }).assessment
  const whole = { ...assessment, ...areas, engagement }
  const { asOf } = whole
  const figures = await sampleFigures(store)
  const id = await saveAssessment(store, { asOf, knownAt: recordedAt, recordedAt, assessment: whole, figures })
  await saveViews(store, { portfolio, assessment: whole }, id)
}

function product(name: string, unit: string | null, ...parts: readonly number[]): PlainProduct {
  return { name, unit, criticality: null, entries: parts.map((part) => ({ part, from: -1, scope: 0 })) }
}

function decided(name: string, id: string): Decision {
  return {
    id,
    on: '2020-01-01',
    by: 'p-1',
    subject: { kind: 'part', package: name, versions: null },
    about: 'use',
    outcome: 'allow',
    option: null,
    lane: null,
    conditions: [],
    reason: 'sample',
    until: null,
    unit: null,
    product: null,
    replaces: [],
    evidence: '',
    at: '',
  }
}
