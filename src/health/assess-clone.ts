/** The health of a project by its clone alone, whoever uses it. */

import type { SubjectHealth } from '#domain/assessment/health.ts'
import type { ProjectFacts } from '#domain/upstream.ts'
import { assessSubject, OpenIndicators } from './assess-subject.ts'
import { healthAssumptions } from './assumptions.ts'
import { emptyHealthContext } from './context.ts'
import { releaseDaysOf } from './releases.ts'
import { cloneFacts } from './subjects.ts'

/** @param id what the project is called where nothing names it */
export function assessClone(
  id: string,
  facts: Omit<ProjectFacts, 'evidence' | 'at' | 'project'> & { readonly project: string | null },
): SubjectHealth {
  const { project, observedOn, tags } = facts
  const days = { asOf: observedOn, clone: observedOn, registry: observedOn }
  const releaseDays = releaseDaysOf([], tags, days)
  const kept = { ...facts, project: project ?? id, evidence: '', at: '' }
  const subject = {
    id: project ?? id,
    project,
    packages: [],
    days,
    facts: { ...cloneFacts(facts), ...(releaseDays === undefined ? {} : { releaseDays }) },
    criticality: null,
    products: 0,
    origins: { project: kept, packages: [], lifecycles: [], scorecard: null },
  }
  return assessSubject(subject, healthAssumptions([]), emptyHealthContext, new OpenIndicators()).health
}
