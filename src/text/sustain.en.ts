/** Words of the report about the health of what is used, in English. */

import type { HealthLevel, HealthWarning, ProjectState } from '#domain/assessment/health.ts'
import type { CriticalityLevel } from '#domain/criticality.ts'
import { pluralIn } from './plural.ts'
import { say, type Counted } from './phrase.ts'

const plural = pluralIn('en-US')

export const sustain = {
  label: 'What it leans on',
  explanation:
    'How well the projects behind the packages are, from clones, registries and imported results. What nobody could look at is unknown, not healthy.',
  question: 'What leans on one person?',
  unit: (n: number) => plural(n, { one: 'package', other: 'packages' }),
  leanOn: <T>(names: T) => say`Most critical: ${names}.`,
  leanOnNobody: 'None of those that could be looked at.',
  leanUnknown: 'Nobody has looked behind the packages yet. That is not the same as all being well.',
  helpQuestion: 'Where does a small sum help most?',
  helpUnit: (n: number) => plural(n, { one: 'project', other: 'projects' }),
  helpSentence: <T>(names: T) => say`much depends on and few carry: ${names}.`,
  helpNone: 'No project that was looked at is both critical here and weak.',
  helpUnknown: 'Health is not known yet, so nobody can say where help is needed.',
  helpCommand: 'A budget can be shared out with: headwater health fund --budget AMOUNT',
  assessed: 'Projects looked at',
  leaning: 'Packages on one person',
  unsupported: 'Packages nobody supports',
  byLevel: 'Health',
  levels: {
    good: 'good',
    fair: 'fair',
    weak: 'weak',
    withheld: 'too little known',
  } satisfies Record<HealthLevel, string> as Record<HealthLevel, string>,
  criticalityLevels: { low: 'low', medium: 'medium', high: 'high' } satisfies Record<
    CriticalityLevel,
    string
  > as Record<CriticalityLevel, string>,
  states: {
    active: 'active',
    slow: 'slow',
    dormant: 'dormant',
    unsupported: 'unsupported',
    unknown: 'not known',
  } satisfies Record<ProjectState, string> as Record<ProjectState, string>,
  warnings: {
    'one-person': 'one person carries it',
    'main-author-gone': 'the main author has stopped',
    'single-organization': 'one organization carries it',
    'license-changed': 'the license changed',
    deprecated: 'its makers tell people to leave it',
    'withdrawn-version': 'the version in use was withdrawn',
    'end-of-life': 'past its end of life',
    archived: 'declared unmaintained',
    'activity-halved': 'half as many changes in a year, or fewer',
    falling: 'health is falling',
  } satisfies Record<HealthWarning['id'], string> as Record<HealthWarning['id'], string>,
  quadrant: 'What depends on it, and how it is',
  quadrantExplanation:
    'Further right: more depends on it here. Higher: weaker. What stands at the upper right needs help first; hatched below are those whose health is not known.',
  quadrantTable: 'Criticality and health of the most critical projects',
  axisCriticality: 'criticality →',
  axisWeakness: '↑ weaker',
  axisUnknown: 'health not known',
  help: 'help first',
  project: 'Project',
  packages: 'Packages',
  products: 'Products',
  criticality: 'Criticality',
  health: 'Health',
  activity: 'State',
  absenceFactor: 'Half rests on',
  lastRelease: 'Last release',
  attention: 'What to know',
  funding: 'Takes money',
  fundingYes: 'yes',
  fundingNo: 'no route known',
  whereToHelp: 'Where help does most',
  whereToHelpNote:
    'Critical here, and weak, falling or carried by one person. Criticality and health are our own definitions; docs/methods.md states them.',
  warned: 'What deserves a look',
  nothingCollected: 'Health of projects was not looked at',
  nothingCollectedBody:
    'Give Headwater clones of the projects, or let it ask the registries that your package managers are set to.',
  withProject: (known: string, of: string) => `A project is known behind ${known} of ${of} packages.`,
  leanSentence: <T>(packages: Counted<T>) =>
    say`${packages.shown} ${plural(packages.n, { one: 'package leans', other: 'packages lean' })} on one person.`,
}
