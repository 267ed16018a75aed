import { figureIds, type AdviceFacts } from '#advice/facts.ts'
import { countOutputs } from '#advice/scenarios/measures.ts'
import { defineScenario, measured, missing } from '#advice/scenarios/scenario.ts'
import { daysBetween } from '#domain/office.ts'
import type { Initiative } from '#domain/office-program.ts'

function openInitiatives({ program, portfolio }: AdviceFacts): readonly Initiative[] | undefined {
  const { asOf } = portfolio
  return program.initiatives?.filter(
    ({ startedOn, endedOn }) => startedOn <= asOf && (endedOn === null || endedOn > asOf),
  )
}

export const scenario = defineScenario({
  id: 'too-slow',
  number: '12',
  version: 1,
  label: {
    en: 'Results take too long, and doubts arise',
    de: 'Ergebnisse dauern zu lange, Zweifel kommen auf',
    ja: '成果が遅く、疑問の声が上がっている',
  },
  source: 'BOOK-4',
  gravity: 2,
  needed: 2,
  symptoms: [
    {
      id: 'outcomes',
      label: {
        en: 'Outputs within half a year',
        de: 'Ergebnisse binnen eines halben Jahres',
        ja: '半年以内の成果',
      },
      unit: 'count',
      weight: 2,
      measure: (facts, settings) => countOutputs(facts, settings('S12-half-year-days')),
      shows: { when: 'below', limit: 'S12-outcomes' },
    },
    {
      id: 'initiatives',
      label: { en: 'Open initiatives', de: 'Offene Vorhaben', ja: '進行中の取り組み' },
      unit: 'count',
      measure: (facts) => {
        const open = openInitiatives(facts)
        if (open === undefined) return missing('initiatives')
        return measured(
          open.length,
          [figureIds.list('initiatives'), ...open.map(({ id }) => figureIds.initiative(id))],
          open.map(({ title }) => title),
        )
      },
      shows: { when: 'above', limit: 'S12-initiatives' },
    },
    {
      id: 'oldest',
      label: {
        en: 'Age of the oldest open initiative in days',
        de: 'Alter des ältesten offenen Vorhabens in Tagen',
        ja: '最も古い進行中の取り組みの日数',
      },
      unit: 'days',
      measure: (facts) => {
        const open = openInitiatives(facts)
        if (open === undefined) return missing('initiatives')
        const [oldest] = open.toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
        return oldest === undefined
          ? measured(0, [figureIds.list('initiatives')])
          : measured(
              daysBetween(oldest.startedOn, facts.portfolio.asOf),
              [figureIds.initiative(oldest.id)],
              [oldest.title],
            )
      },
      shows: { when: 'above', limit: 'S12-age-days' },
    },
  ],
  action: {
    en: [
      'Sort plans by horizon: 3 to 6 months, 6 to 12, 12 to 24, two to five years.',
      'Keep few things open; end or hand over what nobody waits for.',
      'Deliver one visible result first, and show it.',
    ],
    de: [
      'Ordnen Sie Pläne nach Horizont: 3 bis 6 Monate, 6 bis 12, 12 bis 24, zwei bis fünf Jahre.',
      'Halten Sie wenig offen; beenden oder übergeben Sie, worauf niemand wartet.',
      'Liefern Sie zuerst ein sichtbares Ergebnis, und zeigen Sie es.',
    ],
    ja: [
      '計画を 3〜6 か月、6〜12 か月、12〜24 か月、2〜5 年に分ける。',
      '進行中のものを減らし、待つ人がいないものは終えるか引き継ぐ。',
      'まず目に見える成果を一つ出して示す。',
    ],
  },
  cost: 'low',
  effortDays: { low: 2, central: 5, high: 10 },
  effect: { symptom: 'outcomes', withinMonths: 3 },
})
