import { criticalSubjects } from '#advice/scenarios/measures.ts'
import type { AdviceFacts } from '#advice/facts.ts'
import { defineScenario, measured, missing, type Measured } from '#advice/scenarios/scenario.ts'
import type { SubjectHealth } from '#domain/assessment/health.ts'
import { criticalityLevel } from '#domain/criticality.ts'

/** Below this share of attributable commits nobody knows who stands behind a project. */
const mostlyUnknown = 0.5

/**
 * Critical projects that were read and whose contributors cannot be told. What nobody read is not counted: not having looked is
 * no anonymity.
 */
function unknownAffiliation(facts: AdviceFacts): Measured {
  const read = (facts.contribution?.repositories ?? []).filter(
    ({ isOwn, criticality, attributable }) =>
      !isOwn && attributable !== null && criticality !== null && criticalityLevel(criticality) === 'high',
  )
  if (read.length > 0) {
    const unclear = read.filter(({ attributable }) => (attributable ?? 0) < mostlyUnknown)
    return measured(
      unclear.length / read.length,
      read.map(({ ownShare }) => ownShare.id),
      unclear.map(({ project, path }) => project ?? path),
    )
  }
  // Withheld: the history was read, and too few of its commits tell an organization.
  const isUnclear = ({ open }: SubjectHealth): boolean =>
    open.some(({ indicator, why }) => indicator === 'several-organizations' && why === 'withheld')
  const looked = criticalSubjects(facts)?.filter(
    (subject) =>
      isUnclear(subject) || subject.indicators.some(({ indicator }) => indicator === 'several-organizations'),
  )
  if (looked === undefined) return missing('health')
  if (looked.length === 0) return missing('clones')
  const unclear = looked.filter(isUnclear)
  return measured(
    unclear.length / looked.length,
    looked.map(({ health }) => health.id),
    unclear.map(({ subject }) => subject),
  )
}

export const scenario = defineScenario({
  id: 'anonymous-contributors',
  number: 'C4',
  version: 1,
  label: {
    en: 'Nobody knows who stands behind critical parts',
    de: 'Niemand weiß, wer hinter kritischen Teilen steht',
    ja: '重要な部品の担い手が分からない',
  },
  source: 'CHAPTER',
  gravity: 2,
  needed: 1,
  symptoms: [
    {
      id: 'unknown-affiliation',
      label: {
        en: 'Share of critical projects whose contributors are mostly unknown',
        de: 'Anteil kritischer Projekte, deren Beitragende meist unbekannt sind',
        ja: '担い手の大半が不明な重要プロジェクトの割合',
      },
      unit: 'share',
      measure: unknownAffiliation,
      shows: { when: 'above', limit: 'C4-unknown-affiliation' },
    },
  ],
  action: {
    en: [
      'Look at these projects one by one: who may release, who reviews, who pays.',
      'Take part where it matters, so that you know the people; do not ask anybody to give up a pseudonym.',
      'Prefer releases that are signed and built in the open.',
    ],
    de: [
      'Sehen Sie diese Projekte einzeln an: wer darf veröffentlichen, wer prüft, wer zahlt.',
      'Beteiligen Sie sich, wo es zählt, damit Sie die Menschen kennen; niemand soll ein Pseudonym aufgeben müssen.',
      'Bevorzugen Sie Ausgaben, die signiert und öffentlich gebaut sind.',
    ],
    ja: [
      '誰が公開でき、誰が査読し、誰が支えているかをプロジェクトごとに見る。',
      '大事な所には参加して人を知る。匿名をやめるよう求めることはしない。',
      '署名され、公開の場でビルドされたリリースを優先する。',
    ],
  },
  cost: 'medium',
  effortDays: { low: 4, central: 10, high: 20 },
  effect: { symptom: 'unknown-affiliation', withinMonths: 12 },
})
