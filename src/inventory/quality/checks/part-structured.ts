import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-structured',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Structured or not',
  question: 'Does each archive say whether its contents can still be told apart?',
  why: 'In firmware and installers parts may no longer be found one by one.',
  source: 'CycloneDX property bsi:component:structured; SPDX 3 purpose of the distribution artifact',
  isStated:
    () =>
    (_, { structured }) =>
      structured !== undefined,
})
