/** The search over everything a person may see. */

import { getJson } from '#web/api.ts'

export type Hit = {
  readonly kind: 'product' | 'package' | 'finding' | 'subject'
  readonly id: string
  readonly name: string
  readonly detail: string | null
}

type Found = {
  readonly groups: readonly { readonly kind: Hit['kind']; readonly hits: readonly Hit[]; readonly count: number }[]
}

export async function findEverywhere(text: string, signal: AbortSignal): Promise<readonly Hit[]> {
  const { groups } = await getJson<Found>('/api/v1/search', { q: text, limit: 8 }, signal)
  return groups.flatMap(({ hits }) => hits)
}

export function placeOfHit(hit: Hit) {
  switch (hit.kind) {
    case 'product':
      return { to: '/products/$product', params: { product: hit.id } } as const
    case 'package':
      return { to: '/component', search: { purl: hit.id } } as const
    case 'finding':
      return { to: '/vulnerabilities', search: { q: hit.id } } as const
    case 'subject':
      return { to: '/risk', search: { q: hit.id } } as const
  }
}
