import { expect } from 'vitest'
import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/alternatives': {
    prepare,
    tells: {
      quay: { why: 'withheld', withheld: expect.arrayContaining(['gross', 'net']) },
      dock: { why: 'withheld', withheld: expect.arrayContaining(['gross', 'net']) },
      whole: { why: null, area: { gross: { id: 'value/alternative-gross' } } },
    },
  },
}
