/** What the commands about the office print for a person. */

import type { AdviceNow } from '#app/run-advice.ts'
import type { GoalView, KeyFigure, TrendLine } from '#domain/assessment/advice.ts'
import { lines, section } from './advice-text.ts'
import { figureText, local, shareFigures, type AdviceWords } from './advice-words.ts'
import { alignedTable, type Cell } from './table.ts'

export function startText({ assessment, facts }: AdviceNow, tell: AdviceWords): string {
  const { advice } = tell.words
  const { businessCase, baseline, reasons, charter, goals, questions } = assessment.start
  const { coverage, ...figures } = businessCase
  const known = (Object.entries(figures) as [keyof typeof advice.businessCase, KeyFigure['figure']][]).map(
    ([id, figure]): readonly Cell[] => [
      `  ${advice.businessCase[id]}`,
      figure === null ? advice.unknown : figureText(figure.figure, tell),
      figure?.id ?? '',
    ],
  )
  const covered = coverage.map(
    ({ of, coverage: { known: have, of: all, unit } }) =>
      `${advice.keyFigures[of]} ${advice.coverageOf(have, all, unit)}`,
  )
  const sections = [
    `${advice.adviceOn(facts.portfolio.organization.name, assessment.asOf)}\n${advice.profile(advice.profiles[assessment.profile], assessment.isProfileStated)}\n`,
    section(advice.businessCaseHead, alignedTable([], known) + lines(covered)),
    section(
      advice.reasonsHead,
      reasons
        .map(
          ({ rank, reason, coverage: { known: have, of }, indicators, needsBaseline }) =>
            `${lines([`${advice.reasonLine(rank, advice.reasons[reason], have, of)}${needsBaseline ? `; ${advice.baselineNeeded}` : ''}`])}${keyFigureTable(indicators, tell, '     ')}`,
        )
        .join(''),
    ),
    section(advice.baselineHead, keyFigureTable(baseline, tell, '  ')),
    section(
      advice.charterHead,
      alignedTable(
        [],
        charter.map(({ item, isThere, until }) => [
          `  ${advice.charterItems[item]}`,
          isThere === null ? advice.unknown : isThere ? advice.there : advice.notThere,
          until === null ? '' : isThere === true ? advice.until(until) : advice.since(until),
        ]),
      ),
    ),
    section(advice.goalsHead, goalsBody(goals, tell)),
    section(advice.questionsHead, lines(questions.map(({ text }) => local(text, tell)))),
    `${advice.ours}\n`,
  ]
  return tell.said(sections.filter((text) => text !== '').join('\n'))
}

function keyFigureTable(figures: readonly KeyFigure[], tell: AdviceWords, indent: string): string {
  const { advice } = tell.words
  return alignedTable(
    [],
    figures.map(({ id, figure, need }) => [
      `${indent}${advice.keyFigures[id]}`,
      need !== null
        ? advice.missing(advice.needs[need])
        : figureText(figure?.figure ?? { known: false, why: 'not-collected', from: [] }, tell, shareFigures.has(id)),
      need === null ? (figure?.id ?? '') : '',
    ]),
  )
}

export function goalsText({ assessment }: AdviceNow, tell: AdviceWords): string {
  const { advice } = tell.words
  const { servedGoals, withoutGoal } = assessment.sustain
  const sections = [
    section(advice.goalsHead, goalsBody(servedGoals, tell)),
    section(
      advice.withoutGoalHead,
      lines(withoutGoal.map(({ on, title, role }) => `${on} ${advice.roles[role]}: ${title}`)),
    ),
  ]
  return tell.said(sections.filter((text) => text !== '').join('\n'))
}

function goalsBody(goals: readonly GoalView[], tell: AdviceWords): string {
  const { advice } = tell.words
  if (goals.length === 0) return lines([advice.noGoals])
  return goals.map((goal) => goalBody(goal, tell)).join('')
}

function goalBody(goal: GoalView, tell: AdviceWords): string {
  const { advice } = tell.words
  const number = (value: number | null): string => (value === null ? advice.unknown : tell.formats.exact(value))
  const unit = tell.organization.units.find(({ id }) => id === goal.jointOwner)?.name ?? goal.jointOwner
  const now = goal.now?.figure.known === true ? number(goal.now.figure.value) : advice.unknown
  const details = [
    goal.organizationGoal === null ? advice.goalForNothing : advice.goalFor(goal.organizationGoal),
    advice.sponsoredBy(goal.sponsor ?? advice.nobody, unit ?? advice.nobody),
    advice.measuredBy(goal.measure, number(goal.baseline), now, number(goal.target), goal.by),
    advice.progress(goal.progress.figure.known ? tell.formats.percent(goal.progress.figure.value) : advice.unknown),
    ...(goal.parts.length === 0 ? [] : [advice.partsOfGoal(tell.formats.list(goal.parts))]),
    ...(goal.outputs.length === 0
      ? [advice.servedByNothing]
      : [
          advice.servedBy(goal.outputs.length),
          ...goal.outputs.map(({ on, title, role }) => `  ${on} ${advice.roles[role]}: ${title}`),
        ]),
  ]
  return `${lines([`${goal.id}: ${goal.title}`])}${lines(details.map((text) => `  ${text}`))}`
}

export function rolesText({ assessment }: AdviceNow, days: number, tell: AdviceWords): string {
  const { advice } = tell.words
  const body = assessment.roles
    .map(({ role, outputs, recent, isEmpty }) => {
      const count = recent.figure.known ? ` (${recent.figure.value})` : ''
      const finding = isEmpty === null ? [advice.roleUnknown] : isEmpty ? [advice.emptyRole] : []
      const shown = outputs.map(({ on, title }) => `${on} ${title}`)
      return `${advice.roles[role]}${count}: ${advice.roleJobs[role]}\n${lines([...finding, ...shown])}`
    })
    .join('')
  return tell.said(`${advice.rolesHead(days)}\n\n${body}`)
}

export function continuityText({ assessment, facts }: AdviceNow, tell: AdviceWords): string {
  const { advice } = tell.words
  const { losses, handedOver, services, trend, calendar } = assessment.sustain
  const unitName = (id: string): string => tell.organization.units.find((unit) => unit.id === id)?.name ?? id
  const overdue = calendar.filter(({ isOverdue }) => isOverdue)
  const sections = [
    `${advice.continuityHead} (${facts.portfolio.organization.name}, ${assessment.asOf})\n`,
    ...losses.map(({ loss, sentinels }) =>
      section(
        advice.losses[loss],
        sentinels
          .map(({ id, figure, need, examples }) => {
            const value =
              need === null ? figureText(figure.figure, tell, shareFigures.has(id)) : advice.missing(advice.needs[need])
            return lines([
              `${advice.sentinels[id]}: ${value}${examples.length === 0 ? '' : ` – ${examples.join('; ')}`}`,
            ])
          })
          .join(''),
      ),
    ),
    section(advice.calendarHead, lines(overdue.map(({ on, title }) => `${on} ${title} (${advice.overdue})`))),
    section(
      advice.servicesHead,
      lines(
        services.map(({ title, process, lastUsed }) =>
          advice.service(title, process ?? advice.noProcess, lastUsed ?? advice.unknown),
        ),
      ),
    ),
    section(
      advice.handedOverHead,
      lines(
        handedOver.length === 0
          ? [advice.handedOverNone]
          : handedOver.map(({ title, to }) => advice.handedOver(title, unitName(to))),
      ),
    ),
    section(advice.trendHead, trendText(trend, tell)),
  ]
  return tell.said(sections.filter((text) => text !== '').join('\n'))
}

function trendText(trend: readonly TrendLine[], tell: AdviceWords): string {
  return lines(
    trend.map(
      ({ figure, points }) =>
        `${figure}: ${points.map(({ on, figure: { figure: value } }) => `${on} ${figureText(value, tell)}`).join(' → ')}`,
    ),
  )
}

export function calendarText({ assessment }: AdviceNow, tell: AdviceWords): string {
  const { advice } = tell.words
  const { calendar } = assessment.sustain
  if (calendar.length === 0) return `${advice.nothingDue}\n`
  return tell.said(
    alignedTable(
      [advice.dayHead, advice.kindHead, advice.titleHead, advice.everyHead, advice.ownerHead, ''],
      calendar.map(({ on, kind, id, title, everyMonths, owner, isOverdue }) => [
        on,
        advice.calendarKinds[kind],
        kind === 'check' || kind === 'dismissal'
          ? local(assessment.scenarios.find((one) => one.id === id)?.label ?? { en: title, de: title, ja: title }, tell)
          : title,
        everyMonths === null ? '' : advice.months(everyMonths),
        owner ?? '',
        isOverdue ? advice.overdue : '',
      ]),
    ),
  )
}
