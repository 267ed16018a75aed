import { figureIds } from '#advice/facts.ts'
import { defineScenario, measured, missing } from '#advice/scenarios/scenario.ts'

export const scenario = defineScenario({
  id: 'one-size-fits-all',
  number: '4',
  version: 1,
  label: {
    en: 'A template was taken over without asking for the need',
    de: 'Eine Vorlage wurde übernommen, ohne nach dem Bedarf zu fragen',
    ja: '必要を問わずにひな形をそのまま当てはめている',
  },
  source: 'BOOK-OLD-1',
  gravity: 1,
  needed: 2,
  symptoms: [
    {
      id: 'targets',
      label: {
        en: 'Different targets over units',
        de: 'Verschiedene Zielwerte über die Einheiten',
        ja: '部門間で異なる目標の数',
      },
      unit: 'count',
      measure: ({ office }) => {
        const { targets } = office
        const units = new Set(targets.map(({ unit }) => unit))
        if (units.size < 2) return missing('targets')
        const different = new Set(targets.map(({ function: of, level }) => `${of ?? 'whole'}:${level}`))
        return measured(different.size, targets.map(figureIds.target), [...different].sort())
      },
      shows: { when: 'below', limit: 'S4-targets' },
    },
    {
      id: 'not-applicable',
      label: {
        en: 'Share of indicators that do not apply',
        de: 'Anteil der Indikatoren, die nicht zutreffen',
        ja: '当てはまらない指標の割合',
      },
      unit: 'share',
      measure: ({ maturity }) => {
        const indicators = maturity?.units.flatMap((unit) => unit.indicators)
        if (indicators === undefined || indicators.length === 0) return missing('maturity')
        const out = indicators.filter(({ state }) => state === 'not-applicable')
        return measured(
          out.length / indicators.length,
          indicators.map(({ figure }) => figure.id),
          [...new Set(out.map(({ indicator }) => indicator))],
        )
      },
      shows: { when: 'above', limit: 'S4-not-applicable' },
    },
    {
      id: 'chosen-form',
      label: {
        en: 'The charter says for what need this form was chosen',
        de: 'Der Auftrag sagt, für welchen Bedarf diese Form gewählt wurde',
        ja: 'どの必要からこの形を選んだかが憲章に書かれている',
      },
      unit: 'yes',
      measure: ({ program }) =>
        program.charter === null
          ? missing('charter')
          : measured(program.charter.form !== null && program.charter.need !== null, [figureIds.charter]),
      shows: { when: 'no' },
    },
  ],
  action: {
    en: [
      'Ask first whether an {open-source-program-office} is needed, and for which of its functions.',
      'Choose the form that fits: virtual, one person, a team, spread over {units}.',
      'Set targets per unit and function; a higher level is not better by itself.',
    ],
    de: [
      'Fragen Sie zuerst, ob ein {open-source-program-office} gebraucht wird und wofür.',
      'Wählen Sie die passende Form: virtuell, eine Person, ein Team, verteilt über {units}.',
      'Setzen Sie Zielwerte je Einheit und Funktion; eine höhere Stufe ist nicht an sich besser.',
    ],
    ja: [
      'そもそも{open-source-program-office}が必要か、どの機能が必要かをまず問う。',
      '仮想、一人、チーム、{units}への分散の中から合う形を選ぶ。',
      '部門と機能ごとに目標を定める。高い段階がそれだけで良いわけではない。',
    ],
  },
  cost: 'low',
  effortDays: { low: 2, central: 5, high: 10 },
  effect: { symptom: 'targets', withinMonths: 6 },
})
