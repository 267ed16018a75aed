/** Decisions out of Dependency-Track's answers, in our words. */

import type { Decision } from '#domain/imported-decision.ts'
import type { TrackAnalysis, TrackFinding, TrackViolation } from './shapes.ts'
import { analysisStates, justifications, responses, violationStates } from './words.ts'

type Place = Pick<Decision, 'product' | 'revision'>

/** Whether somebody said anything about a finding. */
export function isDecided({ analysis }: TrackFinding): boolean {
  return analysis?.isSuppressed === true || !isUnset(analysis?.state)
}

/** @param analysis the whole; null when only what the list says is known */
export function analysisDecision(finding: TrackFinding, analysis: TrackAnalysis | null, place: Place): Decision {
  const { component, vulnerability } = finding
  const state = analysis?.analysisState ?? finding.analysis?.state ?? null
  const justification = analysis?.analysisJustification ?? null
  const response = analysis?.analysisResponse ?? null
  return {
    ...place,
    about: 'vulnerability',
    part: partOf(component),
    subject: vulnerability.vulnId,
    state: analysisStates[state ?? ''] ?? 'undecided',
    justification: justifications[justification ?? ''] ?? null,
    response: responses[response ?? ''] ?? null,
    details: analysis?.analysisDetails?.trim() || null,
    isSuppressed: analysis?.isSuppressed ?? finding.analysis?.isSuppressed ?? false,
    original: { state, justification, response, source: vulnerability.source ?? null },
  }
}

/** Undefined when nobody decided. */
export function violationDecision(violation: TrackViolation, place: Place): Decision | undefined {
  const { analysis, component, policyCondition, type } = violation
  if (!analysis || (isUnset(analysis.analysisState) && analysis.isSuppressed !== true)) return undefined
  return {
    ...place,
    about: 'rule',
    part: partOf(component),
    subject: policyCondition.policy.name,
    state: violationStates[analysis.analysisState ?? ''] ?? 'undecided',
    justification: null,
    response: null,
    details: violation.text?.trim() || null,
    isSuppressed: analysis.isSuppressed ?? false,
    original: { state: analysis.analysisState ?? null, type: type ?? null },
  }
}

function isUnset(state: string | null | undefined): boolean {
  return state === null || state === undefined || state === 'NOT_SET'
}

function partOf({ purl, name, version }: TrackFinding['component'] | TrackViolation['component']): Decision['part'] {
  return { purl: purl || null, name, version: version ?? null }
}
