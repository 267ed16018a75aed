import { handIn } from '#app/hand-in.ts'
import { loopbackActor } from '#domain/access.ts'
import { recordedAt } from '#test/sample-access.ts'
import type { RouteSamples } from '#test/route-sample.ts'
import { saveEvidence } from '#store/evidence.ts'
import type { Store } from '#store/store.ts'
import { saveUpload } from '#store/uploads.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

const at = '2026-01-01T00:00:00.000Z'

async function prepareDocuments(store: Store): Promise<void> {
  const bytes = new TextEncoder().encode('{ }')
  const [kept] = await saveEvidence(store, [{ kind: 'sbom', name: 'b', bytes, retrievedAt: at, recordedAt: at }])
  const about = { path: 'bom-of-the-quay', version: null, actor: 'test', idempotencyKey: null }
  await saveUpload(store, { product: 'quay-gate', evidence: kept?.id ?? '', ...about }, at)
}

/** A product that a document made, of the dock. */
async function prepareMade(store: Store): Promise<void> {
  const create = { name: 'made-at-dock', unit: 'dock' }
  const document = { bytes: new Uint8Array([123, 125]), path: 'bom', product: create.name, version: null }
  await handIn(store, { ...document, actor: loopbackActor, scope: 'all', create, idempotencyKey: null }, recordedAt)
}

export const samples: RouteSamples = {
  'DELETE /api/v1/products/:product': {
    prepare: prepareMade,
    foreign: { url: '/api/v1/products/made-at-dock' },
  },
  'GET /api/v1/products': {
    prepare,
    markers: { quay: ['Quay Gate'], dock: ['Dock Gate'], whole: ['Harbor Gate'] },
  },
  'GET /api/v1/products/:product': {
    url: `/api/v1/products/${encodeURIComponent('p-Quay Gate-0')}`,
    prepare,
    markers: { quay: ['lodash'] },
  },
  'GET /api/v1/products/:product/documents': {
    url: '/api/v1/products/quay-gate/documents',
    prepare: prepareDocuments,
    markers: { quay: ['bom-of-the-quay'] },
  },
}
