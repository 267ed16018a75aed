/** Words of the report about what is received and given, in English. */

import type { LedgerKind } from '#domain/contribution.ts'
import { pluralIn } from './plural.ts'
import { say, type Counted } from './phrase.ts'

const plural = pluralIn('en-US')

export const position = {
  label: 'What we receive and give',
  explanation:
    'What a year of use is worth against what went back in the last twelve months, on one scale. Three ratios stand beside one another, because no single one tells; teams are not ranked by them.',
  question: 'What do we give back?',
  givenUnit: 'a year, centrally',
  givenSentence: <T>(share: T) => say`That is ${share} of what a year of use is worth.`,
  givenOnly: 'What a year of use is worth is not known yet, so there is nothing to set it against.',
  givenParts: <T>(labor: T, money: T) => say`Work: ${labor}. Money: ${money}.`,
  givenUnknown: 'Nobody has looked at histories and no ledger is kept. That is not the same as giving nothing.',
  picture: 'Give and take in a year',
  pictureExplanation:
    'Left of the line what was given in the last twelve months, right of it what a year of use is worth (rebuilding it, spread over three years). Both sides have one scale.',
  pictureTable: 'Give and take in a year',
  given: 'given',
  received: 'received',
  side: 'Side',
  labor: 'Work on code',
  loggedTime: 'Other work, by the ledger',
  money: 'Money and things',
  give: 'Given',
  take: 'Received',
  ratios: 'Three ratios',
  giveToTake: 'Given ÷ received',
  criticalCoverage: 'Critical packages that got something',
  perDeveloper: 'Given per developer',
  projects: 'Where our people work',
  projectsNote:
    'Own commits of all in the last twelve months. People and days are shown for groups of five or more only. The share of the rebuild value stands beside the cost of the work and is never added to it.',
  project: 'Project',
  ownCommits: 'Own commits',
  allCommits: 'All commits',
  ownShare: 'Own share',
  people: 'People',
  days: 'Days',
  tooFew: 'fewer than five people',
  packages: 'Packages in use',
  criticality: 'Criticality',
  replacementShare: 'Share of the rebuild value',
  units: 'By unit',
  unit: 'Unit',
  noUnit: 'no unit',
  ledger: 'What the ledger holds',
  kind: 'Kind',
  entries: 'Entries',
  hours: 'Hours',
  amount: 'Amount',
  kinds: {
    sponsorship: 'sponsorship',
    membership: 'membership',
    bounty: 'bounty',
    'paid-maintainer': 'paid maintainer',
    event: 'event',
    infrastructure: 'infrastructure',
    review: 'reviews',
    issue: 'issues',
    triage: 'triage',
    documentation: 'documentation',
    security: 'security work',
    governance: 'governance',
    'working-group': 'working group',
    standards: 'standards',
    mentoring: 'mentoring',
    other: 'other',
  } satisfies Record<LedgerKind, string> as Record<LedgerKind, string>,
  unregistered: 'People who contribute from our addresses and are on no list',
  unregisteredSentence: <T>(commits: Counted<T>) =>
    say`${commits.shown} ${plural(commits.n, { one: 'commit', other: 'commits' })} came from addresses of ours that nobody has registered.`,
  unregisteredNone: 'Everybody who wrote from our addresses is on the list.',
  window: <T>(from: T, to: T) => say`From ${from} to ${to}, both days counted.`,
  nothingCollected: 'What is given back was not collected',
  nothingCollectedBody:
    'Give Headwater clones of the projects you work on, and a ledger of money and time: cloneFolders and ledgerFiles in organization.yaml.',
}
