import { defineCheck, undecided } from '#health/scorecard/check.ts'

export const check = defineCheck({
  id: 'ci-tests',
  name: 'CI-Tests',
  label: 'Tests run before changes are taken',
  source: 'docs/checks.md',
  assess: () => undecided('host-only'),
})
