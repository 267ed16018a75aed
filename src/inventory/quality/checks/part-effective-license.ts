import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-effective-license',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'License in effect',
  question: 'Does each part say under which license its maker uses it here?',
  why: 'Of several licenses to choose from one is in effect.',
  source: 'CycloneDX property bsi:component:effectiveLicence; SPDX 3 relationship hasEffectiveLicense',
  isStated:
    () =>
    (_, { effectiveLicense }) =>
      effectiveLicense !== undefined,
})
