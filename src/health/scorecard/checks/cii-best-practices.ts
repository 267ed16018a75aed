import { defineCheck, undecided } from '#health/scorecard/check.ts'

export const check = defineCheck({
  id: 'cii-best-practices',
  name: 'CII-Best-Practices',
  label: 'A badge for best practices',
  source: 'checks/evaluation/cii_best_practices.go',
  assess: () => undecided('host-only'),
})
