import { recordAct } from '#store/audit.ts'
import type { Store } from '#store/store.ts'
import type { RouteSamples } from '#test/route-sample.ts'

async function prepare(store: Store): Promise<void> {
  for (const unit of ['quay', 'dock', null])
    await recordAct(store, {
      at: '2026-01-01T00:00:00.000Z',
      actor: null,
      act: 'grant',
      subject: `subject-of-${unit ?? 'whole'}`,
      unit,
      result: 'done',
      detail: {},
    })
}

const markers = { quay: ['subject-of-quay'], dock: ['subject-of-dock'], whole: ['subject-of-whole'] }

export const samples: RouteSamples = {
  'GET /api/v1/audit': { url: '/api/v1/audit?limit=500', prepare, markers },
  'GET /api/v1/audit/export': { prepare, markers },
  'GET /api/v1/audit/state': { isForWholeOnly: 'the chain and its length are those of the whole log' },
}
