import type { Store } from '#store/store.ts'
import type { RouteSamples } from '#test/route-sample.ts'
import { samplePerson } from '#test/sample-access.ts'

async function prepare(store: Store): Promise<void> {
  for (const unit of ['quay', 'dock', null])
    await samplePerson(
      store,
      `sample-of-${unit ?? 'whole'}@harbor.example`,
      [{ role: 'viewer', unit }],
      undefined,
      null,
    )
}

const quayViewer = { role: 'viewer', unit: 'quay' }

export const samples: RouteSamples = {
  'GET /api/v1/people': {
    prepare,
    markers: { quay: ['sample-of-quay@'], dock: ['sample-of-dock@'], whole: ['sample-of-whole@'] },
  },
  'POST /api/v1/people': { body: { login: 'new@harbor.example', name: 'New', grants: [quayViewer] } },
  'POST /api/v1/people/:person/grants': {
    url: '/api/v1/people/sample-of-quay@harbor.example/grants',
    prepare,
    body: { role: 'analyst', unit: 'quay' },
  },
  'POST /api/v1/people/:person/grants/revocation': {
    url: '/api/v1/people/sample-of-quay@harbor.example/grants/revocation',
    prepare,
    body: { role: 'analyst', unit: 'quay' },
  },
  'PATCH /api/v1/people/:person': {
    url: '/api/v1/people/sample-of-quay@harbor.example',
    prepare,
    body: { name: 'Another name' },
  },
  'DELETE /api/v1/people/:person/sessions': {
    url: '/api/v1/people/sample-of-quay@harbor.example/sessions',
    prepare,
  },
  'POST /api/v1/people/:person/reopening': {
    url: '/api/v1/people/sample-of-quay@harbor.example/reopening',
    prepare,
  },
  'POST /api/v1/people/:person/reset': { url: '/api/v1/people/sample-of-quay@harbor.example/reset', prepare },
  'DELETE /api/v1/people/:person': { url: '/api/v1/people/sample-of-quay@harbor.example', prepare },
}
