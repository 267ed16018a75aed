import { topFiles } from '#health/files.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'
import { readmeSpeaking } from '#health/unmaintained.ts'

const find = topFiles('funding')
const spoken =
  /github\.com\/sponsors\/|opencollective\.com\/|patreon\.com\/|liberapay\.com\/|ko-fi\.com\/|^#+.*(?:sponsor|donat)/im

export const indicator = defineIndicator({
  id: 'funding-route',
  version: 1,
  label: 'A way to pay',
  question: 'Does it name a way to give money?',
  why: 'Work that nobody pays for ends with the free time of those who do it.',
  remedy: 'Ask how to support the work; offer time when money cannot be taken.',
  weight: 0.5,
  source: 'FUNDING.yml, funding.json, funding fields of package registries',
  needs: ['fundingLinks', 'files'],
  assess: ({ fundingLinks = [], files }) => {
    const [link] = fundingLinks
    if (link !== undefined) return answer(true, link)
    // Most registries have no field for it: an empty one says nothing.
    if (files === undefined) return open('not-collected')
    const path = find(files) ?? readmeSpeaking(files, spoken)
    if (path === null) return open('not-collected')
    return answer(path !== undefined, path ?? '0')
  },
})
