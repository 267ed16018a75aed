import { defineProfile } from '#advice/profile.ts'
import { commonTerms } from '#domain/profile.ts'

export const profile = defineProfile({
  id: 'university',
  label: { en: 'University or research institute', de: 'Hochschule oder Forschungseinrichtung', ja: '大学・研究機関' },
  terms: {
    ...commonTerms,
    leadership: { en: 'the university leadership', de: 'Hochschulleitung', ja: '大学執行部' },
    units: { en: 'faculties and institutes', de: 'Fakultäten und Institute', ja: '学部・研究所' },
    users: { en: 'students and researchers', de: 'Studierende und Forschende', ja: '学生と研究者' },
  },
  // Talks and publications are how research spreads; people come and go with their projects.
  limits: { 'S6-promotion': 0.7, 'S5-training': 0.3, 'S12-initiatives': 8, 'C4-unknown-affiliation': 0.7 },
  leavesOut: ['procurement-never-ends'],
  reasonsFirst: ['open-knowledge', 'approach-communities', 'sustain-projects'],
  questions: [
    {
      id: 'university-results',
      text: {
        en: 'Which results (software, data, hardware, courses) do funders want open, and who looks after them when the project ends?',
        de: 'Welche Ergebnisse (Software, Daten, Geräte, Kurse) sollen nach den Geldgebern offen sein, und wer pflegt sie nach Projektende?',
        ja: '資金提供者が公開を求める成果（ソフト、データ、機器、講義）は何で、終了後は誰が維持しますか。',
      },
    },
    {
      id: 'university-credit',
      text: {
        en: 'Does published software count in appointments and evaluations?',
        de: 'Zählt veröffentlichte Software bei Berufungen und Bewertungen?',
        ja: '公開したソフトウェアは採用や評価で考慮されますか。',
      },
    },
    {
      id: 'university-rights',
      text: {
        en: 'Who owns what students and guests write, and who may publish it?',
        de: 'Wem gehört, was Studierende und Gäste schreiben, und wer darf es veröffentlichen?',
        ja: '学生や客員が書いたものの権利は誰にあり、誰が公開できますか。',
      },
    },
  ],
})
