/** What `health fund` and `health follow-up` print for a person. */

import type { FundingOutcome, FundingPlan, NotFunded } from '#domain/assessment/funding.ts'
import type { FundingFollowUp } from '#app/follow-up-funding.ts'
import type { Figure } from '#domain/figure.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

const mostRows = 40

export function planText({ shares, currency, budget, unassigned, notFunded }: FundingPlan, words: Words): string {
  const labels = words.practices.fund
  const amount = (value: number): string => words.practices.amount(value, currency)
  const scale = shares[0] === undefined || shares[0].minor === 0 ? 1 : shares[0].amount / shares[0].minor
  const lines: string[] = []
  if (shares.length === 0) lines.push(labels.nobody)
  else {
    const rows = shares
      .slice(0, mostRows)
      .map((share) => [
        share.subject,
        amount(share.amount),
        share.share.toFixed(3),
        labels.remedy[share.remedy],
        share.usageBasis === 'value' ? share.usage.toFixed(3) : labels.byProducts(share.usage.toFixed(3)),
        share.criticality.toFixed(3),
        share.isHealthAssumed ? labels.assumedHealth(share.health.toFixed(2)) : share.health.toFixed(2),
        share.limit === null ? '' : labels.limit[share.limit],
      ])
    lines.push(alignedTable(labels.head, rows).trimEnd())
    if (shares.length > mostRows) lines.push(labels.more(shares.length - mostRows))
    lines.push('', labels.total(amount((budget - unassigned) * scale), shares.length), labels.formula)
    const assumed = shares.filter(({ isHealthAssumed }) => isHealthAssumed).length
    if (assumed > 0) lines.push(labels.assumed(assumed))
  }
  if (unassigned > 0 && shares.length > 0) lines.push(labels.unassigned(amount(unassigned * scale)))
  lines.push(...reasons(notFunded).map(([why, count]) => labels.notFunded(count, labels.why[why])))
  const linked = shares.slice(0, mostRows).filter(({ remedy, links }) => remedy === 'money' && links.length > 0)
  if (linked.length > 0) {
    lines.push('', labels.links)
    lines.push(
      alignedTable(
        [],
        linked.map(({ subject, links }) => [subject, links[0]?.url ?? '']),
      ).trimEnd(),
    )
  }
  return `${lines.join('\n')}\n`
}

function reasons(notFunded: readonly NotFunded[]): readonly (readonly [NotFunded['why'], number])[] {
  return [...Map.groupBy(notFunded, ({ why }) => why)]
    .map(([why, all]) => [why, all.length] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

export function followUpText({ hasLedger, outcomes, currency }: FundingFollowUp, words: Words): string {
  const labels = words.practices.followUp
  if (!hasLedger) return `${labels.noLedger}\n`
  if (outcomes.length === 0) return `${labels.nobody}\n`
  const table = alignedTable(
    labels.head,
    outcomes.map((outcome) => [
      outcome.subject,
      outcome.amount === 0 ? '' : words.practices.amount(outcome.amount, currency),
      outcome.hours === 0 ? '' : outcome.hours.toFixed(1),
      outcome.firstOn,
      scoreText(outcome.before.figure, outcome.beforeOn, labels.on),
      scoreText(outcome.now.figure, outcome.nowOn, labels.on),
      changeText(outcome, words),
    ]),
  )
  return `${table}\n${labels.notCause}\n`
}

function scoreText(figure: Figure<number>, on: string | null, shown: (health: string, day: string) => string): string {
  return figure.known && on !== null ? shown(figure.value.toFixed(2), on) : ''
}

function changeText({ change, why }: FundingOutcome, words: Words): string {
  if (why !== null) return words.practices.followUp.why[why]
  if (!change.figure.known) return ''
  return `${change.figure.value < 0 ? '−' : '+'}${Math.abs(change.figure.value).toFixed(2)}`
}
