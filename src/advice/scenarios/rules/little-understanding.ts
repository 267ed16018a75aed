import { figureIds, indicatorOf, partsOfOrganization, recordsOf, type AdviceFacts } from '#advice/facts.ts'
import { indicatorValue } from '#advice/scenarios/measures.ts'
import { defineScenario, measured, missing, type Measured } from '#advice/scenarios/scenario.ts'

/** Of the organization where it says so, else the mean of the units that do. */
function trainingReach(facts: AdviceFacts): Measured {
  const whole = indicatorValue(facts, 'IC11', 'records')
  if (whole.known || indicatorOf(facts, 'IC11') === undefined) return whole
  const known = (facts.maturity?.units ?? []).flatMap(({ unit, indicators }) => {
    const value = indicators.find(({ indicator }) => indicator === 'IC11')?.value
    return unit !== null && value?.figure.known === true && typeof value.figure.value === 'number'
      ? [{ unit, reach: value.figure.value, figure: value.id }]
      : []
  })
  if (known.length === 0) return whole
  return measured(
    known.reduce((sum, { reach }) => sum + reach, 0) / known.length,
    known.map(({ figure }) => figure),
    known.map(({ unit }) => facts.portfolio.organization.units.find(({ id }) => id === unit)?.name ?? unit),
  )
}

function championReach(facts: AdviceFacts): Measured {
  const [record] = recordsOf(facts, 'champion-register')
  if (record !== undefined && typeof record.value === 'number')
    return measured(record.value, [figureIds.record(record.id)])
  const { organization, asOf } = facts.portfolio
  const units = partsOfOrganization(organization)
  const people = organization.people.filter(({ to }) => to === null || to >= asOf)
  if (units.length === 0 || people.length === 0) return missing('people')
  const withChampion = units.filter(({ id }) =>
    people.some(({ unit, roles }) => unit === id && roles.includes('champion')),
  )
  return measured(
    withChampion.length / units.length,
    [figureIds.units],
    withChampion.map(({ name }) => name),
  )
}

export const scenario = defineScenario({
  id: 'little-understanding',
  number: '5',
  version: 1,
  label: {
    en: 'Few people in the organization understand what it is about',
    de: 'Wenige in der Organisation verstehen, worum es geht',
    ja: '組織全体の理解が乏しい',
  },
  source: 'CHAPTER',
  gravity: 2,
  needed: 2,
  symptoms: [
    {
      id: 'training-reach',
      label: {
        en: 'Share of people who completed the training of their role',
        de: 'Anteil der Personen mit abgeschlossener Schulung ihrer Rolle',
        ja: '役割に必要な教育を終えた人の割合',
      },
      unit: 'share',
      measure: trainingReach,
      shows: { when: 'below', limit: 'S5-training' },
    },
    {
      id: 'champions',
      label: {
        en: 'Share of units with a champion',
        de: 'Anteil der Einheiten mit Ansprechperson',
        ja: '推進者のいる部門の割合',
      },
      unit: 'share',
      measure: championReach,
      shows: { when: 'below', limit: 'S5-champions' },
    },
    {
      id: 'contradictions',
      label: {
        en: 'Answers that evidence contradicts',
        de: 'Antworten, denen Belege widersprechen',
        ja: '証拠と食い違う回答の数',
      },
      unit: 'count',
      measure: ({ maturity }) => {
        if (maturity === null || maturity === undefined) return missing('maturity')
        const found = maturity.findings.filter((finding) => finding.kind === 'contradiction')
        return measured(
          found.length,
          found.flatMap(({ claim, evidence }) => [claim, evidence]),
          found.map(({ indicator }) => indicator),
        )
      },
      shows: { when: 'above', limit: 'S5-contradictions' },
    },
  ],
  action: {
    en: [
      'Hold short workshops per role, with the cases of that role.',
      'Keep one page for beginners that answers the questions asked most.',
      'Name a champion in each of the {units} and give them time for it.',
      'Tell stories from the house, near misses among them.',
    ],
    de: [
      'Halten Sie kurze Workshops je Rolle, mit Fällen dieser Rolle.',
      'Pflegen Sie eine Seite für den Anfang, die die häufigsten Fragen beantwortet.',
      'Benennen Sie für alle {units} eine Ansprechperson und geben Sie ihr Zeit dafür.',
      'Erzählen Sie Geschichten aus dem eigenen Haus, auch was beinahe schiefging.',
    ],
    ja: [
      '役割ごとに、その役割の事例を使った短い講習を開く。',
      'よくある質問に答える入門ページを一枚持つ。',
      '{units}ごとに推進者を置き、そのための時間を与える。',
      'ヒヤリとした事例も含め、自組織の話を伝える。',
    ],
  },
  cost: 'medium',
  effortDays: { low: 10, central: 20, high: 40 },
  effect: { symptom: 'training-reach', withinMonths: 6 },
})
