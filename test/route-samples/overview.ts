import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/overview': {
    prepare,
    tells: {
      quay: {
        products: 1,
        cards: { packages: { value: 2, id: null }, urgent: { value: 2 }, given: { why: 'withheld' } },
      },
      dock: {
        products: 1,
        cards: { packages: { value: 3, id: null }, urgent: { value: 2 }, given: { why: 'withheld' } },
      },
      whole: { products: 3, cards: { packages: { value: 5 }, urgent: { value: 4 }, given: { why: null } } },
    },
  },
}
