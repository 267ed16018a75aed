/** How a project and its health are named and marked wherever a report speaks of them. */

import type { HealthLevel, SubjectHealth } from '#domain/assessment/health.ts'
import type { State } from '#charts/state.ts'

export const levelStates: Readonly<Record<HealthLevel, State>> = {
  good: 'good',
  fair: 'watch',
  weak: 'act',
  withheld: 'unknown',
}

/** The name of the package where one stands for the subject, else of the project. */
export function subjectName({ subject, packages }: Pick<SubjectHealth, 'subject' | 'packages'>): string {
  const [only, ...others] = packages
  const shown = only !== undefined && others.length === 0 ? only : subject
  return shown.replace(/^pkg:[a-z]+\//, '').replaceAll('%40', '@')
}
