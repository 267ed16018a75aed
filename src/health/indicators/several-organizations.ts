import { answer, defineIndicator, open } from '#health/indicator.ts'

export const indicator = defineIndicator({
  id: 'several-organizations',
  version: 1,
  label: 'Several organizations stand behind it',
  question: 'Did it take at least two organizations to make half of the changes of the last year?',
  why: 'A single company can change the license, the direction or its mind.',
  remedy: 'Talk to others who depend on it, or take part yourselves.',
  weight: 2,
  source: 'CHAOSS, Elephant Factor; withheld below 60 % attributable changes',
  needs: ['year'],
  assess: ({ year }) => {
    if (year === undefined) return open('not-collected')
    if (year.plainCommits === 0) return open('not-applicable')
    return year.elephantFactor === null
      ? open('withheld')
      : answer(year.elephantFactor >= 2, String(year.elephantFactor))
  },
})
