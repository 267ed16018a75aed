import { saveEvidence } from '#store/evidence.ts'
import type { Store } from '#store/store.ts'
import { saveUpload } from '#store/uploads.ts'
import type { RouteSamples } from '#test/route-sample.ts'

const token = '00000000-0000-4000-8000-000000000001'
const at = '2026-01-01T00:00:00.000Z'

async function prepare(store: Store): Promise<void> {
  const bytes = new TextEncoder().encode('{}')
  const [kept] = await saveEvidence(store, [{ kind: 'sbom', name: 'a', bytes, retrievedAt: at, recordedAt: at }])
  const about = { path: 'bom', version: null, actor: 'test', idempotencyKey: null }
  const made = await saveUpload(store, { product: 'quay-gate', evidence: kept?.id ?? '', ...about }, at)
  await store.db
    .updateTable('upload')
    .set({ token })
    .where('token', '=', made ?? '')
    .execute()
}

export const samples: RouteSamples = {
  'POST /api/v1/documents': {
    foreign: {
      url: '/api/v1/documents?product=dock-gate&path=bom.json',
      body: '{"bomFormat":"CycloneDX","specVersion":"1.5"}',
      headers: { 'content-type': 'application/octet-stream' },
    },
  },
  'GET /api/v1/uploads/:token': {
    url: `/api/v1/uploads/${token}`,
    prepare,
    markers: { quay: ['quay-gate'] },
  },
}
