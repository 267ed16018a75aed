import { defineCheck, undecided } from '#health/scorecard/check.ts'

export const check = defineCheck({
  id: 'packaging',
  name: 'Packaging',
  label: 'Packages are built and published by a workflow',
  source: 'checks/evaluation/packaging.go',
  assess: () => undecided('host-only'),
})
