import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/agility': {
    prepare,
    markers: { quay: ['p-Quay Gate-0'], dock: ['p-Dock Gate-1'], whole: ['p-Harbor Gate-2'] },
  },
}
