import { figureIds, outputsWithin } from '#advice/facts.ts'
import { shareOfOutputs } from '#advice/scenarios/measures.ts'
import { defineScenario, measured, missing } from '#advice/scenarios/scenario.ts'

export const scenario = defineScenario({
  id: 'seen-as-compliance-only',
  number: '3',
  version: 1,
  label: {
    en: 'The office is seen as legal and compliance only',
    de: 'Das Büro gilt nur als Rechts- und Regelstelle',
    ja: 'OSPO が法務・コンプライアンスだけと見られている',
  },
  source: 'BOOK-OLD-1',
  gravity: 2,
  needed: 1,
  symptoms: [
    {
      id: 'gatekeeping',
      label: {
        en: 'Share of outputs that enforce rules',
        de: 'Anteil der Ergebnisse, die Regeln durchsetzen',
        ja: '規則を守らせる成果の割合',
      },
      unit: 'share',
      measure: (facts, settings) => shareOfOutputs(facts, settings, ({ role }) => role === 'gatekeeper'),
      shows: { when: 'above', limit: 'S3-gatekeeping' },
    },
    {
      id: 'advice-and-promotion',
      label: {
        en: 'Of counselor and advocate, how many delivered lately',
        de: 'Wie viele von Beratung und Fürsprache zuletzt etwas geliefert haben',
        ja: '助言役と推進役のうち最近成果を出した数',
      },
      unit: 'count',
      measure: (facts, settings) => {
        const outputs = outputsWithin(facts, settings('S-recent-days'))
        if (outputs === undefined) return missing('outputs')
        const roles = new Set(
          outputs.map(({ role }) => role).filter((role) => role === 'counselor' || role === 'advocate'),
        )
        return measured(
          roles.size,
          [figureIds.list('outputs'), ...outputs.map(({ id }) => figureIds.output(id))],
          [...roles].sort(),
        )
      },
      shows: { when: 'below', limit: 'S3-roles' },
    },
    {
      id: 'risk-only',
      label: {
        en: 'Share of motivators that are about risk and duty',
        de: 'Anteil der Beweggründe, die nur Risiko und Pflicht betreffen',
        ja: '動機のうちリスクと義務だけに関するものの割合',
      },
      unit: 'share',
      measure: ({ motivators }) => {
        if (motivators === null || motivators === undefined) return missing('conversations')
        if (motivators.motivators === 0) return missing('conversations', 'not-applicable')
        return measured(motivators.riskOnly / motivators.motivators, motivators.figures)
      },
      shows: { when: 'above', limit: 'S3-risk-only' },
    },
  ],
  action: {
    en: [
      'Publish one result each for speed, security and people within a quarter.',
      'Let each of the five roles deliver something that is not a rule.',
      'Answer the next request with advice before a decision.',
    ],
    de: [
      'Veröffentlichen Sie binnen eines Quartals je ein Ergebnis zu Tempo, Sicherheit und Menschen.',
      'Lassen Sie jede der fünf Rollen etwas liefern, das keine Regel ist.',
      'Beantworten Sie die nächste Anfrage mit Rat, bevor Sie entscheiden.',
    ],
    ja: [
      '四半期のうちに、速さ・安全・人材について一つずつ結果を公表する。',
      '五つの役割それぞれで、規則以外の成果を一つ出す。',
      '次の相談には、判断より先に助言で応える。',
    ],
  },
  cost: 'low',
  effortDays: { low: 4, central: 8, high: 15 },
  effect: { symptom: 'gatekeeping', withinMonths: 6 },
})
