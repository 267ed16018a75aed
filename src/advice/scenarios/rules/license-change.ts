import { warnedCritical } from '#advice/scenarios/measures.ts'
import { defineScenario, measured, missing } from '#advice/scenarios/scenario.ts'

export const scenario = defineScenario({
  id: 'license-change',
  number: '11',
  version: 1,
  label: {
    en: 'Terms change under what is in use, as with Redis',
    de: 'Die Bedingungen des Genutzten ändern sich, wie bei Redis',
    ja: 'Redis のように利用中のものの条件が変わる',
  },
  source: 'BOOK-OLD-4',
  gravity: 3,
  needed: 2,
  symptoms: [
    {
      id: 'changed',
      label: {
        en: 'Projects behind parts in use whose license changed',
        de: 'Projekte hinter genutzten Teilen, deren Lizenz sich änderte',
        ja: 'ライセンスが変わった利用中のプロジェクト',
      },
      unit: 'count',
      weight: 2,
      measure: ({ health }) => {
        if (health === null || health === undefined) return missing('health')
        const told = health.subjects.flatMap((subject) => {
          const answer = subject.indicators.find(({ indicator }) => indicator === 'license-stable')
          return answer === undefined ? [] : [{ subject, answer }]
        })
        if (told.length === 0) return missing('clones')
        const changed = told.filter(({ answer }) => answer.answer === 'failed')
        return measured(
          changed.length,
          told.map(({ answer }) => answer.figure.id),
          changed.map(({ subject }) => subject.subject),
        )
      },
      shows: { when: 'above', limit: 'S11-changed' },
    },
    {
      id: 'source-available',
      label: {
        en: 'Parts in use under terms that are not open source',
        de: 'Genutzte Teile unter Bedingungen, die nicht Open Source sind',
        ja: 'オープンソースでない条件の利用中の部品',
      },
      unit: 'count',
      measure: ({ licenses }) => {
        if (licenses === null || licenses === undefined || !licenses.stated.figure.known) return missing('licenses')
        const restricted = licenses.restricted.filter(({ openness }) => openness === 'source-available')
        return measured(
          restricted.length,
          [licenses.stated.id],
          restricted.map(({ name }) => name),
        )
      },
      shows: { when: 'above', limit: 'S11-source-available' },
    },
    {
      id: 'one-vendor',
      label: {
        en: 'Critical projects that one organization holds',
        de: 'Kritische Projekte in der Hand einer Organisation',
        ja: '一つの組織が握る重要なプロジェクト',
      },
      unit: 'count',
      measure: (facts) => warnedCritical(facts, (warnings) => warnings.has('single-organization')),
      shows: { when: 'above', limit: 'S11-one-vendor' },
    },
  ],
  action: {
    en: [
      'Freeze the version, list what is affected, and have the new terms read.',
      'Look for forks and alternatives, and prefer what a foundation hosts.',
      'Lower the trust rating, and tell the owners and {users} in time.',
    ],
    de: [
      'Halten Sie die Version fest, listen Sie das Betroffene auf, und lassen Sie die neuen Bedingungen lesen.',
      'Suchen Sie Abspaltungen und Alternativen, und bevorzugen Sie, was eine Stiftung trägt.',
      'Senken Sie das Vertrauen, und sagen Sie es den Zuständigen rechtzeitig, ebenso {users}.',
    ],
    ja: [
      '版を固定し、影響範囲を挙げ、新しい条件を法務に読んでもらう。',
      'フォークや代替を探し、財団が支えるものを優先する。',
      '信頼度を下げ、担当者と{users}に早めに伝える。',
    ],
  },
  cost: 'medium',
  effortDays: { low: 4, central: 10, high: 30 },
  effect: { symptom: 'source-available', withinMonths: 12 },
})
