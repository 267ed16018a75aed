/** What would be lost if the office stopped: five losses, each watched by figures. A proposal of ours after the founding chapter. */

import type { AdviceNeed, LossId, LossView, Sentinel, SentinelId } from '#domain/assessment/advice.ts'
import { criticalityLevel, criticalityOfPackages } from '#domain/criticality.ts'
import { lift, unknown, type FigureId, type NamedFigure } from '#domain/figure.ts'
import { recordEnd } from '#domain/office.ts'
import { decisionsWithin } from '#advice/scenarios/measures.ts'
import type { Settings } from '#advice/scenarios/assumptions.ts'
import { daysBefore, figureIds, type AdviceFacts } from '#advice/facts.ts'
import { methods } from '#advice/methods.ts'
import { openDuties, overdueDuties } from './duties.ts'
import { currentRules, keyFigure } from './key-figures.ts'

const losses: readonly (readonly [LossId, readonly SentinelId[]])[] = [
  ['expertise', ['people-trained', 'people-active', 'office-people', 'office-bus-factor', 'open-requests']],
  ['security-and-legal', ['open-findings', 'overdue-duties', 'policies-past-review', 'waivers-past-end']],
  ['community', ['contribution-trend', 'roles-held', 'idle-memberships']],
  ['reputation', ['inquiry-contacts', 'published-products']],
  ['silent-need', ['value-depending', 'critical-parts', 'open-duties', 'decisions-per-quarter']],
]

export function lossViews(facts: AdviceFacts, settings: Settings): readonly LossView[] {
  return losses.map(([loss, sentinels]) => ({
    loss,
    sentinels: sentinels.map((id) => sentinel(facts, settings, id)),
  }))
}

type Found =
  | { readonly figure: NamedFigure; readonly need: AdviceNeed; readonly examples?: readonly string[] }
  | { readonly value: number; readonly inputs: readonly FigureId[]; readonly examples?: readonly string[] }
  | { readonly need: AdviceNeed }

const mostExamples = 5

function sentinel(facts: AdviceFacts, settings: Settings, id: SentinelId): Sentinel {
  const found = watch[id](facts, settings)
  const own = `advice/continuity/${id}`
  if ('value' in found)
    return {
      id,
      figure: { id: own, figure: lift(found.value, methods.counted, found.inputs) },
      need: null,
      examples: (found.examples ?? []).slice(0, mostExamples),
    }
  if ('figure' in found) {
    const { figure, need, examples = [] } = found
    return { id, figure, need: figure.figure.known ? null : need, examples: examples.slice(0, mostExamples) }
  }
  return { id, figure: { id: own, figure: unknown('not-collected') }, need: found.need, examples: [] }
}

const key =
  (of: Parameters<typeof keyFigure>[1]): ((facts: AdviceFacts) => Found) =>
  (facts) => {
    const { figure, need } = keyFigure(facts, of)
    return figure === null ? { need: need ?? 'records' } : { figure, need: need ?? 'records' }
  }

const watch: Readonly<Record<SentinelId, (facts: AdviceFacts, settings: Settings) => Found>> = {
  'people-trained': key('training-reach'),
  'people-active': key('contributors'),
  'office-people': ({ program, portfolio }) => {
    const place = program.charter?.place ?? null
    if (place === null) return { need: 'charter' }
    const people = portfolio.organization.people.filter(
      ({ unit, from, to }) =>
        unit === place && (from === null || from <= portfolio.asOf) && (to === null || to >= portfolio.asOf),
    )
    return { value: people.length, inputs: [figureIds.charter, figureIds.units], examples: people.map(({ id }) => id) }
  },
  'office-bus-factor': (facts) => {
    if (facts.program.duties === null) return { need: 'duties' }
    const duties = openDuties(facts)
    const owned = [...Map.groupBy(duties, ({ owner }) => owner)].toSorted(
      ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
    )
    const inputs = [figureIds.list('duties'), ...duties.map(({ id }) => figureIds.duty(id))]
    let carried = 0
    let people = 0
    for (const [, own] of owned) {
      if (carried * 2 >= duties.length) break
      carried += own.length
      people += 1
    }
    return {
      figure: { id: 'advice/continuity/office-bus-factor', figure: lift(people, methods.busFactor, inputs) },
      need: 'duties',
      examples: owned.map(([owner]) => owner),
    }
  },
  'open-requests': ({ requests }) =>
    requests === null || requests === undefined
      ? { need: 'requests' }
      : {
          value: requests.filter(({ closedOn }) => closedOn === null).length,
          inputs: requests.map(({ figure }) => figure),
        },
  'open-findings': key('open-vulnerabilities'),
  'overdue-duties': (facts) => {
    if (facts.program.duties === null) return { need: 'duties' }
    const overdue = overdueDuties(facts)
    return {
      value: overdue.length,
      inputs: [figureIds.list('duties'), ...overdue.map(({ id }) => figureIds.duty(id))],
      examples: overdue.map(({ title }) => title),
    }
  },
  'policies-past-review': (facts) => {
    const rules = currentRules(facts)
    if (rules.length === 0) return { need: 'records' }
    const past = rules.filter((rule) => recordEnd(rule) < facts.portfolio.asOf)
    return {
      value: past.length,
      inputs: rules.map(({ id }) => figureIds.record(id)),
      examples: past.map(({ title }) => title),
    }
  },
  'waivers-past-end': ({ program, portfolio }) => {
    if (program.dismissals === null) return { need: 'decisions' }
    const past = program.dismissals.filter(({ until }) => until < portfolio.asOf)
    return {
      value: past.length,
      inputs: [figureIds.list('dismissals')],
      examples: past.map(({ scenario }) => scenario),
    }
  },
  'contribution-trend': (facts) => {
    const now = facts.contribution?.activeDays
    if (now === undefined) return { need: 'contribution' }
    const from = daysBefore(facts.portfolio.asOf, 300)
    const before = (facts.earlier ?? [])
      .filter(({ on }) => on < from)
      .flatMap(({ figures }) => figures.filter(({ id }) => id === now.id))
      .at(-1)
    if (before === undefined) return { need: 'earlier' }
    if (!now.figure.known || !before.figure.known) return { need: 'clones' }
    const change = now.figure.value - Number(before.figure.value)
    return {
      figure: { id: 'advice/continuity/contribution-trend', figure: lift(change, methods.change, [now.id]) },
      need: 'contribution',
    }
  },
  'roles-held': key('roles-held'),
  'idle-memberships': ({ office, portfolio }) => {
    const memberships = office.records.filter(
      ({ kind, on }) => (kind === 'membership' || kind === 'working-group') && on <= portfolio.asOf,
    )
    if (memberships.length === 0) return { need: 'records' }
    // A group in which nobody took part for half a year.
    const from = daysBefore(portfolio.asOf, 182)
    const idle = memberships.filter(({ on, reviewedOn }) => (reviewedOn ?? on) < from)
    return {
      value: idle.length,
      inputs: memberships.map(({ id }) => figureIds.record(id)),
      examples: idle.map(({ title }) => title),
    }
  },
  'inquiry-contacts': ({ maturity }) => {
    const contact = maturity?.units
      .find(({ unit }) => unit === null)
      ?.indicators.find(({ indicator }) => indicator === 'IC12')
    return contact === undefined ? { need: 'maturity' } : { figure: contact.value, need: 'records' }
  },
  'published-products': key('published-products'),
  'value-depending': key('value-in-use'),
  'critical-parts': ({ portfolio, inventory }) => {
    if (portfolio.documents.length === 0) return { need: 'products' }
    const critical = criticalityOfPackages(portfolio).filter(({ k }) => criticalityLevel(k) === 'high')
    return {
      value: critical.length,
      inputs: inventory === null || inventory === undefined ? [figureIds.units] : [inventory.packages.id],
      examples: critical.toSorted((a, b) => b.k - a.k || (a.package < b.package ? -1 : 1)).map((one) => one.package),
    }
  },
  'open-duties': (facts) => {
    if (facts.program.duties === null) return { need: 'duties' }
    const duties = openDuties(facts)
    return {
      value: duties.length,
      inputs: [figureIds.list('duties'), ...duties.map(({ id }) => figureIds.duty(id))],
      examples: duties.map(({ title }) => title),
    }
  },
  'decisions-per-quarter': (facts, settings) => {
    const decisions = decisionsWithin(facts, settings)
    if (decisions === undefined) return { need: 'decisions' }
    return {
      value: Math.round(((decisions.length * 91) / settings('S-year-days')) * 100) / 100,
      inputs: decisions.map(({ figure }) => figure),
    }
  },
}
