import { defineProfile } from '#advice/profile.ts'
import { commonTerms } from '#domain/profile.ts'

export const profile = defineProfile({
  id: 'company',
  label: {
    en: 'Company that uses open source',
    de: 'Unternehmen, das Open Source nutzt',
    ja: 'オープンソースを利用する企業',
  },
  terms: {
    ...commonTerms,
    leadership: { en: 'management', de: 'Geschäftsführung', ja: '経営層' },
    units: { en: 'departments', de: 'Abteilungen', ja: '部門' },
    users: { en: 'customers', de: 'Kundinnen und Kunden', ja: '顧客' },
  },
  limits: {},
  leavesOut: [],
  reasonsFirst: ['manage-compliance', 'mitigate-security-risk'],
  questions: [
    {
      id: 'company-goals',
      text: {
        en: 'Which three goals decide this year, and which technology could stop them?',
        de: 'Welche drei Ziele entscheiden über dieses Jahr, und welche Technik könnte sie verhindern?',
        ja: '今年を左右する三つの目標は何ですか。それを止めうる技術は何ですか。',
      },
    },
    {
      id: 'company-supplier-exit',
      text: {
        en: 'What would it cost if a supplier left or a project you rest on died?',
        de: 'Was würde es kosten, wenn ein Lieferant wegfiele oder ein tragendes Projekt endete?',
        ja: '供給者の撤退や依存するプロジェクトの終了は、どれほどの損失になりますか。',
      },
    },
    {
      id: 'company-waiting',
      text: {
        en: 'Where do teams wait today: for licenses, purchasing, approval?',
        de: 'Worauf warten Teams heute: auf Lizenzen, Beschaffung, Freigabe?',
        ja: 'チームは今どこで待たされていますか（ライセンス、調達、承認）。',
      },
    },
  ],
})
