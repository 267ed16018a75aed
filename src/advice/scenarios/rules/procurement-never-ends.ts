import { indicatorValue, recordValue } from '#advice/scenarios/measures.ts'
import { defineScenario, measured, missing } from '#advice/scenarios/scenario.ts'

export const scenario = defineScenario({
  id: 'procurement-never-ends',
  number: 'C1',
  version: 1,
  label: {
    en: 'Approvals and purchasing never end',
    de: 'Freigaben und Beschaffung nehmen kein Ende',
    ja: '承認や調達の手続きが終わらない',
  },
  source: 'CHAPTER',
  gravity: 2,
  needed: 2,
  symptoms: [
    {
      id: 'approval-days',
      label: {
        en: 'Median working days to approve a contribution',
        de: 'Mittlere Arbeitstage bis zur Freigabe eines Beitrags',
        ja: '貢献の承認にかかる営業日の中央値',
      },
      unit: 'days',
      weight: 2,
      measure: (facts) => {
        const own = recordValue(facts, 'approval-time')
        return own.known ? own : indicatorValue(facts, 'IB5', 'records')
      },
      shows: { when: 'above', limit: 'C1-approval-days' },
    },
    {
      id: 'approvals',
      label: {
        en: 'Approvals of a request (median)',
        de: 'Freigaben je Anfrage (Median)',
        ja: '依頼一件あたりの承認の数（中央値）',
      },
      unit: 'count',
      measure: ({ requests }) => {
        if (requests === null || requests === undefined) return missing('requests')
        if (requests.length === 0) return missing('requests', 'not-applicable')
        const sorted = requests.map(({ approvals }) => approvals).toSorted((a, b) => a - b)
        const middle = sorted.length / 2
        const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
        return measured(
          median,
          requests.map(({ figure }) => figure),
        )
      },
      shows: { when: 'above', limit: 'C1-approvals' },
    },
    {
      id: 'abandoned',
      label: {
        en: 'Requests abandoned while waiting',
        de: 'Anfragen, die beim Warten aufgegeben wurden',
        ja: '待つうちに取り下げられた依頼',
      },
      unit: 'count',
      measure: ({ requests }) =>
        requests === null || requests === undefined
          ? missing('requests')
          : measured(
              requests.filter(({ outcome }) => outcome === 'abandoned').length,
              requests.map(({ figure }) => figure),
            ),
      shows: { when: 'above', limit: 'C1-abandoned' },
    },
  ],
  action: {
    en: [
      'Measure each step, and take out those that never change the outcome.',
      'Open a fast lane for small changes and for projects approved once for all.',
      'Agree on a framework contract for support, so that single orders fall away.',
    ],
    de: [
      'Messen Sie jeden Schritt, und streichen Sie die, die am Ergebnis nie etwas ändern.',
      'Öffnen Sie einen schnellen Weg für kleine Änderungen und einmal freigegebene Projekte.',
      'Schließen Sie einen Rahmenvertrag für Unterstützung, damit Einzelbestellungen entfallen.',
    ],
    ja: [
      '段ごとの時間を測り、結果を変えない段を外す。',
      '小さな変更と事前承認済みプロジェクトに早道を設ける。',
      '支援の包括契約を結び、個別発注をなくす。',
    ],
  },
  cost: 'medium',
  effortDays: { low: 5, central: 10, high: 25 },
  effect: { symptom: 'approval-days', withinMonths: 6 },
})
