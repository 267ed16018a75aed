import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

const users = { quay: ['Quay Gate'], dock: ['Dock Gate'], whole: ['Harbor Gate'] }

export const samples: RouteSamples = {
  'GET /api/v1/packages': {
    prepare,
    markers: { quay: ['lodash'], dock: ['express'], whole: ['minimist'] },
  },
  'GET /api/v1/packages/*': { url: '/api/v1/packages/pkg:npm/ms', prepare, markers: users },
  'GET /api/v1/where-used': { url: '/api/v1/where-used?package=pkg:npm/ms&below=9', prepare, markers: users },
}
