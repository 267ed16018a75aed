import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/value': {
    prepare,
    // What is worth how much in a unit; products have their list.
    markers: { quay: ['"subject":"quay"'], dock: ['"subject":"dock"'], whole: ['"subject":"harbor"'] },
    tells: { quay: { why: 'withheld' }, dock: { why: 'withheld' }, whole: { why: null } },
  },
  'GET /api/v1/value/what-if': {
    url: '/api/v1/value/what-if?assume=A3-labor-rate=2&product=p-Dock%20Gate-1',
    prepare,
    tells: { quay: { code: 'nothing-found' }, dock: {}, whole: {} },
  },
}
