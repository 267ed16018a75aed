import type { RouteSamples } from '#test/route-sample.ts'

export const samples: RouteSamples = {
  'POST /api/v1/keys': { body: { label: 'ci', permissions: ['read'], units: null, days: 1 } },
  'DELETE /api/v1/keys/:key': { url: '/api/v1/keys/key-of-nobody' },
}
