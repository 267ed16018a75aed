import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/agility': {
    prepare,
    markers: {
      quay: ['"kind":"unit","id":"quay"'],
      dock: ['"kind":"unit","id":"dock"'],
      whole: ['"kind":"organization","id":""'],
    },
  },
}
