import { answer, defineIndicator, open } from '#health/indicator.ts'

export const indicator = defineIndicator({
  id: 'recent-activity',
  version: 1,
  label: 'Changes in the last half year',
  question: 'Did a person change anything in the last six months?',
  why: 'Without anybody at work, faults stay and questions are not answered. Small finished things may do without.',
  remedy: 'Ask whether the work is finished or abandoned, and offer help.',
  weight: 3,
  source: 'Months of the state machine in docs/methods.md; OpenSSF Scorecard, Maintained, asks the same of 90 days',
  needs: ['halfYear'],
  assess: ({ halfYear }) =>
    halfYear === undefined ? open('not-collected') : answer(halfYear.plainCommits > 0, String(halfYear.plainCommits)),
})
