/** Words about the policy gate, in English. Reasons of rules stand in the policy itself. */

import type { PolicyAnswer } from '#domain/assessment/policy-check.ts'
import type { PolicyAspect, PolicyState } from '#domain/policy.ts'

export const policy = {
  command: 'Check a folder or an SBOM against policy and decisions; exit code 1 when something is denied',
  options: {
    failOn: 'deny (default), review or none: the least outcome that gives exit code 1',
    policy: 'policy file (default policy.yaml of the folder, then the recorded one, then the default)',
    decisions: 'another file of decisions; repeatable',
    printPolicy: 'print the policy that acts where there is no other',
    part: 'a package URL: may I use it, may I contribute to it?',
    use: 'ask about using it (default)',
    contribute: 'ask about contributing to it',
    product: 'in this product',
    unit: 'in this unit',
  },
  outcomes: {
    deny: 'denied',
    review: 'review',
    allow: 'allowed',
    'allow-with-conditions': 'allowed on conditions',
    unknown: 'cannot be told',
  } satisfies Record<PolicyAnswer['outcome'], string> as Record<PolicyAnswer['outcome'], string>,
  aspects: { license: 'license', vulnerability: 'vulnerability', health: 'project' } satisfies Record<
    PolicyAspect,
    string
  > as Record<PolicyAspect, string>,
  states: {
    unsupported: 'nobody supports it',
    dormant: 'dormant',
    weak: 'weak',
    falling: 'falling',
    'one-person': 'one person carries it',
  } satisfies Record<PolicyState, string> as Record<PolicyState, string>,
  unknownTerms: 'terms not known',
  rule: 'Rule',
  reason: 'Reason',
  wayOut: 'Way out',
  place: 'Found in',
  usedBy: 'Used by',
  wayOuts: {
    upgrade: (version: string) => `upgrade to ${version} or later`,
    noFix: 'no version without it is known; mitigate, replace, or help to fix it',
    replace: (by: string | null) => (by === null ? 'use something else' : `use ${by} instead`),
    stateLicense: 'find out its terms and state them in the SBOM, or take it out',
    askException: (rule: string, part: string | null) =>
      `ask for an exception with an end: a waiver of "${rule}" in policy.yaml${part === null ? '' : `, or headwater decide ${part} --outcome allow --until DAY`}`,
    meetConditions: (conditions: string) => `keep to: ${conditions}`,
    engage: (part: string) => `ask what to do: headwater engage ${part}`,
  },
  waivedHead: 'Let pass by an exception',
  waivedUntil: (what: string, id: string, until: string | null) =>
    until === null ? `${what}: ${id}, until it is replaced` : `${what}: ${id}, until ${until}`,
  notJudged: (aspect: string, parts: number, of: number) =>
    `Not judged (${aspect}): ${parts} of ${of} parts. That is not the same as nothing found.`,
  importHint: 'Take advisories in with: headwater data import DIR',
  clean: (parts: number) => `Nothing in ${parts} parts is denied or needs a review.`,
  summary: (denied: number, review: number, waived: number, parts: number) =>
    `${parts} parts: ${denied} denied, ${review} for review, ${waived} let pass`,
  by: (name: string) => `Policy: ${name}`,
  defaultName: 'default of Headwater (print it with --print-policy)',
  expired: (file: string, where: string, detail: string) => `${file}, ${where}: the decision has run out (${detail})`,
  lane: 'Lane',
  until: 'Until',
  conditions: 'Conditions',
  noRule: 'No rule answers it.',
}
