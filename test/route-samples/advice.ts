import { expect } from 'vitest'
import type { RouteSamples } from '#test/route-sample.ts'
import { putAside } from '#app/put-aside.ts'
import { loopbackActor } from '#domain/access.ts'
import type { Store } from '#store/store.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

const withheld = {
  withheld: ['recommendations', 'putAside', 'unclear', 'checks', 'roles'],
  recommendations: null,
  putAside: null,
  unclear: null,
  checks: null,
  roles: null,
}

async function prepareAside(store: Store): Promise<void> {
  await prepare(store)
  const aside = { scenario: 'C2', reason: 'Later', until: '2099-01-01' }
  await putAside(store, loopbackActor, aside, new Date().toISOString())
}

export const samples: RouteSamples = {
  'GET /api/v1/advice': {
    prepare: prepareAside,
    tells: {
      quay: withheld,
      dock: withheld,
      whole: {
        withheld: [],
        recommendations: [],
        putAside: expect.arrayContaining([expect.objectContaining({ reason: 'Later' })]),
      },
    },
  },
  'POST /api/v1/advice/put-aside': {
    prepare,
    foreign: { body: { scenario: 'C1', reason: 'Not ours to say', until: '2099-01-01' } },
  },
  'DELETE /api/v1/advice/put-aside/:scenario': {
    prepare: prepareAside,
    foreign: { url: '/api/v1/advice/put-aside/C2' },
  },
}
