import { expect } from 'vitest'
import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/watershed': {
    prepare,
    markers: { quay: ['lodash'], dock: ['express'], whole: ['minimist'] },
    // The place of a finding is told among those in sight: express alone has a critical one.
    tells: {
      quay: { packages: expect.arrayContaining([expect.objectContaining({ name: 'lodash', rank: 0 })]) },
      dock: { packages: expect.arrayContaining([expect.objectContaining({ name: 'express', rank: 0 })]) },
      whole: { packages: expect.arrayContaining([expect.objectContaining({ name: 'lodash', rank: 1 })]) },
    },
  },
}
