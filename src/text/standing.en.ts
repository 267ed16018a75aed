/** Words of the report about where the organization stands in dealing with open source, in English. */

import { pluralIn } from './plural.ts'
import { say } from './phrase.ts'

const plural = pluralIn('en-US')

export const standing = {
  label: 'Where it stands',
  explanation:
    'How units deal with open source, shown by evidence: engagement runs from denial to leadership, the stage says what the office is able to do. A level is an interval. Its first end takes what is unknown as not met, its second as met.',
  engagement: 'Engagement',
  stage: 'Stage of the office',
  confidence: 'Confidence',
  engagementIs: <T>(from: T) => say`Shown by evidence: ${from}.`,
  engagementMayBe: <T>(from: T, to: T) => say`Shown by evidence: ${from}. With what is not known yet, up to ${to}.`,
  stageIs: <T>(from: T) => say`The office: ${from}.`,
  stageMayBe: <T>(from: T, to: T) => say`The office: ${from}. With what is not known yet, up to ${to}.`,
  notAssessed: 'No evidence has been looked at yet, so nothing is said about a level.',
  notAssessedBody: 'Questions that no evidence answers are printed by the command; answers count for six months.',
  ladder: 'Levels of units against their targets',
  ladderExplanation:
    'Up to the tick: shown by evidence. Hatched: possible, but not known. The triangle is the target that was set.',
  ladderTable: 'Levels by unit',
  ladderNote: 'Where a level rests on answers alone, it is claimed and not shown.',
  functions: 'Levels by unit and function',
  unit: 'Unit',
  function: 'Function',
  level: 'Level',
  target: 'Target',
  known: 'Known indicators',
  next: 'Cheapest next step',
  cost: 'Cost',
  noTarget: 'none set',
  findings: 'What does not fit together',
  contradiction: <T>(unit: T, indicator: T) =>
    say`${unit}: people say yes to “${indicator}”, the evidence says otherwise. The evidence counts.`,
  practiceAhead: <T>(unit: T) => say`${unit}: practice is ahead of what the office is able to do.`,
  officeAhead: <T>(unit: T) => say`${unit}: the office is ahead of practice.`,
  expired: <T>(unit: T, what: T, since: T) => say`${unit}: ${what} no longer counts since ${since}.`,
  targetMissed: <T>(unit: T, area: T, until: T) => say`${unit}: the target for ${area} was due on ${until}.`,
  indicators: 'Every indicator, for the whole organization',
  indicator: 'Indicator',
  state: 'State',
  evidence: 'Evidence',
  until: 'Counts until',
  none: 'none',
  units: (n: number) => plural(n, { one: 'unit', other: 'units' }),
}
