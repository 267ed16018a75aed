import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/maturity': {
    prepare,
    markers: { quay: ['IC1/unit:quay'], dock: ['IC1/unit:dock'], whole: ['IC1/organization'] },
  },
}
