/** "May I use it?", "may I contribute to it?": one answer with the id of the rule. */

import type { PolicyAnswer, PolicyCheck, WaivedFinding } from '#domain/assessment/policy-check.ts'
import type { Decision } from '#domain/decision.ts'
import type { PurlText } from '#domain/part.ts'

export type AnswerInput = {
  readonly part: PurlText
  /** Of this part alone. */
  readonly check: PolicyCheck
  /** Decisions about the question, the one that counts first. */
  readonly decisions: readonly Decision[]
}

/** The gravest finding answers; without one a decision; without one the policy, that has nothing against it. */
export function answerUse({ part, check, decisions }: AnswerInput): PolicyAnswer {
  const common = { part, about: 'use', findings: check.findings, lane: null } as const
  const [worst] = check.findings
  if (worst !== undefined)
    return {
      ...common,
      outcome: worst.outcome,
      rule: worst.rule,
      reason: worst.reason,
      conditions: [],
      until: null,
      wayOut: worst.wayOut,
    }
  const decision = decisions.find(({ outcome }) => outcome === 'allow' || outcome === 'allow-with-conditions')
  if (decision !== undefined)
    return {
      ...common,
      outcome: decision.outcome === 'allow' ? 'allow' : 'allow-with-conditions',
      rule: `decision:${decision.id}`,
      reason: decision.reason,
      conditions: decision.conditions,
      until: decision.until,
      wayOut: decision.conditions.length === 0 ? [] : [{ code: 'meet-conditions', conditions: decision.conditions }],
    }
  const [waived] = check.waived
  const isJudged = check.notJudged.every(({ aspect }) => aspect === 'health')
  return {
    ...common,
    // Nothing found where nobody could look is no permission.
    outcome: isJudged ? 'allow' : 'unknown',
    rule: waivedRule(waived) ?? (isJudged ? `policy:${check.policy}` : null),
    reason: waived?.reason ?? null,
    conditions: [],
    until: waived?.waiver.until ?? null,
    wayOut: [],
  }
}

/**
 * A decision about contributing answers, then one to engage; without one the first contribution to a project is reviewed in
 * full, later ones may take the lane for small changes. What may not even be used is looked at by a person.
 */
export function answerContribute(
  { part, check, decisions }: AnswerInput,
  { hasContributed }: { readonly hasContributed: boolean },
): PolicyAnswer {
  const common = { part, about: 'contribute', findings: check.findings, wayOut: [] } as const
  const decision =
    decisions.find(({ about }) => about === 'contribute') ?? decisions.find(({ option }) => option !== null)
  const usual = hasContributed ? 'small-change' : 'full-review'
  if (decision !== undefined) {
    const said = {
      rule: `decision:${decision.id}`,
      reason: decision.reason,
      conditions: decision.conditions,
      until: decision.until,
    }
    const isEngaged = decision.option !== null && contributing.has(decision.option)
    if (decision.outcome === 'refuse') return { ...common, ...said, outcome: 'deny', lane: null }
    if (decision.outcome === 'allow')
      return { ...common, ...said, outcome: 'allow', lane: decision.lane ?? 'pre-approved-project' }
    if (decision.outcome === 'allow-with-conditions')
      return { ...common, ...said, outcome: 'allow-with-conditions', lane: decision.lane ?? usual }
    if (isEngaged) return { ...common, ...said, outcome: 'allow', lane: usual }
    return { ...common, ...said, outcome: 'review', lane: 'full-review' }
  }
  const isDenied = check.findings.some(({ outcome, aspect }) => outcome === 'deny' && aspect === 'license')
  const lane = isDenied ? 'full-review' : usual
  return { ...common, outcome: 'review', rule: `lane:${lane}`, reason: null, conditions: [], until: null, lane }
}

/** Options that send changes to the project. */
const contributing: ReadonlySet<number> = new Set([3, 5, 6, 7])

function waivedRule(waived: WaivedFinding | undefined): string | undefined {
  return waived?.waiver.id
}
