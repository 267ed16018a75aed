import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-completeness',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Completeness of dependencies',
  question: 'Does each part say whether the list of what it uses is complete?',
  why: 'An empty list may mean nothing is used, or that nobody looked.',
  source: 'CycloneDX compositions; SPDX 3 completeness of relationships; SPDX 2 DEPENDS_ON NONE and NOASSERTION',
  isStated:
    ({ about }) =>
    (_, { completeness }) =>
      completeness !== undefined || (about !== undefined && about.completeness !== null),
})
