import { hasEnded } from '#health/lifecycle/state.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'

export const indicator = defineIndicator({
  id: 'not-past-end-of-life',
  version: 1,
  label: 'Not past its end of life',
  question: 'Is every release line in use still supported?',
  why: 'After the end of life, vulnerabilities stay open.',
  remedy: 'Move to a line that is supported, or buy extended support.',
  weight: 3,
  source: "endoflife.date or the organization's own tables",
  needs: ['cycles'],
  assess: ({ cycles = [] }, { asOf }) => {
    const known = cycles.filter((cycle) => hasEnded(cycle, asOf) !== undefined)
    if (known.length === 0) return open('not-collected')
    const ended = known.find((cycle) => hasEnded(cycle, asOf) === true)
    return ended === undefined
      ? answer(true, '0')
      : answer(false, `${ended.cycle}${typeof ended.end === 'string' ? `, ${ended.end}` : ''}`)
  },
})
