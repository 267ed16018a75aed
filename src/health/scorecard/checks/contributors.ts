import { defineCheck, undecided } from '#health/scorecard/check.ts'

export const check = defineCheck({
  id: 'contributors',
  name: 'Contributors',
  label: 'People of several organizations contribute',
  source: 'checks/evaluation/contributors.go',
  assess: () => undecided('host-only'),
})
