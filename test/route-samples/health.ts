import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/health': {
    prepare,
    markers: { quay: ['forge.example/sluice/lodash'], dock: ['pkg:npm/express'] },
  },
  'GET /api/v1/health-quadrant': {
    prepare,
    tells: { quay: { listed: 2, unlisted: 0 }, dock: { listed: 2, unlisted: 1 }, whole: { listed: 3, unlisted: 2 } },
  },
  'GET /api/v1/health/*': {
    url: '/api/v1/health/pkg:npm/ms',
    prepare,
    markers: { quay: ['Quay Gate'], dock: ['Dock Gate'], whole: ['Harbor Gate'] },
  },
}
