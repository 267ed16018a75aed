/** Words about security practices, ends of life and funding, in English. */

import type { FundingOutcome, NotFunded } from '#domain/assessment/funding.ts'
import type { FundingShare } from '#domain/assessment/health.ts'
import type { LifecycleState } from '#domain/lifecycle.ts'
import type { CheckName, CheckReason } from '#domain/scorecard.ts'
import { pluralIn } from './plural.ts'

const plural = pluralIn('en-US')
const numbers = new Intl.NumberFormat('en-US')
const count = (n: number): string => numbers.format(n)

export const practices = {
  checks: {
    'Binary-Artifacts': 'No executables checked in',
    'Branch-Protection': 'Branches are protected',
    'CI-Tests': 'Tests run before changes are taken',
    'CII-Best-Practices': 'A badge for best practices',
    'Code-Review': 'Changes are reviewed by another person',
    Contributors: 'People of several organizations contribute',
    'Dangerous-Workflow': 'No workflow runs what strangers write',
    'Dependency-Update-Tool': 'A tool keeps dependencies up to date',
    Fuzzing: 'Fed with random input',
    License: 'A license file',
    Maintained: 'Worked on in the last 90 days',
    Packaging: 'Packages are built and published by a workflow',
    'Pinned-Dependencies': 'Builds take what they need by hash',
    SAST: 'Code is analyzed for mistakes',
    SBOM: 'A list of parts is kept',
    'Security-Policy': 'It is said how to report a vulnerability',
    'Signed-Releases': 'Releases are signed',
    'Token-Permissions': 'Workflows hold no more rights than they need',
    Vulnerabilities: 'No known open vulnerability',
    Webhooks: 'Calls to other services are authenticated',
  } satisfies Record<CheckName, string> as Record<CheckName, string>,
  reasons: {
    'none-found': 'none found',
    found: 'found',
    'not-kept-here': 'source files are not read here, so it may still be there',
    'host-only': 'only the host of the project knows',
    'no-workflows': 'there are no workflows',
    'workflow-unreadable': 'a workflow could not be read',
    'dangerous-pattern': 'a workflow runs what strangers write',
    'excessive-permissions': 'workflows hold more rights than they need',
    'least-privilege': 'workflows hold only the rights they need',
    'no-dependencies': 'builds take nothing from elsewhere',
    'all-pinned': 'everything is taken by hash',
    'some-not-pinned': 'some of it is not taken by hash',
    'file-without-text': 'the file is there and was not read',
    archived: 'the project is archived',
    'too-young': 'the project is younger than 90 days',
    'commits-counted': 'by its commits; work on issues is not seen',
    'shallow-history': 'the clone holds only the newest part of the history',
    'few-review-traces': 'reviews leave too few traces in the history',
    'review-traces': 'by merges and review lines in the history',
    'no-releases': 'no tag names a version',
    'tags-signed': 'by the signatures of tags; files beside releases are not seen',
    'tags-not-signed': 'tags are not signed; files beside releases are not seen',
    'not-matched': 'nobody matched it against advisories',
  } satisfies Record<CheckReason, string> as Record<CheckReason, string>,
  partialScorecard: (known: number, of: number) => `over a weight of ${count(known)} of ${count(of)}`,
  staleScorecard: (days: number) => `${count(days)} days old; run it again`,
  lifecycle: {
    supported: 'supported',
    'security-only': 'security fixes only',
    ended: 'support has ended',
  } satisfies Record<LifecycleState, string> as Record<LifecycleState, string>,
  endedSince: (day: string) => `support ended on ${day}`,
  extendedUntil: (day: string) => `longer support until ${day} may be had`,
  imported: (products: number, cycles: number) =>
    `${count(products)} ${plural(products, { one: 'product', other: 'products' })} with ${count(cycles)} release ${plural(cycles, { one: 'line', other: 'lines' })}`,
  fund: {
    summary: 'Share a budget out among those you lean on, by use, criticality and health',
    budget: 'what there is to give, in whole units of the currency',
    currency: 'ISO 4217 code such as USD or EUR (default: the currency of the organization)',
    floor: 'the least that one receiver gets (default 100)',
    cap: 'the largest share of the budget for one receiver, above 0 and up to 1 (default 0.25)',
    most: 'how many receive something at most (default 20)',
    unit: 'only what the products of this unit use',
    head: ['Receiver', 'Amount', 'Share', 'How', 'Use U', 'Criticality K', 'Health H', 'Limit'] as readonly string[],
    remedy: { time: 'time of your own people', money: 'money' } satisfies Record<FundingShare['remedy'], string>,
    limit: { floor: 'floor', cap: 'cap' },
    assumedHealth: (health: string) => `${health} (assumed)`,
    byProducts: (use: string) => `${use} (by products)`,
    links: 'Where they take money',
    formula: 'Share by U·K·(1 − H). Amounts for time say what your own people’s time may cost.',
    total: (amount: string, receivers: number) =>
      `${amount} for ${count(receivers)} ${plural(receivers, { one: 'receiver', other: 'receivers' })}`,
    unassigned: (amount: string) => `${amount} is left: everybody who can receive is at the cap, or nobody can.`,
    assumed: (n: number) =>
      `Health is unknown for ${count(n)} ${plural(n, { one: 'receiver', other: 'receivers' })}; a half stands in.`,
    nobody: 'Nobody can receive anything: no funding page is known, and no skill is declared.',
    notFunded: (n: number, why: string) => `Without a share: ${count(n)} (${why})`,
    why: {
      'no-receiver': 'no funding page, no declared skill',
      'no-need': 'nothing to do by these factors',
      'unknown-factors': 'use or criticality is unknown',
      'below-floor': 'the floor does not reach for all',
      'beyond-most': 'others need it more',
    } satisfies Record<NotFunded['why'], string> as Record<NotFunded['why'], string>,
    more: (n: number) => `… and ${count(n)} more (show them with --json)`,
  },
  followUp: {
    summary: 'Show how those you gave money or time to have fared since',
    head: ['Receiver', 'Given', 'Hours', 'First', 'Health before', 'Health now', 'Change'] as readonly string[],
    notCause: 'This shows what came after. It does not show that what you gave was the cause.',
    noLedger: 'No ledger of money and time given is at hand. Name one under ledgerFiles in organization.yaml.',
    nobody: 'The ledger names no receiver.',
    on: (health: string, day: string) => `${health} (${day})`,
    why: {
      'not-assessed-before': 'not assessed before',
      'not-assessed-since': 'not assessed since',
      'unknown-before': 'unknown before',
      'unknown-now': 'unknown now',
    } satisfies Record<NonNullable<FundingOutcome['why']>, string> as Record<
      NonNullable<FundingOutcome['why']>,
      string
    >,
  },
  amount: (amount: number, currency: string) => amountIn('en-US', amount, currency),
}

/** With the digits that the currency has; a code that is none stands behind the number. */
export function amountIn(locale: string, amount: number, currency: string): string {
  return /^[A-Z]{3}$/.test(currency)
    ? new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount).replaceAll('\u202F', '\u00A0')
    : `${new Intl.NumberFormat(locale).format(amount)} ${currency}`
}
