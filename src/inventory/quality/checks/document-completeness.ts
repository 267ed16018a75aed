import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'document-completeness',
  version: 1,
  of: 'document',
  needsFacts: true,
  label: 'Known gaps',
  question: 'Does it say how complete it is?',
  why: 'A gap that is named can be asked about; one that is not is taken for nothing.',
  source: 'CycloneDX compositions; SPDX completeness of relationships, DEPENDS_ON NONE and NOASSERTION',
  find: (_, { completeness, parts, subject }) =>
    completeness ??
    subject?.completeness ??
    parts.find((part) => part.completeness !== undefined)?.completeness ??
    null,
})
