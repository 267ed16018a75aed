import { answer, defineIndicator, open } from '#health/indicator.ts'

export const indicator = defineIndicator({
  id: 'not-withdrawn',
  version: 1,
  label: 'No withdrawn version in use',
  question: 'Are all versions in use still offered?',
  why: 'Versions are withdrawn because they are broken, harmful or wrongly licensed.',
  remedy: 'Move to a version that is still offered.',
  weight: 4,
  source: 'Yanked, retracted and unpublished versions in package registries',
  needs: ['releases'],
  assess: ({ releases = [] }) => {
    const used = releases.flatMap(({ package: name, releases: of, inUse }) =>
      of.filter(({ version }) => inUse.includes(version)).map((release) => ({ name, release })),
    )
    if (used.length === 0) return open('not-collected')
    const found = used.find(({ release }) => release.isWithdrawn)
    return answer(found === undefined, found === undefined ? '0' : `${found.name}@${found.release.version}`)
  },
})
