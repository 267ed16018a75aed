import { answer, defineIndicator, open } from '#health/indicator.ts'
import { readmes, saysUnmaintained } from '#health/unmaintained.ts'

export const indicator = defineIndicator({
  id: 'declared-maintained',
  version: 1,
  label: 'Does not call itself unmaintained',
  question: 'Is there no sentence in the README that says that nobody maintains it?',
  why: 'Then nobody will answer, by their own word.',
  remedy: 'Look for a fork or a successor, or offer to take over.',
  weight: 3,
  source: 'README and publiccode.yml of the repository',
  needs: ['files'],
  assess: ({ files }) => {
    if (files === undefined) return open('not-collected')
    const found = saysUnmaintained(files)
    if (found !== undefined) return answer(false, found.path)
    const [readme] = readmes(files)
    return readme === undefined ? open('not-collected') : answer(true, readme[0])
  },
})
