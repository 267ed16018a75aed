import { figureIds, partsOfOrganization, recordsOf } from '#advice/facts.ts'
import { defineScenario, measured, missing } from '#advice/scenarios/scenario.ts'

export const scenario = defineScenario({
  id: 'units-understand-differently',
  number: '10a',
  version: 1,
  label: {
    en: 'Units understand different things by it',
    de: 'Die Einheiten verstehen Verschiedenes darunter',
    ja: '部門ごとに理解が食い違っている',
  },
  source: 'BOOK-OLD-3',
  gravity: 2,
  needed: 2,
  symptoms: [
    {
      id: 'spread',
      label: {
        en: 'Levels between the highest and the lowest unit',
        de: 'Stufen zwischen der höchsten und der niedrigsten Einheit',
        ja: '最も高い部門と低い部門の段階の差',
      },
      unit: 'levels',
      measure: ({ maturity }) => {
        const known = (maturity?.units ?? []).flatMap(({ unit, whole }) =>
          unit !== null && whole.level.figure.known
            ? [{ unit, floor: whole.level.figure.value.floor, figure: whole.level.id }]
            : [],
        )
        if (known.length < 2) return missing('maturity')
        const floors = known.map(({ floor }) => floor)
        const highest = Math.max(...floors)
        return measured(
          highest - Math.min(...floors),
          known.map(({ figure }) => figure),
          known.filter(({ floor }) => floor < highest).map(({ unit }) => unit),
        )
      },
      shows: { when: 'above', limit: 'S10a-spread' },
    },
    {
      id: 'without-policy',
      label: {
        en: 'Share of units that do not meet the usage policy',
        de: 'Anteil der Einheiten, die die Nutzungsrichtlinie nicht erfüllen',
        ja: '利用方針を満たしていない部門の割合',
      },
      unit: 'share',
      measure: ({ maturity, portfolio }) => {
        const ids = new Set(partsOfOrganization(portfolio.organization).map(({ id }) => id))
        const known = (maturity?.units ?? []).flatMap(({ unit, indicators }) => {
          const result = indicators.find(({ indicator }) => indicator === 'IC6')
          return unit !== null &&
            ids.has(unit) &&
            result !== undefined &&
            result.state !== 'unknown' &&
            result.state !== 'not-applicable'
            ? [{ unit, result }]
            : []
        })
        if (known.length === 0) return missing('maturity')
        const without = known.filter(({ result }) => result.state !== 'met')
        return measured(
          without.length / known.length,
          known.map(({ result }) => result.figure.id),
          without.map(({ unit }) => unit),
        )
      },
      shows: { when: 'above', limit: 'S10a-without-policy' },
    },
    {
      id: 'acknowledged',
      label: {
        en: 'Distance between the unit that acknowledged the rules most and the one that did least',
        de: 'Abstand zwischen der Einheit, die die Regeln am meisten bestätigt hat, und der am wenigsten',
        ja: '規則を最も確認した部門と最も確認していない部門の差',
      },
      unit: 'share',
      measure: (facts) => {
        const newest = new Map(
          recordsOf(facts, 'policy-acknowledgement')
            .filter(({ unit, value }) => unit !== null && typeof value === 'number')
            .toReversed()
            .map((record) => [record.unit, record]),
        )
        if (newest.size < 2) return missing('records')
        const records = [...newest.values()].toSorted((a, b) => Number(a.value) - Number(b.value))
        return measured(
          Number(records.at(-1)?.value) - Number(records[0]?.value),
          records.map(({ id }) => figureIds.record(id)),
          records.slice(0, 1).map(({ title }) => title),
        )
      },
      shows: { when: 'above', limit: 'S10a-acknowledged' },
    },
  ],
  action: {
    en: [
      'Publish one page with the principles that hold everywhere.',
      'Keep one policy with a local annex instead of one policy per unit.',
      'Begin with the {units} that are furthest away, with their own cases.',
    ],
    de: [
      'Veröffentlichen Sie eine Seite mit den Grundsätzen, die überall gelten.',
      'Führen Sie eine Richtlinie mit örtlichem Anhang statt je Einheit eine eigene.',
      'Beginnen Sie dort, wo der Abstand am größten ist, mit den Fällen von dort.',
    ],
    ja: [
      'どこでも通用する原則を一枚にして公表する。',
      '部門ごとに別の方針を持たず、一つの方針に現場の付則を添える。',
      '最も離れた{units}から、その事例を使って始める。',
    ],
  },
  cost: 'medium',
  effortDays: { low: 6, central: 12, high: 25 },
  effect: { symptom: 'acknowledged', withinMonths: 6 },
})
