/** The pages of the left side, in the order of the work. `g` and the letter go there. */

import type { PortalWords as Words } from '#text/portal-words.ts'

export const places = [
  { id: 'home', to: '/' },
  { id: 'inventory', to: '/inventory' },
  { id: 'vulnerabilities', to: '/vulnerabilities' },
  { id: 'licenses', to: '/licenses' },
  { id: 'risk', to: '/risk' },
  { id: 'value', to: '/value' },
  { id: 'contributions', to: '/contributions' },
  { id: 'maturity', to: '/maturity' },
  { id: 'motivators', to: '/motivators' },
  { id: 'advice', to: '/advice' },
  { id: 'reports', to: '/reports' },
  { id: 'settings', to: '/settings' },
] as const satisfies readonly { readonly id: keyof Words['portal']['pages']; readonly to: string }[]
