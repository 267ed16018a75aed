/** Where the rows stand that a number counts: a list, narrowed to exactly these. */

import type { Search } from './router.tsx'

export type Place = {
  readonly to: '/inventory' | '/component' | '/vulnerabilities' | '/licenses' | '/risk'
  readonly search: Search
  /** The table on the page. */
  readonly hash?: string
}

/** Products that use a package, or one version of it, each with how it gets there. */
export function usesOf(key: string, version?: string | null): Place {
  return { to: '/component', search: { purl: key, version: version ?? undefined }, hash: 'where-used' }
}

export function versionsOf(key: string): Place {
  return { to: '/component', search: { purl: key }, hash: 'versions' }
}

export function findingsOf(key: string): Place {
  return { to: '/component', search: { purl: key }, hash: 'component-findings' }
}

/** @param part as statements about findings name it */
export function findingsOfPart(part: string): Place {
  return { to: '/vulnerabilities', search: { part } }
}

export function findingsOfProduct(product: string, severity: string): Place {
  return { to: '/vulnerabilities', search: { product, severity } }
}

export function packagesOfProduct(product: string): Place {
  return { to: '/inventory', search: { show: 'packages', product } }
}

export function withoutLicenseIn(product: string): Place {
  return { to: '/licenses', search: { product, certainty: 'absent' } }
}

/** Parts of a product for which no advisory could be asked. */
export function notLookedUpIn(product: string): Place {
  return { to: '/licenses', search: { product, isUndecided: 'true' } }
}

/** What is known of a project: the packages and products that lean on it. */
export function detailOf(subject: string): Place {
  return { to: '/risk', search: { subject } }
}
