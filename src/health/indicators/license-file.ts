import { topFiles } from '#health/files.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'

const find = topFiles('licen[sc]e|licenses/[^/]+|copying|unlicense')

export const indicator = defineIndicator({
  id: 'license-file',
  version: 1,
  label: 'License file',
  question: 'Does the repository hold its license?',
  why: 'Without a license text nobody may use it with certainty.',
  remedy: 'Ask for a license file.',
  weight: 1,
  source: 'OpenSSF Scorecard, License',
  needs: ['files'],
  assess: ({ files }) => {
    if (files === undefined) return open('not-collected')
    const path = find(files)
    return answer(path !== undefined, path ?? '0')
  },
})
