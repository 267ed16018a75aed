import { recordValue, warnedCritical } from '#advice/scenarios/measures.ts'
import { defineScenario, measured, missing } from '#advice/scenarios/scenario.ts'

export const scenario = defineScenario({
  id: 'upstream-attack',
  number: '10b',
  version: 1,
  label: {
    en: 'An attack may come through something upstream, as with xz',
    de: 'Ein Angriff kann über den Ursprung kommen, wie bei xz',
    ja: 'xz のような上流経由の攻撃のおそれ',
  },
  source: 'BOOK-OLD-4',
  gravity: 3,
  needed: 2,
  symptoms: [
    {
      id: 'malicious',
      label: {
        en: 'Parts in use that an advisory calls malicious',
        de: 'Genutzte Teile, die ein Hinweis als bösartig nennt',
        ja: '悪意があると警告された利用中の部品',
      },
      unit: 'count',
      weight: 2,
      measure: ({ vulnerabilities, portfolio }) => {
        if (vulnerabilities === null || vulnerabilities === undefined) return missing('vulnerabilities')
        const { figure, id } = vulnerabilities.total
        if (!figure.known) return missing('vulnerabilities', figure.why)
        // OSV gives reports of malicious packages ids of their own.
        const found = vulnerabilities.findings.filter(({ aliases }) =>
          aliases.some((alias) => alias.startsWith('MAL-')),
        )
        return measured(
          found.length,
          [id],
          found.map(({ part }) => portfolio.parts[part]?.name ?? ''),
        )
      },
      shows: { when: 'above', limit: 'S10b-malicious' },
    },
    {
      id: 'fragile',
      label: {
        en: 'Critical projects of one person that change hands or decline',
        de: 'Kritische Projekte einer Person, die den Besitzer wechseln oder nachlassen',
        ja: '担い手が一人で、交代や衰えが見られる重要なプロジェクト',
      },
      unit: 'count',
      measure: (facts) =>
        warnedCritical(
          facts,
          (warnings) => warnings.has('one-person') && (warnings.has('main-author-gone') || warnings.has('falling')),
        ),
      shows: { when: 'above', limit: 'S10b-fragile' },
    },
    {
      id: 'drill',
      label: {
        en: 'Minutes to name every place of a part, in the last drill',
        de: 'Minuten bis zur Nennung jedes Orts eines Teils, in der letzten Übung',
        ja: '直近の演習で部品の所在をすべて答えた分数',
      },
      unit: 'minutes',
      measure: (facts) => recordValue(facts, 'component-drill'),
      shows: { when: 'above', limit: 'S10b-drill-minutes' },
    },
  ],
  action: {
    en: [
      'Let every build write its list of parts, and ask "where is it" in a drill.',
      'Look at the practices of critical projects, and tell their owners in the house.',
      'Agree with the emergency team who decides at night, and offer help upstream.',
    ],
    de: [
      'Lassen Sie jeden Build seine Stückliste schreiben, und üben Sie die Frage "Wo ist es?".',
      'Prüfen Sie die Praxis kritischer Projekte, und sagen Sie es den Zuständigen im Haus.',
      'Klären Sie mit dem Notfallteam, wer nachts entscheidet, und bieten Sie dem Ursprung Hilfe an.',
    ],
    ja: [
      'ビルドのたびに部品表を出し、「どこにあるか」の演習を行う。',
      '重要なプロジェクトの実践を確かめ、社内の担当に伝える。',
      '夜間に誰が決めるかを緊急対応チームと決め、上流に手を貸す。',
    ],
  },
  cost: 'medium',
  effortDays: { low: 5, central: 12, high: 25 },
  effect: { symptom: 'drill', withinMonths: 3 },
})
