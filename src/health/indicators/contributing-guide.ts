import { topFiles } from '#health/files.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'

const find = topFiles('contributing|hacking|development')

export const indicator = defineIndicator({
  id: 'contributing-guide',
  version: 1,
  label: 'Contributing guide',
  question: 'Does it say how to take part?',
  why: 'Who must guess gives up sooner.',
  remedy: 'Offer to write the guide after your first contribution.',
  weight: 0.5,
  source: 'CHAOSS; GitHub community profile',
  needs: ['files'],
  assess: ({ files }) => {
    if (files === undefined) return open('not-collected')
    const path = find(files)
    return answer(path !== undefined, path ?? '0')
  },
})
