import { figureIds } from '#advice/facts.ts'
import { activeGoals, shareOfOutputs } from '#advice/scenarios/measures.ts'
import { defineScenario, measured, missing } from '#advice/scenarios/scenario.ts'

/** Attention is not a goal: whole words of a figure's id that count it. */
const attention = new Set(['stars', 'followers', 'leads', 'mentions', 'impressions', 'downloads', 'visitors'])

export const scenario = defineScenario({
  id: 'sales-or-marketing-tool',
  number: '6',
  version: 1,
  label: {
    en: 'The office is taken for a tool of sales or marketing',
    de: 'Das Büro gilt als Werkzeug von Vertrieb oder Werbung',
    ja: 'OSPO が営業や宣伝の道具と見られている',
  },
  source: 'CHAPTER',
  gravity: 2,
  needed: 2,
  symptoms: [
    {
      id: 'budget-place',
      label: {
        en: 'The budget stands under sales or marketing',
        de: 'Das Geld steht beim Vertrieb oder bei der Werbung',
        ja: '予算が営業・宣伝の下にある',
      },
      unit: 'yes',
      measure: ({ program }) => {
        const area = program.charter?.budget?.area ?? null
        if (area === null) return missing(program.charter === null ? 'charter' : 'budget')
        return measured(area === 'sales' || area === 'marketing', [figureIds.charter])
      },
      shows: { when: 'yes' },
    },
    {
      id: 'promotion',
      label: {
        en: 'Share of outputs that are events or press',
        de: 'Anteil der Ergebnisse, die Veranstaltungen oder Presse sind',
        ja: '催しや広報が占める成果の割合',
      },
      unit: 'share',
      measure: (facts, settings) => shareOfOutputs(facts, settings, ({ kind }) => kind === 'event' || kind === 'press'),
      shows: { when: 'above', limit: 'S6-promotion' },
    },
    {
      id: 'audience-goals',
      label: {
        en: 'Active goals that are measured by attention',
        de: 'Laufende Ziele, die an Aufmerksamkeit gemessen werden',
        ja: '注目度で測る進行中の目標の数',
      },
      unit: 'count',
      measure: (facts) => {
        const goals = activeGoals(facts)
        if (goals === undefined) return missing('goals')
        const counted = goals.filter(({ measure }) => measure.split(/[/:-]/).some((word) => attention.has(word)))
        return measured(
          counted.length,
          [figureIds.list('goals'), ...goals.map(({ id }) => figureIds.goal(id))],
          counted.map(({ title }) => title),
        )
      },
      shows: { when: 'above', limit: 'S6-audience-goals' },
    },
    {
      id: 'sales-requests',
      label: {
        en: 'Share of requests from sales or marketing',
        de: 'Anteil der Anfragen aus Vertrieb oder Werbung',
        ja: '営業・宣伝からの依頼の割合',
      },
      unit: 'share',
      measure: ({ requests }) => {
        if (requests === null || requests === undefined) return missing('requests')
        if (requests.length === 0) return missing('requests', 'not-applicable')
        const counted = requests.filter(({ from }) => from === 'sales-or-marketing')
        return measured(
          counted.length / requests.length,
          requests.map(({ figure }) => figure),
        )
      },
      shows: { when: 'above', limit: 'S6-sales-requests' },
    },
  ],
  action: {
    en: [
      'Anchor the office in the strategy for technology, and move its budget there.',
      'Show results of practice and innovation next to every event.',
      'Write down what the office does not do, and decline what costs trust in communities.',
    ],
    de: [
      'Verankern Sie das Büro in der Technikstrategie und verlegen Sie sein Geld dorthin.',
      'Zeigen Sie neben jeder Veranstaltung Ergebnisse aus Praxis und Innovation.',
      'Schreiben Sie auf, was das Büro nicht tut, und lehnen Sie ab, was Vertrauen in Gemeinschaften kostet.',
    ],
    ja: [
      'OSPO を技術戦略に位置づけ、予算もそこへ移す。',
      '催しのたびに、実践と革新の結果を並べて示す。',
      'しないことを明文化し、コミュニティの信頼を損なう依頼は断る。',
    ],
  },
  cost: 'medium',
  effortDays: { low: 4, central: 10, high: 20 },
  effect: { symptom: 'promotion', withinMonths: 6 },
})
