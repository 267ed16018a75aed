import { figureIds } from '#advice/facts.ts'
import { defineScenario, measured, missing } from '#advice/scenarios/scenario.ts'

export const scenario = defineScenario({
  id: 'nice-extra',
  number: '7',
  version: 1,
  label: {
    en: 'The office is a nice extra, not part of the core',
    de: 'Das Büro ist eine nette Zugabe, kein Teil des Kerns',
    ja: 'OSPO が中核ではなくおまけと見られている',
  },
  source: 'CHAPTER',
  gravity: 3,
  needed: 2,
  symptoms: [
    {
      id: 'critical-services',
      label: {
        en: 'Services of the office that a critical product rests on',
        de: 'Dienste des Büros, auf denen ein kritisches Produkt ruht',
        ja: '重要な製品が依存する OSPO の提供業務',
      },
      unit: 'count',
      weight: 2,
      measure: ({ program, portfolio }) => {
        if (program.services === null) return missing('services')
        const critical = new Set(
          portfolio.organization.products.flatMap(({ id, criticality }) =>
            criticality === 'high' || criticality === 'mission' ? [id] : [],
          ),
        )
        if (critical.size === 0) return missing('products')
        const linked = program.services.filter(({ products }) => products.some((id) => critical.has(id)))
        return measured(
          linked.length,
          [figureIds.list('services'), ...program.services.map(({ id }) => figureIds.service(id))],
          linked.map(({ title }) => title),
        )
      },
      shows: { when: 'below', limit: 'S7-critical-services' },
    },
    {
      id: 'discretionary',
      label: {
        en: 'The budget can be cut without a decision of its own',
        de: 'Das Geld kann ohne eigene Entscheidung gestrichen werden',
        ja: '個別の決定なしに予算を削れる',
      },
      unit: 'yes',
      measure: ({ program }) => {
        const isDiscretionary = program.charter?.budget?.isDiscretionary ?? null
        if (isDiscretionary === null) return missing(program.charter === null ? 'charter' : 'budget')
        return measured(isDiscretionary, [figureIds.charter])
      },
      shows: { when: 'yes' },
    },
    {
      id: 'in-process',
      label: {
        en: 'Services of the office that are a step of a process',
        de: 'Dienste des Büros, die Schritt eines Ablaufs sind',
        ja: '業務手続きの一段になっている OSPO の提供業務',
      },
      unit: 'count',
      measure: ({ program }) => {
        if (program.services === null) return missing('services')
        const inside = program.services.filter(({ process }) => process !== null)
        return measured(
          inside.length,
          [figureIds.list('services'), ...program.services.map(({ id }) => figureIds.service(id))],
          inside.map(({ title }) => title),
        )
      },
      shows: { when: 'below', limit: 'S7-in-process' },
    },
  ],
  action: {
    en: [
      'Tie each service of the office to a process and to something critical that rests on it.',
      'Print the continuity report: what stops when the office does.',
      'Ask {leadership} to move the budget out of what can be cut at will.',
    ],
    de: [
      'Verbinden Sie jeden Dienst des Büros mit einem Ablauf und etwas Kritischem, das darauf ruht.',
      'Drucken Sie den Bericht zum Fortbestand: was endet, wenn das Büro endet.',
      'Bitten Sie die {leadership}, das Geld aus dem frei Streichbaren zu nehmen.',
    ],
    ja: [
      'OSPO の業務ごとに、手続きと、それに依存する重要なものを結び付ける。',
      '継続性報告を出し、OSPO が止まると何が止まるかを示す。',
      '予算を任意に削れる枠から外すよう{leadership}に求める。',
    ],
  },
  cost: 'low',
  effortDays: { low: 3, central: 6, high: 12 },
  effect: { symptom: 'critical-services', withinMonths: 3 },
})
