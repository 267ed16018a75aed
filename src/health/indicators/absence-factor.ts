import { answer, defineIndicator, open } from '#health/indicator.ts'

export const indicator = defineIndicator({
  id: 'absence-factor',
  version: 1,
  label: 'More than one person carries it',
  question: 'Did it take at least two people to make half of the changes of the last year?',
  why: 'If one person leaves, fixes stop.',
  remedy: 'Offer reviews, time or a second maintainer, or pay for one.',
  weight: 3,
  source: 'CHAOSS, Contributor Absence Factor; openCode asks for at least 2',
  needs: ['year'],
  assess: ({ year }) => {
    if (year === undefined) return open('not-collected')
    const { absenceFactor } = year
    return absenceFactor === null ? open('not-applicable') : answer(absenceFactor >= 2, String(absenceFactor))
  },
})
