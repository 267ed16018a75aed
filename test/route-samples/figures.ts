import type { RouteSamples } from '#test/route-sample.ts'

export const samples: RouteSamples = {
  'GET /api/v1/figures/*': {
    url: '/api/v1/figures/no/such',
    isForWholeOnly: 'a chain leads through the originals of every unit',
  },
}
