/** Ways to deal with a part, the rules that choose among them, and the facts that the rules ask for. */

import type { LocalText } from './maturity-model.ts'
import type { Band } from './money.ts'

/** The numbers are those of the decision guide, and what a decision names. */
export const engagementOptions = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const

export type EngagementOption = (typeof engagementOptions)[number]

/** What an option costs in a year: hours of own people, an amount of money, both, or a price that only a supplier can say. */
export type OptionCost = {
  /** The named assumption; its values may be replaced in `organization.yaml`. */
  readonly assumption: string
  readonly hours: Band | null
  /** In the currency of the organization. */
  readonly amount: Band | null
  readonly isPriced: boolean
}

export type EngagementOptionText = {
  readonly id: string
  readonly number: EngagementOption
  readonly label: LocalText
  readonly explanation: LocalText
  /** Ids of benefits: `VB1`. */
  readonly benefits: readonly string[]
  readonly cost: OptionCost
  readonly source: string
  readonly sourceLicense: string
}

/** What the counselor is asked about: a part made by others, a project of one's own, or something that does not exist yet. */
export type EngagementCase = 'used' | 'own' | 'new'

export const engagementRuleIds = [
  'license-refused',
  'low-and-healthy',
  'low-and-weak',
  'high-and-healthy',
  'support-without-skill',
  'gap-upstream',
  'old-patches',
  'falling-on-few',
  'single-vendor-risk',
  'roadmap-depends',
  'asymmetric-agreement',
  'abandoned',
  'new-need',
  'own-project-shared',
  'own-project-idle',
  'differentiating',
  'commercial-steward',
] as const

export type EngagementRuleId = (typeof engagementRuleIds)[number]

/** Who carries a project: a foundation, several organizations, one that sells it, or a few people, or one. */
export type ProjectGovernance = 'foundation' | 'many' | 'single-vendor' | 'few' | 'one-person'

export const projectGovernances: readonly ProjectGovernance[] = [
  'foundation',
  'many',
  'single-vendor',
  'few',
  'one-person',
]

/** What the organization's own rules say to the terms of a part. */
export type LicenseStanding = 'ok' | 'conditional' | 'refused'

/** An agreement that contributors must sign; asymmetric: it gives its holder more rights than everybody else has. */
export type ContributorAgreement = 'none' | 'symmetric' | 'asymmetric'

/** What the rules ask for, by name, with the values each can have. */
export type FactValues = {
  criticality: number
  health: 'good' | 'fair' | 'weak'
  falling: boolean
  abandoned: boolean
  governance: ProjectGovernance
  /** A foundation or working group that one can join. */
  foundation: boolean
  license: LicenseStanding
  licenseRisk: boolean
  differentiating: boolean
  /** A feature that is needed, or a fix that nobody has published. */
  gap: boolean
  acceptsChanges: boolean
  patches: number
  /** Releases of the original since the oldest patch is carried. */
  patchReleases: number
  /** A patch that was handed in and waits. */
  patchUnderWay: boolean
  /** A recorded reason to keep a fork. */
  forkReason: boolean
  skill: boolean
  supportNeeded: boolean
  regulated: boolean
  alternative: boolean
  agreement: ContributorAgreement
  agreementCleared: boolean
  roadmap: boolean
  /** Share of the year's changes that own people made, 0 to 1. */
  ownShare: number
  severalFirms: boolean
  neutrality: boolean
  controlWanted: boolean
  staffed: boolean
  /** No questions, no contributions, no new adopters. */
  idle: boolean
  unfixed: boolean
  sustainsCommercial: boolean
  existingFits: boolean
  sharedNeed: boolean
  sponsor: boolean
  longTermPeople: boolean
  codeExists: boolean
}

export type FactName = keyof FactValues

export const factNames = [
  'criticality',
  'health',
  'falling',
  'abandoned',
  'governance',
  'foundation',
  'license',
  'licenseRisk',
  'differentiating',
  'gap',
  'acceptsChanges',
  'patches',
  'patchReleases',
  'patchUnderWay',
  'forkReason',
  'skill',
  'supportNeeded',
  'regulated',
  'alternative',
  'agreement',
  'agreementCleared',
  'roadmap',
  'ownShare',
  'severalFirms',
  'neutrality',
  'controlWanted',
  'staffed',
  'idle',
  'unfixed',
  'sustainsCommercial',
  'existingFits',
  'sharedNeed',
  'sponsor',
  'longTermPeople',
  'codeExists',
] as const satisfies readonly FactName[]

/** Why an option is the one. Sentences stand in `#text/engagement`. */
export type ReasonCode =
  | 'license-refused'
  | 'low-healthy'
  | 'replace-weak'
  | 'weak-no-alternative'
  | 'weak-alternative-unknown'
  | 'watch-and-join'
  | 'join-for-duty'
  | 'support-lacking'
  | 'upstream-first'
  | 'patch-waits'
  | 'patch-old'
  | 'fork-kept'
  | 'give-time'
  | 'give-money'
  | 'give-money-skill-unknown'
  | 'vendor-replace'
  | 'vendor-fork'
  | 'vendor-find-exit'
  | 'seat-needed'
  | 'seat-held'
  | 'agreement-first'
  | 'agreement-use'
  | 'abandoned-fork'
  | 'abandoned-replace'
  | 'join-existing'
  | 'found-project'
  | 'open-internal-project'
  | 'neutral-home'
  | 'keep-with-open-governance'
  | 'end-project'
  | 'keep-inside'
  | 'steward-duty'
  | 'nothing-else-applies'
  | 'not-enough-known'
  | 'search-first'

/** What to do beside the option. */
export type EngagementMeasure =
  | 'watch'
  | 'set-expiry'
  | 'be-present'
  | 'name-support-limits'
  | 'set-merge-date'
  | 'show-carrying-cost'
  | 'lower-trust'
  | 'plan-exit'
  | 'press-for-foundation'
  | 'ask-legal'
  | 'keep-fork-duties'
  | 'ask-to-join-first'
  | 'open-governance'
  | 'announce-end'
  | 'share-inside'
  | 'split-generic-part'
  | 'check-steward-status'
  | 'find-out'
