import { enqueue } from '#store/queue.ts'
import type { Store } from '#store/store.ts'
import type { RouteSamples } from '#test/route-sample.ts'

async function prepare(store: Store): Promise<void> {
  for (const subject of ['quay-gate', 'dock-gate', 'harbor-gate'])
    await enqueue(
      store,
      { kind: 'assess-product', subject, input: {}, priority: 1, mostAttempts: 1 },
      '2026-01-01T00:00:00.000Z',
    )
}

export const samples: RouteSamples = {
  'POST /api/v1/assessments': { foreign: {} },
  'GET /api/v1/jobs': {
    prepare,
    markers: { quay: ['quay-gate'], dock: ['dock-gate'], whole: ['harbor-gate'] },
  },
  'GET /api/v1/jobs/events': { isEndless: true, isSameForAll: 'the same jobs as the list, as they change' },
}
