import { deprecationOf } from '#health/deprecation.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'

export const indicator = defineIndicator({
  id: 'not-deprecated',
  version: 1,
  label: 'Not deprecated',
  question: 'Do publishers recommend the packages in use?',
  why: 'Deprecated packages get no repairs.',
  remedy: 'Move to the successor that the publishers name.',
  weight: 5,
  source: 'Deprecation notes of package registries',
  needs: ['releases'],
  assess: ({ releases = [] }) => {
    const notes = releases.map(deprecationOf)
    if (releases.every(({ releases: of }) => of.length === 0)) return open('not-collected')
    const found = notes.find((note) => note !== undefined)
    return answer(found === undefined, found === undefined ? '0' : `${found.package}@${found.version}`)
  },
})
