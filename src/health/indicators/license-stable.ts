import { answer, defineIndicator, open } from '#health/indicator.ts'
import { licenseChange } from '#health/license-change.ts'

export const indicator = defineIndicator({
  id: 'license-stable',
  version: 1,
  label: 'The license stayed',
  question: 'Are the newest releases under the same terms as those in use and those of two years ago?',
  why: 'New terms may forbid the use, or signal a company that changes course.',
  remedy: 'Have the new terms read before you update; look for a fork.',
  weight: 3,
  source: 'License fields of package registries',
  needs: ['releases'],
  assess: ({ releases = [] }, { registry }) => {
    const changes = releases.map((one) => licenseChange(one, registry))
    const found = changes.find((change) => change !== null && change !== undefined)
    if (found !== undefined && found !== null) return answer(false, `${found.from} → ${found.to}, ${found.version}`)
    return changes.includes(null) ? answer(true, '0') : open('not-collected')
  },
})
