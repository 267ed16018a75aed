import { defineCheck, undecided } from '#health/scorecard/check.ts'

export const check = defineCheck({
  id: 'webhooks',
  name: 'Webhooks',
  label: 'Calls to other services are authenticated',
  source: 'checks/evaluation/webhooks.go',
  assess: () => undecided('host-only'),
})
