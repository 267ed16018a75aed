import { answer, defineIndicator, open } from '#health/indicator.ts'

const named =
  /(?:^|\/)(?:tests?|__tests__|specs?|testing|unittests?|t)\/|(?:^|\/)test_[^/]+\.py$|_test\.[a-z]+$|(?:\.|_)(?:test|spec)\.[a-z]+$|(?:Test|Tests|Spec)\.[a-z]+$/

export const indicator = defineIndicator({
  id: 'tests',
  version: 1,
  label: 'Tests',
  question: 'Does the repository hold tests?',
  why: 'Without tests every update is a leap in the dark, also for those who help.',
  remedy: 'Contribute tests for what you use.',
  weight: 0.5,
  source: 'Our own proposal; by file names, so tests inside source files are unknown',
  needs: ['files'],
  assess: ({ files }) => {
    if (files === undefined) return open('not-collected')
    const path = files.paths.find((one) => named.test(one))
    if (path !== undefined) return answer(true, path)
    // Rust keeps tests inside its sources.
    return files.paths.some((one) => /(?:^|\/)Cargo\.toml$/.test(one)) ? open('not-collected') : answer(false, '0')
  },
})
