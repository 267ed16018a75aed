import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-archive',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Archive or not',
  question: 'Does each part say whether it is an archive?',
  why: 'An archive holds more parts that have to be listed.',
  source: 'CycloneDX property bsi:component:archive; SPDX 3 purpose of the distribution artifact',
  isStated:
    () =>
    (_, { archive }) =>
      archive !== undefined,
})
