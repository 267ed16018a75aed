import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

const users = { quay: ['Quay Gate'], dock: ['Dock Gate'], whole: ['Harbor Gate'] }

export const samples: RouteSamples = {
  'GET /api/v1/findings': {
    prepare,
    markers: { quay: ['EXAMPLE-2026-1'], dock: ['EXAMPLE-2026-2'], whole: ['EXAMPLE-2026-3'] },
  },
  'GET /api/v1/findings/:finding': { url: '/api/v1/findings/ALIAS-4', prepare, markers: users },
  'GET /api/v1/findings/:finding/affected': {
    url: '/api/v1/findings/EXAMPLE-2026-4/affected',
    prepare,
    markers: users,
  },
}
