import { daysBefore, recordsOf, figureIds, type AdviceFacts } from '#advice/facts.ts'
import { shareOfNo } from '#advice/scenarios/measures.ts'
import type { Settings } from '#advice/scenarios/assumptions.ts'
import { defineScenario, measured, missing, type Measured } from '#advice/scenarios/scenario.ts'

/** Carried for long and without a plan. That there are none at all has to be said: an empty list was perhaps never filled. */
function oldPatches(facts: AdviceFacts, settings: Settings): Measured {
  const { stated } = facts.portfolio.organization
  const { asOf } = facts.portfolio
  if (stated.forks.length === 0) {
    const none = stated.declarations.find(
      ({ subject, value, part, on }) => subject === 'carried-patches' && part === null && value === 0 && on <= asOf,
    )
    const [planned] = recordsOf(facts, 'fork-plan')
    if (none !== undefined) return measured(0, [`maturity/declaration/${none.id}`])
    return planned === undefined ? missing('forks') : measured(0, [figureIds.record(planned.id)])
  }
  const from = daysBefore(asOf, settings('C2-patch-days'))
  const old = stated.forks.filter(({ since, plan }) => plan === null && since !== null && since < from)
  return measured(
    old.length,
    stated.forks.map(({ id }) => figureIds.fork(id)),
    old.map(({ id }) => id),
  )
}

export const scenario = defineScenario({
  id: 'ship-or-give-back',
  number: 'C2',
  version: 1,
  label: {
    en: 'Shipping wins over giving back',
    de: 'Ausliefern geht vor Zurückgeben',
    ja: '出荷が優先され、還元が後回しになっている',
  },
  source: 'CHAPTER',
  gravity: 2,
  needed: 2,
  symptoms: [
    {
      id: 'old-patches',
      label: {
        en: 'Patches carried for long without a plan',
        de: 'Lange mitgeführte Änderungen ohne Plan',
        ja: '計画なく長く抱えている独自修正',
      },
      unit: 'count',
      measure: oldPatches,
      shows: { when: 'above', limit: 'C2-old-patches' },
    },
    {
      id: 'no-time',
      label: {
        en: 'Share of answers that deny time for upstream work',
        de: 'Anteil der Antworten, nach denen für den Ursprung keine Zeit ist',
        ja: '上流の作業に時間がないとする回答の割合',
      },
      unit: 'share',
      measure: (facts) => shareOfNo(facts, ['Q-work-time', 'Q-private-patches']),
      shows: { when: 'above', limit: 'C2-no-time' },
    },
    {
      id: 'reached',
      label: {
        en: 'Share of critical packages that anything is given to',
        de: 'Anteil kritischer Pakete, denen etwas gegeben wird',
        ja: '何らかの還元がある重要パッケージの割合',
      },
      unit: 'share',
      measure: ({ contribution }) => {
        if (contribution === null || contribution === undefined) return missing('contribution')
        const { figure, id } = contribution.ratios.criticalCoverage
        return figure.known
          ? measured(
              figure.value.share,
              [id],
              contribution.critical.flatMap((one) => (one.isReached ? [one.package] : [])),
            )
          : missing('contribution', figure.why)
      },
      shows: { when: 'below', limit: 'C2-reached' },
    },
  ],
  action: {
    en: [
      'Reserve a fixed share of capacity for upstream work in every plan.',
      'Print the yearly cost of each carried patch next to what giving it back costs.',
      'Write down why something is not given back; "no time" is not a reason twice.',
    ],
    de: [
      'Reservieren Sie in jeder Planung einen festen Anteil für Arbeit am Ursprung.',
      'Stellen Sie die Jahreskosten jeder mitgeführten Änderung neben die Kosten der Rückgabe.',
      'Schreiben Sie auf, warum etwas nicht zurückgegeben wird; "keine Zeit" gilt nicht zweimal.',
    ],
    ja: [
      'どの計画にも上流の作業のための一定の余力を確保する。',
      '独自修正ごとに、抱える年間費用と還元する費用を並べて示す。',
      '還元しない理由を書き残す。「時間がない」は二度は使わない。',
    ],
  },
  cost: 'medium',
  effortDays: { low: 5, central: 15, high: 40 },
  effect: { symptom: 'old-patches', withinMonths: 12 },
})
