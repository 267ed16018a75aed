import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/units': {
    prepare,
    markers: { quay: ['"id":"quay"'], dock: ['"id":"dock"', '"id":"crane"'], whole: ['"id":"harbor"'] },
  },
}
