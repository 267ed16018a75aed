import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/products': {
    prepare,
    markers: { quay: ['Quay Gate'], dock: ['Dock Gate'], whole: ['Harbor Gate'] },
  },
  'GET /api/v1/products/:product': {
    url: `/api/v1/products/${encodeURIComponent('p-Quay Gate-0')}`,
    prepare,
    markers: { quay: ['lodash'] },
  },
}
