import { topFiles } from '#health/files.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'
import { readmeSpeaking } from '#health/unmaintained.ts'

const find = topFiles('governance|maintainers|codeowners|owners(?:_aliases)?')
const spoken = /^#+.*(?:maintainers?|governance|core team|technical (?:steering )?committee)\b/im

export const indicator = defineIndicator({
  id: 'named-maintainers',
  version: 1,
  label: 'Governance is written down',
  question: 'Does it say who decides or who maintains what?',
  why: 'Who knows whom to ask gets an answer.',
  remedy: 'Ask who decides, and offer to write it down.',
  weight: 0.5,
  source: 'Our own proposal; OpenSSF Best Practices asks for governance from silver on',
  needs: ['files'],
  assess: ({ files }) => {
    if (files === undefined) return open('not-collected')
    const path = find(files) ?? readmeSpeaking(files, spoken)
    if (path === null) return open('not-collected')
    return answer(path !== undefined, path ?? '0')
  },
})
