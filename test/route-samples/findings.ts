import type { RouteSamples } from '#test/route-sample.ts'
import { prepareStatuses } from '#test/sample-statuses.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

const users = { quay: ['Quay Gate'], dock: ['Dock Gate'], whole: ['Harbor Gate'] }

const statement = {
  part: 'pkg:npm/ms@1.2.0',
  state: 'undecided',
  justification: null,
  response: null,
  reason: '',
  detail: null,
  until: null,
  products: null,
  others: [],
}

const { part, products: _, others: __, ...rest } = statement

export const samples: RouteSamples = {
  'GET /api/v1/findings': {
    prepare,
    markers: { quay: ['EXAMPLE-2026-1'], dock: ['EXAMPLE-2026-2'], whole: ['EXAMPLE-2026-3'] },
  },
  'GET /api/v1/findings/:finding': {
    url: '/api/v1/findings/ALIAS-4',
    prepare: prepareStatuses,
    markers: {
      quay: [...users.quay, 'Quay reason'],
      dock: [...users.dock, 'Dock reason'],
      whole: [...users.whole, 'Harbor reason'],
    },
  },
  'POST /api/v1/statuses': {
    body: { ...rest, findings: [{ id: 'EXAMPLE-2026-4', part }] },
    prepare: prepareStatuses,
    foreign: {
      body: { ...rest, findings: [{ id: 'EXAMPLE-2026-2', part: 'pkg:npm/express@1.2.0' }] },
      saysRefused: '"taken":0',
    },
  },
  'POST /api/v1/findings/:finding/statuses': {
    url: '/api/v1/findings/EXAMPLE-2026-4/statuses',
    body: statement,
    prepare: prepareStatuses,
    foreign: { body: { ...statement, products: ['p-Dock Gate-1'] } },
  },
  'POST /api/v1/statuses/undo': {
    body: { ids: [1_000_000] },
    prepare: prepareStatuses,
    foreign: { body: { ids: [2] } },
  },
  'GET /api/v1/findings/:finding/affected': {
    url: '/api/v1/findings/EXAMPLE-2026-4/affected',
    prepare,
    markers: users,
  },
}
