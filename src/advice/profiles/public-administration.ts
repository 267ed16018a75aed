import { defineProfile } from '#advice/profile.ts'
import { commonTerms } from '#domain/profile.ts'

export const profile = defineProfile({
  id: 'public-administration',
  label: { en: 'Public administration', de: 'Öffentliche Verwaltung', ja: '行政機関' },
  terms: {
    ...commonTerms,
    leadership: { en: 'the head of the administration', de: 'Verwaltungsspitze', ja: '行政の長' },
    units: { en: 'offices', de: 'Ämter', ja: '部局' },
    users: { en: 'citizens', de: 'Bürgerinnen und Bürger', ja: '住民' },
  },
  // Council terms and yearly budgets move slower than quarters of a company.
  limits: { 'S8-silence-days': 365, 'C1-approval-days': 15, 'C1-approvals': 6 },
  // Nothing is sold; the public relations of an administration are its duty to inform.
  leavesOut: ['sales-or-marketing-tool'],
  reasonsFirst: ['manage-compliance', 'open-knowledge', 'mitigate-security-risk'],
  questions: [
    {
      id: 'public-law',
      text: {
        en: 'Which law obliges you to publish, to prefer or to share software?',
        de: 'Welches Recht verpflichtet Sie, Software zu veröffentlichen, zu bevorzugen oder zu teilen?',
        ja: 'ソフトウェアの公開・優先・共有を義務づける法令は何ですか。',
      },
    },
    {
      id: 'public-same-need',
      text: {
        en: 'Which other bodies have the same need and could share the work?',
        de: 'Welche anderen Stellen haben denselben Bedarf und könnten sich die Arbeit teilen?',
        ja: '同じ必要を持ち、作業を分担できる機関はどこですか。',
      },
    },
    {
      id: 'public-service',
      text: {
        en: 'Which service for citizens would get better first, and who answers for a published repository?',
        de: 'Welcher Dienst für Bürgerinnen und Bürger würde zuerst besser, und wer steht für ein veröffentlichtes Repository ein?',
        ja: 'まずどの住民サービスが良くなりますか。公開リポジトリには誰が責任を持ちますか。',
      },
    },
  ],
})
