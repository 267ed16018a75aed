import { defineCheck, undecided } from '#health/scorecard/check.ts'

export const check = defineCheck({
  id: 'branch-protection',
  name: 'Branch-Protection',
  label: 'Branches are protected',
  source: 'checks/evaluation/branch_protection.go',
  assess: () => undecided('host-only'),
})
