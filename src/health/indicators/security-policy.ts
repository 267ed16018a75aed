import { topFiles } from '#health/files.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'
import { readmeSpeaking } from '#health/unmaintained.ts'

const find = topFiles('security(?:-insights)?')
const spoken =
  /security polic|^#+.*report(?:ing)? (?:a |an )?(?:security|vulnerabilit)|(?:report|disclos|discover|found)[^.\n]{0,60}(?:security (?:issue|problem|vulnerabilit)|vulnerabilit)/im

export const indicator = defineIndicator({
  id: 'security-policy',
  version: 1,
  label: 'Security policy',
  question: 'Does it say how to report a vulnerability?',
  why: 'Otherwise findings become public before they are repaired, or get lost.',
  remedy: 'Propose a policy, and offer a contact.',
  weight: 1,
  source: 'OpenSSF Scorecard, Security-Policy',
  needs: ['files'],
  assess: ({ files }) => {
    if (files === undefined) return open('not-collected')
    const path = find(files) ?? readmeSpeaking(files, spoken)
    if (path === null) return open('not-collected')
    return answer(path !== undefined, path ?? '0')
  },
})
