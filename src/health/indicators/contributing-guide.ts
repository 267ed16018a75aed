import { topFiles } from '#health/files.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'
import { readmeSpeaking } from '#health/unmaintained.ts'

const find = topFiles('contributing|hacking|development')
const spoken = /^#+.*contribut|\[[^\]\n]*contribut[^\]\n]*\]\(/im

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
    const path = find(files) ?? readmeSpeaking(files, spoken)
    if (path === null) return open('not-collected')
    return answer(path !== undefined, path ?? '0')
  },
})
