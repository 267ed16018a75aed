import { topFiles, topTexts } from '#health/files.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'

const find = topFiles('pull_request_template(?:/[^/]+)?|merge_request_templates/[^/]+|codeowners')
const guides = topTexts('contributing')
const proposal = /\b(?:pull|merge) requests?\b|\bcode review|\bpatch(?:es)?\b/i

export const indicator = defineIndicator({
  id: 'review-rules',
  version: 1,
  label: 'Rules for changes',
  question: 'Is it written down how a change is proposed and looked at?',
  why: 'Rules keep quality when people change.',
  remedy: 'Ask how reviews work, and offer to write it down.',
  weight: 0.5,
  source: 'Our own proposal',
  needs: ['files'],
  assess: ({ files }) => {
    if (files === undefined) return open('not-collected')
    if (files.texts === null && find(files) === undefined) return open('not-collected')
    const path = find(files) ?? guides(files).find(([, text]) => proposal.test(text))?.[0]
    return answer(path !== undefined, path ?? '0')
  },
})
