import { pipelineOf } from '#health/files.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'

export const indicator = defineIndicator({
  id: 'continuous-integration',
  version: 1,
  label: 'Checks on every change',
  question: 'Does the repository hold a pipeline that builds and checks?',
  why: 'Faults are found before they are released.',
  remedy: 'Propose a pipeline.',
  weight: 0.5,
  source: 'OpenSSF Scorecard, CI-Tests; by the presence of a configuration',
  needs: ['files'],
  assess: ({ files }) => {
    if (files === undefined) return open('not-collected')
    const path = pipelineOf(files)
    return answer(path !== undefined, path ?? '0')
  },
})
