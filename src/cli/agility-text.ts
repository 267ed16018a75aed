/** What `value agility` prints for a person. */

import type { AgilityAnswer } from '#app/agility.ts'
import type { AgilityUnit, Freshness, Measured, PartBehind, PartMeasureId } from '#domain/assessment/agility.ts'
import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { Coverage } from '#domain/figure.ts'
import type { Formats } from '#text/formats.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

const mostShown = 15
const shownMeasures: readonly PartMeasureId[] = ['libyear', 'version-lag', 'pulse', 'release-frequency']

export function agilityText(answer: AgilityAnswer, words: Words, formats: Formats): string {
  const { agility, asOf, organization, subject } = answer
  const labels = words.agility
  const [first] = agility.freshness
  const whole = agility.freshness.filter(({ kind, id }) => kind === first?.kind && id === first.id)
  return [
    `${labels.title(subject ?? organization, formats.date(asOf))}\n`,
    freshnessText(whole, words, formats),
    behindText(agility.behind.slice(0, mostShown), words, formats),
    overTimeText(answer, words, formats),
    backlogText(answer, words, formats),
    gapsText(answer, words, formats),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function freshnessText(groups: readonly Freshness[], words: Words, formats: Formats): string {
  const labels = words.agility
  const rows = groups.flatMap((group) => {
    const told = shownMeasures.flatMap((id) => group.measures.filter(({ measure }) => measure === id))
    const isKnown = told.some(({ value }) => value.figure.known)
    const came = words.directness[group.directness]
    const measures = (isKnown ? told : told.slice(0, 1)).map(({ measure, value: { figure, coverage } }) => {
      const cells = figure.known
        ? [figure.value.sum, figure.value.mean, figure.value.median].map((n) => formats.exact(rounded(n)))
        : [words.unknownReasons[figure.why], '', '']
      // Days since releases, and releases a year, add up to nothing that means anything.
      const isSum = measure === 'libyear' || measure === 'version-lag' || !figure.known
      return [came, labels.measures[measure], ...(isSum ? cells : ['', ...cells.slice(1)]), of(coverage, formats)]
    })
    const { figure, coverage } = group.drift
    const share = figure.known
      ? [[came, labels.drift, formats.percent(figure.value), '', '', of(coverage, formats)]]
      : []
    return [...measures, ...share]
  })
  if (rows.length === 0) return `${labels.nothing}\n`
  return `${labels.freshness}\n${alignedTable(['', '', labels.sum, labels.mean, labels.median, labels.known], rows)}`
}

function behindText(behind: readonly PartBehind[], words: Words, formats: Formats): string {
  if (behind.length === 0) return ''
  const labels = words.agility
  const rows = behind.map(
    ({ package: name, version, latest, latestOn, libyears, lag, products, directness, introducedOn }) => [
      name,
      version,
      `${latest} (${formats.date(latestOn)})`,
      formats.exact(rounded(libyears)),
      lag === null ? '–' : `${lag.total} (${lag.major}/${lag.minor}/${lag.patch})`,
      words.directness[directness],
      products,
      introducedOn === null ? '–' : formats.date(introducedOn),
    ],
  )
  const head = [
    labels.part,
    labels.used,
    labels.newest,
    labels.measures.libyear,
    labels.lagSplit,
    labels.origin,
    labels.products,
    labels.since,
  ]
  return `${labels.behind(behind.length)}\n${alignedTable(head, rows)}`
}

function overTimeText({ agility }: AgilityAnswer, words: Words, formats: Formats): string {
  const labels = words.agility
  const all = agility.overTime.find(({ product }) => product === null)?.measures ?? []
  if (all.every(({ value }) => !value.figure.known)) return `${labels.overTime}\n  ${labels.noHistory}\n`
  const rows = all.map(({ measure, unit, value, before }) => {
    // The curve of cases that are closed may never fall so far.
    const isOpen = measure === 'time-to-remediate' && !value.figure.known && value.coverage.known > 0
    return [
      labels.measures[measure],
      isOpen ? labels.mostOpen : measured(value, unit, words, formats),
      value.figure.known && value.figure.value.p90 !== null
        ? quantity(value.figure.value.p90, unit, words, formats)
        : '',
      before === null ? '' : measured(before, unit, words, formats),
      of(value.coverage, formats),
    ]
  })
  const head = ['', labels.thisYear, labels.ninety, labels.yearBefore, labels.known]
  return `${labels.overTime}\n${alignedTable(head, rows)}${labels.proxyNote}\n`
}

function backlogText({ agility }: AgilityAnswer, words: Words, formats: Formats): string {
  const labels = words.agility
  const { updates, hours, money } = agility.backlog
  const rows = [
    [
      labels.updatesBehind,
      updates.figure.known ? formats.count(updates.figure.value) : words.unknownReasons[updates.figure.why],
      of(updates.coverage, formats),
    ],
    [labels.hours, hours.figure.known ? formats.range(hours.figure.value) : labels.hoursNotStated, ''],
    [labels.cost, money.figure.known ? formats.moneyRange(money.figure.value) : labels.hoursNotStated, ''],
  ]
  return `${labels.backlog}\n${alignedTable([], rows)}${labels.backlogNote}\n`
}

/** What is not known, and what would tell it. */
function gapsText({ agility, areAdvisoriesLoaded }: AgilityAnswer, words: Words, formats: Formats): string {
  const labels = words.agility
  const { withReleaseDates, withHistory, missing, backlog } = agility
  const lacking = withReleaseDates.of - withReleaseDates.known
  const ecosystems = missing.slice(0, 5).map(({ ecosystem, parts }) => `${ecosystem} ${formats.count(parts)}`)
  const lines = [
    lacking > 0 ? labels.askReleases(formats.count(lacking), ecosystems.join(', ')) : null,
    withHistory.known < withHistory.of
      ? labels.askHistories(formats.count(withHistory.of - withHistory.known), formats.count(withHistory.of))
      : null,
    areAdvisoriesLoaded ? null : labels.askAdvisories,
    backlog.hours.figure.known ? null : labels.askHours,
  ].filter((line) => line !== null)
  return lines.length === 0 ? '' : `${labels.gaps}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

function measured({ figure }: NamedAggregate<Measured>, unit: AgilityUnit, words: Words, formats: Formats): string {
  return figure.known ? quantity(figure.value.value, unit, words, formats) : words.unknownReasons[figure.why]
}

function quantity(value: number, unit: AgilityUnit, words: Words, formats: Formats): string {
  return unit === 'share' ? formats.percent(value) : words.agility.units[unit](formats.exact(rounded(value)))
}

/** Two decimals are more than the days behind these numbers carry. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function of({ known, of: all }: Coverage, formats: Formats): string {
  return `${formats.count(known)} / ${formats.count(all)}`
}
