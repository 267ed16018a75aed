import type { RouteSamples } from '#test/route-sample.ts'

const unknown = '00000000-0000-4000-8000-0000000000ff'
const isSameForAll = 'a token of another unit is as unknown as one that never was; see documents'

export const samples: RouteSamples = {
  'GET /api/v1/bom/token/:uuid': { url: `/api/v1/bom/token/${unknown}`, isSameForAll },
  'GET /api/v1/event/token/:uuid': { url: `/api/v1/event/token/${unknown}`, isSameForAll },
}
