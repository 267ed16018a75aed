import { indicatorOf, recordsOf, type AdviceFacts } from '#advice/facts.ts'
import { countOutputs, indicatorValue, recordValue, isYes, shareOfNo } from '#advice/scenarios/measures.ts'
import { defineScenario, measured, missing, type Measured } from '#advice/scenarios/scenario.ts'
import type { LedgerKind } from '#domain/contribution.ts'

const nonCode: ReadonlySet<LedgerKind> = new Set([
  'event',
  'review',
  'issue',
  'triage',
  'documentation',
  'governance',
  'working-group',
  'standards',
  'mentoring',
])

function heldOrNot(facts: AdviceFacts, kind: string): Measured {
  const value = recordValue(facts, kind)
  return value.known ? { ...value, value: isYes(value) } : value
}

/** InnerSource by its record, else by the answer that stands for it. */
function innerSource(facts: AdviceFacts): Measured {
  if (recordsOf(facts, 'innersource-trial').length > 0) return heldOrNot(facts, 'innersource-trial')
  const told = indicatorValue(facts, 'IP6', 'records')
  return told.known ? { ...told, value: isYes(told) } : told
}

function governedProjects(facts: AdviceFacts): Measured {
  const result = indicatorOf(facts, 'IL4')
  if (result === undefined) return missing('maturity')
  if (result.state === 'unknown') return missing('clones')
  if (result.state === 'not-applicable') return missing('products', 'not-applicable')
  return measured(result.state === 'met', [result.figure.id])
}

export const scenario = defineScenario({
  id: 'culture-forgotten',
  number: '9',
  version: 1,
  label: {
    en: 'Technique is looked at, culture is forgotten',
    de: 'Auf Technik wird geachtet, die Kultur wird vergessen',
    ja: '技術ばかりで文化が忘れられている',
  },
  source: 'CHAPTER',
  gravity: 2,
  needed: 3,
  symptoms: [
    {
      id: 'innersource',
      label: {
        en: 'Teams accept changes from other teams (InnerSource)',
        de: 'Teams nehmen Änderungen anderer Teams an (InnerSource)',
        ja: '他チームの変更を受け入れている（インナーソース）',
      },
      unit: 'yes',
      measure: innerSource,
      shows: { when: 'no' },
    },
    {
      id: 'review-norm',
      label: {
        en: 'Changes are reviewed by a rule',
        de: 'Änderungen werden nach einer Regel geprüft',
        ja: '変更のレビューが決まりになっている',
      },
      unit: 'yes',
      measure: (facts) => heldOrNot(facts, 'code-review-practice'),
      shows: { when: 'no' },
    },
    {
      id: 'non-code',
      label: {
        en: 'Contributions other than code in twelve months',
        de: 'Beiträge in zwölf Monaten, die kein Code sind',
        ja: '12か月間のコード以外の貢献',
      },
      unit: 'count',
      measure: ({ contribution }) => {
        if (contribution === null || contribution === undefined) return missing('contribution')
        const counted = contribution.ledger.filter(({ kind }) => nonCode.has(kind))
        return measured(
          counted.reduce((sum, { entries }) => sum + entries, 0),
          [contribution.loggedTime.id],
          counted.map(({ kind }) => kind),
        )
      },
      shows: { when: 'below', limit: 'S9-non-code' },
    },
    {
      id: 'conduct',
      label: {
        en: 'Published projects have their rules, of conduct among them',
        de: 'Veröffentlichte Projekte haben ihre Regeln, auch zum Umgang',
        ja: '公開プロジェクトに行動規範などの規則がある',
      },
      unit: 'yes',
      measure: governedProjects,
      shows: { when: 'no' },
    },
    {
      id: 'openness',
      label: {
        en: 'Share of answers about openness that say no',
        de: 'Anteil der Antworten zur Offenheit, die Nein sagen',
        ja: '開放性に関する回答のうち否定の割合',
      },
      unit: 'share',
      measure: (facts) =>
        shareOfNo(facts, ['Q-share-early', 'Q-decide-in-the-open', 'Q-welcome-outsiders', 'Q-respond']),
      shows: { when: 'above', limit: 'S9-openness' },
    },
    {
      id: 'advocacy',
      label: {
        en: 'Outputs of the advocate lately',
        de: 'Ergebnisse der Fürsprache in letzter Zeit',
        ja: '最近の推進役の成果',
      },
      unit: 'count',
      measure: (facts, settings) => countOutputs(facts, settings('S-recent-days'), ({ role }) => role === 'advocate'),
      shows: { when: 'below', limit: 'S9-advocacy' },
    },
  ],
  action: {
    en: [
      'Set transparency, diversity and cooperation as goals beside the technical ones.',
      'Start one InnerSource trial between two teams and measure it.',
      'Recognize work that is not code, and give each published project rules of conduct.',
    ],
    de: [
      'Setzen Sie Transparenz, Vielfalt und Zusammenarbeit als Ziele neben die technischen.',
      'Beginnen Sie einen InnerSource-Versuch zwischen zwei Teams und messen Sie ihn.',
      'Erkennen Sie Arbeit an, die kein Code ist, und geben Sie jedem veröffentlichten Projekt Verhaltensregeln.',
    ],
    ja: [
      '技術の目標と並べて、透明性・多様性・協働を目標に置く。',
      '二つのチームでインナーソースを試し、測る。',
      'コード以外の仕事を評価し、公開プロジェクトごとに行動規範を定める。',
    ],
  },
  cost: 'medium',
  effortDays: { low: 8, central: 15, high: 30 },
  effect: { symptom: 'non-code', withinMonths: 12 },
})
