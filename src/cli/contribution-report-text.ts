/** What `contrib report` and `contrib outward` print for a person. */

import type { ContributionReport } from '#app/contribution-report.ts'
import type { OutwardReport } from '#app/outward-report.ts'
import type { ContributionAssessment, ForkContribution } from '#domain/assessment/contribution.ts'
import type { NamedFigure } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { assumptionLabel } from '#text/assumption-label.ts'
import { formatsFor, type Formats } from '#text/formats.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import { alignedTable, type Cell } from './table.ts'

export function contributionReportText(report: ContributionReport, words: Words, language: Language): string {
  const { contribution } = report
  const formats = formatsFor(language)
  const speech: Speech = { words, formats, labels: words.contributions }
  const { labels } = speech
  const sections = [
    netPosition(report, speech),
    activity(contribution, speech),
    projects(contribution, speech),
    critical(contribution, speech),
    outward(contribution, speech),
    forks(contribution, speech),
    ledger(contribution, speech),
    assumptions(contribution, speech, language),
    report.gaps.length === 0 ? '' : titled(labels.gapsHead, report.gaps.map((gap) => `${labels.gaps[gap]}\n`).join('')),
  ]
  return sections.filter((section) => section !== '').join('\n')
}

export function outwardText({ projects: found, rows }: OutwardReport, words: Words, formats: Formats): string {
  const labels = words.contributions
  const table = alignedTable(
    [labels.project, labels.commits, labels.listed, labels.ownShare, labels.people, labels.lastMonth],
    found.map(({ project, own, listed, ownShare, people, last }): Cell[] => [
      project,
      own,
      listed,
      formats.percent(ownShare),
      people ?? words.unknownReasons.withheld,
      last,
    ]),
  )
  const total = labels.outwardTotal(formats.count(found.length), formats.count(rows))
  return found.length === 0 ? `${total}\n` : `${table}\n${total}\n`
}

type Speech = { readonly words: Words; readonly formats: Formats; readonly labels: Words['contributions'] }

function titled(title: string, body: string): string {
  return `${title}\n${body}`
}

function netPosition({ asOf, contribution, benchmarks, organization }: ContributionReport, speech: Speech): string {
  const { labels, formats } = speech
  const c = contribution
  const rows: readonly (readonly [string, NamedFigure<MoneyBand>])[] = [
    [labels.labor, c.labor],
    [labels.upstreamLabor, c.upstreamLabor],
    [labels.loggedTime, c.loggedTime],
    [labels.money, c.money],
    [labels.give, c.give],
    [labels.take, c.take],
  ]
  const bands = alignedTable(
    ['', labels.low, labels.central, labels.high],
    rows.map((row) => bandRow(row, speech)),
  )
  const beside = alignedTable(
    [],
    [
      bandRow([labels.replacementShare, c.replacementShare], speech),
      [...bandRow([labels.marginalMoney, c.marginalMoney], speech), effortText(c, speech)],
    ],
  )
  const { giveToTake, criticalCoverage, perDeveloper } = c.ratios
  const ratios = alignedTable(
    [],
    [
      [labels.giveToTake, shown(giveToTake, speech, (share) => `${formats.exact(Math.round(share * 1e4) / 100)} %`)],
      [
        labels.criticalCoverage(formats.count(c.critical.length)),
        shown(criticalCoverage, speech, ({ covered, of, share }) => `${covered} / ${of} (${formats.percent(share)})`),
      ],
      [labels.perDeveloper, shown(perDeveloper, speech, ({ central, currency }) => formats.money(central, currency))],
    ],
  )
  const { using, contributing } = benchmarks.benefitToCost
  const note = labels.notes.benchmarks(formats.exact(using), formats.exact(contributing), benchmarks.source)
  const head = `${organization.name} (${asOf})\n${labels.window(c.from, c.to)}\n`
  return [`${head}\n${bands}`, titled(labels.otherMethods, beside), titled(labels.ratios, ratios), `${note}\n`].join(
    '\n',
  )
}

function effortText({ marginalEffort }: ContributionAssessment, { labels, formats }: Speech): string {
  const { figure } = marginalEffort
  return figure.known ? labels.personMonths(formats.personMonths(figure.value)) : ''
}

function activity(c: ContributionAssessment, speech: Speech): string {
  const { labels, formats, words } = speech
  if (!c.activity.figure.known) return ''
  const group = ({ people, activeDays }: { people: number | null; activeDays: number | null }): Cell[] => [
    people ?? words.unknownReasons.withheld,
    activeDays ?? words.unknownReasons.withheld,
  ]
  const rows: Cell[][] = [[labels.activity, c.activity.figure.value.commits, ...group(c.activity.figure.value)]]
  if (c.unregistered.figure.known && c.unregistered.figure.value.commits > 0)
    rows.push([labels.shadow, c.unregistered.figure.value.commits, ...group(c.unregistered.figure.value)])
  const table = alignedTable(['', labels.commits, labels.people, labels.activeDays], rows)
  const units = alignedTable(
    [labels.unit, labels.commits, labels.people, labels.activeDays],
    c.byUnit.map(({ unit, commits, people, activeDays }): Cell[] =>
      commits === null
        ? [unit ?? labels.noUnit, labels.withheld]
        : [unit ?? labels.noUnit, commits, people ?? '', activeDays ?? ''],
    ),
  )
  const share = c.attribution.figure.known ? `${labels.attribution(formats.percent(c.attribution.figure.value))}\n` : ''
  const notes = `${labels.notes[c.coAuthors]}\n${labels.notes.squash}\n`
  return `${table}${share}${notes}${c.byUnit.length === 0 ? '' : `\n${titled(labels.units, units)}`}`
}

function projects({ repositories }: ContributionAssessment, { labels, formats, words }: Speech): string {
  if (repositories.length === 0) return ''
  const table = alignedTable(
    [
      labels.project,
      labels.relation,
      labels.commits,
      labels.ownShare,
      labels.people,
      labels.copies,
      labels.inUse,
      labels.criticality,
    ],
    repositories.map((one): Cell[] => [
      one.project ?? one.path,
      one.isOwn ? labels.yes : labels.no,
      one.own.commits,
      one.ownShare.figure.known
        ? formats.percent(one.ownShare.figure.value)
        : words.unknownReasons[one.ownShare.figure.why],
      one.own.people ?? words.unknownReasons.withheld,
      one.copies,
      one.packages.length,
      one.criticality === null ? '' : formats.exact(Math.round(one.criticality * 100) / 100),
    ]),
  )
  return titled(labels.projects, table)
}

function critical({ critical: packages }: ContributionAssessment, { labels, formats }: Speech): string {
  if (packages.length === 0) return ''
  const table = alignedTable(
    [labels.package, labels.criticality, labels.reached],
    packages.map(({ package: name, criticality, isReached }): Cell[] => [
      name,
      formats.exact(Math.round(criticality * 100) / 100),
      isReached ? labels.yes : labels.no,
    ]),
  )
  return titled(labels.critical, table)
}

function outward({ outward: found }: ContributionAssessment, { labels, formats, words }: Speech): string {
  if (found.length === 0) return ''
  const table = alignedTable(
    [labels.project, labels.commits, labels.ownShare, labels.people, labels.foundIn, labels.inUse, labels.criticality],
    found.map((one): Cell[] => [
      one.project,
      one.own,
      formats.percent(one.ownShare),
      one.people ?? words.unknownReasons.withheld,
      labels.from[one.from],
      one.packages.length,
      one.criticality === null ? '' : formats.exact(Math.round(one.criticality * 100) / 100),
    ]),
  )
  return titled(labels.outward, table)
}

function forks({ forks: carried, forkCost }: ContributionAssessment, speech: Speech): string {
  const { labels, formats } = speech
  if (carried.length === 0) return ''
  const money = (figure: NamedFigure<MoneyBand>): string =>
    shown(figure, speech, ({ central, currency }) => formats.money(central, currency))
  const table = alignedTable(
    [labels.fork, labels.patches, labels.hours, labels.perRelease, labels.releases, labels.perYear, labels.plan],
    carried.map((one): Cell[] => [
      one.part,
      one.patches === null ? '' : formats.count(one.patches),
      hoursOf(one, speech),
      money(one.perRelease),
      shown(one.releases, speech, formats.exact),
      money(one.perYear),
      one.plan ?? labels.noPlan,
    ]),
  )
  const { survey, withPlan, withoutPlan } = forkCost
  const hours = formats.count(survey.hoursPerRelease)
  const lines = [labels.plans(withPlan, withoutPlan), labels.survey(formats.count(survey.forks), hours, survey.source)]
  return titled(labels.forks, `${table}${lines.join('\n')}\n`)
}

function ledger({ ledger: totals }: ContributionAssessment, { labels, formats }: Speech): string {
  if (totals.length === 0) return ''
  const table = alignedTable(
    [labels.kind, labels.entries, labels.loggedHours, labels.amount],
    totals.map(({ kind, entries, hours, amount }): Cell[] => [
      labels.kinds[kind],
      entries,
      hours === 0 ? '' : formats.exact(hours),
      amount === 0 ? '' : formats.exact(amount),
    ]),
  )
  return titled(labels.ledger, table)
}

function assumptions(
  { assumptions: all, refusedAssumptions }: ContributionAssessment,
  { words, labels }: Speech,
  language: Language,
): string {
  const table = alignedTable(
    [],
    all.map(({ id, low, central, high, source }): Cell[] => [
      id,
      assumptionLabel({ id }, words, language),
      low === high ? central : `${low} / ${central} / ${high}`,
      source,
    ]),
  )
  return titled(labels.assumptions, table + refusedAssumptions.map((id) => `${labels.refused(id)}\n`).join(''))
}

function bandRow([label, figure]: readonly [string, NamedFigure<MoneyBand>], speech: Speech): Cell[] {
  const { formats, words } = speech
  if (!figure.figure.known) return [label, words.unknownReasons[figure.figure.why]]
  const { low, central, high, currency } = figure.figure.value
  return [label, formats.money(low, currency), formats.money(central, currency), formats.money(high, currency)]
}

/** An average of a survey is told as one; hours nobody could tell are unknown, not none. */
function hoursOf({ hoursPerRelease, basis }: ForkContribution, { words, labels, formats }: Speech): string {
  if (hoursPerRelease === null) return words.unknownReasons['not-collected']
  return `${formats.exact(hoursPerRelease)}${basis === 'stated' ? '' : ` (${labels.surveyHours})`}`
}

function shown<T>({ figure }: NamedFigure<T>, { words }: Speech, show: (value: T) => string): string {
  return figure.known ? show(figure.value) : words.unknownReasons[figure.why]
}
