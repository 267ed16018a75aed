import { firstDeprecation } from '#health/deprecation.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'

export const indicator = defineIndicator({
  id: 'not-deprecated',
  version: 2,
  label: 'Not deprecated',
  question: 'Do publishers recommend the packages in use?',
  why: 'Deprecated packages get no repairs.',
  remedy: 'Move to the successor that the publishers name.',
  weight: 5,
  source: 'Deprecation notes of package registries, and of lockfiles that repeat them',
  needs: ['releases', 'deprecations'],
  assess: (facts) => {
    const found = firstDeprecation(facts)
    if (found !== undefined) return answer(false, `${found.package}@${found.version}`)
    // A lockfile that says nothing does not say that nothing is to be said.
    if (facts.releases?.some(({ releases }) => releases.length > 0) !== true) return open('not-collected')
    return answer(true, '0')
  },
})
