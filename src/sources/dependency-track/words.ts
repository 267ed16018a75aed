/**
 * Dependency-Track's words for decisions and ours, as its API documents them: `AnalysisState`, `AnalysisJustification`,
 * `AnalysisResponse` and `ViolationAnalysisState` of version 4. A word that is not listed stays in the original only.
 */

import type { DecisionJustification, DecisionResponse, DecisionState } from '#domain/imported-decision.ts'

export const analysisStates: Readonly<Record<string, DecisionState>> = {
  EXPLOITABLE: 'affected',
  IN_TRIAGE: 'under-investigation',
  RESOLVED: 'fixed',
  FALSE_POSITIVE: 'false-positive',
  NOT_AFFECTED: 'not-affected',
  NOT_SET: 'undecided',
}

export const violationStates: Readonly<Record<string, DecisionState>> = {
  APPROVED: 'accepted',
  REJECTED: 'refused',
  NOT_SET: 'undecided',
}

export const justifications: Readonly<Record<string, DecisionJustification>> = {
  CODE_NOT_PRESENT: 'code-not-present',
  CODE_NOT_REACHABLE: 'code-not-reachable',
  REQUIRES_CONFIGURATION: 'requires-configuration',
  REQUIRES_DEPENDENCY: 'requires-dependency',
  REQUIRES_ENVIRONMENT: 'requires-environment',
  PROTECTED_BY_COMPILER: 'protected-by-compiler',
  PROTECTED_AT_RUNTIME: 'protected-at-runtime',
  PROTECTED_AT_PERIMETER: 'protected-at-perimeter',
  PROTECTED_BY_MITIGATING_CONTROL: 'protected-by-mitigating-control',
}

export const responses: Readonly<Record<string, DecisionResponse>> = {
  CAN_NOT_FIX: 'can-not-fix',
  WILL_NOT_FIX: 'will-not-fix',
  UPDATE: 'update',
  ROLLBACK: 'rollback',
  WORKAROUND_AVAILABLE: 'workaround-available',
}
