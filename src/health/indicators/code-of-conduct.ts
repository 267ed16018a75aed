import { topFiles } from '#health/files.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'
import { readmeSpeaking } from '#health/unmaintained.ts'

const find = topFiles('code[-_ ]of[-_ ]conduct')
const spoken = /code of conduct/i

export const indicator = defineIndicator({
  id: 'code-of-conduct',
  version: 1,
  label: 'Code of conduct',
  question: 'Does it say how people treat each other?',
  why: 'It tells newcomers that somebody will act when needed.',
  remedy: 'Propose one in common use.',
  weight: 0.5,
  source: 'CHAOSS, Code of Conduct at Event and Project; GitHub community profile',
  needs: ['files'],
  assess: ({ files }) => {
    if (files === undefined) return open('not-collected')
    const path = find(files) ?? readmeSpeaking(files, spoken)
    if (path === null) return open('not-collected')
    return answer(path !== undefined, path ?? '0')
  },
})
