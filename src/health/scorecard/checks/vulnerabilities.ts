import { answer, defineCheck, undecided } from '#health/scorecard/check.ts'

/** Every open one costs a point. */
export const check = defineCheck({
  id: 'vulnerabilities',
  name: 'Vulnerabilities',
  label: 'No known open vulnerability',
  source: 'checks/evaluation/vulnerabilities.go',
  assess: ({ vulnerabilities }) =>
    vulnerabilities === null
      ? undecided('not-matched')
      : answer(Math.max(0, 10 - vulnerabilities), vulnerabilities === 0 ? 'none-found' : 'found'),
})
