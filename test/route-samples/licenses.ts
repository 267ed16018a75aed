import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/licenses': {
    prepare,
    markers: { quay: ['pkg:npm/lodash'], dock: ['pkg:npm/express'], whole: ['pkg:npm/minimist'] },
  },
  'GET /api/v1/license-summary': {
    prepare,
    markers: { dock: ['GPL-3.0-only'] },
    tells: { quay: { parts: 2 }, dock: { parts: 3 }, whole: { parts: 5 } },
  },
}
