/** What the commands about health print for a person. */

import type { CollectedHealth, HealthAnswer, HealthRank } from '#app/health-questions.ts'
import type { SubjectHealth } from '#domain/assessment/health.ts'
import type { Figure } from '#domain/figure.ts'
import type { Words } from '#text/words.ts'
import { alignedTable, type Cell } from './table.ts'

export function healthText({ asked, health, evidence }: HealthAnswer, words: Words): string {
  if (health === null) return `${words.health.nothingKnownOf(asked)}\n`
  const originals = evidence.map(({ source, observedOn, sha256 }) => [observedOn, source, sha256.slice(0, 12)])
  return `${subjectText(health, words)}${originals.length === 0 ? '' : `\n${words.health.evidence}\n${alignedTable([], originals)}`}`
}

export function collectedText({ projects }: CollectedHealth, words: Words): string {
  return projects.map(({ path, health }) => `${path}\n${subjectText(health, words)}`).join('\n')
}

/** @param most how many are listed */
export function rankText(rank: HealthRank, most: number, words: Words): string {
  const labels = words.health
  const help = new Set(rank.whereToHelp)
  const rows = urgentFirst(rank.subjects, help)
    .slice(0, most)
    .map((one): readonly Cell[] => [
      one.subject,
      one.criticalityLevel === null ? '–' : labels.criticalities[one.criticalityLevel],
      one.health.figure.known ? one.health.figure.value.toFixed(2) : labels.levels.withheld,
      one.state.figure.known ? labels.states[one.state.figure.value] : labels.unknown,
      one.products,
      [
        ...(help.has(one.subject) ? [labels.helpHere] : []),
        ...one.warnings.map(({ id }) => labels.warningNames[id]),
      ].join(', '),
    ])
  const head = [labels.subject, labels.criticality, labels.health, labels.state, labels.products, labels.warnings]
  const rest = rank.subjects.length - rows.length
  const { known, of } = rank.assessed.coverage
  const lines = [
    ...(rest > 0 ? [labels.more(rest)] : []),
    '',
    labels.coverage(known, of),
    ...(rank.unlisted > 0 ? [labels.nothingKnown(rank.unlisted)] : []),
  ]
  return `${rows.length === 0 ? '' : alignedTable(head, rows)}${lines.join('\n')}\n${declaredText(rank, words)}`
}

/** Where help counts most, then what enough is known of, each as ranked. */
function urgentFirst(subjects: readonly SubjectHealth[], help: ReadonlySet<string>): readonly SubjectHealth[] {
  const place = ({ subject, health }: SubjectHealth): number => (help.has(subject) ? 0 : health.figure.known ? 1 : 2)
  return subjects.toSorted((a, b) => place(a) - place(b))
}

function subjectText(health: SubjectHealth, words: Words): string {
  const labels = words.health
  const percent = (share: number): number => Math.round(share * 100)
  const { criticality, absenceFactor, state, openCodeLevel, criticalityScore, scorecard } = health
  const score = health.health.figure.known
    ? `${health.health.figure.value.toFixed(2)} (${labels.levels[health.level]}; ${labels.ofWeight(percent(health.known))})`
    : `${labels.levels.withheld} (${labels.ofWeight(percent(health.known))})`
  const shown = <T>(figure: Figure<T>, as: (value: T) => string): string =>
    figure.known ? as(figure.value) : `${labels.unknown} (${words.unknownReasons[figure.why]})`
  const facts: readonly (readonly [string, string])[] = [
    [labels.subject, health.subject],
    ...(health.packages.length === 0 ? [] : [[labels.packages, named(health.packages, words)] as const]),
    [labels.health, score],
    [labels.state, shown(state.figure, (value) => labels.states[value])],
    ...(criticality.figure.known && health.criticalityLevel !== null
      ? [
          [
            labels.criticality,
            `${criticality.figure.value.toFixed(2)} (${labels.criticalities[health.criticalityLevel]})`,
          ] as const,
        ]
      : []),
    [labels.absenceFactor, shown(absenceFactor.figure, String)],
    [labels.lastCommit, health.lastCommitOn ?? labels.unknown],
    [labels.lastRelease, health.lastReleaseOn ?? labels.unknown],
  ]
  const readings: readonly (readonly [string, string])[] = [
    [labels.openCode, shown(openCodeLevel.figure, ({ low, high }) => labels.openCodeLevel(low, high))],
    [
      labels.criticalityScore,
      shown(
        criticalityScore.figure,
        (value) => `${value.toFixed(2)}, ${labels.ofInputs(percent(health.criticalityScoreKnown))}`,
      ),
    ],
    [labels.scorecard, shown(scorecard.figure, (value) => labels.ofScale(value.toFixed(1), 10))],
  ]
  const parts = [
    alignedTable([], facts),
    ...(health.warnings.length === 0
      ? []
      : [
          `${labels.warnings}\n${health.warnings.map(({ id, detail }) => `  ${labels.warningWords[id](oneLine(detail))}\n`).join('')}`,
        ]),
    answersText(health, words),
    remediesText(health, words),
    ...(health.funding.length === 0
      ? []
      : [`${labels.funding}\n${health.funding.map(({ url }) => `  ${oneLine(url)}\n`).join('')}`]),
    `${labels.secondReadings}\n${alignedTable([], readings)}`,
    ...(state.figure.known && state.figure.value === 'dormant' ? [`${labels.dormant}\n`] : []),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function answersText({ indicators, open }: SubjectHealth, words: Words): string {
  const labels = words.health
  const rows: readonly (readonly Cell[])[] = [
    ...indicators
      .toSorted((a, b) => Number(a.answer === 'passed') - Number(b.answer === 'passed') || b.weight - a.weight)
      .map(({ indicator, answer, value, weight }): readonly Cell[] => [
        labels.indicators[indicator].question,
        labels.answers[answer],
        oneLine(value === '0' ? '–' : value),
        weight,
      ]),
    ...open.map(({ indicator, why }): readonly Cell[] => [
      labels.indicators[indicator].question,
      labels.answers.unknown,
      words.unknownReasons[why],
      '',
    ]),
  ]
  return alignedTable([labels.indicator, labels.answer, labels.value, labels.weight], rows)
}

function remediesText({ indicators }: SubjectHealth, words: Words): string {
  const failed = indicators.filter(({ answer }) => answer === 'failed').toSorted((a, b) => b.weight - a.weight)
  if (failed.length === 0) return ''
  const lines = failed.map(({ indicator }) => {
    const { label, why, remedy } = words.health.indicators[indicator]
    return `  ${label}: ${why} ${remedy}\n`
  })
  return `${words.health.remedies}\n${lines.join('')}`
}

function declaredText({ declaredUse }: HealthRank, words: Words): string {
  const labels = words.health.declared
  const lines = declaredUse.flatMap((use) => {
    const texts = (label: string, of: readonly { readonly text: string }[]): readonly string[] =>
      of.length === 0 ? [] : [`${label}: ${of.map(({ text }) => oneLine(text)).join(', ')}`]
    const number = (label: string, figure: Figure<number> | undefined): readonly string[] =>
      figure?.known === true ? [`${label}: ${figure.value.toLocaleString('en-US')}`] : []
    const stated = [
      ...number(labels.usersPerMonth, use.usersPerMonth?.figure),
      ...number(labels.runningInstances, use.runningInstances?.figure),
      ...texts(labels.otherUsers, use.otherUsers),
      ...texts(labels.experts, use.experts),
      ...texts(labels.supportRoutes, use.supportRoutes),
      ...texts(labels.serviceProviders, use.serviceProviders),
    ]
    return stated.length === 0 ? [] : [`  ${use.product}: ${stated.join(' · ')}\n`]
  })
  return lines.length === 0 ? '' : `\n${labels.head}\n${lines.join('')}`
}

const mostNamed = 5

function named(packages: readonly string[], words: Words): string {
  const first = packages.slice(0, mostNamed).join(', ')
  return packages.length > mostNamed ? `${first} ${words.health.more(packages.length - mostNamed)}` : first
}

/** Foreign text must not move the cursor nor break a line. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ')
}
