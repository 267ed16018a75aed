import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

const asked = { kind: 'full', language: 'en', format: 'html' }

export const samples: RouteSamples = {
  'POST /api/v1/reports/:assessment': { url: '/api/v1/reports/none', body: asked },
  'GET /api/v1/reports/:assessment/:kind/:language/:format': {
    url: '/api/v1/reports/none/full/en/html',
    isForWholeOnly: 'a report tells of the whole organization',
  },
  'GET /api/v1/reports': {
    prepare,
    isSameForAll: 'the days on which an assessment was made, and nothing of what it says',
  },
}
