import { figureIds, type AdviceFacts } from '#advice/facts.ts'
import { activeGoals, isYes, recordValue } from '#advice/scenarios/measures.ts'
import type { Settings } from '#advice/scenarios/assumptions.ts'
import { defineScenario, measured, missing, type Measured } from '#advice/scenarios/scenario.ts'

/** Roles of people who make software; whoever has another one too stands for another function. */
const engineering = new Set([
  'engineer',
  'developer',
  'maintainer',
  'architect',
  'operator',
  'security',
  'champion',
  'ospo-lead',
])

/**
 * Duties of people, and goals of sponsors, who do something other than making software. One list alone can show that there are
 * enough, never that there are too few.
 */
function ownersOutside(facts: AdviceFacts, settings: Settings): Measured {
  const { program, portfolio } = facts
  const goals = activeGoals(facts)
  const outside = new Set(
    portfolio.organization.people.flatMap(({ id, roles }) =>
      roles.some((role) => !engineering.has(role)) ? [id] : [],
    ),
  )
  const owned = [
    ...(program.duties ?? []).map(({ id, owner, title }) => ({ figure: figureIds.duty(id), owner, title })),
    ...(goals ?? []).flatMap(({ id, sponsor, title }) =>
      sponsor === null ? [] : [{ figure: figureIds.goal(id), owner: sponsor, title }],
    ),
  ]
  const counted = owned.filter(({ owner }) => outside.has(owner))
  if (counted.length < settings('C3-owners')) {
    if (program.duties === null) return missing('duties')
    if (goals === undefined) return missing('goals')
  }
  return measured(
    counted.length,
    [figureIds.units, ...owned.map(({ figure }) => figure)],
    counted.map(({ title }) => title),
  )
}

export const scenario = defineScenario({
  id: 'nobody-outside-engineering',
  number: 'C3',
  version: 1,
  label: {
    en: 'Nobody outside engineering feels responsible',
    de: 'Außerhalb der Technik fühlt sich niemand zuständig',
    ja: '技術部門の外に責任を持つ人がいない',
  },
  source: 'CHAPTER',
  gravity: 2,
  needed: 1,
  symptoms: [
    {
      id: 'owners-outside',
      label: {
        en: 'Duties and goals owned outside engineering',
        de: 'Aufgaben und Ziele, für die jemand außerhalb der Technik einsteht',
        ja: '技術部門の外の人が担う業務と目標',
      },
      unit: 'count',
      measure: ownersOutside,
      shows: { when: 'below', limit: 'C3-owners' },
    },
    {
      id: 'procurement-policy',
      label: {
        en: 'The rules for purchasing speak of open source',
        de: 'Die Beschaffungsregeln sprechen von Open Source',
        ja: '調達の規則がオープンソースに触れている',
      },
      unit: 'yes',
      measure: (facts) => {
        const value = recordValue(facts, 'procurement-policy')
        return value.known ? { ...value, value: isYes(value) } : value
      },
      shows: { when: 'no' },
    },
  ],
  action: {
    en: [
      'Name an owner for {open-source} in legal, purchasing, finance, security and personnel.',
      'Put two sentences about {open-source} into the rules of each, written with them.',
      'Give each of them their own three numbers.',
    ],
    de: [
      'Benennen Sie für {open-source} je eine zuständige Person in Recht, Einkauf, Finanzen, Sicherheit und Personal.',
      'Schreiben Sie mit ihnen zwei Sätze über {open-source} in deren Regeln.',
      'Geben Sie allen ihre eigenen drei Zahlen.',
    ],
    ja: [
      '法務・調達・財務・安全・人事のそれぞれに{open-source}の担当を置く。',
      'それぞれの規則に、共に書いた{open-source}に関する二文を入れる。',
      'それぞれに必要な三つの数字を渡す。',
    ],
  },
  cost: 'low',
  effortDays: { low: 3, central: 8, high: 15 },
  effect: { symptom: 'owners-outside', withinMonths: 6 },
})
