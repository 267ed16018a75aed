import { decisionsWithin } from '#advice/scenarios/measures.ts'
import { defineScenario, measured, missing } from '#advice/scenarios/scenario.ts'

export const scenario = defineScenario({
  id: 'office-is-a-silo',
  number: '2',
  version: 1,
  label: {
    en: 'The office decides and works alone',
    de: 'Das Büro entscheidet und arbeitet allein',
    ja: 'OSPO が孤立して判断し活動している',
  },
  source: 'BOOK-OLD-1',
  gravity: 2,
  needed: 2,
  symptoms: [
    {
      id: 'decided-alone',
      label: {
        en: 'Share of decisions that no other unit took part in',
        de: 'Anteil der Entscheidungen, an denen keine andere Einheit beteiligt war',
        ja: '他の部門が関わらなかった判断の割合',
      },
      unit: 'share',
      measure: (facts, settings) => {
        const decisions = decisionsWithin(facts, settings)
        if (decisions === undefined) return missing('decisions')
        if (decisions.length === 0) return missing('decisions', 'not-applicable')
        const alone = decisions.filter(({ units }) => units.length === 0)
        return measured(
          alone.length / decisions.length,
          decisions.map(({ figure }) => figure),
        )
      },
      shows: { when: 'above', limit: 'S2-decided-alone' },
    },
    {
      id: 'areas-heard',
      label: {
        en: 'Share of areas in which somebody was heard',
        de: 'Anteil der Bereiche, in denen jemand gehört wurde',
        ja: '話を聞いた領域の割合',
      },
      unit: 'share',
      measure: ({ motivators }) => {
        if (motivators === null || motivators === undefined) return missing('conversations')
        const { id, figure } = motivators.areasHeard
        return figure.known ? measured(figure.value, [id]) : missing('conversations', figure.why)
      },
      shows: { when: 'below', limit: 'S2-areas-heard' },
    },
    {
      id: 'functions',
      label: {
        en: 'Units that took part in decisions',
        de: 'Einheiten, die an Entscheidungen beteiligt waren',
        ja: '判断に関わった部門の数',
      },
      unit: 'count',
      measure: (facts, settings) => {
        const decisions = decisionsWithin(facts, settings)
        if (decisions === undefined) return missing('decisions')
        if (decisions.length === 0) return missing('decisions', 'not-applicable')
        const units = [...new Set(decisions.flatMap((one) => one.units))].sort()
        return measured(
          units.length,
          decisions.map(({ figure }) => figure),
          units,
        )
      },
      shows: { when: 'below', limit: 'S2-functions' },
    },
  ],
  action: {
    en: [
      'Draw a map of who decides what about {open-source} today.',
      'Put the practice into the processes that {units} already have, instead of beside them.',
      'Name a champion in each of the {units}, and decide cases with the functions they touch.',
    ],
    de: [
      'Zeichnen Sie auf, wer heute worüber bei {open-source} entscheidet.',
      'Verankern Sie die Praxis in den Abläufen, die {units} schon haben, statt daneben.',
      'Benennen Sie überall eine Ansprechperson, und entscheiden Sie Fälle mit den Funktionen, die sie betreffen.',
    ],
    ja: [
      '{open-source}について今誰が何を決めているかを図にする。',
      '{units}が既に持つ手続きの中に実践を組み込み、別建てにしない。',
      '{units}ごとに推進者を置き、関係する職能と共に判断する。',
    ],
  },
  cost: 'medium',
  effortDays: { low: 5, central: 10, high: 20 },
  effect: { symptom: 'decided-alone', withinMonths: 6 },
})
