import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-deployable-url',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Address of the file',
  question: 'Does each part say where the delivered file can be had?',
  why: 'The file can then be fetched again and compared.',
  source: 'CycloneDX external reference distribution; SPDX download location',
  isStated:
    () =>
    (_, { deployableUrl }) =>
      deployableUrl !== undefined,
})
