import { expect } from 'vitest'
import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

export const samples: RouteSamples = {
  'GET /api/v1/contribution': {
    prepare,
    tells: {
      quay: { why: 'withheld', withheld: expect.arrayContaining(['give', 'repositories', 'ledger']) },
      dock: { why: 'withheld', withheld: expect.arrayContaining(['give', 'repositories', 'ledger']) },
      whole: { why: null, area: { activity: { value: { commits: 54 } } } },
    },
  },
}
