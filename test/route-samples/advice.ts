import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

const withheld = {
  withheld: ['recommendations', 'putAside', 'unclear', 'checks', 'roles'],
  recommendations: null,
  putAside: null,
  unclear: null,
  checks: null,
  roles: null,
}

export const samples: RouteSamples = {
  'GET /api/v1/advice': {
    prepare,
    tells: { quay: withheld, dock: withheld, whole: { withheld: [], recommendations: [], putAside: [] } },
  },
}
