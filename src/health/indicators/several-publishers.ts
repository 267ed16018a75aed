import { answer, defineIndicator, open } from '#health/indicator.ts'

export const indicator = defineIndicator({
  id: 'several-publishers',
  version: 1,
  label: 'Several accounts may publish',
  question: 'May at least two accounts publish each package in use?',
  why: 'A lost or stolen account then neither stops releases nor goes unseen.',
  remedy: 'Ask for a second publisher, and for two-factor sign-in.',
  weight: 3,
  source: 'Our own proposal',
  needs: ['publishers'],
  assess: ({ publishers }) => {
    if (publishers === undefined || publishers.length === 0) return open('not-collected')
    const fewest = publishers.reduce((least, one) => Math.min(least, one.publishers), Infinity)
    return answer(fewest >= 2, String(fewest))
  },
})
