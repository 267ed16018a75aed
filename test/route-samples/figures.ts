import type { RouteSamples } from '#test/route-sample.ts'
import { prepareLists as prepare } from '#test/sample-lists.ts'

const worthOf = (product: string) => `/api/v1/figures/value/usage-replacement/product:${encodeURIComponent(product)}`
const shareOf = (product: string) => `/api/v1/figures/value/reuse-share/product:${encodeURIComponent(product)}`
const missing = { status: 404, code: 'figure-missing' }
const refused = { status: 403, code: 'beyond-rights' }

export const samples: RouteSamples = {
  'GET /api/v1/figures/*': {
    // All of them use ms, each from a lockfile of its own.
    url: '/api/v1/figures/vulnerabilities/finding/EXAMPLE-2026-4/pkg:npm/ms@1.2.0',
    prepare,
    markers: {
      quay: ['quay/lock.json', 'in the lockfile of quay'],
      dock: ['dock/lock.json', 'in the lockfile of dock'],
      whole: ['harbor/lock.json', 'in the lockfile of harbor'],
    },
    also: [
      {
        url: '/api/v1/figures/licenses/statement/pkg:npm/ms@1.2.0',
        tells: {
          quay: { evidence: [{ source: 'quay/shared.json' }] },
          dock: { evidence: [{ source: 'dock/shared.json' }] },
          whole: { evidence: [{ source: 'quay/shared.json' }] },
        },
      },
      {
        url: worthOf('p-Quay Gate-0'),
        markers: { quay: ['what the product of quay is worth'] },
        tells: { quay: { known: true }, dock: missing, whole: { known: true } },
      },
      {
        url: worthOf('p-Harbor Gate-2'),
        markers: { whole: ['what the product of harbor is worth'] },
        tells: { quay: missing, dock: missing, whole: { known: true } },
      },
      {
        url: worthOf('p-No Gate-9'),
        tells: { quay: missing, dock: missing, whole: missing },
      },
      {
        url: '/api/v1/figures/value/usage-replacement',
        markers: { whole: ['what the whole is worth'] },
        tells: { quay: refused, dock: refused, whole: { known: true } },
      },
      {
        // Whether or not there is such a figure.
        url: '/api/v1/figures/no/such',
        tells: { quay: refused, dock: refused, whole: missing },
      },
      {
        url: shareOf('p-Quay Gate-0'),
        markers: {
          quay: ['a share of quay', 'what the product of quay is worth'],
          whole: ['what the product of dock is worth', 'what the product of harbor is worth'],
        },
        tells: { quay: { withheldInputs: 2 }, dock: missing, whole: { withheldInputs: 0 } },
      },
    ],
  },
}
