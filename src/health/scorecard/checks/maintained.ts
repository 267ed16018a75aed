import { answer, defineCheck, partial, proportionalScore, undecided } from '#health/scorecard/check.ts'

const lookBackDays = 90
/** One event a week: ⌊90 ÷ 7⌋. */
const eventsForAll = Math.floor(lookBackDays / 7)

/**
 * Commits of the last three months; what members of the project do on issues is known to the host only, so anything below
 * the full score could be more.
 */
export const check = defineCheck({
  id: 'maintained',
  name: 'Maintained',
  label: 'Worked on in the last 90 days',
  source: 'checks/evaluation/maintained.go',
  assess: ({ facts, isArchived }) => {
    if (isArchived === true) return answer(0, 'archived')
    const score = maintainedScore(facts.quarter.plainCommits)
    if (facts.isShallow || facts.firstCommitOn === null)
      return score === 10 ? answer(10, 'commits-counted') : undecided('shallow-history')
    if (daysBetween(facts.firstCommitOn, facts.observedOn) < lookBackDays) return answer(0, 'too-young')
    return score === 10 ? answer(10, 'commits-counted') : partial(score, 'commits-counted')
  },
})

/** min(10, ⌊10·events ÷ 12⌋). */
export function maintainedScore(events: number): number {
  return proportionalScore(events, eventsForAll)
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
