import type { RouteSamples } from '#test/route-sample.ts'

export const samples: RouteSamples = {
  'DELETE /api/v1/passkeys/:passkey': { url: '/api/v1/passkeys/none' },
}
