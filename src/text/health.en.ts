/** Words about the health of upstream projects, in English. `indicators` has an entry for each indicator of the area. */

import type {
  HealthLevel,
  HealthWarning,
  IndicatorAnswer,
  IndicatorId,
  ProjectState,
} from '#domain/assessment/health.ts'
import type { CriticalityLevel } from '#domain/criticality.ts'
import { pluralIn } from './plural.ts'

const plural = pluralIn('en-US')
const numbers = new Intl.NumberFormat('en-US')
const count = (n: number): string => numbers.format(n)

/** What a person reads about one indicator. */
export type IndicatorWords = {
  readonly label: string
  readonly question: string
  /** What follows when the answer is no. */
  readonly why: string
  readonly remedy: string
}

export const health = {
  commands: {
    show: 'Show how well the project behind a package is: each indicator with its evidence, why it matters and what to do',
    rank: 'List the projects behind what is in use, most at risk first',
    collect: 'Tell the health of projects from their clones alone; nothing is kept',
    unit: 'only what products of this unit use',
    most: 'how many to list (default 25)',
    until: 'the last day of the history, as YYYY-MM-DD (default today)',
  },
  subject: 'Project',
  packages: 'Packages',
  products: 'Products',
  health: 'Health',
  criticality: 'Criticality',
  state: 'State',
  known: 'Known',
  answer: 'Answer',
  value: 'Found',
  indicator: 'Question',
  weight: 'Weight',
  evidence: 'Evidence',
  warnings: 'Warnings',
  remedies: 'What to do',
  secondReadings: 'Second readings',
  funding: 'Ways to pay',
  lastRelease: 'Last release',
  lastCommit: 'Last change',
  absenceFactor: 'People behind half of the changes',
  scorecard: 'OpenSSF Scorecard',
  openCode: 'Maintenance level of openCode',
  openCodeLevel: (low: number, high: number) =>
    low === high ? String(low) : `between ${low} and ${high}: how fast issues are answered is not known`,
  criticalityScore: 'criticality_score of OpenSSF',
  ofInputs: (percent: number) => `from ${percent} % of its inputs by weight`,
  ofWeight: (percent: number) => `${percent} % of the weight is known`,
  ofScale: (value: string, of: number) => `${value} of ${of}`,
  unknown: 'unknown',
  nothingKnownOf: (asked: string) => `${asked} is in use, and nothing is known of its health.`,
  nothingKnown: (n: number) =>
    `Nothing is known of ${count(n)} ${plural(n, { one: 'more project or package', other: 'more projects and packages' })} in use.`,
  coverage: (known: number, of: number) =>
    `Health is known of ${count(known)} of ${count(of)} ${plural(of, { one: 'project or package', other: 'projects and packages' })} in use.`,
  more: (n: number) => `… and ${count(n)} more`,
  helpHere: 'Help does most here',
  dormant: 'Dormant is not bad by itself: small things get finished.',
  answers: { passed: 'yes', failed: 'NO', unknown: 'unknown' } satisfies Record<
    IndicatorAnswer['answer'] | 'unknown',
    string
  >,
  levels: { good: 'good', fair: 'fair', weak: 'weak', withheld: 'too little known' } satisfies Record<
    HealthLevel,
    string
  > as Record<HealthLevel, string>,
  criticalities: { low: 'low', medium: 'medium', high: 'high' } satisfies Record<CriticalityLevel, string> as Record<
    CriticalityLevel,
    string
  >,
  states: {
    active: 'active',
    slow: 'slow',
    dormant: 'dormant',
    unsupported: 'unsupported',
    unknown: 'unknown',
  } satisfies Record<ProjectState, string> as Record<ProjectState, string>,
  warningNames: {
    'one-person': 'one person',
    'main-author-gone': 'main author gone',
    'single-organization': 'one organization',
    'license-changed': 'license changed',
    deprecated: 'deprecated',
    'withdrawn-version': 'withdrawn version',
    'end-of-life': 'end of life',
    archived: 'unmaintained by its own word',
    'activity-halved': 'half as active',
    falling: 'falling',
  } satisfies Record<HealthWarning['id'], string> as Record<HealthWarning['id'], string>,
  warningWords: {
    'one-person': (detail: string) => `One person carries it (${detail}).`,
    'main-author-gone': (detail: string) => `The main author is gone: last change ${detail}.`,
    'single-organization': (detail: string) => `One organization carries it (${detail}).`,
    'license-changed': (detail: string) => `The license changed: ${detail}.`,
    deprecated: (detail: string) => `Deprecated: ${detail}`,
    'withdrawn-version': (detail: string) => `A withdrawn version is in use: ${detail}.`,
    'end-of-life': (detail: string) => `Past its end of life: ${detail}.`,
    archived: (detail: string) => `It says itself that nobody maintains it: ${detail}`,
    'activity-halved': (detail: string) => `Half as many changes in a year, or fewer: ${detail}.`,
    falling: (detail: string) => `Falling: ${detail}.`,
  } satisfies Record<HealthWarning['id'], (detail: string) => string> as Record<
    HealthWarning['id'],
    (detail: string) => string
  >,
  declared: {
    head: 'Stated about use',
    usersPerMonth: 'Users a month',
    runningInstances: 'Running instances',
    otherUsers: 'Other users',
    experts: 'Whom to ask',
    supportRoutes: 'Support',
    serviceProviders: 'Service providers',
  },
  quadrant: 'Criticality against health',
  thresholds: {
    'H2-least-known': 'Known weight below which health is withheld',
    'H3-good': 'Health from which it is good',
    'H4-weak': 'Health below which it is weak',
    'H5-fall': 'Fall of health within twelve months that is falling',
    'H6-active-months': 'Months without a change or release up to which it is active',
    'H7-slow-months': 'Months up to which it is slow, and dormant beyond',
    'H8-one-organization': 'Share of changes from which one organization carries it',
    'H9-stale-months': 'Months after which facts are too old to count',
  },
  weightOf: (label: string) => `Weight: ${label}`,
  indicators: {
    'absence-factor': {
      label: 'More than one person carries it',
      question: 'Did it take at least two people to make half of the changes of the last year?',
      why: 'If one person leaves, fixes stop.',
      remedy: 'Offer reviews, time or a second maintainer, or pay for one.',
    },
    'code-of-conduct': {
      label: 'Code of conduct',
      question: 'Does it say how people treat each other?',
      why: 'It tells newcomers that somebody will act when needed.',
      remedy: 'Propose one in common use.',
    },
    'continuous-integration': {
      label: 'Checks on every change',
      question: 'Does the repository hold a pipeline that builds and checks?',
      why: 'Faults are found before they are released.',
      remedy: 'Propose a pipeline.',
    },
    'contributing-guide': {
      label: 'Contributing guide',
      question: 'Does it say how to take part?',
      why: 'Who must guess gives up sooner.',
      remedy: 'Offer to write the guide after your first contribution.',
    },
    'declared-maintained': {
      label: 'Does not call itself unmaintained',
      question: 'Is there no sentence in the README that says that nobody maintains it?',
      why: 'Then nobody will answer, by their own word.',
      remedy: 'Look for a fork or a successor, or offer to take over.',
    },
    'dependency-updates': {
      label: 'Dependencies are updated by a tool',
      question: 'Is a tool set up that proposes updates of what it builds on?',
      why: 'Known vulnerabilities below otherwise stay for long.',
      remedy: 'Propose the configuration of such a tool.',
    },
    'funding-route': {
      label: 'A way to pay',
      question: 'Does it name a way to give money?',
      why: 'Work that nobody pays for ends with the free time of those who do it.',
      remedy: 'Ask how to support the work; offer time when money cannot be taken.',
    },
    'license-file': {
      label: 'License file',
      question: 'Does the repository hold its license?',
      why: 'Without a license text nobody may use it with certainty.',
      remedy: 'Ask for a license file.',
    },
    'license-stable': {
      label: 'The license stayed',
      question: 'Are the newest releases under the same terms as those in use and those of two years ago?',
      why: 'New terms may forbid the use, or signal a company that changes course.',
      remedy: 'Have the new terms read before you update; look for a fork.',
    },
    'main-author-active': {
      label: 'The main author is still there',
      question: 'Did the person with most changes of the two years before change anything in the last six months?',
      why: 'When the one who knows most is gone, others need time to take over.',
      remedy: 'Find out who follows, and support them.',
    },
    'named-maintainers': {
      label: 'Governance is written down',
      question: 'Does it say who decides or who maintains what?',
      why: 'Who knows whom to ask gets an answer.',
      remedy: 'Ask who decides, and offer to write it down.',
    },
    'not-deprecated': {
      label: 'Not deprecated',
      question: 'Do publishers recommend the packages in use?',
      why: 'Deprecated packages get no repairs.',
      remedy: 'Move to the successor that the publishers name.',
    },
    'not-past-end-of-life': {
      label: 'Not past its end of life',
      question: 'Is every release line in use still supported?',
      why: 'After the end of life, vulnerabilities stay open.',
      remedy: 'Move to a line that is supported, or buy extended support.',
    },
    'not-withdrawn': {
      label: 'No withdrawn version in use',
      question: 'Are all versions in use still offered?',
      why: 'Versions are withdrawn because they are broken, harmful or wrongly licensed.',
      remedy: 'Move to a version that is still offered.',
    },
    'recent-activity': {
      label: 'Changes in the last half year',
      question: 'Did a person change anything in the last six months?',
      why: 'Without anybody at work, faults stay and questions are not answered. Small finished things may do without.',
      remedy: 'Ask whether the work is finished or abandoned, and offer help.',
    },
    'recent-release': {
      label: 'A release in the last year',
      question: 'Did a version come out in the last twelve months?',
      why: 'Repairs reach users only through releases.',
      remedy: 'Ask for a release, or help to prepare one.',
    },
    'release-rhythm': {
      label: 'Releases keep their rhythm',
      question: 'Is the newest version no older than three times the usual time between two?',
      why: 'A rhythm that stops is an early sign that work has stopped.',
      remedy: 'Ask whether a release is planned.',
    },
    'review-rules': {
      label: 'Rules for changes',
      question: 'Is it written down how a change is proposed and looked at?',
      why: 'Rules keep quality when people change.',
      remedy: 'Ask how reviews work, and offer to write it down.',
    },
    'reviewed-changes': {
      label: 'Changes are looked at by others',
      question: "Do at least a quarter of last year's commits show that somebody else looked at them?",
      why: 'Four eyes find more faults, and more planted ones.',
      remedy: 'Offer reviews: they are the scarcest help.',
    },
    'security-policy': {
      label: 'Security policy',
      question: 'Does it say how to report a vulnerability?',
      why: 'Otherwise findings become public before they are repaired, or get lost.',
      remedy: 'Propose a policy, and offer a contact.',
    },
    'several-organizations': {
      label: 'Several organizations stand behind it',
      question: 'Did it take at least two organizations to make half of the changes of the last year?',
      why: 'A single company can change the license, the direction or its mind.',
      remedy: 'Talk to others who depend on it, or take part yourselves.',
    },
    'several-publishers': {
      label: 'Several accounts may publish',
      question: 'May at least two accounts publish each package in use?',
      why: 'A lost or stolen account then neither stops releases nor goes unseen.',
      remedy: 'Ask for a second publisher, and for two-factor sign-in.',
    },
    tests: {
      label: 'Tests',
      question: 'Does the repository hold tests?',
      why: 'Without tests every update is a leap in the dark, also for those who help.',
      remedy: 'Contribute tests for what you use.',
    },
    'top-author-share': {
      label: 'No one makes nearly everything',
      question: 'Did the most active person make no more than four fifths of the changes of the last year?',
      why: 'What one person alone has written, others learn slowly.',
      remedy: 'Take over a part, for example tests or documentation.',
    },
  } satisfies Record<IndicatorId, IndicatorWords> as Record<IndicatorId, IndicatorWords>,
}
