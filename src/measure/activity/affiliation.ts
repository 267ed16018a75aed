/**
 * For whom somebody worked on a day; `methods.md` 4.3 steps 5 and 6. What is known of the person wins over the domain of
 * the address; free mail and placeholders are unknown, never "independent".
 */

import type { Period } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import { domainOf } from './history-tally.ts'
import { corporateFamilies, freeMailDomains, isPlaceholderDomain } from './mail-domains.ts'

/** Somebody worked for an organization in a period. Several lines tell of changes. */
export type Employment = Period & {
  /** A pseudonym. */
  readonly person: string
  readonly organization: string
  readonly addresses: readonly string[]
}

/** A domain belonged to an organization in a period. Subdomains belong to it too. */
export type DomainOwner = Period & { readonly domain: string; readonly organization: string }

export type AffiliationFacts = {
  readonly employments: readonly Employment[]
  readonly domains: readonly DomainOwner[]
  /** Take a domain that nobody claims as an organization of its own, by its family. */
  readonly domainsStandForOrganizations?: boolean
}

export type Affiliation = {
  /** A pseudonym of the list, or the address. */
  readonly person: string
  /** Whether the address stands in somebody's list of people. */
  readonly isListed: boolean
} & (
  | { readonly organization: string; readonly basis: 'person' | 'domain' }
  | {
      readonly organization: null
      readonly why: 'free-mail' | 'placeholder' | 'unclaimed-domain' | 'between-employments'
    }
)

export type Affiliate = (address: string, day: IsoDate) => Affiliation

/** Prepares the look-up. A person of nobody's list is known by the address alone. */
export function affiliationsBy({ employments, domains, domainsStandForOrganizations }: AffiliationFacts): Affiliate {
  const byAddress = new Map<string, Employment[]>()
  for (const employment of employments)
    for (const address of employment.addresses) append(byAddress, personalAddress(address), employment)
  const byDomain = new Map<string, DomainOwner[]>()
  for (const owner of domains) append(byDomain, owner.domain.toLowerCase(), owner)

  return (stated, day) => {
    const address = personalAddress(stated)
    const known = byAddress.get(address)
    const [first] = known ?? []
    if (known !== undefined && first !== undefined) {
      const now = known.find((employment) => isWithin(employment, day))
      return now === undefined
        ? { organization: null, why: 'between-employments', person: first.person, isListed: true }
        : { organization: now.organization, basis: 'person', person: now.person, isListed: true }
    }
    const unlisted = { person: address, isListed: false }
    const domain = domainOf(address)
    const owner = ownerOf(byDomain, domain, day)
    if (owner !== undefined) return { organization: owner.organization, basis: 'domain', ...unlisted }
    if (freeMailDomains.has(domain)) return { organization: null, why: 'free-mail', ...unlisted }
    if (isPlaceholderDomain(domain)) return { organization: null, why: 'placeholder', ...unlisted }
    return domainsStandForOrganizations === true
      ? { organization: familyOf(domain), basis: 'domain', ...unlisted }
      : { organization: null, why: 'unclaimed-domain', ...unlisted }
  }
}

/**
 * One spelling for addresses that are the same: lower case, and without the number that GitHub puts before the login in
 * `NUMBER+LOGIN@users.noreply.github.com`.
 */
export function personalAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^\d+\+(?=[^@]+@users\.noreply\.github\.com$)/, '')
}

export function isWithin({ from, to }: Period, day: IsoDate): boolean {
  return (from === null || from <= day) && (to === null || day <= to)
}

/** Of the domain itself or the nearest one above it. */
function ownerOf(
  owners: ReadonlyMap<string, readonly DomainOwner[]>,
  domain: string,
  day: IsoDate,
): DomainOwner | undefined {
  for (let name = domain; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const owner = owners.get(name)?.find((one) => isWithin(one, day))
    if (owner !== undefined) return owner
  }
  return undefined
}

const familyHeads = new Set(corporateFamilies.values())

function familyOf(domain: string): string {
  for (let name = domain; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const family = corporateFamilies.get(name) ?? (familyHeads.has(name) ? name : undefined)
    if (family !== undefined) return family
  }
  return domain
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
