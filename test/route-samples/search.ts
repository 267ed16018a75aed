import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/search': {
    url: '/api/v1/search?q=gate',
    prepare,
    markers: { quay: ['Quay Gate'], dock: ['Dock Gate'], whole: ['Harbor Gate'] },
  },
}
