import { closePerson, commandLine, findPersonToAdminister } from '#app/access/people.ts'
import { saveSession } from '#store/sessions.ts'
import type { Store } from '#store/store.ts'
import type { RouteSamples } from '#test/route-sample.ts'
import { recordedAt, samplePerson } from '#test/sample-access.ts'

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

async function closedOfDock(store: Store): Promise<string> {
  await closePerson(store, commandLine, 'sample-of-dock@harbor.example', recordedAt)
  return '/api/v1/people/sample-of-dock@harbor.example/reopening'
}

async function sessionsOfDock(store: Store): Promise<string> {
  const person = await findPersonToAdminister(store, 'sample-of-dock@harbor.example')
  const times = { createdAt: recordedAt, lastSeenAt: recordedAt, expiresAt: '2099-01-01T00:00:00.000Z' }
  await saveSession(store, { digest: 'of-dock', person, method: 'password', browser: null, ...times })
  return '/api/v1/people/sample-of-dock@harbor.example/sessions'
}

const dockViewer = { role: 'viewer', unit: 'dock' }
const quayViewer = { role: 'viewer', unit: 'quay' }

export const samples: RouteSamples = {
  'GET /api/v1/people': {
    prepare,
    markers: { quay: ['sample-of-quay@'], dock: ['sample-of-dock@'], whole: ['sample-of-whole@'] },
  },
  'POST /api/v1/people': {
    body: { login: 'new@harbor.example', name: 'New', grants: [quayViewer] },
    foreign: { body: { login: 'new@dock.example', name: 'New', grants: [dockViewer] } },
  },
  'POST /api/v1/people/:person/grants': {
    url: '/api/v1/people/sample-of-quay@harbor.example/grants',
    prepare,
    body: { role: 'analyst', unit: 'quay' },
    foreign: { body: { role: 'analyst', unit: 'dock' } },
  },
  'POST /api/v1/people/:person/grants/revocation': {
    url: '/api/v1/people/sample-of-quay@harbor.example/grants/revocation',
    prepare,
    body: { role: 'analyst', unit: 'quay' },
    foreign: { url: '/api/v1/people/sample-of-dock@harbor.example/grants/revocation', body: dockViewer },
  },
  'POST /api/v1/people/:person/reset': {
    url: '/api/v1/people/sample-of-quay@harbor.example/reset',
    prepare,
    foreign: { url: '/api/v1/people/sample-of-dock@harbor.example/reset' },
  },
  'DELETE /api/v1/people/:person': {
    url: '/api/v1/people/sample-of-quay@harbor.example',
    prepare,
    foreign: { url: '/api/v1/people/sample-of-dock@harbor.example' },
  },
  'PATCH /api/v1/people/:person': {
    url: '/api/v1/people/sample-of-quay@harbor.example',
    prepare,
    body: { name: 'Another name' },
    foreign: { url: '/api/v1/people/sample-of-dock@harbor.example', body: { name: 'Another name' } },
  },
  'DELETE /api/v1/people/:person/sessions': {
    url: '/api/v1/people/sample-of-quay@harbor.example/sessions',
    prepare,
    foreign: { url: sessionsOfDock },
  },
  'POST /api/v1/people/:person/reopening': {
    url: '/api/v1/people/sample-of-quay@harbor.example/reopening',
    prepare,
    foreign: { url: closedOfDock },
  },
}
