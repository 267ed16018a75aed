import { defineProfile } from '#advice/profile.ts'
import { commonTerms } from '#domain/profile.ts'

export const profile = defineProfile({
  id: 'vendor',
  label: {
    en: 'Vendor of products with software',
    de: 'Hersteller von Produkten mit Software',
    ja: 'ソフトウェアを含む製品の提供企業',
  },
  terms: {
    ...commonTerms,
    leadership: { en: 'management', de: 'Geschäftsführung', ja: '経営層' },
    units: { en: 'product teams', de: 'Produktbereiche', ja: '製品部門' },
    users: { en: 'customers', de: 'Kundinnen und Kunden', ja: '顧客' },
  },
  limits: {
    'C2-reached': 0.2,
    'C1-approval-days': 7,
    'S10b-drill-minutes': 30,
  },
  leavesOut: [],
  reasonsFirst: ['mitigate-security-risk', 'manage-compliance', 'sustain-projects'],
  questions: [
    {
      id: 'vendor-duties',
      text: {
        en: 'Which products fall under the Cyber Resilience Act, and who would report a weakness within a day?',
        de: 'Welche Produkte fallen unter den Cyber Resilience Act, und wer würde eine Schwachstelle binnen eines Tages melden?',
        ja: 'どの製品がサイバーレジリエンス法の対象で、誰が一日以内に脆弱性を報告しますか。',
      },
    },
    {
      id: 'vendor-lists-of-parts',
      text: {
        en: 'Which customers ask for a list of parts, and how long does the answer take?',
        de: 'Welche Kunden fragen nach einer Stückliste, und wie lange dauert die Antwort?',
        ja: '部品表を求める顧客はどこで、回答に何日かかりますか。',
      },
    },
    {
      id: 'vendor-roadmap',
      text: {
        en: 'Which foreign projects decide the roadmap, and who of you has a seat there?',
        de: 'Welche fremden Projekte bestimmen die Planung, und wer von Ihnen hat dort einen Platz?',
        ja: '製品計画を左右する外部プロジェクトはどれで、誰がそこに席を持っていますか。',
      },
    },
  ],
})
