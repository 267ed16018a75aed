import { recordDecision } from '#app/portal-decisions.ts'
import { loopbackActor } from '#domain/access.ts'
import type { Store } from '#store/store.ts'
import type { RouteSamples } from '#test/route-sample.ts'
import { recordedAt } from '#test/sample-access.ts'
import { prepareLists } from '#test/sample-lists.ts'

/** What was decided of ms for each unit. */
async function prepare(store: Store): Promise<void> {
  await prepareLists(store)
  for (const unit of ['quay', 'dock', 'harbor'])
    await recordDecision(
      store,
      { actor: loopbackActor, scope: 'all' },
      {
        subject: { kind: 'part', package: 'pkg:npm/ms', versions: null },
        decision: { option: 2 },
        reason: `Decided for ${unit}`,
        until: null,
        unit,
      },
      recordedAt,
    )
}

export const samples: RouteSamples = {
  'POST /api/v1/decisions': {
    prepare,
    foreign: {
      body: {
        subject: 'pkg:npm/ms',
        decision: { option: 3 },
        reason: 'Decided beyond the own unit',
        until: null,
        unit: 'dock',
      },
    },
  },
  'DELETE /api/v1/decisions/:decision': { prepare, foreign: { url: '/api/v1/decisions/portal-002' } },
  'GET /api/v1/engagement': {
    prepare: prepareLists,
    markers: { quay: ['pkg:npm/lodash'], dock: ['pkg:npm/express'], whole: ['pkg:npm/minimist'] },
  },
  'GET /api/v1/engagement/*': {
    url: '/api/v1/engagement/pkg:npm/ms',
    prepare,
    markers: { quay: ['Decided for quay'], dock: ['Decided for dock'], whole: ['Decided for harbor'] },
  },
}
