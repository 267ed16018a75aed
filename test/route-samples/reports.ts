import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/reports': {
    prepare,
    isSameForAll: 'the days on which an assessment was made, and nothing of what it says',
  },
  'GET /api/v1/reports/:assessment': {
    url: '/api/v1/reports/latest',
    prepare,
    isForWholeOnly: 'a report tells of the whole organization',
  },
}
