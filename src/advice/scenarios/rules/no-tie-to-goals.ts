import { figureIds } from '#advice/facts.ts'
import { activeGoals, shareOfOutputs } from '#advice/scenarios/measures.ts'
import { defineScenario, measured, missing } from '#advice/scenarios/scenario.ts'

export const scenario = defineScenario({
  id: 'no-tie-to-goals',
  number: '1',
  version: 1,
  label: {
    en: 'The office is not tied to goals of the organization',
    de: 'Das Büro ist an kein Ziel der Organisation gebunden',
    ja: 'OSPO が組織の目標と結び付いていない',
  },
  source: 'BOOK-OLD-1',
  gravity: 3,
  needed: 1,
  symptoms: [
    {
      id: 'linked-goals',
      label: {
        en: 'Active goals with a goal of the organization and a sponsor',
        de: 'Laufende Ziele mit einem Ziel der Organisation und Förderung in der Leitung',
        ja: '組織の目標と後ろ盾がある進行中の目標',
      },
      unit: 'count',
      measure: (facts) => {
        const goals = activeGoals(facts)
        if (goals === undefined) return missing('goals')
        const linked = goals.filter(({ organizationGoal, sponsor }) => organizationGoal !== null && sponsor !== null)
        return measured(
          linked.length,
          [figureIds.list('goals'), ...goals.map(({ id }) => figureIds.goal(id))],
          linked.map(({ title }) => title),
        )
      },
      shows: { when: 'below', limit: 'S1-linked-goals' },
    },
    {
      id: 'without-goal',
      label: {
        en: 'Share of outputs that serve no goal',
        de: 'Anteil der Ergebnisse, die keinem Ziel dienen',
        ja: 'どの目標にも役立たない成果の割合',
      },
      unit: 'share',
      measure: (facts, settings) => shareOfOutputs(facts, settings, ({ goal }) => goal === null),
      shows: { when: 'above', limit: 'S1-without-goal' },
    },
    {
      id: 'not-joint',
      label: {
        en: 'Share of active goals that no other unit answers for',
        de: 'Anteil der laufenden Ziele, für die keine andere Einheit mit einsteht',
        ja: '他の部門が共に責任を持たない進行中の目標の割合',
      },
      unit: 'share',
      measure: (facts) => {
        const goals = activeGoals(facts)
        if (goals === undefined) return missing('goals')
        if (goals.length === 0) return missing('goals', 'not-applicable')
        const alone = goals.filter(({ jointOwner }) => jointOwner === null)
        return measured(
          alone.length / goals.length,
          goals.map(({ id }) => figureIds.goal(id)),
          alone.map(({ title }) => title),
        )
      },
      shows: { when: 'above', limit: 'S1-not-joint' },
    },
  ],
  action: {
    en: [
      'Write one sentence that says what the {open-source-program-office} is for.',
      'Choose at most three measurable goals, each under a goal of the organization.',
      'Find a sponsor from {leadership} and a second unit that answers for each.',
      'Name the figure that tells, where it stands today and where it should be by when.',
    ],
    de: [
      'Schreiben Sie in einem Satz auf, wozu es das {open-source-program-office} gibt.',
      'Wählen Sie höchstens drei messbare Ziele, jedes unter einem Ziel der Organisation.',
      'Gewinnen Sie für jedes Förderung durch die {leadership} und eine zweite Einheit, die mit einsteht.',
      'Nennen Sie die Kennzahl, ihren heutigen Stand und was sie bis wann erreichen soll.',
    ],
    ja: [
      '{open-source-program-office}が何のためにあるかを一文で書く。',
      '組織の目標の下に、測れる目標を三つまで選ぶ。',
      'それぞれに{leadership}の後ろ盾と、共に責任を持つ部門を見つける。',
      '示す指標、現在の値、いつまでにどこへ届くかを決める。',
    ],
  },
  cost: 'low',
  effortDays: { low: 3, central: 6, high: 12 },
  effect: { symptom: 'linked-goals', withinMonths: 3 },
})
