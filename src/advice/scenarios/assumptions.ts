/** The thresholds of scenarios: all of them our own proposals, adjustable in `organization.yaml`, printed wherever they act. */

import type { Assumption } from '#domain/assessment/value.ts'
import type { AssumptionSetting } from '#domain/organization.ts'

type Definition = { readonly value: number; readonly label: string; readonly atMost: number }

const days = (value: number, label: string): Definition => ({ value, label, atMost: 3650 })
const portion = (value: number, label: string): Definition => ({ value, label, atMost: 1 })
const number = (value: number, label: string): Definition => ({ value, label, atMost: 1_000_000 })

/** Values as numbers; shares 0 to 1. The ids are what `assumptions` in `organization.yaml` names. */
export const scenarioLimits = {
  'S-recent-days': days(90, 'Days within which a role counts as active'),
  'S-year-days': days(365, 'Days of outputs and decisions that are looked at'),
  'S1-linked-goals': number(1, 'Active goals with a goal of the organization and a sponsor, at least'),
  'S1-without-goal': portion(0.5, 'Share of outputs that serve no goal, above which work is not tied to goals'),
  'S1-not-joint': portion(
    0.5,
    'Share of active goals that no other unit answers for, above which the office stands alone',
  ),
  'S2-decided-alone': portion(0.5, 'Share of decisions without another unit, above which the office decides alone'),
  'S2-areas-heard': portion(0.5, 'Share of areas heard, below which conversations are too few'),
  'S2-functions': number(2, 'Units that take part in decisions, at least'),
  'S3-gatekeeping': portion(0.8, 'Share of outputs that enforce rules, above which the office is seen as compliance'),
  'S3-roles': number(2, 'Of counselor and advocate, how many must have delivered lately'),
  'S3-risk-only': portion(0.99, 'Share of motivators about risk and duty alone, above which nothing else draws people'),
  'S4-targets': number(2, 'Different targets over units, at least'),
  'S4-not-applicable': portion(0.3, 'Share of indicators that do not apply, above which the model does not fit'),
  'S5-training': portion(0.5, 'Reach of training, below which few understand'),
  'S5-champions': portion(0.5, 'Share of units with a champion, below which nobody is near enough to ask'),
  'S5-contradictions': number(1, 'Answers that evidence contradicts, above which the rules are not understood'),
  'S6-promotion': portion(0.5, 'Share of outputs that are events or press, above which it looks like marketing'),
  'S6-audience-goals': number(0, 'Goals measured by attention, above which it looks like marketing'),
  'S6-sales-requests': portion(0.5, 'Share of requests from sales or marketing, above which they decide what is done'),
  'S7-critical-services': number(1, 'Services that a critical product rests on, at least'),
  'S7-in-process': number(1, 'Services that are a step of a process, at least'),
  'S8-silence-days': days(182, 'Days without a decision of the leadership, above which support is in doubt'),
  'S9-non-code': number(1, 'Contributions other than code in the ledger, at least'),
  'S9-advocacy': number(1, 'Outputs of the advocate lately, at least'),
  'S9-openness': portion(0.5, 'Share of answers about openness that say no, above which culture is left out'),
  'S10a-spread': number(
    1,
    'Levels between the highest and the lowest unit, above which they do not understand the same',
  ),
  'S10a-without-policy': portion(0.25, 'Share of units that do not meet the usage policy, above which rules differ'),
  'S10a-acknowledged': portion(
    0.4,
    'Distance between the best and the worst acknowledged unit, above which rules differ',
  ),
  'S10b-malicious': number(0, 'Parts in use that an advisory calls malicious, above which there is an attack'),
  'S10b-fragile': number(
    0,
    'Critical projects of one person that change hands or decline, above which they are exposed',
  ),
  'S10b-drill-minutes': number(60, 'Minutes to name every place of a part, above which an attack is found too late'),
  'S11-changed': number(0, 'Projects whose license changed, above which terms are at stake'),
  'S11-source-available': number(0, 'Parts under terms that are not open, above which terms are at stake'),
  'S11-one-vendor': number(0, 'Critical projects of one organization, above which terms can change'),
  'S12-outcomes': number(1, 'Outputs within half a year, at least'),
  'S12-half-year-days': days(182, 'Days within which an office shows a result'),
  'S12-initiatives': number(5, 'Open initiatives, above which nothing gets finished'),
  'S12-age-days': days(365, 'Age of the oldest open initiative, above which nothing gets finished'),
  'C1-approval-days': number(10, 'Working days to approve a contribution, above which people give up'),
  'C1-approvals': number(5, 'Approvals of a request (median), above which steps never end'),
  'C1-abandoned': number(0, 'Requests abandoned while waiting, above which steps never end'),
  'C2-patch-days': days(365, 'Age of a carried patch without a plan, above which giving back is put off'),
  'C2-old-patches': number(0, 'Such patches, above which giving back is put off'),
  'C2-no-time': portion(0.5, 'Share of answers that deny time for upstream work, above which shipping wins'),
  'C2-reached': portion(0.1, 'Share of critical packages that anything is given to, below which shipping wins'),
  'C3-owners': number(1, 'Duties or goals owned outside engineering, at least'),
  'C4-unknown-affiliation': portion(
    0.5,
    'Share of critical projects whose contributors are mostly unknown, above which it is a risk',
  ),
} as const satisfies Readonly<Record<string, Definition>>

export type ScenarioLimitId = keyof typeof scenarioLimits

export type Settings = (id: ScenarioLimitId) => number

export const scenarioLimitIds = Object.keys(scenarioLimits) as readonly ScenarioLimitId[]

/** Of the organization before those of its profile before ours. A value that cannot be is left out. */
export function settingsFrom(
  stated: readonly AssumptionSetting[],
  byProfile: Readonly<Partial<Record<ScenarioLimitId, number>>>,
): Settings {
  return (id) => statedValue(stated, id) ?? byProfile[id] ?? scenarioLimits[id].value
}

/** Every threshold with where it comes from; those that act for this organization. */
export function scenarioAssumptions(
  stated: readonly AssumptionSetting[],
  profile: string,
  byProfile: Readonly<Partial<Record<ScenarioLimitId, number>>>,
): readonly Assumption[] {
  const settings = settingsFrom(stated, byProfile)
  return scenarioLimitIds.map((id) => {
    const value = String(settings(id))
    const own = stated.find((one) => one.id === id && statedValue(stated, id) !== undefined)
    return {
      id,
      label: scenarioLimits[id].label,
      low: value,
      central: value,
      high: value,
      source:
        own?.source ??
        (byProfile[id] === undefined
          ? 'Headwater, our own proposal'
          : `Headwater, our own proposal for the profile ${profile}`),
      isDefault: own === undefined,
    }
  })
}

function statedValue(stated: readonly AssumptionSetting[], id: ScenarioLimitId): number | undefined {
  const value = stated.find((one) => one.id === id)?.central
  return typeof value === 'number' && value >= 0 && value <= scenarioLimits[id].atMost ? value : undefined
}
