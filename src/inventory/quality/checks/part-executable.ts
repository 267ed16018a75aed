import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-executable',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Executable or not',
  question: 'Does each part say whether it can be run?',
  why: 'What runs has to be looked at first.',
  source: 'CycloneDX property bsi:component:executable; SPDX 3 purpose of the distribution artifact',
  isStated:
    () =>
    (_, { executable }) =>
      executable !== undefined,
})
